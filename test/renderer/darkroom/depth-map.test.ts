import { describe, expect, it } from 'vitest';
import { guessDepth } from '../../../src-renderer/darkroom/motion/plan/depth-map';

type Painter = (x: number, y: number) => readonly [number, number, number];

const [width, height] = [64, 36];

function pictureOf(colourAt: Painter): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    pixels.set([...colourAt((at % width) / width, Math.floor(at / width) / height), 255], at * 4);
  }
  return pixels;
}

/** A blue sky, a green field, a red figure that stands in it. */
const landscape: Painter = (x, y) => {
  if (Math.abs(x - 0.5) < 0.08 && y > 0.35 && y < 0.85) return [200, 40, 30];
  return y < 0.5 ? [120, 170, 230] : [70, 140, 60];
};

const at = (x: number, y: number) => Math.floor(y * height) * width + Math.floor(x * width);

describe('the depth of a picture', () => {
  const { depth } = guessDepth(pictureOf(landscape), width, height);

  it('is least in the sky and grows towards the foot', () => {
    expect(depth[at(0.1, 0.1)]).toBeLessThan(0.1);
    expect(depth[at(0.1, 0.9)]).toBeGreaterThan(0.5);
  });

  it('brings a figure as a whole before what is beside it', () => {
    const head = depth[at(0.5, 0.42)] ?? 0;
    expect(head).toBeGreaterThan((depth[at(0.2, 0.42)] ?? 0) + 0.4);
    expect(head).toBeCloseTo(depth[at(0.5, 0.75)] ?? 0, 1);
  });

  it('lies between 0 and 1 for anything, even one plain colour', () => {
    const noise: Painter = (x, y) => [(x * 977) % 255, (y * 577) % 255, (x * y * 3571) % 255];
    for (const painter of [noise, (): [number, number, number] => [9, 9, 9]]) {
      const map = guessDepth(pictureOf(painter), width, height);
      expect(map.depth).toHaveLength(width * height);
      expect(map.depth.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });
});
