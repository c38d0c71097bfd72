import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src-main/gallery/library';
import { answerMedia, type MediaFiles } from '../../../src-main/shell/media-answer';
import { parseMediaAddress, parseRange } from '../../../src-main/shell/media-request';
import {
  inputAddress,
  mediaAddress,
  thumbnailAddress,
} from '../../../src-shared/contract/media-address';
import { type MediaType, mediaTypes } from '../../../src-shared/jobs/asset';
import { temporaryFolder } from '../../helpers/temporary-folder';

const sha256 = 'ab'.repeat(32);

describe('media addresses', () => {
  test('the three forms there are', () => {
    const media = (mediaType: MediaType) => parseMediaAddress(mediaAddress({ sha256, mediaType }));
    for (const mediaType of mediaTypes) {
      expect(media(mediaType)).toEqual({ kind: 'file', sha256, mediaType });
    }
    expect(parseMediaAddress(inputAddress(sha256))).toEqual({ kind: 'input', sha256 });
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
    `tally-media://library/${sha256}.webp`,
    `tally-media://library/${sha256}.mov`,
    `tally-media://input/${sha256}.mp4`,
    `tally-media://input/${sha256}`,
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
        for (const address of [`library/${text}.mp4`, `input/${text}.png`, `thumbnail/${text}`]) {
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
  function served() {
    const folder = temporaryFolder();
    const library = openLibrary(join(folder, 'library'));
    const inputs = openLibrary(join(folder, 'inputs'));
    return { library, inputs } satisfies MediaFiles;
  }

  type Shelves = ReturnType<typeof served>;

  async function keep(
    { library, inputs }: Shelves,
    content: string,
    mediaType: MediaType,
    on: 'library' | 'inputs' = 'library',
  ) {
    const saved = await { library, inputs }[on].save(Buffer.from(content), mediaType);
    if (saved.kind !== 'saved') throw new Error(saved.reason);
    return { sha256: saved.sha256, mediaType };
  }

  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') => ({
    url: address,
    method,
    headers: new Headers(headers),
  });

  test.each(mediaTypes)('a file of %s comes whole, for ever, as nothing else', async (type) => {
    const files = served();
    const asset = await keep(files, '0123456789', type);
    const answer = await answerMedia(files, ask(mediaAddress(asset)));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('0123456789');
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    // A mask is painted on from its pixels.
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test('a file is not given as another kind than it is', async () => {
    const files = served();
    const { sha256: clip } = await keep(files, '0123456789', 'video/mp4');
    for (const mediaType of ['image/png', 'video/webm'] as const) {
      const answer = await answerMedia(files, ask(mediaAddress({ sha256: clip, mediaType })));
      expect(answer.status).toBe(404);
    }
    expect((await answerMedia(files, ask(inputAddress(clip)))).status).toBe(404);
  });

  test.each(mediaTypes)('a part of %s comes as asked, so that clips can be wound', async (type) => {
    const files = served();
    const asset = await keep(files, '0123456789', type);
    const part = (range: string) => answerMedia(files, ask(mediaAddress(asset), { range }));
    const answer = await part('bytes=2-4');
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(answer.headers.get('content-length')).toBe('3');
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect(await answer.text()).toBe('234');
    const open = await part('bytes=0-');
    expect([open.status, await open.text()]).toEqual([206, '0123456789']);
    const beyond = await part('bytes=10-');
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe('bytes */10');
  });

  test('a picture that was brought in comes as input, and never as delivered', async () => {
    const files = served();
    const brought = await keep(files, 'mine', 'image/png', 'inputs');
    const answer = await answerMedia(files, ask(inputAddress(brought.sha256)));
    expect([answer.status, await answer.text()]).toEqual([200, 'mine']);
    expect((await answerMedia(files, ask(mediaAddress(brought)))).status).toBe(404);
    expect((await answerMedia(files, ask(thumbnailAddress(brought.sha256)))).status).toBe(404);
    const delivered = await keep(files, 'made', 'image/png');
    const both = await answerMedia(files, ask(inputAddress(delivered.sha256)));
    expect(await both.text()).toBe('made');
  });

  test('a part of an input comes as asked', async () => {
    const files = served();
    const brought = await keep(files, '0123456789', 'image/png', 'inputs');
    const answer = await answerMedia(
      files,
      ask(inputAddress(brought.sha256), { range: 'bytes=-3' }),
    );
    expect([answer.status, await answer.text()]).toEqual([206, '789']);
  });

  test.each(mediaTypes)(
    'a thumbnail comes in place of %s, which comes without one',
    async (type) => {
      const files = served();
      const { sha256: name } = await keep(files, '0123456789', type);
      const whole = await answerMedia(files, ask(thumbnailAddress(name)));
      expect(await whole.text()).toBe('0123456789');
      expect(whole.headers.get('content-type')).toBe(type);
      await files.library.saveThumbnail(name, Buffer.from('small'));
      const small = await answerMedia(files, ask(thumbnailAddress(name)));
      expect(await small.text()).toBe('small');
      expect(small.headers.get('content-type')).toBe('image/webp');
    },
  );

  test('a thumbnail of a file that is gone is not given', async () => {
    const files = served();
    const { sha256: gone } = await keep(files, '0123456789', 'video/webm');
    await files.library.saveThumbnail(gone, Buffer.from('small'));
    rmSync(files.library.pathOf(gone));
    expect((await answerMedia(files, ask(thumbnailAddress(gone)))).status).toBe(404);
  });

  test('what is not there, no file, or no address of ours is not found', async () => {
    const files = served();
    const png = (name: string) => mediaAddress({ sha256: name, mediaType: 'image/png' });
    const kept = await keep(files, '0123456789', 'image/png');
    mkdirSync(files.library.pathOf('cd'.repeat(32)), { recursive: true });
    for (const address of [
      png('ef'.repeat(32)),
      png('cd'.repeat(32)),
      inputAddress('ef'.repeat(32)),
      'tally-media://library/../../etc/passwd',
    ]) {
      expect((await answerMedia(files, ask(address))).status).toBe(404);
    }
    expect((await answerMedia(files, ask(mediaAddress(kept), {}, 'PUT'))).status).toBe(405);
  });
});
