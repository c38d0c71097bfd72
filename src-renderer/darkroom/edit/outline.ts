import type { Point, Ring } from '../sketch/core/geometry';
import { at } from '../sketch/styles/pixels';
import type { Regions } from './segment';

/** Right, down, left, up. */
const steps = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** How far an outline goes past the edge of the picture, in cells, so that no line is drawn along it. */
const overshoot = 3;

/**
 * The outer outline of each region as it goes along the cracks between the cells: corners of cells,
 * clockwise, from the region's first cell.
 */
export function* cracksOf(regions: Regions): Generator<number, Point[][]> {
  const { width, height, labels, count } = regions;
  const starts = new Int32Array(count).fill(-1);
  for (let place = labels.length - 1; place >= 0; place -= 1) starts[at(labels, place)] = place;
  const outlines: Point[][] = [];
  const isIn = (label: number, x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && at(labels, y * width + x) === label;
  for (let label = 0; label < count; label += 1) {
    const start = at(starts, label);
    outlines.push(follow(start % width, Math.floor(start / width), (x, y) => isIn(label, x, y)));
    if (label % 8 === 7) yield label / count;
  }
  return outlines;
}

/** Walks around with the region on the right; cells that touch at a corner only are apart. */
function follow(startX: number, startY: number, isIn: (x: number, y: number) => boolean): Point[] {
  const points: Point[] = [];
  let [x, y, direction] = [startX, startY, 0];
  do {
    points.push([x, y]);
    const [dx, dy] = steps[direction] ?? steps[0];
    x += dx;
    y += dy;
    const [ahead, side] = cellsAhead(x, y, direction);
    if (!isIn(side[0], side[1])) direction = (direction + 1) % 4;
    else if (isIn(ahead[0], ahead[1])) direction = (direction + 3) % 4;
  } while (x !== startX || y !== startY || direction !== 0);
  return points;
}

/** The cells before a corner, on the left and on the right. */
function cellsAhead(x: number, y: number, direction: number): readonly [Point, Point] {
  switch (direction) {
    case 0:
      return [
        [x, y - 1],
        [x, y],
      ];
    case 1:
      return [
        [x, y],
        [x - 1, y],
      ];
    case 2:
      return [
        [x - 1, y],
        [x - 1, y - 1],
      ];
    default:
      return [
        [x - 1, y - 1],
        [x, y - 1],
      ];
  }
}

/**
 * A smooth ring along cracks. Each corner is worked out from the few next to it alone, and which are
 * kept depends on where they are: so two neighbours get the same line between them.
 */
export function smoothOutline(
  cracks: readonly Point[],
  { width, height }: Pick<Regions, 'width' | 'height'>,
  rounds: number,
): Ring {
  const isFixed = ([x, y]: Point): boolean => x === 0 || y === 0 || x === width || y === height;
  let points: readonly Point[] = cracks;
  for (let round = 0; round < rounds; round += 1) points = averaged(points, cracks, isFixed);
  const thin = cracks.length > 24 ? 4 : 2;
  const kept = points.filter((_, index) => {
    const corner = cracks[index] ?? [0, 0];
    return isFixed(corner) || (corner[0] * 3 + corner[1] * 5) % thin === 0;
  });
  return kept.map(([x, y]): Point => [pastEdge(x, width), pastEdge(y, height)]);
}

function pastEdge(value: number, end: number): number {
  if (value === 0) return -overshoot;
  return value === end ? end + overshoot : value;
}

function averaged(
  points: readonly Point[],
  cracks: readonly Point[],
  isFixed: (corner: Point) => boolean,
): Point[] {
  const count = points.length;
  return points.map((here, index): Point => {
    if (isFixed(cracks[index] ?? here)) return here;
    let [x, y] = [here[0] * 3, here[1] * 3];
    for (const [offset, weight] of [
      [-2, 1],
      [-1, 2],
      [1, 2],
      [2, 1],
    ] as const) {
      const near = points[(index + offset + count) % count] ?? here;
      x += near[0] * weight;
      y += near[1] * weight;
    }
    return [x / 9, y / 9];
  });
}
