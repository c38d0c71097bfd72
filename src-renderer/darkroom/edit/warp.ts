import { createNoise, type Noise } from '../sketch/core/noise';
import { createRandom } from '../sketch/core/random';

/** Where a picture's places come from: a seeded crop, turn and bend. Lengths in shares of the shorter side. */
export type Warp = {
  readonly isMirrored: boolean;
  /** Above 1 the picture is seen closer. */
  readonly zoom: number;
  /** Radians. */
  readonly turn: number;
  readonly moveX: number;
  readonly moveY: number;
  readonly bend: number;
  readonly noise: Noise;
};

/** The warp of a seed; `amount` 0..1 is how far it may go, and even 0 can be seen. */
export function warpOf(seed: number, amount: number): Warp {
  const random = createRandom(seed, 'vary');
  const reach = 0.35 + 0.65 * amount;
  const zoom = 1.05 + random.between(0, 0.2) * reach;
  const slack = (zoom - 1) / 2 + 0.03 * reach;
  return {
    isMirrored: random.chance(0.5) && amount > 0.3,
    zoom,
    turn: random.between(-0.06, 0.06) * reach,
    moveX: random.between(-1, 1) * slack,
    moveY: random.between(-1, 1) * slack,
    bend: random.between(0.03, 0.06) * reach,
    noise: createNoise(random.whole(0, 0x7fffffff)),
  };
}

/** The place in a `width` × `height` picture that is seen at (x, y), all in pixels; never outside. */
export function comesFrom(
  warp: Warp,
  width: number,
  height: number,
  x: number,
  y: number,
): readonly [number, number] {
  const unit = Math.min(width, height);
  const u = (x - width / 2) / unit;
  const v = (y - height / 2) / unit;
  const bentU = u + warp.bend * warp.noise(u * 2.6 + 11, v * 2.6);
  const bentV = v + warp.bend * warp.noise(u * 2.6 - 7, v * 2.6 + 31);
  const cos = Math.cos(warp.turn) / warp.zoom;
  const sin = Math.sin(warp.turn) / warp.zoom;
  const across = bentU * cos - bentV * sin + warp.moveX;
  const down = bentU * sin + bentV * cos + warp.moveY;
  const side = warp.isMirrored ? -across : across;
  return [folded(width / 2 + side * unit, width - 1), folded(height / 2 + down * unit, height - 1)];
}

/** Reflected at both ends of 0..`last`. */
export function folded(value: number, last: number): number {
  if (last <= 0) return 0;
  const turned = Math.abs(value) % (2 * last);
  return turned > last ? 2 * last - turned : turned;
}
