import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashText } from '../../../src-renderer/darkroom/sketch/core/random';
import { figures } from '../../../src-renderer/darkroom/sketch/figures/figures';
import { planScene } from '../../../src-renderer/darkroom/sketch/plan/plan-scene';
import type { Scene } from '../../../src-renderer/darkroom/sketch/plan/scene';
import { frameOf } from '../../../src-renderer/darkroom/sketch/plan/stage';
import { lexicon } from '../../../src-renderer/darkroom/sketch/reading/lexicon';
import { readPrompt } from '../../../src-renderer/darkroom/sketch/reading/read-prompt';
import { subjectWords } from '../../../src-renderer/darkroom/sketch/reading/words-subjects';

function plan(prompt: string, seed = 1, negative = '', width = 1024, height = 1024): Scene {
  return planScene(readPrompt(prompt, negative), frameOf(width, height), seed);
}

function countOf(scene: Scene, name: string): number {
  return scene.groups.filter((group) => group.name === name).length;
}

/** A number that stands for everything in a plan. */
function fingerprint(scene: Scene): number {
  return hashText(JSON.stringify(scene));
}

describe('a plan', () => {
  test('is the same for the same request, and another for another seed', () => {
    expect(fingerprint(plan('a fox in the snow', 7))).toBe(
      fingerprint(plan('a fox in the snow', 7)),
    );
    const prints = [1, 2, 3, 4, 5, 4294967295].map((seed) =>
      fingerprint(plan('a fox in the snow', seed)),
    );
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('of any text at any size has groups, and numbers that can be drawn', () => {
    const sizes = fc.integer({ min: 256, max: 2048 });
    const words = fc.array(fc.constantFrom(...lexicon.keys()), { maxLength: 9 });
    const text = fc.oneof(
      words.map((it) => it.join(' ')),
      fc.string({ maxLength: 60 }),
    );
    const seeds = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(text, seeds, sizes, sizes, (prompt, seed, width, height) => {
        fc.pre(Math.max(width, height) <= Math.min(width, height) * 3);
        const scene = plan(prompt, seed, '', width, height);
        expect(scene.groups.length).toBeGreaterThan(1);
        expect(undrawable(scene)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['three foxes in a meadow', 'fox', 3],
    ['two whales at sea', 'whale', 2],
    ['a dozen penguins', 'penguin', 12],
    ['one sailboat', 'sailboat', 1],
    ['five apples on a table', 'apple', 5],
    ['four hot air balloons', 'hot-air balloon', 4],
  ])('honours the count in "%s"', (prompt, name, count) => {
    for (const seed of [1, 2, 3]) expect(countOf(plan(prompt, seed), name)).toBe(count);
  });

  test.each([
    ['a sunny day in the hills', 'clouds', 'cloud'],
    ['a starry night', 'stars', 'stars'],
    ['a dog and a cat', 'cat', 'cat'],
    ['sea at night, full moon', 'moon', 'moon'],
    ['a lake in the rain', 'rain', 'rain'],
    ['a meadow, winter, snow', 'snow', 'snowfall'],
    ['hills and trees', 'trees', 'tree'],
  ])('of "%s" leaves out %s when told to', (prompt, ban, name) => {
    for (let seed = 0; seed < 12; seed += 1) {
      expect(countOf(plan(prompt, seed, ban), name)).toBe(0);
    }
  });

  test.each([
    ['a fox in the snow', 'landscape'],
    ['waves on the ocean', 'sea'],
    ['a deer among trees in the woods', 'forest'],
    ['the alps', 'mountains'],
    ['new york skyline', 'city'],
    ['an astronaut', 'space'],
    ['jellyfish', 'underwater'],
    ['roses', 'flowers'],
    ['a vase and two apples', 'still life'],
    ['portrait of a woman', 'portrait'],
    ['hot air balloons', 'sky'],
    ['qwertyuiop', 'abstract'],
    ['', 'abstract'],
  ])('of "%s" is of kind %s', (prompt, kind) => {
    expect(plan(prompt).kind).toBe(kind);
  });

  test('an abstract differs with the words that were not understood', () => {
    expect(fingerprint(plan('flumph'))).not.toBe(fingerprint(plan('grindle')));
  });

  test('keeps the subject inside the frame', () => {
    for (const prompt of ['a fox', 'a castle', 'a horse and a barn', 'two elephants']) {
      for (let seed = 0; seed < 8; seed += 1) {
        const scene = plan(prompt, seed);
        const [left, right] = extent(scene);
        expect(left).toBeGreaterThan(-0.12);
        expect(right).toBeLessThan(scene.frame.width + 0.12);
      }
    }
  });

  test('draws every subject of the lexicon', () => {
    for (const [id, { figures: choices, words }] of Object.entries(subjectWords)) {
      if (id === 'portrait') continue;
      const drawn = new Set<string>();
      const [word = id] = words.split('|');
      for (let seed = 0; seed < 6; seed += 1) {
        for (const group of plan(`two ${word}`, seed).groups) drawn.add(group.name);
      }
      expect(
        choices.some((choice) => drawn.has(choice)),
        `${id} by "${word}"`,
      ).toBe(true);
    }
  });

  test('uses every figure for some word', () => {
    const used = new Set(
      Object.values(subjectWords).flatMap((entry): readonly string[] => entry.figures),
    );
    expect(Object.keys(figures).filter((id) => !used.has(id))).toEqual([]);
  });
});

function extent(scene: Scene): [number, number] {
  const xs = scene.groups
    .filter((group) => group.plane === 'subject')
    .flatMap((group) => group.shapes)
    .flatMap((shape) =>
      shape.kind === 'area' && shape.clip === undefined && shape.material !== 'shade'
        ? shape.rings
        : [],
    )
    .flatMap((ring) => ring.map(([x]) => x));
  return [Math.min(...xs), Math.max(...xs)];
}

/** Names of groups with a coordinate or a colour that is no finite number. */
function undrawable(scene: Scene): string[] {
  const finite = (value: unknown): boolean => {
    if (typeof value === 'number') return Number.isFinite(value);
    if (Array.isArray(value)) return value.every(finite);
    if (typeof value === 'object' && value !== null) return Object.values(value).every(finite);
    return true;
  };
  return scene.groups.filter((group) => !finite(group)).map((group) => group.name);
}
