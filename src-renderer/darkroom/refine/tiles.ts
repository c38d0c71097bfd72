import { faithfulReach } from './faithful';

/** How far the network looks around a pixel, in pixels of the picture: the sum of its filters' half widths. */
const networkReach = 10;
/** How far around a pixel its result depends on. */
export const reach = networkReach + faithfulReach;

/** The usual side of a tile, in pixels of the picture: worked through within about a tenth of a second. */
const usualSide = 64;

/** A part of the picture that is enlarged in one go. */
export type Tile = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * The tiles that cover a picture, row by row, all of one size: the last of a row or column lies over the one
 * before it where the side does not divide the picture. Each is enlarged with `reach` pixels around it, which are
 * cut off again, so that no pixel of the result knows where a tile ends.
 */
export function tilesOf(width: number, height: number, side: number = usualSide): Tile[] {
  const size = { width: Math.min(side, width), height: Math.min(side, height) };
  return startsOf(height, size.height).flatMap((y) =>
    startsOf(width, size.width).map((x) => ({ x, y, ...size })),
  );
}

function startsOf(length: number, side: number): number[] {
  const count = Math.ceil(length / side);
  return Array.from({ length: count }, (_, index) => Math.min(index * side, length - side));
}
