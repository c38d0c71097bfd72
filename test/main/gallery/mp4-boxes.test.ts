import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoxes, writeBox } from '../../../src-main/gallery/mp4-boxes';
import { tinyClip } from '../../helpers/tiny-clip';

const clip = tinyClip('video/mp4');
const start = writeBox('ftyp', Buffer.from('isom'));
const film = writeBox('moov', Buffer.alloc(4));

/** A box whose length is written in eight bytes. */
function longBox(type: string, length: bigint, data = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32BE(1);
  header.write(type, 4, 'latin1');
  header.writeBigUInt64BE(length, 8);
  return Buffer.concat([header, data]);
}

test('a real clip is its boxes, one after the other', () => {
  const boxes = readBoxes(clip) ?? [];
  expect(boxes[0]?.type).toBe('ftyp');
  expect(boxes.map(({ type }) => type)).toEqual(expect.arrayContaining(['moov', 'mdat']));
  const written = boxes.map(({ type, data }) => writeBox(type, data));
  expect(Buffer.concat(written)).toEqual(Buffer.from(clip));
});

test('a length may be written in eight bytes', () => {
  const data = Buffer.from('pictures');
  const file = Buffer.concat([start, longBox('mdat', 24n, data), film]);
  expect(readBoxes(file)?.[1]).toEqual({ type: 'mdat', data });
});

test('the place in a larger memory plays no part', () => {
  const around = Buffer.concat([Buffer.alloc(7, 0xff), clip, Buffer.alloc(5, 0xff)]);
  expect(readBoxes(around.subarray(7, 7 + clip.byteLength))).toEqual(readBoxes(clip));
});

describe('what is no whole clip is null', () => {
  const empty = Buffer.alloc(0);
  test.each([
    ['nothing', empty],
    ['a word', Buffer.from('ftyp')],
    ['another file', tinyClip('video/webm')],
    ['a start without a film', start],
    ['a film without a start', film],
    ['a film before the start', Buffer.concat([film, start])],
    ['a length of 0', Buffer.concat([start, film, Buffer.alloc(8)])],
    [
      'a length shorter than its own header',
      Buffer.concat([start, Buffer.from('00000007', 'hex')]),
    ],
    [
      'a length beyond the file',
      Buffer.concat([start, film, Buffer.from('fffffff0mdat', 'latin1')]),
    ],
    ['a long length of 0', Buffer.concat([start, film, longBox('mdat', 0n)])],
    ['a long length shorter than its header', Buffer.concat([start, film, longBox('mdat', 15n)])],
    ['the longest length there is', Buffer.concat([start, film, longBox('mdat', 2n ** 64n - 1n)])],
    ['a long length cut short', Buffer.concat([start, film, longBox('mdat', 16n).subarray(0, 12)])],
    ['bytes behind the end', Buffer.concat([clip, Buffer.from([0])])],
  ])('%s', (_what, file) => expect(readBoxes(file)).toBeNull());

  test('cut anywhere inside a box', () => {
    const boxes = readBoxes(clip) ?? [];
    const ends = new Set<number>();
    let at = 0;
    for (const { data } of boxes) {
      at += data.byteLength + 8;
      ends.add(at);
    }
    for (let length = 0; length < clip.byteLength; length += 1) {
      const read = readBoxes(clip.subarray(0, length));
      if (read !== null) expect(ends.has(length)).toBe(true);
    }
    expect(readBoxes(clip.subarray(0, -1))).toBeNull();
  });
});

test('a clip of more parts than any encoder writes is null', () => {
  const free = writeBox('free', Buffer.alloc(0));
  const clipOf = (count: number) =>
    Buffer.concat([start, film, ...Array.from({ length: count - 2 }, () => free)]);
  expect(readBoxes(clipOf(10_000))).toHaveLength(10_000);
  expect(readBoxes(clipOf(10_001))).toBeNull();
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
      const total = (readBoxes(file) ?? []).reduce((sum, { data }) => sum + data.byteLength, 0);
      expect(total).toBeLessThanOrEqual(file.byteLength);
    }),
  );
});
