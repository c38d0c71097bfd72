import type { Random } from '../core/random';
import type { Scene } from '../plan/scene';
import type { Context } from './draw-shape';

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
