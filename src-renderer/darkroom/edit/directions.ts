import { at, blur } from '../sketch/styles/pixels';
import type { Study } from './study';

/** Which way the forms of a picture run, and how much there is to see, cell by cell. */
export type Directions = {
  readonly width: number;
  readonly height: number;
  /** Cosine and sine of twice the angle along the form (0 is to the right, downwards positive). */
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  /** 0 where nothing happens to 1 where most does. */
  readonly interest: Float32Array;
};

/** The smoothed structure tensor of a study: close to edges theirs, elsewhere that of the nearest. */
export function* directionsOf(study: Study): Generator<number, Directions> {
  const { width, height } = study;
  const size = width * height;
  const near = {
    cos: new Float32Array(size),
    sin: new Float32Array(size),
    force: new Float32Array(size),
  };
  yield* gradients(study, near);
  const scratch = new Float32Array(size);
  const wide = { cos: near.cos.slice(), sin: near.sin.slice() };
  const unit = Math.min(width, height);
  for (const [plane, reach] of [
    [near.cos, 2],
    [near.sin, 2],
    [wide.cos, unit / 14],
    [wide.sin, unit / 14],
    [wide.cos, unit / 14],
    [wide.sin, unit / 14],
    [near.force, unit / 40],
    [near.force, unit / 40],
  ] as const) {
    yield* blur(plane, scratch, width, height, reach);
  }
  for (let index = 0; index < size; index += 1) {
    const cos = at(near.cos, index) + at(wide.cos, index) * 0.35;
    const sin = at(near.sin, index) + at(wide.sin, index) * 0.35;
    const length = Math.hypot(cos, sin);
    // Where nothing points anywhere, brushes go across.
    near.cos[index] = length > 1e-9 ? cos / length : 1;
    near.sin[index] = length > 1e-9 ? sin / length : 0;
    if (index % 20_000 === 19_999) yield 0.9;
  }
  yield 0.95;
  return { width, height, cos: near.cos, sin: near.sin, interest: ranked(near.force) };
}

function* gradients(
  { width, height, light, a, b }: Study,
  into: { readonly cos: Float32Array; readonly sin: Float32Array; readonly force: Float32Array },
): Generator<number, void> {
  for (let y = 0; y < height; y += 1) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const left = y * width + Math.max(0, x - 1);
      const right = y * width + Math.min(width - 1, x + 1);
      let [cos, sin] = [0, 0];
      for (const plane of [light, a, b]) {
        const dx = at(plane, right) - at(plane, left);
        const dy = at(plane, below + x) - at(plane, above + x);
        // The gradient's doubled angle, turned by half a turn: along the edge, not across.
        cos += dy * dy - dx * dx;
        sin -= 2 * dx * dy;
      }
      into.cos[index] = cos;
      into.sin[index] = sin;
      into.force[index] = Math.sqrt(Math.hypot(cos, sin));
    }
    if (y % 24 === 23) yield (0.4 * y) / height;
  }
}

/** Each value as the share of values below it, raised so that few places matter most. */
function ranked(values: Float32Array): Float32Array {
  const levels = 512;
  const most = values.reduce((high, value) => Math.max(high, value), 1e-9);
  const counts = new Float32Array(levels + 1);
  const levelOf = (value: number): number => Math.floor((value / most) * (levels - 1));
  for (const value of values) counts[levelOf(value) + 1] = at(counts, levelOf(value) + 1) + 1;
  for (let level = 1; level <= levels; level += 1) {
    counts[level] = at(counts, level) + at(counts, level - 1);
  }
  return values.map((value) => at(counts, levelOf(value)) / values.length);
}
