import { noiseTile } from '../core/noise';
import { at, type Raster } from './pixels';

/** One sweep of a brush, in pixels: a gently bent band with bristles along it. */
export type Sweep = {
  /** The middle of the stroke. */
  readonly x: number;
  readonly y: number;
  /** Its direction, radians. */
  readonly angle: number;
  /** Half its length and half its width. */
  readonly reach: number;
  readonly half: number;
  /** Sideways displacement at the ends as a share of the length. */
  readonly bend: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** 0..1. */
  readonly opacity: number;
  /** Picks the bristles. */
  readonly grain: number;
};

export type Bristles = { readonly tile: Float32Array; readonly size: number };

/** A texture of long streaks: noise stretched along the stroke. */
export function createBristles(seed: number): Bristles {
  return { tile: noiseTile(seed, 256, 32, 3), size: 256 };
}

/**
 * Lays one sweep onto `colour` and adds its thickness to `height`. Bristles run dry towards the
 * end of the stroke and leave gaps.
 */
export function sweep(
  colour: Raster,
  height: Float32Array,
  bristles: Bristles,
  stroke: Sweep,
): void {
  const { width } = colour;
  const cos = Math.cos(stroke.angle);
  const sin = Math.sin(stroke.angle);
  const bulge = Math.abs(stroke.bend) * stroke.reach;
  const spanX = Math.abs(cos) * stroke.reach + Math.abs(sin) * (stroke.half + bulge) + 1;
  const spanY = Math.abs(sin) * stroke.reach + Math.abs(cos) * (stroke.half + bulge) + 1;
  const left = Math.max(0, Math.floor(stroke.x - spanX));
  const right = Math.min(width - 1, Math.ceil(stroke.x + spanX));
  const top = Math.max(0, Math.floor(stroke.y - spanY));
  const bottom = Math.min(colour.height - 1, Math.ceil(stroke.y + spanY));
  const perReach = 1 / stroke.reach;
  const perHalf = 1 / stroke.half;
  const row = Math.floor(stroke.grain * 65536) & 255;
  const mask = bristles.size - 1;
  const fine = Math.min(26, Math.max(9, stroke.half * 1.6));
  for (let y = top; y <= bottom; y += 1) {
    const dy = y - stroke.y;
    for (let x = left; x <= right; x += 1) {
      const dx = x - stroke.x;
      const u = (dx * cos + dy * sin) * perReach;
      if (u < -1 || u > 1) continue;
      const v = (dy * cos - dx * sin - stroke.bend * stroke.reach * u * u) * perHalf;
      if (v < -1 || v > 1) continue;
      const across = Math.floor((v + 1) * fine) + row;
      const along = Math.floor((u + 1) * 10 + row * 3);
      const hair = at(bristles.tile, (across & mask) * bristles.size + (along & mask));
      const edge = 1 - v * v * v * v;
      const dry = u > 0 ? 1 - u * u * (0.75 - hair * 0.9) : 1 - u * u * u * u * 0.7;
      const cover =
        Math.min(1, Math.max(0, (edge * dry + hair * 0.35 - 0.18) * 2.4)) * stroke.opacity;
      if (cover <= 0.01) continue;
      const index = y * width + x;
      const shade = 1 + hair * 0.1;
      const keep = 1 - cover;
      colour.red[index] = at(colour.red, index) * keep + stroke.red * shade * cover;
      colour.green[index] = at(colour.green, index) * keep + stroke.green * shade * cover;
      colour.blue[index] = at(colour.blue, index) * keep + stroke.blue * shade * cover;
      height[index] =
        at(height, index) * keep * 0.9 + cover * (0.5 + hair * 0.6 + (1 - edge) * 0.2);
    }
  }
}
