import { describe, expect, test } from 'vitest';
import { coveringPart } from '../../../src-renderer/darkroom/edit/cover';
import { asksForThings, figureOf, fitted, lit } from '../../../src-renderer/darkroom/edit/figure';
import { handlingOf } from '../../../src-renderer/darkroom/edit/repaint';
import { turnedLight } from '../../../src-renderer/darkroom/edit/vary';
import { comesFrom, folded, warpOf } from '../../../src-renderer/darkroom/edit/warp';
import { gradeOf, saidOfWords } from '../../../src-renderer/darkroom/edit/words';
import { type Colour, lightness } from '../../../src-renderer/darkroom/sketch/core/colour';
import { boxOf } from '../../../src-renderer/darkroom/sketch/core/geometry';
import { planScene } from '../../../src-renderer/darkroom/sketch/plan/plan-scene';
import { frameOf } from '../../../src-renderer/darkroom/sketch/plan/stage';
import { readPrompt } from '../../../src-renderer/darkroom/sketch/reading/read-prompt';

const leaf: Colour = [70, 140, 50];
const wall: Colour = [190, 180, 170];

function graded(prompt: string, colour: Colour, height = 0.5): Colour {
  const grade = gradeOf(readPrompt(prompt, ''));
  if (grade === null) throw new Error(`«${prompt}» asks for no light`);
  return grade(colour, height);
}

describe('words for a picture that is there', () => {
  test('of light change it: night is darker than dusk, dusk than day', () => {
    const [night, dusk, day] = ['at night', 'at dusk', 'at noon'].map((prompt) =>
      lightness(graded(prompt, wall)),
    );
    expect(night).toBeLessThan(Number(dusk) - 0.05);
    expect(dusk).toBeLessThan(Number(day) - 0.05);
  });

  test('of the year turn leaves and hardly walls', () => {
    const [red, green] = graded('in autumn', leaf);
    expect(red).toBeGreaterThan(green);
    const change = graded('in autumn', wall).map((channel, index) => channel - (wall[index] ?? 0));
    expect(Math.max(...change.map(Math.abs))).toBeLessThan(35);
  });

  test('of colour draw all colours to it and keep their light', () => {
    const [red, , blue] = graded('red', [90, 120, 200]);
    expect(red).toBeGreaterThan(blue);
    expect(lightness(graded('red', wall))).toBeCloseTo(lightness(wall), 1);
  });

  test('that say nothing of light change nothing and are named as left out', () => {
    const reading = readPrompt('a fox and a blorp', '');
    expect(gradeOf(reading)).toBeNull();
    expect(saidOfWords(reading)).toBe(
      '; it adds no new things to a picture, so it left out fox and blorp.',
    );
    expect(saidOfWords(readPrompt('at night, in winter', ''))).toBe(
      ', with light and colours for at night and winter.',
    );
    expect(saidOfWords(readPrompt('', ''))).toBe('.');
  });
});

describe('a strength', () => {
  test('sees less, in wider forms, and lets less of the picture through the stronger it is', () => {
    const handlings = [0, 25, 50, 75, 100].map((strength) => handlingOf(strength, true, true));
    for (const [index, weaker] of handlings.slice(0, -1).entries()) {
      const stronger = handlings[index + 1];
      if (stronger === undefined) throw new Error('a stronger one follows');
      expect(stronger.modelSide).toBeLessThan(weaker.modelSide);
      expect(stronger.closeness.masses).toBeLessThan(weaker.closeness.masses);
      expect(stronger.cover).toBeGreaterThanOrEqual(weaker.cover);
    }
    expect(handlings[0]?.cover).toBeLessThan(0.5);
    expect(handlings[4]?.cover).toBe(1);
  });
});

describe('a picture of another shape', () => {
  test.each([
    [
      { width: 400, height: 200 },
      { width: 100, height: 100 },
      { x: 100, y: 0, width: 200, height: 200 },
    ],
    [
      { width: 200, height: 400 },
      { width: 300, height: 200 },
      { x: 0, y: 400 / 3, width: 200, height: 400 / 3 },
    ],
    [
      { width: 50, height: 50 },
      { width: 800, height: 800 },
      { x: 0, y: 0, width: 50, height: 50 },
    ],
  ])('%o fills %o from the middle', (source, target, part) => {
    const found = coveringPart(source, target);
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(found[side]).toBeCloseTo(part[side]);
    }
  });
});

describe('a relative of a picture', () => {
  test('shows places of the picture only, and other ones for another seed', () => {
    const places = [1, 2, 3].map((seed) => {
      const warp = warpOf(seed, 1);
      return [0, 100, 299].flatMap((x) => [0, 80, 199].map((y) => comesFrom(warp, 300, 200, x, y)));
    });
    for (const [x, y] of places.flat()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(299);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(199);
    }
    expect(places[0]).not.toEqual(places[1]);
    expect(places[1]).not.toEqual(places[2]);
    expect(turnedLight(1, 1)(wall, 0.5)).not.toEqual(turnedLight(2, 1)(wall, 0.5));
    expect(comesFrom(warpOf(1, 1), 300, 200, 7, 9)).toEqual(
      comesFrom(warpOf(1, 1), 300, 200, 7, 9),
    );
  });

  test('folds what lies outside back in', () => {
    expect([-3, 0, 4, 9, 12, 18, 21].map((value) => folded(value, 9))).toEqual([
      3, 0, 4, 9, 6, 0, 3,
    ]);
  });
});

describe('things for a region', () => {
  test('are things alone when the prompt says nothing of place or light', () => {
    expect(asksForThings(readPrompt('a deer', ''))).toBe(true);
    expect(asksForThings(readPrompt('a deer in the mountains', ''))).toBe(false);
    expect(asksForThings(readPrompt('a deer at night', ''))).toBe(false);
    expect(asksForThings(readPrompt('a blorp', ''))).toBe(false);
  });

  test('are fitted in whole, and are darker in a dark place', () => {
    const figure = figureOf(planScene(readPrompt('a deer', ''), frameOf(300, 200), 4));
    const into = { left: 0.2, top: 0.1, right: 0.6, bottom: 0.5 };
    const put = fitted(figure, into);
    const rings = put.flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.kind === 'area' && shape.material !== 'shade' && shape.material !== 'glow'
          ? shape.rings
          : [],
      ),
    );
    const box = boxOf(rings);
    expect(box.left).toBeGreaterThan(into.left - 1e-6);
    expect(box.right).toBeLessThan(into.right + 1e-6);
    expect(box.top).toBeGreaterThan(into.top - 1e-6);
    expect(box.bottom).toBeLessThan(into.bottom + 1e-6);
    const meanLight = (groups: typeof put) => {
      const flats = groups.flatMap(({ shapes }) =>
        shapes.flatMap((shape) =>
          shape.kind === 'area' && shape.fill.kind === 'flat' ? [lightness(shape.fill.colour)] : [],
        ),
      );
      return flats.reduce((sum, light) => sum + light, 0) / flats.length;
    };
    expect(meanLight(lit(put, [20, 24, 50], 1))).toBeLessThan(meanLight(put) - 0.05);
  });
});
