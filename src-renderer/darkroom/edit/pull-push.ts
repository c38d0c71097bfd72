import { at } from '../sketch/styles/pixels';

/** A grid of numbers of which some are known: a weight of 1 where they are, 0 where not. */
export type Patchy = {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
  readonly weights: Float32Array;
};

/**
 * Fills the unknown places of a grid smoothly from the known ones, which stay as they are: means over
 * ever larger fields, taken back from the largest (pull and push; Gortler and others, 1996).
 */
export function fillGaps(grid: Patchy): Float32Array {
  const { width, height, values, weights } = grid;
  if (width * height === 1) return values.slice();
  const half = halved(grid);
  const below = fillGaps(half);
  const filled = values.slice();
  for (let index = 0; index < filled.length; index += 1) {
    const weight = Math.min(1, at(weights, index));
    if (weight === 1) continue;
    const x = (index % width) / 2 - 0.25;
    const y = Math.floor(index / width) / 2 - 0.25;
    filled[index] = at(values, index) * weight + (1 - weight) * between(below, half, x, y);
  }
  return filled;
}

function halved({ width, height, values, weights }: Patchy): Patchy {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const sums = new Float32Array(half.width * half.height);
  const shares = new Float32Array(half.width * half.height);
  for (let index = 0; index < values.length; index += 1) {
    const to = Math.floor(index / width / 2) * half.width + Math.floor((index % width) / 2);
    sums[to] = at(sums, to) + at(values, index) * at(weights, index);
    shares[to] = at(shares, to) + at(weights, index);
  }
  const means = sums.map((sum, index) => (at(shares, index) > 0 ? sum / at(shares, index) : 0));
  return { ...half, values: means, weights: shares.map((share) => Math.min(1, share)) };
}

/** The value of a grid between four places; outside it goes on as at its edge. */
export function between(
  values: ArrayLike<number>,
  { width, height }: { readonly width: number; readonly height: number },
  x: number,
  y: number,
): number {
  const column = Math.min(width - 1, Math.max(0, x));
  const row = Math.min(height - 1, Math.max(0, y));
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1) * width;
  const [dx, dy] = [column - left, row - top];
  const upper = at(values, top * width + left) * (1 - dx) + at(values, top * width + right) * dx;
  const lower = at(values, bottom + left) * (1 - dx) + at(values, bottom + right) * dx;
  return upper * (1 - dy) + lower * dy;
}
