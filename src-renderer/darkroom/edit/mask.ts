import { createSurface } from '../sketch/styles/draw-shape';
import { at, bandRows } from '../sketch/styles/pixels';

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Which pixels of a picture may change. */
export type Mask = {
  readonly width: number;
  readonly height: number;
  /** 1 where the pixel may change, else 0. */
  readonly open: Uint8Array;
  /** What all open pixels lie in. */
  readonly box: Box;
};

/** White at least so far, 0..255, is white: what a soft brush left grey at its rim is not. */
const whiteEnough = 128;

/** Reads a mask's picture at the size of the picture it is for; null when nothing of it is white. */
export function* readMask(
  picture: ImageBitmap,
  width: number,
  height: number,
): Generator<number, Mask | null> {
  const context = createSurface(width, height);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, width, height);
  const open = new Uint8Array(width * height);
  const rows = bandRows(width);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    markWhite(context.getImageData(0, top, width, count).data, open, top * width);
    yield top / height;
  }
  const box = boxOf(open, width, height);
  return box && { width, height, open, box };
}

/** Marks the pixels of RGBA bytes that are white and can be seen, from `start` on. */
export function markWhite(data: ArrayLike<number>, open: Uint8Array, start: number): void {
  for (let index = 0; index < data.length / 4; index += 1) {
    const from = index * 4;
    const light = at(data, from) * 0.3 + at(data, from + 1) * 0.59 + at(data, from + 2) * 0.11;
    open[start + index] = (light * at(data, from + 3)) / 255 >= whiteEnough ? 1 : 0;
  }
}

/** The smallest box around what is open; null when nothing is. */
export function boxOf(open: Uint8Array, width: number, height: number): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    const row = open.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(1);
    if (first < 0) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.lastIndexOf(1));
    top = Math.min(top, y);
    bottom = y;
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/**
 * How far each open pixel of the box is from the nearest closed one, in pixels, row by row of the box:
 * 0 for closed ones. The edge of the picture closes nothing.
 */
export function* depths({ width, height, open, box }: Mask): Generator<number, Float32Array> {
  const far = box.width + box.height;
  const depth = new Float32Array(box.width * box.height);
  const isClosed = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && at(open, y * width + x) === 0;
  const near = (column: number, row: number): number => {
    if (column >= 0 && row >= 0 && column < box.width && row < box.height) {
      return at(depth, row * box.width + column);
    }
    return isClosed(box.left + column, box.top + row) ? 0 : far;
  };
  const sweep = (column: number, row: number, way: 1 | -1): void => {
    const index = row * box.width + column;
    if (isClosed(box.left + column, box.top + row)) return;
    depth[index] = Math.min(
      way === 1 ? far : at(depth, index),
      near(column - way, row) + 1,
      near(column, row - way) + 1,
      near(column - way, row - way) + Math.SQRT2,
      near(column + way, row - way) + Math.SQRT2,
    );
  };
  const rows = bandRows(box.width);
  for (let row = 0; row < box.height; row += 1) {
    for (let column = 0; column < box.width; column += 1) sweep(column, row, 1);
    if (row % rows === rows - 1) yield (0.5 * row) / box.height;
  }
  for (let row = box.height - 1; row >= 0; row -= 1) {
    for (let column = box.width - 1; column >= 0; column -= 1) sweep(column, row, -1);
    if (row % rows === 0) yield 1 - (0.5 * row) / box.height;
  }
  return depth;
}
