import { at } from '../sketch/styles/pixels';
import type { Gap } from './continuation';

/** A rectangle: from left and top, up to but without right and bottom, in pixels. */
export type Known = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/**
 * The margin around a picture, as a gap. Beside the picture, copies stay at their height, and above and
 * below it in their column, so that horizons and trunks go on.
 */
export function marginGap(place: Known, fullWidth: number, fullHeight: number): Gap {
  const cells = (width: number, height: number): Known => ({
    left: Math.ceil((place.left * width) / fullWidth - 0.01),
    top: Math.ceil((place.top * height) / fullHeight - 0.01),
    right: Math.floor((place.right * width) / fullWidth + 0.01),
    bottom: Math.floor((place.bottom * height) / fullHeight + 0.01),
  });
  const shorter = Math.min(place.right - place.left, place.bottom - place.top);
  return {
    share: shorter / Math.max(fullWidth, fullHeight),
    knownCells: (width, height) => {
      const { left, top, right, bottom } = cells(width, height);
      const known = new Uint8Array(width * height);
      for (let y = top; y < bottom; y += 1) known.fill(1, y * width + left, y * width + right);
      return known;
    },
    fill: ({ width, height, planes }) => {
      for (const plane of planes) fillMargin(plane, width, height, cells(width, height));
    },
    pull: (width, height) => {
      const { left, top, right, bottom } = cells(width, height);
      return (x, y) => {
        if (y >= top && y < bottom) return { down: 300_000, across: 0 };
        return { down: 12_000, across: x >= left && x < right ? 40_000 : 0 };
      };
    },
  };
}

/** How deep the picture is looked into from the sides, and from above and below, in shares of it. */
const sideways = 0.4;
const upright = 0.2;

/** Beside the picture goes what its rows are mostly like near that edge, above and below it its columns. */
function fillMargin(plane: Float32Array, width: number, height: number, known: Known): void {
  const { left, top, right, bottom } = known;
  const across = Math.max(1, Math.round((right - left) * sideways));
  const down = Math.max(1, Math.round((bottom - top) * upright));
  const rows = (x: number): Float32Array =>
    usual(bottom - top, (row, step) => at(plane, (top + row) * width + x + step), across);
  const columns = (y: number): Float32Array =>
    usual(right - left, (column, step) => at(plane, (y + step) * width + left + column), down);
  const [leftRows, rightRows] = [rows(left), rows(right - across)];
  const [topColumns, bottomColumns] = [columns(top), columns(bottom - down)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isBeside = x < left || x >= right;
      const isAbove = y < top || y >= bottom;
      if (!isBeside && !isAbove) continue;
      const row = Math.min(bottom - 1, Math.max(top, y)) - top;
      const column = Math.min(right - 1, Math.max(left, x)) - left;
      const beside = at(x < left ? leftRows : rightRows, row);
      const above = at(y < top ? topColumns : bottomColumns, column);
      const share = isBeside && isAbove ? 0.5 : isBeside ? 1 : 0;
      plane[y * width + x] = beside * share + above * (1 - share);
    }
  }
}

/** The middle value of each line of `depth` values, evened out a little from line to line. */
function usual(
  count: number,
  value: (line: number, step: number) => number,
  depth: number,
): Float32Array {
  const middles = Float32Array.from({ length: count }, (_, line) => {
    const sorted = Float32Array.from({ length: depth }, (_, step) => value(line, step)).sort();
    return at(sorted, depth >> 1);
  });
  return middles.map((_, line) => {
    const near = middles.subarray(Math.max(0, line - 1), line + 2);
    return near.reduce((sum, one) => sum + one, 0) / near.length;
  });
}

/** The rectangles of the margin: above, below, left, right. */
export function marginsOf(place: Known, width: number, height: number): Known[] {
  return [
    { left: 0, top: 0, right: width, bottom: place.top },
    { left: 0, top: place.bottom, right: width, bottom: height },
    { left: 0, top: place.top, right: place.left, bottom: place.bottom },
    { left: place.right, top: place.top, right: width, bottom: place.bottom },
  ].filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

/** How far a pixel of the margin is on its way from the picture to the border, 0..1. */
export function awayFrom(
  place: Known,
  width: number,
  height: number,
  x: number,
  y: number,
): number {
  const way = (value: number, from: number, to: number, end: number): number => {
    if (value < from) return (from - value) / from;
    return value >= to ? (value + 1 - to) / (end - to) : 0;
  };
  return Math.max(way(x, place.left, place.right, width), way(y, place.top, place.bottom, height));
}

/** 1 for every pixel of the margin, 0 for the picture's. */
export function marginMask(place: Known, width: number, height: number): Uint8Array {
  const open = new Uint8Array(width * height).fill(1);
  for (let y = place.top; y < place.bottom; y += 1) {
    open.fill(0, y * width + place.left, y * width + place.right);
  }
  return open;
}
