import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cameraFor } from '../../../src-renderer/darkroom/assembly/camera';
import { timelineOf } from '../../../src-renderer/darkroom/assembly/timeline';
import { directionOf, wrap } from '../../../src-renderer/darkroom/assembly/wrap';
import { transitions } from '../../../src-shared/jobs/assembly-request';

const scene = fc.record({
  seconds: fc.integer({ min: 1, max: 30 }),
  transition: fc.constantFrom(...transitions.map(({ id }) => id)),
});
const scenes = fc.array(scene, { minLength: 1, maxLength: 12 });

describe('the timeline', () => {
  test('every moment shows the scene whose time it is, or it changing with a neighbour', () => {
    fc.assert(
      fc.property(scenes, fc.double({ min: 0, max: 0.999, noNaN: true }), (all, share) => {
        const total = all.reduce((sum, { seconds }) => sum + seconds, 0);
        const second = share * total;
        const moment = timelineOf(all)(second);
        let ends = 0;
        const due = all.findIndex(({ seconds }) => {
          ends += seconds;
          return second < ends;
        });
        const shown = [
          moment.seen.scene,
          ...(moment.change === null ? [] : [moment.change.to.scene]),
        ];
        expect(shown).toContain(due);
        expect(moment.caption.scene).toBe(due);
        if (moment.change !== null) {
          expect(moment.change.to.scene).toBe(moment.seen.scene + 1);
          expect(moment.change.transition).toBe(all[moment.seen.scene]?.transition);
          expect(moment.change.share).toBeGreaterThan(0);
          expect(moment.change.share).toBeLessThan(1);
        }
      }),
    );
  });

  test('the camera of a scene never jumps and never stands still while it is seen', () => {
    fc.assert(
      fc.property(scenes, (all) => {
        const total = all.reduce((sum, { seconds }) => sum + seconds, 0);
        const at = timelineOf(all);
        const last = new Map<number, number>();
        for (let frame = 0; frame < total * 10; frame += 1) {
          const { seen, change } = at(frame / 10);
          for (const { scene: which, share } of change === null ? [seen] : [seen, change.to]) {
            const before = last.get(which);
            if (before !== undefined) {
              expect(share).toBeGreaterThan(before);
              expect(share - before).toBeLessThan(0.2);
            }
            last.set(which, share);
          }
        }
        expect(last.size).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });

  test('a transition takes a second, and never more than half of either scene', () => {
    const at = timelineOf([
      { seconds: 5, transition: 'dissolve' },
      { seconds: 1, transition: 'wipe' },
      { seconds: 5, transition: 'slide' },
    ]);
    const changes = (second: number) => at(second).change?.transition ?? null;
    expect([4.7, 4.76, 5, 5.24, 5.3].map(changes)).toEqual([
      ...[null, 'dissolve', 'dissolve', 'dissolve', null],
    ]);
    expect([5.7, 5.8, 6.2, 6.3].map(changes)).toEqual([null, 'wipe', 'wipe', null]);
    expect(at(5).change?.share).toBeCloseTo(0.5);
    // Nothing comes after the last.
    expect([10.6, 10.9].map(changes)).toEqual([null, null]);
  });

  test('a cut changes from one frame to the next', () => {
    const at = timelineOf([
      { seconds: 2, transition: 'cut' },
      { seconds: 2, transition: 'cut' },
    ]);
    expect([1.99, 2].map((second) => [at(second).seen.scene, at(second).change])).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  test('captions come and go softly inside their scene', () => {
    const at = timelineOf([{ seconds: 4, transition: 'cut' }]);
    expect([0, 0.125, 0.25, 2, 3.875].map((second) => at(second).caption.opacity)).toEqual([
      ...[0, 0.5, 1, 1, 0.5],
    ]);
  });
});

describe('the camera', () => {
  const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  test('stays inside the picture, moves, and moves the same way again', () => {
    fc.assert(
      fc.property(seed, fc.nat(39), (any, which) => {
        const camera = cameraFor(any, which);
        for (let share = 0; share <= 1; share += 0.05) {
          const { x, y, side } = camera(share);
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, y) + side).toBeLessThanOrEqual(1 + 1e-9);
          expect(cameraFor(any, which)(share)).toEqual({ x, y, side });
        }
        expect(Math.abs(camera(1).side - camera(0).side)).toBeGreaterThan(0.05);
      }),
    );
  });

  test('moves another way in another scene and for another seed', () => {
    expect(cameraFor(7, 0)(0.5)).not.toEqual(cameraFor(7, 1)(0.5));
    expect(cameraFor(7, 0)(0.5)).not.toEqual(cameraFor(8, 0)(0.5));
  });
});

describe('captions in lines', () => {
  const measure = (text: string) => [...text].length;

  test.each<[string, number, string[]]>([
    ['A fox sleeps in the snow.', 10, ['A fox', 'sleeps in', 'the snow.']],
    ['A fox sleeps in the snow.', 100, ['A fox sleeps in the snow.']],
    ['one\ntwo\r\nthree', 100, ['one', 'two', 'three']],
    ['  much   space  ', 100, ['much space']],
    ['a well-known fox', 8, ['a', 'well-kno', 'wn fox']],
    ['and/or 3.5 fox', 7, ['and/or', '3.5 fox']],
    ['ثعلب في الثلج', 8, ['ثعلب في', 'الثلج']],
    ['a well-known fox', 10, ['a', 'well-known', 'fox']],
    ['He said: (no) «yes»', 9, ['He said:', '(no)', '«yes»']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['今天天气很好，我们去公园吧。', 7, ['今天天气很好，', '我们去公园吧。']],
    ['', 10, []],
    [' \n\t', 10, []],
  ])('%j within %d', (caption, width, lines) =>
    expect(wrap(caption, width, measure)).toEqual(lines),
  );

  test('no line begins with punctuation that ends a word', () => {
    for (const width of [6, 7, 8, 9, 10, 11, 12]) {
      for (const line of wrap('今天天气很好，我们去公园吧。天晴！', width, measure)) {
        expect(line).not.toMatch(/^[，。！]/u);
      }
    }
  });

  test('any text comes back whole, and no line is too wide', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 60 }), (caption, width) => {
        const wrapped = wrap(caption, width, measure);
        const plain = (words: string) => words.replaceAll(/[\s\u2028\u2029]/g, '');
        expect(plain(wrapped.join(''))).toBe(plain(caption));
        for (const line of wrapped) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test.each([
    ['a fox', 'ltr'],
    ['12 foxes', 'ltr'],
    ['', 'ltr'],
    ['ثعلب في الثلج', 'rtl'],
    ['«שועל» fox', 'rtl'],
    ['fox ثعلب', 'ltr'],
  ])('%j runs %s', (text, direction) => expect(directionOf(text)).toBe(direction));
});
