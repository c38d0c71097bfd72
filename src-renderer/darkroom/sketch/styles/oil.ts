import type { Random } from '../core/random';
import { type Bristles, createBristles, sweep } from './brush';
import { createSurface } from './draw-shape';
import { type Easel, type Guides, type Painter, portion } from './easel';
import { drawGuides, flowAt, importanceAt } from './guides';
import { at, blur, createRaster, eachBand, type Raster, readPixels } from './pixels';
import { drawModel } from './reference';

/**
 * Oil: strokes of ever smaller brushes over a toned ground, each taking its colour from the plan
 * and its direction from the form; then light raking over the thickness of the paint.
 */
export const paintOil: Painter = function* (easel) {
  const { width, height, context } = easel;
  const model = createSurface(width, height);
  yield* portion(drawModel(model, easel), 0, 0.06);
  const guides = yield* portion(drawGuides(easel), 0.06, 0.08);
  const reference = createRaster(width, height);
  yield* portion(readPixels(model, reference), 0.08, 0.1);
  const painting = createRaster(width, height);
  yield* portion(tone(painting, reference), 0.1, 0.12);
  const relief = new Float32Array(width * height);
  const bristles = createBristles(easel.seed);
  const unit = Math.min(width, height);
  const sizes = easel.fine ? [0.034, 0.017, 0.0085, 0.0044, 0.0026] : [0.036, 0.018, 0.0085];
  let from = 0.12;
  for (const [layer, size] of sizes.entries()) {
    const to = 0.12 + (0.76 * (layer + 1)) / sizes.length;
    const job = { easel, guides, reference, painting, relief, bristles };
    yield* portion(layStrokes(job, Math.max(1.3, unit * size), layer), from, to);
    yield* portion(show(easel, painting), to, to);
    from = to;
  }
  const scratch = new Float32Array(width * height);
  yield* portion(blur(relief, scratch, width, height, Math.max(1, unit / 1400)), 0.88, 0.93);
  yield* portion(
    eachBand(context, width, height, (data, top, rows) => rake(data, top, rows, painting, relief)),
    0.93,
    1,
  );
};

type Job = {
  readonly easel: Easel;
  readonly guides: Guides;
  readonly reference: Raster;
  readonly painting: Raster;
  readonly relief: Float32Array;
  readonly bristles: Bristles;
};

/** The toned ground: a warm, darker breath of the picture that shows between strokes. */
function* tone(painting: Raster, reference: Raster): Generator<number, void> {
  const size = painting.width * painting.height;
  const step = painting.width * 64;
  for (let start = 0; start < size; start += step) {
    for (let index = start; index < Math.min(size, start + step); index += 1) {
      painting.red[index] = at(reference.red, index) * 0.45 + 78;
      painting.green[index] = at(reference.green, index) * 0.45 + 54;
      painting.blue[index] = at(reference.blue, index) * 0.45 + 40;
    }
    yield start / size;
  }
}

function* layStrokes(job: Job, half: number, layer: number): Generator<number, void> {
  const { width, height } = job.painting;
  const random = job.easel.random.fork(`layer ${layer}`);
  const gap = half * (layer === 0 ? 1.15 : 1.3);
  const columns = Math.ceil(width / gap) + 1;
  const rows = Math.ceil(height / gap) + 1;
  const order = shuffledRows(random, rows);
  for (const [index, row] of order.entries()) {
    for (let column = 0; column < columns; column += 1) {
      const x = (column + random.between(-0.6, 0.6)) * gap;
      const y = (row + random.between(-0.6, 0.6)) * gap;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      if (layer > 0 && !worthIt(job, random, x, y, half, layer)) continue;
      layStroke(job, random, x, y, half, layer);
    }
    yield index / rows;
  }
}

