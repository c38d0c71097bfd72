import { expect, test } from 'vitest';
import { indexAfterKey } from '../../../src-renderer/gallery/grid-keys';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 8, 8],
  ['ArrowUp', 5, 1],
  ['ArrowUp', 2, 2],
  ['Home', 7, 0],
  ['End', 0, 9],
  ['PageDown', 1, 9],
  ['PageUp', 9, 0],
])('%s moves the focus from %i to %i in ten pictures of four columns', (key, from, to) => {
  expect(indexAfterKey(key, from, 4, 10)).toBe(to);
});

test('other keys move nothing, and nothing moves where there is nothing', () => {
  expect(indexAfterKey('x', 0, 4, 10)).toBeNull();
  expect(indexAfterKey('Home', 0, 4, 0)).toBeNull();
});
