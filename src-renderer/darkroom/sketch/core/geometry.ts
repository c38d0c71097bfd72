import type { Random } from './random';

/** Across and down, in the units of a scene's frame. */
export type Point = readonly [number, number];
/** A closed outline; the last point joins the first. */
export type Ring = readonly Point[];
/** Where a path goes through, and whether it turns there sharply. */
export type Knot = { readonly at: Point; readonly corner: boolean };
/** A point of a limb: where, and how thick (radius). */
export type Joint = readonly [number, number, number];
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

function curve(a: number, b: number, c: number, d: number, t: number): number {
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 + (3 * b - a - 3 * c + d) * t3)
  );
}

/** A closed Catmull-Rom curve through the knots; corners stay sharp. */
export function smooth(knots: readonly Knot[], steps = 6): Ring {
  const count = knots.length;
  const ring: Point[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = knots[index];
    const to = knots[(index + 1) % count];
    if (!from || !to) continue;
    const before = from.corner ? from : (knots[(index - 1 + count) % count] ?? from);
    const after = to.corner ? to : (knots[(index + 2) % count] ?? to);
    const straight = from.corner && to.corner;
    const pieces = straight ? 1 : steps;
    for (let piece = 0; piece < pieces; piece += 1) {
      const t = piece / pieces;
      ring.push([
        curve(before.at[0], from.at[0], to.at[0], after.at[0], t),
        curve(before.at[1], from.at[1], to.at[1], after.at[1], t),
      ]);
    }
  }
  return ring;
}

/** An open Catmull-Rom curve through `points`. */
export function smoothLine(points: readonly Point[], steps = 6): Point[] {
  const line: Point[] = [];
  const last = points.length - 1;
  for (let index = 0; index < last; index += 1) {
    const from = points[index] ?? [0, 0];
    const to = points[index + 1] ?? from;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    for (let piece = 0; piece < steps; piece += 1) {
      const t = piece / steps;
      line.push([
        curve(before[0], from[0], to[0], after[0], t),
        curve(before[1], from[1], to[1], after[1], t),
      ]);
    }
  }
  const end = points[last];
  if (end) line.push(end);
  return line;
}

function smoothJoints(joints: readonly Joint[], steps: number): Joint[] {
  const line: Joint[] = [];
  const last = joints.length - 1;
  for (let index = 0; index < last; index += 1) {
    const from = joints[index] ?? [0, 0, 0];
    const to = joints[index + 1] ?? from;
    const before = joints[index - 1] ?? from;
    const after = joints[index + 2] ?? to;
    for (let piece = 0; piece < steps; piece += 1) {
      const t = piece / steps;
      line.push([
        curve(before[0], from[0], to[0], after[0], t),
        curve(before[1], from[1], to[1], after[1], t),
        Math.max(0, curve(before[2], from[2], to[2], after[2], t)),
      ]);
    }
  }
  const end = joints[last];
  if (end) line.push(end);
  return line;
}

function cap(centre: Joint, angle: number, sweepFrom: number): Point[] {
  const points: Point[] = [];
  for (let step = 0; step <= 6; step += 1) {
    const turn = angle + sweepFrom + (Math.PI * step) / 6;
    points.push([centre[0] + Math.cos(turn) * centre[2], centre[1] + Math.sin(turn) * centre[2]]);
  }
  return points;
}

/** The outline of a brush-like limb: thick where its joints are thick, round at both ends. */
export function limb(joints: readonly Joint[], steps = 5): Ring {
  const spine = smoothJoints(joints, steps);
  const upper: Point[] = [];
  const lower: Point[] = [];
  const angleAt = (index: number): number => {
    const from = spine[Math.max(0, index - 1)] ?? [0, 0, 0];
    const to = spine[Math.min(spine.length - 1, index + 1)] ?? from;
    return Math.atan2(to[1] - from[1], to[0] - from[0]);
  };
  spine.forEach((joint, index) => {
    const angle = angleAt(index);
    const across: Point = [-Math.sin(angle) * joint[2], Math.cos(angle) * joint[2]];
    upper.push([joint[0] - across[0], joint[1] - across[1]]);
    lower.push([joint[0] + across[0], joint[1] + across[1]]);
  });
  const first = spine[0];
  const last = spine[spine.length - 1];
  if (!first || !last) return [];
  return [
    ...upper,
    ...cap(last, angleAt(spine.length - 1), -Math.PI / 2),
    ...lower.reverse(),
    ...cap(first, angleAt(0), Math.PI / 2),
  ];
}

export function ellipse(x: number, y: number, rx: number, ry: number, tilt = 0): Ring {
  const count = 28;
  const cos = Math.cos(tilt);
  const sin = Math.sin(tilt);
  return Array.from({ length: count }, (_, index): Point => {
    const angle = (index / count) * Math.PI * 2;
    const dx = Math.cos(angle) * rx;
    const dy = Math.sin(angle) * ry;
    return [x + dx * cos - dy * sin, y + dx * sin + dy * cos];
  });
}

export function rectangle(left: number, top: number, right: number, bottom: number): Ring {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** A round, uneven clump such as a crown of leaves or a puff of cloud. */
export function clump(
  random: Random,
  x: number,
  y: number,
  rx: number,
  ry: number,
  unevenness = 0.18,
  lobes = 9,
): Ring {
  const knots = Array.from({ length: lobes }, (_, index): Knot => {
    const angle = ((index + random.between(-0.25, 0.25)) / lobes) * Math.PI * 2;
    const reach = 1 + random.between(-unevenness, unevenness);
    return {
      at: [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach],
      corner: false,
    };
  });
  return smooth(knots, 4);
}

export function boxOf(rings: readonly (readonly Point[])[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { left, top, right, bottom };
}

export type Placement = {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly turn?: number;
};

/** Scales, turns about the origin, then moves. */
export function place(points: readonly Point[], to: Placement): Point[] {
  const cos = Math.cos(to.turn ?? 0);
  const sin = Math.sin(to.turn ?? 0);
  return points.map(([px, py]): Point => {
    const x = px * to.scaleX;
    const y = py * to.scaleY;
    return [to.x + x * cos - y * sin, to.y + x * sin + y * cos];
  });
}

export function move(ring: Ring, dx: number, dy: number): Ring {
  return ring.map(([x, y]): Point => [x + dx, y + dy]);
}
