import type { Random } from '../core/random';
import type { Scene } from '../plan/scene';
import type { Context } from './draw-shape';

/** What a brush needs to know besides colour, on a coarse grid: direction and importance. */
export type Guides = {
  readonly width: number;
  readonly height: number;
  /** Grid cells per pixel of the picture. */
  readonly ratio: number;
  /** Red and green are the doubled angle's cosine and sine, blue the importance. */
  readonly data: Uint8ClampedArray;
};

/** A picture that is painted anew: looked at in place of the plan drawn plainly. */
export type Likeness = {
  readonly picture: OffscreenCanvas;
  /** Directions seen in the picture; without them those of the plan are drawn. */
  readonly guides: Guides | undefined;
};

/** What a style paints with: a scene, an empty canvas and a stream of randomness. */
export type Easel = {
  readonly scene: Scene;
  readonly context: Context;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels per scene unit. */
  readonly scale: number;
  readonly random: Random;
  readonly seed: number;
  /** More passes and finer strokes. */
  readonly fine: boolean;
  readonly likeness?: Likeness | undefined;
};

/**
 * Paints the whole canvas. Yields the share of the work done, 0..1, after every small step: no
 * step takes longer than about 20 ms at 2048 × 2048.
 */
export type Painter = (easel: Easel) => Generator<number, void>;

/** Runs `work` as the part of a painting between the shares `from` and `to`. */
export function* portion<Result>(
  work: Generator<number, Result>,
  from: number,
  to: number,
): Generator<number, Result> {
  let step = work.next();
  while (step.done !== true) {
    yield from + (to - from) * step.value;
    step = work.next();
  }
  return step.value;
}
