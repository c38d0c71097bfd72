import { type Colour, css, lightness, shift } from '../core/colour';
import { boxOf, type Point, type Ring } from '../core/geometry';
import { noiseTile } from '../core/noise';
import { createRandom, type Random } from '../core/random';
import type { Area, Group, Shape } from '../plan/scene';
import { bodiesOf } from './bodies';
import { type Context, clipped, drawShape, settle, traceRings } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { at, eachBand } from './pixels';
import { colourAt, hides, meanColour } from './tones';

const lead: Colour = [24, 22, 26];

/** Stained glass: glowing panes cut from the scene, held by lead along every contour. */
export const paintStainedGlass: Painter = function* (easel) {
  const { scene, context, width, height } = easel;
  context.fillStyle = css(lead);
  context.fillRect(0, 0, width, height);
  const unit = Math.min(width, height);
  const bench: Bench = {
    easel,
    unit,
    cane: Math.max(1.6, unit * 0.0062),
    sun: lightCentre(easel),
    disc: hasDisc(easel),
  };
  const total = scene.groups.length;
  for (const [index, group] of scene.groups.entries()) {
    yield* portion(glaze(bench, group), (0.85 * index) / total, (0.85 * (index + 1)) / total);
  }
  frame(bench);
  yield* portion(shine(easel), 0.86, 1);
};

type Bench = {
  readonly easel: Easel;
  readonly unit: number;
  readonly cane: number;
  readonly sun: Point;
  readonly disc: boolean;
};

function hasDisc(easel: Easel): boolean {
  return easel.scene.groups.some(
    (group) => group.name === 'sun' || group.name === 'moon' || group.name === 'planet',
  );
}

function lightCentre(easel: Easel): Point {
  const { groups, frame: extent } = easel.scene;
  const disc = groups.find(
    (group) => group.name === 'sun' || group.name === 'moon' || group.name === 'planet',
  );
  const rings =
    disc?.shapes
      .flatMap((shape) => (shape.kind === 'area' && hides(shape) ? shape.rings : []))
      .slice(0, 1) ?? [];
  if (rings.length === 0) return [extent.width * 0.5, extent.height * 1.1];
  const box = boxOf(rings);
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}

function* glaze(bench: Bench, group: Group): Generator<number, void> {
  const { context } = bench.easel;
  const bodies = bodiesOf(group.shapes);
  for (const [index, body] of bodies.entries()) {
    const thick = caneOf(bench, group, body);
    if (thick > 0) strokeLead(bench, context, body, thick * 2);
    for (const shape of body) {
      drawPane(bench, shape, group);
      settle(context);
      yield index / bodies.length;
    }
  }
}

/** Small things get thin lead, the smallest none: they are painted on the glass. */
function caneOf(bench: Bench, group: Group, body: readonly Shape[]): number {
  const rings = body.flatMap((shape) =>
    shape.kind === 'area' && shape.contour ? shape.rings : [],
  );
  if (
    rings.length === 0 ||
    group.plane === 'weather' ||
    group.name === 'stars' ||
    group.name === 'sky'
  )
    return 0;
  const box = boxOf(rings);
  const size = Math.max(box.right - box.left, box.bottom - box.top) * bench.easel.scale;
  if (size < bench.unit * 0.02) return 0;
  const share = Math.min(1, size / (bench.unit * 0.16));
  return bench.cane * (0.28 + 0.5 * share) * (group.plane === 'subject' ? 0.8 : 0.9);
}

function strokeLead(bench: Bench, context: Context, body: readonly Shape[], width: number): void {
  context.strokeStyle = css(lead);
  context.lineWidth = width;
  context.lineJoin = 'round';
  for (const shape of body) {
    if (shape.kind !== 'area' || !shape.contour) continue;
    traceRings(context, shape.rings, bench.easel.scale);
    context.stroke();
  }
}

