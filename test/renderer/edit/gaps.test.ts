import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestSources } from '../../../src-renderer/darkroom/edit/continuation';
import {
  awayFrom,
  marginGap,
  marginMask,
  marginsOf,
} from '../../../src-renderer/darkroom/edit/margin';
import { boxOf, depths, markWhite } from '../../../src-renderer/darkroom/edit/mask';
import { around, maskGap } from '../../../src-renderer/darkroom/edit/mask-gap';
import { continuePatches, sourcesOf } from '../../../src-renderer/darkroom/edit/patches';
import { between, fillGaps } from '../../../src-renderer/darkroom/edit/pull-push';
import { createSeams, pictureAt } from '../../../src-renderer/darkroom/edit/seams';
import { paintedPart, sheetAround } from '../../../src-renderer/darkroom/edit/sheet';
import { finish } from './studies';

const [width, height] = [17, 11];
const masks = fc
  .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
  .map((open) => Uint8Array.from(open, Number));

describe('a mask', () => {
  test('is open where its picture is white and can be seen', () => {
    const pixels = [
      [255, 255, 255, 255],
      [0, 0, 0, 255],
      [255, 255, 255, 0],
      [120, 120, 120, 255],
      [140, 140, 140, 255],
      [255, 255, 255, 100],
    ];
    const open = new Uint8Array(8);
    markWhite(pixels.flat(), open, 2);
    expect([...open]).toEqual([0, 0, 1, 0, 0, 0, 1, 0]);
  });

  test('lies in its box and touches all four sides of it', () => {
    fc.assert(
      fc.property(masks, (open) => {
        const box = boxOf(open, width, height);
        const places = [...open.entries()].filter(([, isOpen]) => isOpen === 1);
        if (box === null) return expect(places).toEqual([]);
        const columns = places.map(([place]) => place % width);
        const rows = places.map(([place]) => Math.floor(place / width));
        expect(box).toEqual({
          left: Math.min(...columns),
          top: Math.min(...rows),
          width: Math.max(...columns) - Math.min(...columns) + 1,
          height: Math.max(...rows) - Math.min(...rows) + 1,
        });
      }),
    );
  });

  test('knows for each open pixel about how far the nearest closed one is', () => {
    fc.assert(
      fc.property(masks, (open) => {
        const box = boxOf(open, width, height);
        if (box === null) return;
        const depth = finish(depths({ width, height, open, box }));
        const closed = [...open.keys()].filter((place) => open[place] === 0);
        for (const [index, found] of depth.entries()) {
          const [x, y] = [box.left + (index % box.width), box.top + Math.floor(index / box.width)];
          if (open[y * width + x] === 0) expect(found).toBe(0);
          if (closed.length === 0) continue;
          const near = Math.min(
            ...closed.map((place) =>
              Math.hypot((place % width) - x, Math.floor(place / width) - y),
            ),
          );
          expect(found).toBeGreaterThanOrEqual(near - 1e-4);
          expect(found).toBeLessThanOrEqual(near * 1.09 + 1e-4);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is painted on a sheet that Sketch can paint and whose paper edge stays outside', () => {
    fc.assert(
      fc.property(
        fc.record({
          left: fc.integer({ min: 0, max: 2000 }),
          top: fc.integer({ min: 0, max: 2000 }),
          width: fc.integer({ min: 1, max: 2048 }),
          height: fc.integer({ min: 1, max: 2048 }),
        }),
        (box) => {
          const sheet = sheetAround(box);
          expect(Math.max(sheet.width, sheet.height)).toBeLessThanOrEqual(
            Math.min(sheet.width, sheet.height) * 3,
          );
          expect(Math.min(sheet.width, sheet.height)).toBeGreaterThanOrEqual(64);
          const used = paintedPart(sheet);
          expect(used.left).toBeLessThan(box.left);
          expect(used.left + used.width).toBeGreaterThan(box.left + box.width);
        },
      ),
    );
  });
});

describe('gaps', () => {
  test('are filled from what is known, which stays, and never beyond it', () => {
    fc.assert(
      fc.property(masks, fc.infiniteStream(fc.integer({ min: -50, max: 50 })), (known, numbers) => {
        const values = Float32Array.from(known, () => Number(numbers.next().value));
        const kept = [...values].filter((_, index) => known[index] === 1);
        if (kept.length === 0) return;
        const filled = fillGaps({ width, height, values, weights: Float32Array.from(known) });
        expect(Math.min(...filled)).toBeGreaterThanOrEqual(Math.min(...kept) - 1e-3);
        expect(Math.max(...filled)).toBeLessThanOrEqual(Math.max(...kept) + 1e-3);
        for (const [index, value] of filled.entries()) {
          if (known[index] === 1) expect(value).toBe(values[index]);
        }
      }),
    );
  });

  test('are read between places and go on past the edge', () => {
    const grid = { width: 2, height: 2 };
    const values = [0, 10, 20, 30];
    expect(between(values, grid, 0.5, 0)).toBe(5);
    expect(between(values, grid, 0.5, 0.5)).toBe(15);
    expect(between(values, grid, 9, -4)).toBe(10);
  });

  test('of a mask are unknown wherever one of their pixels is open', () => {
    const open = new Uint8Array(40 * 30);
    open[12 * 40 + 21] = 1;
    const mask = { width: 40, height: 30, open, box: { left: 21, top: 12, width: 1, height: 1 } };
    const part = around(mask.box, 40, 30);
    const known = maskGap(mask, part).knownCells(5, 5);
    expect([...known].filter((cell) => cell === 0)).toHaveLength(1);
    const everywhere = { left: 0, top: 0, width: 40, height: 30 };
    const cells = maskGap(mask, everywhere).knownCells(20, 15);
    expect(cells.indexOf(0)).toBe(6 * 20 + 10);
  });

  test('go on from sources alone, the same for the same seed', () => {
    const gap = marginGap({ left: 0, top: 0, right: 24, bottom: 20 }, 36, 20);
    const known = gap.knownCells(36, 20);
    const stripes = () =>
      Float32Array.from(known, (isKnown, place) =>
        isKnown === 1 && Math.floor(place / 36) % 8 < 4 ? 200 : 40,
      );
    const run = () => {
      const planes = [stripes(), stripes(), stripes()] as const;
      const sheet = { width: 36, height: 20, planes, known, price: new Float32Array(720) };
      const start = nearestSources(sheet);
      if (start === null) throw new Error('there are sources');
      const canvas = { ...sheet, pull: gap.pull(36, 20) };
      gap.fill(canvas);
      return { matches: finish(continuePatches(canvas, start, 3, 5)), planes };
    };
    const { matches, planes } = run();
    const sources = sourcesOf({ width: 36, height: 20, known });
    for (const [place, match] of matches.entries()) {
      if (known[place] === 0) expect(sources[match]).toBe(1);
    }
    for (const row of [5, 9, 13]) {
      expect(planes[0][row * 36 + 32]).toBeCloseTo(planes[0][row * 36 + 10] ?? 0, -1);
    }
    expect(run().matches).toEqual(matches);
  });
});

describe('a margin', () => {
  const place = { left: 10, top: 0, right: 40, bottom: 20 };

  test('and the picture share out the canvas', () => {
    const counts = new Uint8Array(60 * 30);
    for (const { left, top, right, bottom } of marginsOf(place, 60, 30)) {
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) counts[y * 60 + x] = (counts[y * 60 + x] ?? 0) + 1;
      }
    }
    expect([...counts]).toEqual([...marginMask(place, 60, 30)]);
    expect(counts.filter((count) => count === 0)).toHaveLength(30 * 20);
  });

  test('is nearer to the border the farther from the picture', () => {
    expect(awayFrom(place, 60, 30, 9, 5)).toBeCloseTo(0.1);
    expect(awayFrom(place, 60, 30, 0, 5)).toBeCloseTo(1);
    expect(awayFrom(place, 60, 30, 59, 29)).toBeCloseTo(1);
    expect(awayFrom(place, 60, 30, 20, 24)).toBeCloseTo(0.5);
  });

  test('begins with the colour of the picture at its edge', () => {
    const data = new Uint8ClampedArray(30 * 20 * 4).map((_, index) =>
      index % 4 === 3 ? 255 : 100 + (Math.floor(index / 120) % 20),
    );
    const picture = { data, place };
    const seams = createSeams(picture, () => [140, 90, 120]);
    for (const y of [0, 7, 19]) {
      const [edge] = pictureAt(picture, 39, y);
      const [red, green, blue] = seams.join(40, y, [140, 90, 120]);
      for (const channel of [red, green, blue]) expect(Math.abs(channel - edge)).toBeLessThan(1);
    }
    const [far] = seams.join(59, 7, [140, 90, 120]);
    expect(far).toBeGreaterThan(115);
  });
});
