import { boxOf } from '../../sketch/core/geometry';
import { createRandom, hashText } from '../../sketch/core/random';
import type { Group, Scene, Shape } from '../../sketch/plan/scene';
import type { StyleId } from '../../sketch/styles';
import { contextOf, createSurface, drawShape } from '../../sketch/styles/draw-shape';
import { painters } from '../../sketch/styles/painters';
import { hides } from '../../sketch/styles/tones';
import type { Slice } from '../plan/partition';
import { cutOut, type Pattern, widened } from './cut';
import type { Box, FilmSet, Layer } from './film-set';

export type PaintedSet = {
  readonly scene: Scene;
  readonly slices: readonly Slice[];
  readonly style: StyleId;
  readonly seed: number;
  /** More passes and finer strokes. */
  readonly fine: boolean;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
};

/** How far paint, its shadow or its line goes beyond the form that was planned, as a share of the shorter side. */
const spill: Readonly<Record<StyleId, number>> = {
  watercolour: 0.014,
  oil: 0.016,
  ink: 0.008,
  flat: 0.005,
  pixel: 0.012,
  'low-poly': 0.02,
  risograph: 0.01,
  blueprint: 0.006,
  'paper-cut': 0.026,
  'stained-glass': 0.014,
  charcoal: 0.014,
  woodcut: 0.008,
};
/** Those that leave a margin around the picture, as a share of the shorter side. */
const margins: Readonly<Record<StyleId, number>> = {
  watercolour: 0.044,
  oil: 0,
  ink: 0,
  flat: 0.034,
  pixel: 0,
  'low-poly': 0,
  risograph: 0.037,
  blueprint: 0.038,
  'paper-cut': 0,
  'stained-glass': 0.02,
  charcoal: 0.05,
  woodcut: 0.038,
};
/** No more of a set is shown at rest than leaves the camera some way to go, as a share of its sides. */
const mostShown = 1 / 1.08;
const slack = 0.008;

/**
 * Paints a scene once, without its weather, and cuts its slices out. Yields the share of the work done after every
 * small step.
 */
export function* paintSet(order: PaintedSet): Generator<number, FilmSet> {
  const { width, height, style, slices } = order;
  const canvas = new OffscreenCanvas(width, height);
  for (const share of painters[style](easelFor(order, canvas))) yield 0.75 * share;
  const layers: Layer[] = [];
  let nearer: OffscreenCanvas | null = null;
  for (const [index, slice] of slices.toReversed().entries()) {
    const isLast = index === slices.length - 1;
    const done = (part: number) => 0.75 + (0.25 * (index + part)) / slices.length;
    const pattern = isLast ? wholePattern(order) : patternOf(slice, order);
    yield done(0.3);
    if (pattern === null) continue;
    const mask = isLast ? pattern.mask : widened(pattern.mask, 0.5 * spillOf(order));
    const whole = cutOut(canvas, { mask, box: pattern.box }, nearer);
    yield done(0.7);
    const seen = seenPart(whole, pattern.box, nearer, order);
    if (seen !== null) layers.unshift({ ...seen, depth: slice.depth, stir: slice.stir });
    if (!isLast) nearer = joined(nearer, pattern, order);
    yield done(1);
  }
  const margin = margins[style] * Math.min(width, height);
  const edge = { x: margin / width, y: margin / height };
  const shown = Math.min(mostShown, 1 - 2 * (Math.max(edge.x, edge.y) + slack));
  return { width, height, shown, edge, layers, smooth: style !== 'pixel' };
}

function easelFor({ scene, slices, style, seed, fine }: PaintedSet, canvas: OffscreenCanvas) {
  const context = contextOf(canvas);
  return {
    scene: { ...scene, groups: slices.flatMap(({ groups }) => groups) },
    context,
    width: canvas.width,
    height: canvas.height,
    scale: canvas.width / scene.frame.width,
    random: createRandom(seed, `style ${style}`),
    seed: (seed ^ hashText(style)) >>> 0,
    fine,
  };
}