function drawPane(bench: Bench, shape: Shape, group: Group): void {
  const { context, scale } = bench.easel;
  if (shape.kind === 'stroke') {
    drawShape(
      context,
      {
        ...shape,
        colour: shape.material === 'spark' ? shape.colour : lead,
        width: Math.max(shape.width, bench.cane / scale / 2.4),
      },
      scale,
    );
    return;
  }
  if (shape.material === 'mist') return;
  if (shape.material === 'glow' && !hides(shape)) {
    if (group.name === 'sun' || group.name === 'moon') halo(bench, shape);
    return;
  }
  const box = boxOf(shape.rings);
  const large = (box.right - box.left) * (box.bottom - box.top) > 0.02;
  if (
    large &&
    shape.material !== 'glow' &&
    (shape.contour || group.plane === 'backdrop') &&
    group.plane !== 'subject'
  ) {
    cutPanes(bench, shape, group);
    return;
  }
  clipped(context, shape, scale, () => {
    traceRings(context, shape.rings, scale);
    context.fillStyle = css(glass(meanColour(shape.fill)));
    context.fill(shape.rule);
  });
}

/** Light through coloured glass: more colour, and never quite dark. */
function glass(colour: Colour): Colour {
  const level = lightness(colour);
  return shift(colour, { chroma: 1.55, light: (0.6 - level) * 0.16 });
}

function halo(bench: Bench, shape: Area): void {
  const { context, scale } = bench.easel;
  if (shape.fill.kind !== 'radial') return;
  const { centre, radius, stops } = shape.fill;
  const colour = stops[0]?.colour ?? [255, 240, 200];
  context.save();
  for (const [share, alpha] of [
    [0.62, 0.26],
    [0.36, 0.42],
  ] as const) {
    context.beginPath();
    context.arc(centre[0] * scale, centre[1] * scale, radius * share * scale, 0, Math.PI * 2);
    context.fillStyle = css(glass(colour), alpha);
    context.fill();
    context.strokeStyle = css(lead);
    context.lineWidth = bench.cane * 0.8;
    context.stroke();
  }
  context.restore();
}

/** A wide area is cut in many panes: fans around the light for the sky, staves elsewhere. */
function cutPanes(bench: Bench, shape: Area, group: Group): void {
  const { context, scale } = bench.easel;
  const random = createRandom(bench.easel.seed, `${group.name} ${shape.body}`);
  const panes = group.plane === 'backdrop' ? fan(bench, random) : staves(bench, shape, random);
  context.save();
  traceRings(context, shape.rings, scale);
  context.clip(shape.rule);
  if (shape.clip) {
    traceRings(context, shape.clip, scale);
    context.clip();
  }
  context.lineJoin = 'round';
  for (const pane of panes) {
    const middle = centreOf(pane);
    const colour = glass(fillAt(shape, middle));
    traceRings(context, [pane], scale);
    context.fillStyle = css(
      shift(colour, {
        light: random.between(-0.055, 0.055),
        hue: random.between(-9, 9),
        chroma: random.between(0.9, 1.15),
      }),
    );
    context.fill();
    context.strokeStyle = css(lead);
    context.lineWidth = bench.cane * 0.72;
    context.stroke();
  }
  context.restore();
}

function centreOf(ring: Ring): Point {
  let [x, y] = [0, 0];
  for (const point of ring) {
    x += point[0] / ring.length;
    y += point[1] / ring.length;
  }
  return [x, y];
}

function fillAt(shape: Area, [x, y]: Point): Colour {
  const { fill } = shape;
  if (fill.kind === 'flat') return fill.colour;
  if (fill.kind === 'radial')
    return colourAt(
      fill,
      Math.min(1, Math.hypot(x - fill.centre[0], y - fill.centre[1]) / fill.radius),
    ).colour;
  const dx = fill.to[0] - fill.from[0];
  const dy = fill.to[1] - fill.from[1];
  const share = ((x - fill.from[0]) * dx + (y - fill.from[1]) * dy) / (dx * dx + dy * dy || 1);
  return colourAt(fill, Math.min(1, Math.max(0, share))).colour;
}

