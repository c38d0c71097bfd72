import type { Context } from './draw-shape';

/** A picture as numbers: one array a channel, 0..255. */
export type Raster = {
  readonly width: number;
  readonly height: number;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
};

const bandPixels = 60_000;

/** How many rows of `width` pixels make one small step of work. */
export function bandRows(width: number): number {
  return Math.max(8, Math.floor(bandPixels / width));
}

/** The number at `index`, 0 outside. */
export function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? 0;
}

export function createRaster(width: number, height: number): Raster {
  const size = width * height;
  return {
    width,
    height,
    red: new Float32Array(size),
    green: new Float32Array(size),
    blue: new Float32Array(size),
  };
}

/** Copies a canvas into `raster`, band by band. */
export function* readPixels(context: Context, raster: Raster): Generator<number, void> {
  const { width, height } = raster;
  const rows = bandRows(width);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const { data } = context.getImageData(0, top, width, count);
    const start = top * width;
    for (let index = 0; index < width * count; index += 1) {
      raster.red[start + index] = at(data, index * 4);
      raster.green[start + index] = at(data, index * 4 + 1);
      raster.blue[start + index] = at(data, index * 4 + 2);
    }
    yield (top + count) / height;
  }
}

/** Changes a canvas in place, band by band: `paint` gets the bytes and the first row's number. */
export function* eachBand(
  context: Context,
  width: number,
  height: number,
  paint: (data: Uint8ClampedArray, top: number, rows: number) => void,
): Generator<number, void> {
  const rows = bandRows(width);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const image = context.getImageData(0, top, width, count);
    paint(image.data, top, count);
    context.putImageData(image, 0, top);
    yield (top + count) / height;
  }
}

/** A box blur of `radius` pixels of one channel, rows then columns; `scratch` is as large as it. */
export function* blur(
  channel: Float32Array,
  scratch: Float32Array,
  width: number,
  height: number,
  radius: number,
): Generator<number, void> {
  const reach = Math.max(1, Math.round(radius));
  const span = reach * 2 + 1;
  const rows = bandRows(width);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let sum = 0;
    for (let x = -reach; x <= reach; x += 1)
      sum += at(channel, row + Math.min(width - 1, Math.max(0, x)));
    for (let x = 0; x < width; x += 1) {
      scratch[row + x] = sum / span;
      sum +=
        at(channel, row + Math.min(width - 1, x + reach + 1)) -
        at(channel, row + Math.max(0, x - reach));
    }
    if (y % rows === rows - 1) yield (0.5 * y) / height;
  }
  const sums = new Float32Array(width);
  for (let y = -reach; y <= reach; y += 1) {
    const row = Math.min(height - 1, Math.max(0, y)) * width;
    for (let x = 0; x < width; x += 1) sums[x] = at(sums, x) + at(scratch, row + x);
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const enter = Math.min(height - 1, y + reach + 1) * width;
    const leave = Math.max(0, y - reach) * width;
    for (let x = 0; x < width; x += 1) {
      channel[row + x] = at(sums, x) / span;
      sums[x] = at(sums, x) + at(scratch, enter + x) - at(scratch, leave + x);
    }
    if (y % rows === rows - 1) yield 0.5 + (0.5 * y) / height;
  }
}
