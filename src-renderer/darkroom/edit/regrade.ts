import type { Context } from '../sketch/styles/draw-shape';
import { at, eachBand } from '../sketch/styles/pixels';
import type { Grade } from './words';

/** Corners along a side of the colour cube, and heights, at which a grade is worked out. */
const corners = 17;
const heights = 6;
const block = corners ** 3 * 3;

/** Changes a canvas's colours by a grade: worked out on a coarse cube, read between its corners. */
export function* regrade(context: Context, grade: Grade): Generator<number, void> {
  const { width, height } = context.canvas;
  const table = new Float32Array(block * heights);
  for (let level = 0; level < heights; level += 1) {
    for (let red = 0; red < corners; red += 1) {
      fillSlice(table, grade, level, red);
      if (red % 3 === 2) yield (0.4 * (level + red / corners)) / heights;
    }
  }
  const slice = new Float32Array(block);
  const bands = eachBand(context, width, height, (data, top, rows) => {
    between(table, slice, ((top + rows / 2) / height) * (heights - 1));
    for (let index = 0; index < width * rows; index += 1) look(slice, data, index * 4);
  });
  for (const share of bands) yield 0.4 + 0.6 * share;
}

function fillSlice(table: Float32Array, grade: Grade, level: number, red: number): void {
  const step = 255 / (corners - 1);
  for (let green = 0; green < corners; green += 1) {
    for (let blue = 0; blue < corners; blue += 1) {
      const colour = grade([red * step, green * step, blue * step], level / (heights - 1));
      const to = level * block + ((red * corners + green) * corners + blue) * 3;
      for (const channel of [0, 1, 2] as const) table[to + channel] = colour[channel];
    }
  }
}

function between(table: Float32Array, slice: Float32Array, level: number): void {
  const lower = Math.min(heights - 2, Math.max(0, Math.floor(level)));
  const share = level - lower;
  for (let index = 0; index < block; index += 1) {
    const from = at(table, lower * block + index);
    slice[index] = from + (at(table, (lower + 1) * block + index) - from) * share;
  }
}

/** Replaces one pixel by what the cube has there, read between eight corners. */
function look(slice: Float32Array, data: Uint8ClampedArray, to: number): void {
  const scale = (corners - 1) / 255;
  const [red, green, blue] = [
    at(data, to) * scale,
    at(data, to + 1) * scale,
    at(data, to + 2) * scale,
  ];
  const [r, g, b] = [floor(red), floor(green), floor(blue)];
  const [dr, dg, db] = [red - r, green - g, blue - b];
  const base = ((r * corners + g) * corners + b) * 3;
  const [stepR, stepG] = [corners * corners * 3, corners * 3];
  for (let channel = 0; channel < 3; channel += 1) {
    const from = base + channel;
    const near = mix2(slice, from, stepG, dg, db);
    const far = mix2(slice, from + stepR, stepG, dg, db);
    data[to + channel] = near + (far - near) * dr;
  }
}

function floor(value: number): number {
  return Math.min(corners - 2, Math.floor(value));
}

function mix2(slice: Float32Array, from: number, step: number, dg: number, db: number): number {
  const near = at(slice, from) + (at(slice, from + 3) - at(slice, from)) * db;
  const far = at(slice, from + step) + (at(slice, from + step + 3) - at(slice, from + step)) * db;
  return near + (far - near) * dg;
}
