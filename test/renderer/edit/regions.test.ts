import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeRegions, fillOf } from '../../../src-renderer/darkroom/edit/describe';
import { directionsOf } from '../../../src-renderer/darkroom/edit/directions';
import { mergeRegions } from '../../../src-renderer/darkroom/edit/merge';
import { cracksOf, smoothOutline } from '../../../src-renderer/darkroom/edit/outline';
import { readScene } from '../../../src-renderer/darkroom/edit/read-scene';
import { type Regions, segment } from '../../../src-renderer/darkroom/edit/segment';
import { soften } from '../../../src-renderer/darkroom/edit/soften';
import type { Study } from '../../../src-renderer/darkroom/edit/study';
import type { Point } from '../../../src-renderer/darkroom/sketch/core/geometry';
import { frameOf } from '../../../src-renderer/darkroom/sketch/plan/stage';
import { finish, greyStudy, studyFrom } from './studies';

const [width, height] = [20, 14];

const studies: fc.Arbitrary<Study> = fc
  .array(fc.constantFrom(0.1, 0.35, 0.6, 0.9), {
    minLength: width * height,
    maxLength: width * height,
  })
  .map((light) => greyStudy(width, height, light));

/** Places of each region that can be reached from its first place without leaving it. */
function reached({ labels, count }: Regions): number {
  const seen = new Set<number>();
  for (let label = 0; label < count; label += 1) {
    const queue = [labels.indexOf(label)];
    for (const place of queue) {
      if (seen.has(place)) continue;
      seen.add(place);
      const near = [place - width, place + width];
      if (place % width > 0) near.push(place - 1);
      if (place % width < width - 1) near.push(place + 1);
      queue.push(...near.filter((next) => labels[next] === label));
    }
  }
  return seen.size;
}

/** Twice the area inside a ring, positive when it goes clockwise on a screen. */
function doubleArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

