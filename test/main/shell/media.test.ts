import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerMedia, type MediaFiles } from '../../../src-main/shell/media-answer';
import { parseMediaAddress, parseRange } from '../../../src-main/shell/media-request';
import { mediaAddress, thumbnailAddress } from '../../../src-shared/contract/media-address';
import { temporaryFolder } from '../../helpers/temporary-folder';

const sha256 = 'ab'.repeat(32);

describe('media addresses', () => {
  test('the two forms there are', () => {
    expect(parseMediaAddress(mediaAddress(sha256))).toEqual({ kind: 'file', sha256 });
    expect(parseMediaAddress(thumbnailAddress(sha256))).toEqual({ kind: 'thumbnail', sha256 });
  });

  test.each([
    `tally-media://library/${sha256}`,
    `tally-media://library/${sha256}.png/`,
    `tally-media://library/${sha256}.png?x`,
    `tally-media://library/${sha256}.png#x`,
    `tally-media://library/${sha256}.png\n`,
    `tally-media://library/${sha256.toUpperCase()}.png`,
    `tally-media://library/${sha256.slice(1)}.png`,
    `tally-media://library/${sha256}0.png`,
    `tally-media://library/../${sha256}.png`,
    `tally-media://library/ab/${sha256}.png`,
    `tally-media://library/%61b${sha256.slice(2)}.png`,
    `tally-media://library/..%2f..%2fetc%2fpasswd`,
    `tally-media://other/${sha256}.png`,
    `tally-media://thumbnail/${sha256}.png`,
    `tally-media://thumbnail/${sha256}/`,
    `tally-media://thumbnail/../library/${sha256}`,
    `tally-media://user@library/${sha256}.png`,
    `tally-media://library:1/${sha256}.png`,
    `tally://library/${sha256}.png`,
    `file:///library/${sha256}.png`,
    `x tally-media://library/${sha256}.png`,
    '',
  ])('%j is none', (address) => {
    expect(parseMediaAddress(address)).toBeNull();
  });

  test('whatever is accepted is nothing but hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const address of [`library/${text}.png`, `thumbnail/${text}`]) {
          const read = parseMediaAddress(`tally-media://${address}`);
          expect(read === null || /^[0-9a-f]{64}$/.test(read.sha256)).toBe(true);
        }
      }),
    );
  });
});

test.each([
  [null, { kind: 'whole' }],
  ['bytes=0-99', { kind: 'part', first: 0, last: 99 }],
  ['bytes=0-0', { kind: 'part', first: 0, last: 0 }],
  ['bytes=10-', { kind: 'part', first: 10, last: 99 }],
  ['bytes=90-500', { kind: 'part', first: 90, last: 99 }],
  ['bytes=-10', { kind: 'part', first: 90, last: 99 }],
  ['bytes=-500', { kind: 'part', first: 0, last: 99 }],
  ['bytes=100-', { kind: 'unsatisfiable' }],
  ['bytes=-0', { kind: 'unsatisfiable' }],
  ['bytes=9-3', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  ['lines=0-1', { kind: 'whole' }],
  ['bytes=a-b', { kind: 'whole' }],
])('the range %j of 100 bytes', (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

describe('serving media', () => {
  function served(): MediaFiles {
    const folder = temporaryFolder();
    writeFileSync(join(folder, `${sha256}.png`), '0123456789');
    mkdirSync(join(folder, `${'cd'.repeat(32)}.png`));
    return {
      pathOf: (name) => join(folder, `${name}.png`),
      thumbnailOf: (name) => join(folder, `${name}.webp`),
    };
  }

  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') => ({
    url: address,
    method,
    headers: new Headers(headers),
  });

  test('a file comes whole, for ever, as nothing but a picture', async () => {
    const answer = await answerMedia(served(), ask(mediaAddress(sha256)));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('0123456789');
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test('a part comes as asked', async () => {
    const answer = await answerMedia(served(), ask(mediaAddress(sha256), { range: 'bytes=2-4' }));
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(answer.headers.get('content-length')).toBe('3');
    expect(await answer.text()).toBe('234');
    const beyond = await answerMedia(served(), ask(mediaAddress(sha256), { range: 'bytes=10-' }));
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe('bytes */10');
  });

  test('a thumbnail comes in place of its picture, which comes where there is none', async () => {
    const files = served();
    const whole = await answerMedia(files, ask(thumbnailAddress(sha256)));
    expect(await whole.text()).toBe('0123456789');
    expect(whole.headers.get('content-type')).toBe('image/png');
    writeFileSync(files.thumbnailOf(sha256), 'small');
    const small = await answerMedia(files, ask(thumbnailAddress(sha256)));
    expect(await small.text()).toBe('small');
    expect(small.headers.get('content-type')).toBe('image/webp');
  });

  test('a thumbnail of a picture that is gone is not given', async () => {
    const files = served();
    const gone = 'ef'.repeat(32);
    writeFileSync(files.thumbnailOf(gone), 'small');
    expect((await answerMedia(files, ask(thumbnailAddress(gone)))).status).toBe(404);
  });

  test('what is not there, no file, or no address of ours is not found', async () => {
    const files = served();
    for (const address of [
      mediaAddress('ef'.repeat(32)),
      mediaAddress('cd'.repeat(32)),
      'tally-media://library/../../etc/passwd',
    ]) {
      expect((await answerMedia(files, ask(address))).status).toBe(404);
    }
    expect((await answerMedia(files, ask(mediaAddress(sha256), {}, 'PUT'))).status).toBe(405);
  });
});
