import { type Colour, css, shift } from '../core/colour';
import type { Point } from '../core/geometry';
import type { Random } from '../core/random';
import type { Group } from '../plan/scene';
import { type Context, createSurface, settle } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { at } from './pixels';
import { drawModel } from './reference';
import { type Triangle, triangulate } from './triangulate';

/** Low poly: corners along the contours of things and loosely between, each facet one lit colour. */
export const paintLowPoly: Painter = function* (easel) {
  const { context, width, height } = easel;
  const model = createSurface(width, height);
  yield* portion(drawModel(model, easel), 0, 0.12);
  const points = cornersOf(easel);
  yield 0.16;
  const steps = triangulate(points);
  let step = steps.next();
  while (!step.done) {
    yield 0.16 + 0.5 * step.value;
    step = steps.next();
  }
  const sample = createSampler(model, width, height);
  yield 0.7;
  for (const [index, triangle] of step.value.entries()) {
    drawFacet(easel, context, points, triangle, sample);
    if (index % 64 === 63) settle(context);
    if (index % 16 === 15) yield 0.7 + (0.3 * index) / step.value.length;
  }
  yield 1;
};

/** Corners: dense along subjects, sparse over the sky, never closer than a share of their spacing. */
function cornersOf(easel: Easel): Point[] {
  const { frame, groups } = easel.scene;
  const random = easel.random.fork('corners');
  const unit = Math.min(frame.width, frame.height);
  const fine = easel.fine ? 1 : 1.35;
  const field = createField(frame.width, frame.height);
  const ordered = [...groups].sort((a, b) => spacingOf(a) - spacingOf(b));
  for (const group of ordered) {
    const spacing = spacingOf(group) * unit * fine;
    if (group.plane === 'weather' || group.name === 'stars') continue;
    for (const shape of group.shapes) {
      if (shape.kind === 'stroke' || shape.material === 'shade') continue;
      if (shape.material === 'glow' && !shape.contour) continue;
      if (!shape.contour && group.plane !== 'subject') continue;
      for (const ring of shape.rings) alongRing(ring, spacing, field, random);
    }
  }
  const step = unit * 0.052 * fine;
  for (let y = -step; y < frame.height + step * 1.5; y += step) {
    for (let x = -step; x < frame.width + step * 1.5; x += step) {
      field.add(
        [x + random.between(-0.42, 0.42) * step, y + random.between(-0.42, 0.42) * step],
        step * 0.5,
      );
    }
  }
  return field.points;
}

function spacingOf(group: Group): number {
  if (group.plane === 'subject') return 0.0095;
  if (group.name === 'sun' || group.name === 'moon' || group.name === 'planet') return 0.02;
  if (group.plane === 'near') return 0.024;
  if (group.plane === 'middle') return 0.023;
  if (group.plane === 'far') return 0.027;
  return 0.045;
}

type Field = { readonly points: Point[]; add(point: Point, gap: number): void };

/** Points that keep a distance from each other. */
function createField(width: number, height: number): Field {
  const cell = 0.01;
  const points: Point[] = [];
  const grid = new Map<number, Point[]>();
  const key = (x: number, y: number): number => Math.floor(x / cell) * 4096 + Math.floor(y / cell);
  return {
    points,
    add: (point, gap) => {
      const [x, y] = point;
      if (x < -0.12 || y < -0.12 || x > width + 0.12 || y > height + 0.12) return;
      const reach = Math.ceil(gap / cell);
      for (let i = -reach; i <= reach; i += 1) {
        for (let j = -reach; j <= reach; j += 1) {
          for (const [px, py] of grid.get(key(x + i * cell, y + j * cell)) ?? []) {
            if ((px - x) ** 2 + (py - y) ** 2 < gap * gap) return;
          }
        }
      }
      points.push(point);
      const home = key(x, y);
      grid.set(home, [...(grid.get(home) ?? []), point]);
    },
  };
}

function alongRing(ring: readonly Point[], spacing: number, field: Field, random: Random): void {
  let left = spacing * random.next();
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    let along = left;
    while (along < length) {
      const share = along / length;
      field.add(
        [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share],
        spacing * 0.62,
      );
      along += spacing;
    }
    left = along - length;
  });
}

type Sampler = (x: number, y: number) => Colour;

function createSampler(model: Context, width: number, height: number): Sampler {
  const ratio = Math.min(1, 900 / Math.max(width, height));
  const small = createSurface(width * ratio, height * ratio);
  const size = small.canvas;
  small.imageSmoothingQuality = 'high';
  small.drawImage(model.canvas, 0, 0, size.width, size.height);
  const { data } = small.getImageData(0, 0, size.width, size.height);
  return (x, y) => {
    const column = Math.min(size.width - 1, Math.max(0, Math.floor(x * ratio)));
    const row = Math.min(size.height - 1, Math.max(0, Math.floor(y * ratio)));
    const index = (row * size.width + column) * 4;
    return [at(data, index), at(data, index + 1), at(data, index + 2)];
  };
}

const inside: readonly (readonly [number, number, number])[] = [
  [1 / 3, 1 / 3, 1 / 3],
  [0.6, 0.2, 0.2],
  [0.2, 0.6, 0.2],
  [0.2, 0.2, 0.6],
];

function drawFacet(
  easel: Easel,
  context: Context,
  points: readonly Point[],
  triangle: Triangle,
  sample: Sampler,
): void {
  const { scale, scene, random } = easel;
  const [a, b, c] = triangle.map((index) => points[index] ?? ([0, 0] as const));
  if (!a || !b || !c) return;
  let [red, green, blue] = [0, 0, 0];
  for (const [u, v, w] of inside) {
    const colour = sample(
      (a[0] * u + b[0] * v + c[0] * w) * scale,
      (a[1] * u + b[1] * v + c[1] * w) * scale,
    );
    red += colour[0] / inside.length;
    green += colour[1] / inside.length;
    blue += colour[2] / inside.length;
  }
  const [mx, my] = [(a[0] + b[0] + c[0]) / 3, (a[1] + b[1] + c[1]) / 3];
  const tilt = Math.atan2(a[1] - my, a[0] - mx);
  const facing = Math.cos(tilt * 3) * scene.light[0] + Math.sin(tilt * 3) * scene.light[1];
  const colour = shift([red, green, blue], {
    light: facing * 0.026 + random.bell() * 0.014,
    chroma: 1.1,
  });
  context.beginPath();
  context.moveTo(a[0] * scale, a[1] * scale);
  context.lineTo(b[0] * scale, b[1] * scale);
  context.lineTo(c[0] * scale, c[1] * scale);
  context.closePath();
  context.fillStyle = css(colour);
  context.strokeStyle = css(colour);
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}
