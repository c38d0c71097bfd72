import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faithful } from '../../../src-renderer/darkroom/refine/faithful';
import { coloursOf, insideOf } from '../../../src-renderer/darkroom/refine/pixels';
import { tilesOf } from '../../../src-renderer/darkroom/refine/tiles';

const length = fc.integer({ min: 1, max: 300 });

describe('tiles', () => {
  test('cover every pixel of any picture, stay inside it, and are all of one size', () => {
    fc.assert(
      fc.property(length, length, fc.integer({ min: 1, max: 80 }), (width, height, side) => {
        const tiles = tilesOf(width, height, side);
        const [first] = tiles;
        const covered = new Set<number>();
        for (const tile of tiles) {
          expect([tile.width, tile.height]).toEqual([first?.width, first?.height]);
          expect(tile.x >= 0 && tile.x + tile.width <= width).toBe(true);
          expect(tile.y >= 0 && tile.y + tile.height <= height).toBe(true);
          for (const x of [tile.x, tile.x + tile.width - 1]) covered.add(x);
        }
        const columns = new Set<number>();
        for (const { x, width: part } of tiles)
          for (let at = x; at < x + part; at += 1) columns.add(at);
        const rows = new Set<number>();
        for (const { y, height: part } of tiles)
          for (let at = y; at < y + part; at += 1) rows.add(at);
        expect([columns.size, rows.size]).toEqual([width, height]);
        expect(tiles.length).toBe(Math.ceil(width / side) * Math.ceil(height / side));
      }),
    );
  });

  test.each([
    [64, 64, 1],
    [65, 64, 2],
    [1024, 1024, 256],
    [1, 1, 1],
  ])('a picture of %d × %d has %d', (width, height, count) => {
    expect(tilesOf(width, height)).toHaveLength(count);
  });
});

describe('pixels', () => {
  test('colours leave out how opaque they are, and come back opaque', () => {
    const rgba = Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 0);
    const colours = coloursOf(rgba);
    expect([...colours]).toEqual([1, 2, 3, 4, 5, 6]);
    const { rgba: back } = insideOf(colours, { width: 2, height: 1 }, 0);
    expect([...back]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  test('the margin is cut off on every side', () => {
    const colours = Float32Array.from({ length: 5 * 4 * 3 }, (_, index) => Math.floor(index / 3));
    const inside = insideOf(colours, { width: 5, height: 4 }, 1);
    expect([inside.width, inside.height]).toEqual([3, 2]);
    expect([...inside.rgba].filter((_, index) => index % 4 === 0)).toEqual([6, 7, 8, 11, 12, 13]);
  });

  test('what is beyond black and white is held there', () => {
    const { rgba } = insideOf(Float32Array.of(-20, 300, 99.6), { width: 1, height: 1 }, 0);
    expect([...rgba]).toEqual([0, 255, 100, 255]);
  });
});

describe('giving back what was lost', () => {
  const size = { width: 6, height: 5 };
  const meanOf = (enlarged: Float32Array, factor: number) =>
    Float32Array.from({ length: size.width * size.height * 3 }, (_, index) => {
      const [channel, pixel] = [index % 3, Math.floor(index / 3)];
      const [x, y] = [pixel % size.width, Math.floor(pixel / size.width)];
      let sum = 0;
      for (let down = 0; down < factor; down += 1) {
        for (let right = 0; right < factor; right += 1) {
          const at = (y * factor + down) * size.width * factor + x * factor + right;
          sum += enlarged[at * 3 + channel] ?? 0;
        }
      }
      return sum / factor ** 2;
    });
  const apart = (one: Float32Array, other: Float32Array) =>
    one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);

  test.each([2, 3, 4])('scaled down again, it is nearer to the picture (%d times)', (factor) => {
    const picture = Float32Array.from({ length: 90 }, (_, index) => (index * 37) % 256);
    const blank = new Float32Array(90 * factor ** 2).fill(128);
    const result = faithful(blank, picture, size, factor);
    const before = apart(meanOf(blank, factor), picture);
    expect(apart(meanOf(result, factor), picture)).toBeLessThan(before / 2);
  });

  test('what is faithful already stays as it is', () => {
    const factor = 3;
    const enlarged = Float32Array.from({ length: 90 * 9 }, (_, index) => (index * 91) % 256);
    const result = faithful(enlarged, meanOf(enlarged, factor), size, factor);
    const worst = result.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (enlarged[index] ?? 0))),
      0,
    );
    expect(worst).toBeLessThan(0.01);
  });

  test('one colour stays that colour to the edges', () => {
    const picture = new Float32Array(90).fill(77);
    const result = faithful(new Float32Array(90 * 4).fill(77), picture, size, 2);
    expect(result.every((value) => Math.abs(value - 77) < 0.001)).toBe(true);
  });
});
