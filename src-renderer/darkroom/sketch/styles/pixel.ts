import { type Colour, css, fromLab, type Lab, mix, shift, toLab } from '../core/colour';
import type { Random } from '../core/random';
import type { Group } from '../plan/scene';
import { type Context, clipped, createSurface, drawShape, traceRings } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { at } from './pixels';
import { drawModel } from './reference';
import { meanColour } from './tones';

const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const;

/** Pixel art: drawn on a real coarse grid, in a small palette of its own, with ordered dithering. */
export const paintPixel: Painter = function* (easel) {
  const { width, height, context, scene } = easel;
  const cell = Math.max(2, Math.round(Math.min(width, height) / (easel.fine ? 160 : 120)));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const grid = createSurface(columns, rows);
  const scale = easel.scale / cell;
  const groups = easel.likeness ? [] : scene.groups;
  if (easel.likeness) yield* portion(drawModel(grid, easel), 0, 0.3);
  for (const [index, group] of groups.entries()) {
    yield* portion(
      drawGroup(grid, group, scale),
      (0.3 * index) / groups.length,
      (0.3 * (index + 1)) / groups.length,
    );
  }
  const image = grid.getImageData(0, 0, columns, rows);
  const palette = yield* choosePalette(image.data, easel);
  for (let row = 0; row < rows; row += 1) {
    ditherRow(image.data, row, columns, palette);
    if (row % 8 === 7) yield 0.6 + (0.3 * row) / rows;
  }
  grid.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(grid.canvas, 0, 0, columns * cell, rows * cell);
  yield 1;
};

/** Subjects get a dark rim of one pixel, as sprites do. */
function* drawGroup(grid: Context, group: Group, scale: number): Generator<number, void> {
  if (group.plane === 'subject') {
    for (const shape of group.shapes) {
      if (shape.kind !== 'area' || !shape.contour || shape.material === 'shade') continue;
      clipped(grid, shape, scale, () => {
        traceRings(grid, shape.rings, scale);
        grid.strokeStyle = css(
          mix(shift(meanColour(shape.fill), { light: -0.3 }), [24, 18, 34], 0.45),
        );
        grid.lineWidth = 2;
        grid.stroke();
      });
      yield 0.3;
    }
  }
  for (const shape of group.shapes) {
    drawShape(
      grid,
      shape.kind === 'stroke' ? { ...shape, width: Math.max(shape.width, 1 / scale) } : shape,
      scale,
    );
    yield 0.6;
  }
}

type Swatch = { readonly lab: Lab; readonly colour: Colour };

/** K-means in OKLab over a sample of the drawing. */
function* choosePalette(data: Uint8ClampedArray, easel: Easel): Generator<number, Swatch[]> {
  const random = easel.random.fork('palette');
  const samples = sampleColours(data, random, easel.fine ? 2600 : 1600);
  const count = easel.fine ? 30 : 22;
  let centres = seedCentres(samples, count, random);
  for (let round = 0; round < 7; round += 1) {
    centres = moveCentres(samples, centres);
    yield 0.3 + (0.3 * (round + 1)) / 7;
  }
  return centres.map((lab) => ({ lab, colour: fromLab([lab[0], lab[1] * 1.12, lab[2] * 1.12]) }));
}

function sampleColours(data: Uint8ClampedArray, random: Random, count: number): Lab[] {
  return Array.from({ length: count }, () => {
    const index = random.whole(0, data.length / 4 - 1) * 4;
    return toLab([at(data, index), at(data, index + 1), at(data, index + 2)]);
  });
}

/** Far-apart starting points, so that small bright things keep a colour of their own. */
function seedCentres(samples: readonly Lab[], count: number, random: Random): Lab[] {
  const centres: Lab[] = [samples[random.whole(0, samples.length - 1)] ?? [0.5, 0, 0]];
  const nearest = samples.map(() => Number.POSITIVE_INFINITY);
  while (centres.length < count) {
    const newest = centres[centres.length - 1] ?? [0.5, 0, 0];
    let best = 0;
    let far = -1;
    samples.forEach((sample, index) => {
      const gap = Math.min(nearest[index] ?? 0, distance(sample, newest));
      nearest[index] = gap;
      const score = gap * (0.4 + 0.6 * random.next());
      if (score > far) {
        far = score;
        best = index;
      }
    });
    centres.push(samples[best] ?? newest);
  }
  return centres;
}

function distance(a: Lab, b: Lab): number {
  return (a[0] - b[0]) ** 2 + 1.6 * ((a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2);
}

function moveCentres(samples: readonly Lab[], centres: readonly Lab[]): Lab[] {
  const sums = centres.map(() => [0, 0, 0, 0]);
  for (const sample of samples) {
    let best = 0;
    let gap = Number.POSITIVE_INFINITY;
    centres.forEach((centre, index) => {
      const far = distance(sample, centre);
      if (far < gap) {
        gap = far;
        best = index;
      }
    });
    const sum = sums[best];
    if (!sum) continue;
    for (let axis = 0; axis < 3; axis += 1) sum[axis] = at(sum, axis) + at(sample, axis);
    sum[3] = at(sum, 3) + 1;
  }
  return centres.map((centre, index): Lab => {
    const sum = sums[index] ?? [];
    const weight = at(sum, 3);
    return weight > 0 ? [at(sum, 0) / weight, at(sum, 1) / weight, at(sum, 2) / weight] : centre;
  });
}

function ditherRow(
  data: Uint8ClampedArray,
  row: number,
  columns: number,
  palette: readonly Swatch[],
): void {
  for (let column = 0; column < columns; column += 1) {
    const index = (row * columns + column) * 4;
    const lab = toLab([at(data, index), at(data, index + 1), at(data, index + 2)]);
    const colour = ditherColour(lab, palette, (at(bayer, (row & 3) * 4 + (column & 3)) + 0.5) / 16);
    data[index] = colour[0];
    data[index + 1] = colour[1];
    data[index + 2] = colour[2];
    data[index + 3] = 255;
  }
}

/** The nearest colour, or the next nearest where the grid's threshold says so. */
function ditherColour(lab: Lab, palette: readonly Swatch[], threshold: number): Colour {
  let first: Swatch | undefined;
  let second: Swatch | undefined;
  let near = Number.POSITIVE_INFINITY;
  let next = Number.POSITIVE_INFINITY;
  for (const swatch of palette) {
    const gap = distance(lab, swatch.lab);
    if (gap < near) {
      second = first;
      next = near;
      first = swatch;
      near = gap;
    } else if (gap < next) {
      second = swatch;
      next = gap;
    }
  }
  if (!first) return [0, 0, 0];
  if (!second || next > 0.018) return first.colour;
  const share = Math.sqrt(near) / (Math.sqrt(near) + Math.sqrt(next) + 1e-9);
  return share > threshold * 0.72 + 0.06 ? second.colour : first.colour;
}