function shuffledRows(random: Random, rows: number): number[] {
  const order = Array.from({ length: rows }, (_, index) => index);
  for (let index = rows - 1; index > 0; index -= 1) {
    const other = random.whole(0, index);
    const kept = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** Smaller brushes go only where the painting still misses the plan, and to the subject. */
function worthIt(
  job: Job,
  random: Random,
  x: number,
  y: number,
  half: number,
  layer: number,
): boolean {
  const { reference, painting, guides } = job;
  const weight = importanceAt(guides, x, y);
  let miss = 0;
  for (const [dx, dy] of [
    [0, 0],
    [half, 0],
    [-half, 0],
    [0, half],
    [0, -half],
  ] as const) {
    const index = pixel(reference, x + dx, y + dy);
    miss += Math.abs(at(reference.red, index) - at(painting.red, index));
    miss += Math.abs(at(reference.green, index) - at(painting.green, index));
    miss += Math.abs(at(reference.blue, index) - at(painting.blue, index));
  }
  if (layer > 3 && weight < 0.9) return false;
  const needed = (weight > 0.9 ? 60 : weight > 0.3 ? 110 : 150) + layer * 30;
  return miss > needed || (layer === 1 && random.chance(0.25 + weight * 0.4));
}

function pixel(raster: Raster, x: number, y: number): number {
  const column = Math.min(raster.width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(raster.height - 1, Math.max(0, Math.floor(y)));
  return row * raster.width + column;
}

function layStroke(
  job: Job,
  random: Random,
  x: number,
  y: number,
  half: number,
  layer: number,
): void {
  const { reference, guides } = job;
  const index = pixel(reference, x, y);
  const edge = gradientAngle(reference, x, y, half);
  const flow = flowAt(guides, x, y);
  const angle = (edge ?? flow) + random.bell() * (layer === 0 ? 0.35 : 0.2);
  const jitter = layer === 0 ? 20 : layer === 1 ? 14 : 8;
  const light = random.bell() * jitter * 0.55;
  const warm = random.bell() * jitter * 0.3;
  sweep(job.painting, job.relief, job.bristles, {
    x,
    y,
    angle,
    reach: half * random.between(1.9, 3.4) * (layer === 0 ? 1 : 0.95),
    half: half * random.between(0.75, 1.15),
    bend: random.bell() * 0.12,
    red: at(reference.red, index) + light + warm,
    green: at(reference.green, index) + light + random.bell() * jitter * 0.15,
    blue: at(reference.blue, index) + light - warm,
    opacity: 0.93,
    grain: random.next(),
  });
}

/** Along the edge at a place, if there is one. */
function gradientAngle(raster: Raster, x: number, y: number, reach: number): number | undefined {
  const tone = (px: number, py: number): number => {
    const index = pixel(raster, px, py);
    return (
      at(raster.red, index) * 0.3 + at(raster.green, index) * 0.59 + at(raster.blue, index) * 0.11
    );
  };
  const dx = tone(x + reach, y) - tone(x - reach, y);
  const dy = tone(x, y + reach) - tone(x, y - reach);
  return Math.abs(dx) + Math.abs(dy) > 26 ? Math.atan2(dy, dx) + Math.PI / 2 : undefined;
}

function show(easel: Easel, painting: Raster): Generator<number, void> {
  return eachBand(easel.context, easel.width, easel.height, (data, top, rows) => {
    const start = top * painting.width;
    for (let index = 0; index < rows * painting.width; index += 1) {
      data[index * 4] = at(painting.red, start + index);
      data[index * 4 + 1] = at(painting.green, start + index);
      data[index * 4 + 2] = at(painting.blue, start + index);
      data[index * 4 + 3] = 255;
    }
  });
}

/** Light from the upper left over the relief of the paint. */
function rake(
  data: Uint8ClampedArray,
  top: number,
  rows: number,
  painting: Raster,
  relief: Float32Array,
): void {
  const { width, height } = painting;
  for (let row = 0; row < rows; row += 1) {
    const y = top + row;
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x += 1) {
      const index = y * width + x;
      const dx =
        at(relief, y * width + Math.min(width - 1, x + 1)) -
        at(relief, y * width + Math.max(0, x - 1));
      const dy = at(relief, below + x) - at(relief, above + x);
      const slope = dx + dy;
      const gain = 1 - Math.max(-0.5, Math.min(0.5, slope)) * -0.34;
      const shine = slope > 0.12 ? (slope - 0.12) * 46 : 0;
      const to = (row * width + x) * 4;
      data[to] = at(painting.red, index) * gain + shine;
      data[to + 1] = at(painting.green, index) * gain + shine;
      data[to + 2] = at(painting.blue, index) * gain + shine;
      data[to + 3] = 255;
    }
  }
}