/** Rings and rays around the light, each pane a little askew. */
function fan(bench: Bench, random: Random): Ring[] {
  const [cx, cy] = bench.sun;
  const panes: Ring[] = [];
  const start = random.between(0, 1);
  let inner = bench.disc ? 0.02 : 0.3;
  let count = bench.disc ? 9 : 16;
  let offset = start;
  while (inner < 2.2) {
    const outer = inner + 0.085 + inner * 0.22;
    for (let index = 0; index < count; index += 1) {
      const from = ((index + offset) / count) * Math.PI * 2;
      const to = ((index + 1 + offset) / count) * Math.PI * 2;
      const at2 = (angle: number, reach: number): Point => [
        cx + Math.cos(angle) * reach,
        cy + Math.sin(angle) * reach,
      ];
      const middle = (from + to) / 2;
      const bulge = 1 + random.between(-0.02, 0.03);
      panes.push([
        at2(from, inner),
        at2(middle, inner),
        at2(to, inner),
        at2(to, outer),
        at2(middle, outer * bulge),
        at2(from, outer),
      ]);
    }
    inner = outer;
    if (inner > 0.34 && count < 14) count = 14;
    if (inner > 0.8 && count < 20) count = bench.disc ? 20 : 26;
    offset += 0.5;
  }
  return panes;
}

/** Slanting courses, as hills and water are built up. */
function staves(bench: Bench, shape: Area, random: Random): Ring[] {
  const box = boxOf(shape.rings);
  const { frame: extent } = bench.easel.scene;
  const left = Math.max(-0.05, box.left);
  const right = Math.min(extent.width + 0.05, box.right);
  const bottom = Math.min(extent.height + 0.05, box.bottom);
  const rise = Math.max(0.06, Math.min(0.13, (bottom - box.top) / 4));
  const bow = random.between(-0.08, 0.08);
  const panes: Ring[] = [];
  const edge = (x: number, y: number): number =>
    y +
    bow * Math.sin(((x - left) / Math.max(0.01, right - left)) * Math.PI) +
    0.02 * Math.sin(x * 9 + y * 5);
  let row = 0;
  for (let y = box.top - 0.1; y < bottom + 0.1; y += rise) {
    const wide = 0.15 + random.between(0, 0.06);
    for (let x = left - wide * (row % 2 === 0 ? 1 : 0.5); x < right + wide; x += wide) {
      const lean = (row % 2 === 0 ? 1 : -1) * wide * 0.16;
      panes.push([
        [x + lean, edge(x, y)],
        [x + wide / 2, edge(x + wide / 2, y)],
        [x + wide + lean, edge(x + wide, y)],
        [x + wide - lean, edge(x + wide, y + rise)],
        [x + wide / 2, edge(x + wide / 2, y + rise)],
        [x - lean, edge(x, y + rise)],
      ]);
    }
    row += 1;
  }
  return panes;
}

function frame(bench: Bench): void {
  const { context, width, height } = bench.easel;
  const edge = bench.unit * 0.022;
  context.strokeStyle = css(lead);
  context.lineWidth = edge * 2;
  context.strokeRect(0, 0, width, height);
  context.strokeStyle = css([74, 70, 78]);
  context.lineWidth = Math.max(1, bench.cane * 0.3);
  context.strokeRect(edge * 0.6, edge * 0.6, width - edge * 1.2, height - edge * 1.2);
}

/** Streaks and bubbles in the glass, light behind it, a dull shine on the lead. */
function shine(easel: Easel): Generator<number, void> {
  const { context, width, height, seed } = easel;
  const size = 256;
  const mask = size - 1;
  const streak = noiseTile(seed + 41, size, 8, 4);
  const ripple = noiseTile(seed + 42, size, 48, 2);
  const stretch = (size * 2) / Math.min(width, height);
  return eachBand(context, width, height, (data, top, rows) => {
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const to = (row * width + x) * 4;
        const u = Math.floor(x * stretch);
        const v = Math.floor(y * stretch * 0.45);
        const slow = at(streak, (v & mask) * size + (u & mask));
        const quick = at(ripple, ((v * 3) & mask) * size + ((u * 2) & mask));
        const dark = at(data, to) + at(data, to + 1) + at(data, to + 2) < 96;
        const change = dark ? 1 + quick * 0.3 : 1.04 + slow * 0.2 + quick * 0.07;
        const glow = dark ? 3 + quick * 7 : Math.max(0, slow) * 16;
        data[to] = at(data, to) * change + glow;
        data[to + 1] = at(data, to + 1) * change + glow;
        data[to + 2] = at(data, to + 2) * change + glow;
      }
    }
  });
}
