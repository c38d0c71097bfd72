import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedInClip, readFromClip } from '../../../src-main/gallery/clip-text';
import { mediaTypeOfFile } from '../../../src-main/gallery/media-type';
import { writeBox } from '../../../src-main/gallery/mp4-boxes';
import { fileEndings, mediaTypes } from '../../../src-shared/jobs/asset';
import { greyPng } from '../../helpers/png';
import { temporaryFolder } from '../../helpers/temporary-folder';
import { tinyClip } from '../../helpers/tiny-clip';

const clipTypes = ['video/mp4', 'video/webm'] as const;

describe.each(clipTypes)('a text in a clip of %s', (type) => {
  const clip = tinyClip(type);

  test('comes back as it was, and the clip before it stays byte by byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const told = embedInClip(clip, type, text);
        expect(readFromClip(told)).toBe(text);
        expect(Buffer.from(told.subarray(0, clip.byteLength))).toEqual(Buffer.from(clip));
        expect(mediaTypeOfFile(told)).toBe(type);
      }),
    );
  });

  test('a clip without one has none, even with a private part of somebody else', () => {
    expect(readFromClip(clip)).toBeNull();
    if (type !== 'video/mp4') return;
    const theirs = writeBox('uuid', Buffer.alloc(32, 7));
    expect(readFromClip(Buffer.concat([clip, theirs]))).toBeNull();
  });

  test('cut anywhere, it never throws and never tells half of it', () => {
    const told = embedInClip(clip, type, 'a fox in the snow');
    for (let length = clip.byteLength; length < told.byteLength; length += 1) {
      expect(readFromClip(told.subarray(0, length))).toBeNull();
    }
  });

  test('players accept it', () => {
    const path = join(temporaryFolder(), `clip.${fileEndings[type]}`);
    writeFileSync(path, embedInClip(clip, type, 'a fox'.repeat(1000)));
    const entries = 'stream=codec_name,width,height,nb_read_frames';
    const said = execFileSync(
      'ffprobe',
      ['-v', 'error', '-count_frames', '-show_entries', entries, '-of', 'csv=p=0', path],
      { encoding: 'utf8' },
    );
    expect(said.trim()).toBe(`${type === 'video/mp4' ? 'h264' : 'vp9'},16,16,5`);
  });
});

test('the kind of a file is told by its own structure', () => {
  expect(mediaTypeOfFile(greyPng(2, 2))).toBe('image/png');
  for (const type of clipTypes) expect(mediaTypeOfFile(tinyClip(type))).toBe(type);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', Buffer.from('a fox')],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['a PNG cut short', greyPng(4, 4).subarray(0, 40)],
  ['an MP4 cut short', tinyClip('video/mp4').subarray(0, -1)],
  ['a WebM cut short', tinyClip('video/webm').subarray(0, -1)],
])('%s is no delivered file', (_what, file) => {
  expect(mediaTypeOfFile(file)).toBeNull();
  expect(readFromClip(file)).toBeNull();
});

test('whatever the bytes, the kind of a file is one of ours or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (file) => {
      expect([...mediaTypes, null]).toContain(mediaTypeOfFile(file));
      expect(readFromClip(file)).toBeNull();
    }),
  );
});