/**
 * What of a layer can come to be seen: below the row from which on nearer ones hide everything, and some way more that
 * a move of the camera may lay open, nothing is kept. Null when nothing is left.
 */
function seenPart(
  image: OffscreenCanvas,
  box: Box,
  nearer: OffscreenCanvas | null,
  { width, height }: PaintedSet,
): Pick<Layer, 'image' | 'box'> | null {
  if (nearer === null) return { image, box };
  const foot = openRows(nearer) * height + 0.09 * height;
  const high = Math.min(box.height, Math.ceil(foot - box.top));
  if (high <= 0) return null;
  if (high > box.height * 0.9) return { image, box };
  const part = createSurface(Math.min(box.width, width), high);
  part.drawImage(image, 0, 0);
  return { image: part.canvas, box: { ...box, height: high } };
}

/** The share of the rows, from the top, in which something can be seen past a mask. */
function openRows(mask: OffscreenCanvas): number {
  const small = createSurface(64, 64);
  small.drawImage(mask, 0, 0, 64, 64);
  const { data } = small.getImageData(0, 0, 64, 64);
  for (let row = 63; row >= 0; row -= 1) {
    for (let column = 0; column < 64; column += 1) {
      if ((data[(row * 64 + column) * 4 + 3] ?? 0) < 250) return (row + 1) / 64;
    }
  }
  return 0;
}

function wholePattern({ width, height }: PaintedSet): Pattern {
  const mask = createSurface(width, height);
  mask.fillRect(0, 0, width, height);
  return { mask: mask.canvas, box: { left: 0, top: 0, width, height } };
}

/** The outline of a slice as it was planned, somewhat widened; null when nothing of it is in the picture. */
function patternOf({ groups }: Slice, order: PaintedSet): Pattern | null {
  const { scene, width, height } = order;
  const scale = width / scene.frame.width;
  const box = boxFor(groups, scale, width, height, spillOf(order) + 1);
  if (box === null) return null;
  const context = createSurface(box.width, box.height);
  context.translate(-box.left, -box.top);
  for (const shape of solid(groups)) drawShape(context, shape, scale);
  return { mask: context.canvas, box };
}

function spillOf({ style, width, height }: PaintedSet): number {
  return Math.ceil(spill[style] * Math.min(width, height));
}

/** What hides the things behind it. A glow or a veil of mist has no outline: it stays in what is seen through it. */
function solid(groups: readonly Group[]): Shape[] {
  return groups.flatMap(({ shapes }) =>
    shapes.filter((shape) => (shape.kind === 'area' ? hides(shape) : shape.alpha > 0.9)),
  );
}

function boxFor(
  groups: readonly Group[],
  scale: number,
  width: number,
  height: number,
  reach: number,
): Box | null {
  const lines = solid(groups).flatMap((shape) =>
    shape.kind === 'area' ? shape.rings : [shape.points],
  );
  const outline = boxOf(lines);
  const left = Math.max(0, Math.floor(outline.left * scale) - reach);
  const top = Math.max(0, Math.floor(outline.top * scale) - reach);
  const right = Math.min(width, Math.ceil(outline.right * scale) + reach);
  const bottom = Math.min(height, Math.ceil(outline.bottom * scale) + reach);
  return right > left && bottom > top
    ? { left, top, width: right - left, height: bottom - top }
    : null;
}

/** What hides others, all that was spilt around it included: nothing of it may stay behind when it moves. */
function joined(
  nearer: OffscreenCanvas | null,
  { mask, box }: Pattern,
  order: PaintedSet,
): OffscreenCanvas {
  const { width, height } = order;
  const context = nearer === null ? createSurface(width, height) : contextOf(nearer);
  context.drawImage(widened(mask, spillOf(order)), box.left, box.top);
  return context.canvas;
}
