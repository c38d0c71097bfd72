import { win32 } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameFor } from '../../../src-main/gallery/file-name';

test.each([
  ['a fox in the snow', 'a fox in the snow 7.png'],
  ['  A  Fox,\nin the\tsnow. ', 'A Fox, in the snow 7.png'],
  ['../../etc/passwd', 'etc passwd 7.png'],
  ['C:\\Windows\\fox', 'C Windows fox 7.png'],
  ['.hidden', 'hidden 7.png'],
  ['-rf fox', 'rf fox 7.png'],
  ['CON', 'picture CON 7.png'],
  ['com1.snow', 'picture com1.snow 7.png'],
  ['\u202Egnp.fox', 'gnp.fox 7.png'],
  ['\0\u0007', 'picture 7.png'],
  ['***', 'picture 7.png'],
  ['雪の中の狐', '雪の中の狐 7.png'],
])('%j becomes %j', (prompt, name) => {
  expect(fileNameFor(prompt, 7, 'image/png')).toBe(name);
});

test.each([
  ['a fox in the snow', 'video/mp4', 'a fox in the snow 7.mp4'],
  ['', 'video/mp4', 'clip 7.mp4'],
  ['CON', 'video/webm', 'clip CON 7.webm'],
] as const)('a clip of %j as %s is %j', (prompt, mediaType, name) => {
  expect(fileNameFor(prompt, 7, mediaType)).toBe(name);
});

test('a long prompt is cut between words', () => {
  const name = fileNameFor('a very small fox '.repeat(20), 1, 'image/png');
  expect(name).toBe('a very small fox a very small fox a very small fox a very 1.png');
});

test('every prompt gives a name that is one file on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.nat(), (prompt, seed) => {
      const name = fileNameFor(prompt, seed, 'image/png');
      expect(win32.basename(name)).toBe(name);
      expect(name).toMatch(/^[^.\s-].* \d+\.png$/u);
      expect(name).not.toMatch(/[\p{C}<>:"/\\|?*]/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(Buffer.from(name, 'utf8').toString('utf8')).toBe(name);
    }),
  );
});
