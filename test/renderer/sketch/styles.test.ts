import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contactPrints } from '../../../src-renderer/darkroom/sketch/contact-sheet';
import { fromLab, hex, mix, shift, toLab } from '../../../src-renderer/darkroom/sketch/core/colour';
import type { Point } from '../../../src-renderer/darkroom/sketch/core/geometry';
import { noiseTile } from '../../../src-renderer/darkroom/sketch/core/noise';
import { createRandom } from '../../../src-renderer/darkroom/sketch/core/random';
import { styles } from '../../../src-renderer/darkroom/sketch/styles';
import { painters } from '../../../src-renderer/darkroom/sketch/styles/painters';
import { triangulate } from '../../../src-renderer/darkroom/sketch/styles/triangulate';
import { sketchStyles } from '../../../src-shared/jobs/sketch-styles';

describe('styles', () => {
  test('every style that is offered has one painter of its own and a description', () => {
    expect(Object.keys(painters).sort()).toEqual(sketchStyles.map(({ id }) => id).sort());
    expect(new Set(Object.values(painters)).size).toBe(sketchStyles.length);
    expect(sketchStyles.length).toBeGreaterThanOrEqual(8);
    for (const style of styles) expect(style.description).toMatch(/\w{3,}.*\.$/);
  });

  test('the page about the contact sheet lists what is on it', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/contact-sheet.md'), 'utf8');
    const rows = contactPrints.map(
      (print, index) => `| ${index + 1} | ${print.prompt} | ${print.style} | ${print.seed} |`,
    );
    expect(page.split('\n').filter((line) => /^\| \d/.test(line))).toEqual(rows);
  });

  test('the contact sheet shows every style', () => {
    expect(contactPrints).toHaveLength(24);
    expect(new Set(contactPrints.map((print) => print.style)).size).toBe(sketchStyles.length);
  });
});

describe('what styles are built on', () => {
  test('colours survive OKLab, and mixing ends where it says', () => {
    for (const text of ['#c8502d', '#000000', '#ffffff', '#1c2547']) {
      const colour = hex(text);
      fromLab(toLab(colour)).forEach((channel, index) => {
        expect(channel).toBeCloseTo(colour[index] ?? Number.NaN, 0);
      });
    }
    expect(mix([0, 0, 0], [255, 255, 255], 1)).toEqual([255, 255, 255]);
    expect(toLab(shift(hex('#4f9150'), { light: 0.1 }))[0]).toBeGreaterThan(
      toLab(hex('#4f9150'))[0],
    );
  });

  test('a random stream depends on its seed and its name alone', () => {
    const first = createRandom(42, 'sky');
    const draws = [first.next(), first.next(), first.next()];
    const again = createRandom(42, 'sky');
    expect([again.next(), again.next(), again.next()]).toEqual(draws);
    expect(createRandom(43, 'sky').next()).not.toBe(draws[0]);
    expect(createRandom(42, 'sea').next()).not.toBe(draws[0]);
    expect(first.fork('a').next()).toBe(createRandom(42, 'sky').fork('a').next());
  });

  test('a noise tile repeats without a seam', () => {
    const size = 64;
    const tile = noiseTile(5, size, 8, 2);
    let seam = 0;
    let inside = 0;
    for (let y = 0; y < size; y += 1) {
      seam += Math.abs((tile[y * size] ?? 0) - (tile[y * size + size - 1] ?? 0));
      inside += Math.abs((tile[y * size + 31] ?? 0) - (tile[y * size + 32] ?? 0));
    }
    expect(seam).toBeLessThan(inside * 3 + 1);
    expect(Math.max(...tile)).toBeLessThanOrEqual(1);
  });

  test('a triangulation covers its hull once', () => {
    const random = createRandom(9);
    const points: Point[] = Array.from({ length: 60 }, () => [random.next(), random.next()]);
    points.push([0, 0], [1, 0], [0, 1], [1, 1]);
    const steps = triangulate(points);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const areas = step.value.map((corners) => {
      const [a, b, c] = corners.map((index) => points[index] ?? [0, 0]);
      if (!a || !b || !c) return 0;
      return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
    });
    expect(areas.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
    expect(step.value.length).toBe(2 * points.length - 2 - 4);
  });
});
