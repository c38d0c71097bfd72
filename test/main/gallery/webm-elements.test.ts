import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readElements, voidElement, writeElement } from '../../../src-main/gallery/webm-elements';
import { tinyClip } from '../../helpers/tiny-clip';

const clip = tinyClip('video/webm');
const header = Buffer.from('1a45dfa380', 'hex');
const segment = Buffer.from('1853806780', 'hex');

test('a real clip is a header and a segment', () => {
  expect(readElements(clip)?.map(({ id }) => id)).toEqual([0x1a45dfa3, 0x18538067]);
});

test('what is written behind it is read again, and the clip before it as it was', () => {
  const more = Buffer.concat([clip, writeElement(voidElement, Buffer.from('a fox'))]);
  const elements = readElements(more) ?? [];
  expect(elements).toHaveLength(3);
  expect(elements[2]).toEqual({ id: voidElement, data: Buffer.from('a fox') });
  expect(elements.slice(0, 2)).toEqual(readElements(clip));
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a length written in %d bytes is read', (bytes) => {
  const size = Buffer.alloc(bytes);
  size[0] = 0x80 >> (bytes - 1);
  size[bytes - 1] = (size[bytes - 1] ?? 0) | 3;
  const file = Buffer.concat([header, segment, Buffer.of(voidElement), size, Buffer.from('fox')]);
  expect(readElements(file)?.at(-1)).toEqual({ id: voidElement, data: Buffer.from('fox') });
});

describe('what is no whole clip is null', () => {
  const hex = (text: string) => Buffer.from(text, 'hex');
  const clipWith = (end: string) => Buffer.concat([header, segment, hex(end)]);
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['another file', tinyClip('video/mp4')],
    ['a header alone', header],
    ['a segment alone', segment],
    ['a segment before the header', Buffer.concat([segment, header])],
    ['a number that begins with no marker', clipWith('00')],
    ['an id without a length', clipWith('ec')],
    ['an unknown length in one byte', clipWith('ecff')],
    ['an unknown length in eight bytes', clipWith('ec01ffffffffffffff')],
    ['a length beyond the file', clipWith('ec84666f78')],
    ['a length beyond what can be counted', clipWith('ec01fffffffffffffe')],
    ['a length cut short', clipWith('ec01000000')],
    ['an id cut short', clipWith('1a45')],
  ])('%s', (_what, file) => expect(readElements(file)).toBeNull());

  test('cut anywhere', () => {
    for (let length = 0; length < clip.byteLength; length += 1) {
      expect(readElements(clip.subarray(0, length))).toBeNull();
    }
  });
});

test('a clip of more parts than any encoder writes is null', () => {
  const parts = (count: number) => Array.from({ length: count }, () => Buffer.from('ec80', 'hex'));
  const clipOf = (count: number) => Buffer.concat([header, segment, ...parts(count - 2)]);
  expect(readElements(clipOf(10_000))).toHaveLength(10_000);
  expect(readElements(clipOf(10_001))).toBeNull();
});

test('no bytes at all make it throw or run for ever, and its data never reach beyond the file', () => {
  const change = fc.record({ at: fc.nat(clip.byteLength - 1), to: fc.nat(255) });
  const damaged = fc.array(change, { maxLength: 8 }).map((changes) => {
    const file = Buffer.from(clip);
    for (const { at, to } of changes) file[at] = to;
    return file;
  });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (file) => {
      const total = (readElements(file) ?? []).reduce((sum, { data }) => sum + data.byteLength, 0);
      expect(total).toBeLessThanOrEqual(file.byteLength);
    }),
  );
});
