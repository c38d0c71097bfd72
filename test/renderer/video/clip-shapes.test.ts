import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedSize,
  clipSizeLike,
  clipSizeOf,
  fitsModel,
} from '../../../src-renderer/video/clip-shapes';
import { clipSizes } from '../../../src-shared/jobs/clip-request';

test.each([
  [1920, 1080, '1080p-16:9', '1080p-16:9'],
  [360, 640, '720p-16:9', '720p-9:16'],
  [1000, 1100, '720p-16:9', '720p-1:1'],
  [3000, 1000, '1080p-9:16', '1080p-16:9'],
  [768, 1024, '720p-1:1', '720p-9:16'],
  [1024, 768, '720p-1:1', '720p-16:9'],
])('a picture of %i × %i and %s take %s', (width, height, id, size) => {
  expect(clipSizeLike({ width, height }, id)).toBe(size);
});

test('another proportion keeps the height, another height the proportion', () => {
  expect(changedSize('1080p-16:9', { ratio: '1:1' })).toBe('1080p-1:1');
  expect(changedSize('720p-9:16', { name: '1080p' })).toBe('1080p-9:16');
  expect(changedSize('720p-9:16', { name: '4k' })).toBe('720p-9:16');
});

test('every picture has a size like it, of the height that was chosen', () => {
  const side = fc.integer({ min: 1, max: 100_000 });
  const id = fc.constantFrom(...clipSizes.map((size) => size.id));
  fc.assert(
    fc.property(side, side, id, (width, height, chosen) => {
      const size = clipSizeOf(clipSizeLike({ width, height }, chosen));
      expect(size.name).toBe(clipSizeOf(chosen).name);
    }),
  );
});

test('a model up to 1,280 pixels makes 720p alone, save the square of 1080p', () => {
  const possible = clipSizes.filter((size) => fitsModel(size, 1280)).map(({ id }) => id);
  expect(possible).toEqual(['720p-16:9', '720p-9:16', '720p-1:1', '1080p-1:1']);
});
