import { expect, test } from 'vitest';
import { nounOf, outputsText } from '../../../src-shared/jobs/output-words';

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

test.each([
  [[], '0 pictures'],
  [['image/png'], '1 picture'],
  [['video/mp4', 'video/webm'], '2 clips'],
  [['image/png', 'video/mp4', 'image/png', 'image/png'], '3 pictures and 1 clip'],
] as const)('%j are %s', (mediaTypes, words) => {
  expect(outputsText(mediaTypes, counted)).toBe(words);
});

test('a file that moves is a clip', () => {
  expect(nounOf('video/webm')).toBe('clip');
  expect(nounOf('image/png')).toBe('picture');
});
