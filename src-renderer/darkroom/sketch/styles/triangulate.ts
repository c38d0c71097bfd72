import type { Point } from '../core/geometry';

/** Indices of three points. */
export type Triangle = readonly [number, number, number];

type Open = {
  readonly corners: Triangle;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
};

/**
 * The Delaunay triangulation of `points` (Bowyer-Watson, swept from left to right so that finished
 * triangles leave the search; after Paul Bourke, 1989). Yields the share of points done.
 */
export function* triangulate(points: readonly Point[]): Generator<number, Triangle[]> {
  const count = points.length;
  const order = points
    .map((_, index) => index)
    .sort((a, b) => (points[a]?.[0] ?? 0) - (points[b]?.[0] ?? 0));
  const all: Point[] = [...points, [-30000, -20000], [30000, -20000], [0, 50000]];
  let open: Open[] = [];
  const closed: Triangle[] = [];
  const hull = circle(all, [count, count + 1, count + 2]);
  if (hull) open.push(hull);
  for (const [step, index] of order.entries()) {
    open = insert(all, index, open, closed);
    if (step % 24 === 23) yield step / count;
  }
  for (const { corners } of open) closed.push(corners);
  return closed.filter((corners) => corners.every((corner) => corner < count));
}

function insert(
  all: readonly Point[],
  index: number,
  open: readonly Open[],
  closed: Triangle[],
): Open[] {
  const [x, y] = all[index] ?? [0, 0];
  const kept: Open[] = [];
  const edges = new Map<number, readonly [number, number]>();
  const size = all.length;
  for (const triangle of open) {
    const dx = x - triangle.x;
    if (dx > 0 && dx * dx > triangle.reach) {
      closed.push(triangle.corners);
      continue;
    }
    const dy = y - triangle.y;
    if (dx * dx + dy * dy > triangle.reach) {
      kept.push(triangle);
      continue;
    }
    const [a, b, c] = triangle.corners;
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      const key = Math.min(from, to) * size + Math.max(from, to);
      if (edges.has(key)) edges.delete(key);
      else edges.set(key, [from, to]);
    }
  }
  for (const [from, to] of edges.values()) {
    const made = circle(all, [from, to, index]);
    if (made) kept.push(made);
  }
  return kept;
}

/** A triangle with its circumscribed circle; none if its corners lie on one line. */
function circle(all: readonly Point[], corners: Triangle): Open | undefined {
  const [ax, ay] = all[corners[0]] ?? [0, 0];
  const [bx, by] = all[corners[1]] ?? [0, 0];
  const [cx, cy] = all[corners[2]] ?? [0, 0];
  const twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by));
  if (Math.abs(twice) < 1e-14) return undefined;
  const a = ax * ax + ay * ay;
  const b = bx * bx + by * by;
  const c = cx * cx + cy * cy;
  const x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice;
  const y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice;
  return { corners, x, y, reach: (x - ax) ** 2 + (y - ay) ** 2 };
}
