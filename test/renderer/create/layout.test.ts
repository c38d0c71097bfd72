// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  longSidesUpTo,
  shapeOf,
  shapes,
  sizeOf,
} from '../../../src-renderer/create/picture-shapes';
import { layOutTiles } from '../../../src-renderer/create/tile-layout';

describe('a batch on the stage', () => {
  const wide = { width: 1000, height: 500, gap: 10 };
  const tall = { width: 500, height: 1000, gap: 10 };

  test.each([
    [1, wide, 1],
    [2, wide, 2],
    [2, tall, 1],
    [4, { width: 1600, height: 400, gap: 10 }, 4],
    [4, { width: 800, height: 800, gap: 10 }, 2],
  ])('of %i squares takes the columns that make them largest', (count, place, columns) => {
    expect(layOutTiles(count, 1, place)).toEqual({ columns, scrolls: false });
  });

  test('scrolls rather than shrink to stamps', () => {
    expect(layOutTiles(100, 1, wide)).toEqual({ columns: 5, scrolls: true });
  });

  test('has a column even before its place is measured', () => {
    expect(layOutTiles(3, 1, { width: 0, height: 0, gap: 10 }).columns).toBe(1);
  });
});

describe('the sizes on offer', () => {
  test('are multiples of 8 and are known again by their shape', () => {
    for (const shape of shapes) {
      for (const side of longSidesUpTo(2048)) {
        const { width, height } = sizeOf(shape, side);
        expect([width % 8, height % 8]).toEqual([0, 0]);
        expect(shapeOf(width, height)?.name).toBe(shape.name);
      }
    }
  });

  test('end at what the model can do', () => {
    expect(longSidesUpTo(1024)).toEqual([512, 768, 1024]);
  });

  test('do not claim a size of one’s own', () => {
    expect(shapeOf(700, 512)).toBeNull();
  });
});