describe('regions of like colour', () => {
  test('are the two halves of a picture in two colours', () => {
    const study = studyFrom(24, 16, (x) => (x < 10 ? [200, 40, 30] : [30, 60, 200]));
    const { labels, count } = finish(segment(study, { ease: 0.2, smallest: 4 }));
    expect(count).toBe(2);
    expect([...labels]).toEqual(
      Array.from({ length: 24 * 16 }, (_, index) => (index % 24 < 10 ? 0 : 1)),
    );
  });

  test('cover the picture, each in one piece and none too small', () => {
    fc.assert(
      fc.property(studies, fc.integer({ min: 1, max: 12 }), (study, smallest) => {
        const regions = finish(segment(study, { ease: 0.2, smallest }));
        const sizes = new Array<number>(regions.count).fill(0);
        for (const label of regions.labels) sizes[label] = (sizes[label] ?? 0) + 1;
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallest);
        expect(reached(regions)).toBe(width * height);
      }),
      { numRuns: 60 },
    );
  });

  test('merge to the number that is wanted, and only as wholes', () => {
    fc.assert(
      fc.property(studies, fc.integer({ min: 1, max: 9 }), (study, wanted) => {
        const fine = finish(segment(study, { ease: 0.05, smallest: 1 }));
        const wide = finish(mergeRegions(study, fine, wanted));
        expect(wide.count).toBe(Math.min(wanted, fine.count));
        expect(reached(wide)).toBe(width * height);
        const homes = new Map<number, number>();
        fine.labels.forEach((label, place) => {
          const home = homes.get(label) ?? wide.labels[place];
          expect(wide.labels[place]).toBe(home);
          if (home !== undefined) homes.set(label, home);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('keep an edge when texture is evened out', () => {
    const rough = studyFrom(24, 12, (x, y) => {
      const grain = (x * 7 + y * 13) % 5;
      return x < 12 ? [190 + grain, 180, 170] : [40 + grain, 50, 60];
    });
    const soft = finish(soften(rough, 3, 0.06));
    const spread = (study: Study, from: number, to: number) => {
      const row = study.light.subarray(6 * 24 + from, 6 * 24 + to);
      return Math.max(...row) - Math.min(...row);
    };
    expect(spread(soft, 0, 12)).toBeLessThan(spread(rough, 0, 12) / 2);
    expect(spread(soft, 11, 13)).toBeGreaterThan(spread(rough, 11, 13) * 0.95);
  });
});

describe('outlines', () => {
  test('enclose their region clockwise, and more only where others lie inside it', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const regions = finish(segment(study, { ease: 0.15, smallest: 3 }));
        const sizes = new Array<number>(regions.count).fill(0);
        for (const label of regions.labels) sizes[label] = (sizes[label] ?? 0) + 1;
        finish(cracksOf(regions)).forEach((cracks, label) => {
          const area = doubleArea(cracks) / 2;
          const inside = sizes.filter((_, other) => other !== label).reduce((a, b) => a + b, 0);
          expect(area).toBeGreaterThanOrEqual(sizes[label] ?? 0);
          expect(area).toBeLessThanOrEqual((sizes[label] ?? 0) + inside);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('of neighbours share the line between them, and leave the picture past its edge', () => {
    const study = studyFrom(40, 30, (x, y) =>
      x + Math.round(3 * Math.sin(y / 4)) < 20 ? [220, 210, 90] : [30, 40, 90],
    );
    const regions = finish(segment(study, { ease: 0.2, smallest: 4 }));
    const [left, right] = finish(cracksOf(regions)).map((cracks) =>
      smoothOutline(cracks, regions, 3),
    );
    const key = ([x, y]: Point) => `${x.toFixed(6)} ${y.toFixed(6)}`;
    const isMiddle = ([x, y]: Point) => x > 8 && x < 32 && y > 4 && y < 26;
    const line = (left ?? []).filter(isMiddle).map(key);
    expect(line.length).toBeGreaterThan(6);
    expect((right ?? []).filter(isMiddle).map(key).sort()).toEqual([...line].sort());
    expect(Math.min(...(left ?? []).map(([x]) => x))).toBeLessThan(0);
  });
});

describe('what is seen of a picture', () => {
  test.each([
    ['upright stripes', (x: number, _y: number) => x, Math.PI / 2],
    ['level stripes', (_x: number, y: number) => y, 0],
    ['stripes that fall to the right', (x: number, y: number) => y - x, Math.PI / 4],
    ['stripes that rise to the right', (x: number, y: number) => y + x, -Math.PI / 4],
  ])('is along %s', (_name, across, angle) => {
    const study = studyFrom(48, 48, (x, y) => {
      const tone = 128 + 100 * Math.sin(across(x, y) / 1.6);
      return [tone, tone, tone];
    });
    const { cos, sin } = finish(directionsOf(study));
    const middle = 24 * 48 + 24;
    expect(cos[middle]).toBeCloseTo(Math.cos(angle * 2), 1);
    expect(sin[middle]).toBeCloseTo(Math.sin(angle * 2), 1);
  });

  test('is most interesting where most happens', () => {
    const study = studyFrom(60, 40, (x, y) =>
      x > 36 && (x + y) % 3 === 0 ? [20, 20, 20] : [200, 210, 220],
    );
    const { interest } = finish(directionsOf(study));
    expect(interest[20 * 60 + 50]).toBeGreaterThan(0.6);
    expect(interest[20 * 60 + 8]).toBeLessThan(0.4);
  });

  test('is a graded fill where the colour changes over a region, a flat one where not', () => {
    const study = studyFrom(30, 20, (x, y) => (y < 10 ? [40 + x * 6, 60, 90] : [10, 120, 40]));
    const labels = Int32Array.from({ length: 600 }, (_, index) => (index < 300 ? 0 : 1));
    const regions = { width: 30, height: 20, labels, count: 2 };
    const directions = finish(directionsOf(study));
    const [upper, lower] = finish(describeRegions(study, regions, directions));
    if (!upper || !lower) throw new Error('two regions were described');
    expect(fillOf(lower, 1).kind).toBe('flat');
    const fill = fillOf(upper, 1);
    if (fill.kind !== 'linear') throw new Error('the upper half is graded');
    expect(Math.abs(fill.to[1] - fill.from[1])).toBeLessThan(0.5);
    const [first, last] = fill.stops;
    const rises = fill.to[0] > fill.from[0];
    const [dark, bright] = rises ? [first, last] : [last, first];
    expect((bright?.colour[0] ?? 0) - (dark?.colour[0] ?? 0)).toBeGreaterThan(80);
  });

  test('is a scene of wide regions with what stands out on them', () => {
    const study = studyFrom(96, 64, (x, y) => {
      if (Math.hypot(x - 70, y - 18) < 8) return [250, 220, 90];
      return y < 40 ? [90, 150, 210] : [60, 120, 50];
    });
    const closeness = { masses: 2, details: 6, rounds: 2 };
    const { scene, guides } = finish(readScene(study, frameOf(96, 64), closeness));
    expect(guides).toMatchObject({ width: 96, height: 64 });
    const shapes = scene.groups.flatMap((group) => group.shapes);
    const warm = shapes.filter(
      (shape) => shape.kind === 'area' && shape.fill.kind === 'flat' && shape.fill.colour[0] > 230,
    );
    expect(warm).toHaveLength(1);
    expect(scene.groups.map(({ plane }) => plane)).toContain('subject');
    expect(scene.frame.width * scene.frame.height).toBeCloseTo(1);
  });
});
