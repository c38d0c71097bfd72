import { boxOf, type Point } from '../core/geometry';
import { noiseTile } from '../core/noise';
import type { Group, Shape } from '../plan/scene';
import { type Context, createSurface, drawShape, settle } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { at, bandRows, blur, createRaster, eachBand, type Raster } from './pixels';

const tileSize = 512;
const paper = [250, 246, 236] as const;

/** What a wash works with. `film` is how much light each channel lets through, 0..1. */
type Wet = {
  readonly easel: Easel;
  readonly film: Raster;
  readonly layer: Context;
  readonly ink: Float32Array;
  readonly soft: Float32Array;
  readonly scratch: Float32Array;
  readonly grain: Float32Array;
  readonly flow: Float32Array;
  readonly unit: number;
};

/**
 * Watercolour: each group is a wash. Its outline wanders, pigment pools where it ends, settles into
 * the grain, and thins where water ran back; a thin dry gap keeps neighbours from running together.
 */
export const paintWatercolour: Painter = function* (easel) {
  const { width, height, scene, context } = easel;
  const size = width * height;
  const film = createRaster(width, height);
  film.red.fill(1);
  film.green.fill(1);
  film.blue.fill(1);
  yield 0.005;
  const wet: Wet = {
    easel,
    film,
    layer: createSurface(width, height),
    ink: new Float32Array(size),
    soft: new Float32Array(size),
    scratch: new Float32Array(size),
    grain: noiseTile(easel.seed, tileSize, 128, 2),
    flow: noiseTile(easel.seed + 1, tileSize, 6, 5),
    unit: Math.min(width, height),
  };
  yield 0.02;
  const washes = joined(scene.groups);
  for (const [index, wash] of washes.entries()) {
    const from = 0.02 + (0.9 * index) / washes.length;
    const to = 0.02 + (0.9 * (index + 1)) / washes.length;
    yield* portion(layWash(wet, wash), from, to);
    if (index % 6 === 5) yield* portion(show(wet, context), to, to);
  }
  yield* portion(show(wet, context), 0.93, 1);
};

/** Neighbouring groups of one plane are painted in one go. */
function joined(groups: readonly Group[]): Group[] {
  const result: Group[] = [];
  for (const group of groups) {
    const last = result[result.length - 1];
    const same =
      last && last.name === group.name && last.plane === group.plane && group.plane !== 'subject';
    if (same && last.shapes.length + group.shapes.length < 500) {
      result[result.length - 1] = { ...last, shapes: [...last.shapes, ...group.shapes] };
    } else result.push(group);
  }
  return result;
}

type Patch = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

function patchOf(wet: Wet, group: Group): Patch | undefined {
  const { width, height, scale } = wet.easel;
  const rings = group.shapes.flatMap((shape): readonly (readonly Point[])[] =>
    shape.kind === 'area' ? shape.rings : [shape.points],
  );
  const box = boxOf(rings);
  const pad = wet.unit * 0.03;
  const left = Math.max(0, Math.floor(box.left * scale - pad));
  const top = Math.max(0, Math.floor(box.top * scale - pad));
  const right = Math.min(width, Math.ceil(box.right * scale + pad));
  const bottom = Math.min(height, Math.ceil(box.bottom * scale + pad));
  if (!(right > left && bottom > top)) return undefined;
  return { left, top, width: right - left, height: bottom - top };
}

function* layWash(wet: Wet, group: Group): Generator<number, void> {
  const patch = patchOf(wet, group);
  if (!patch) return;
  wet.layer.clearRect(patch.left, patch.top, patch.width, patch.height);
  for (const [index, shape] of group.shapes.entries()) {
    drawShape(wet.layer, shape, wet.easel.scale);
    if (index % 6 === 5) settle(wet.layer);
    yield 0.3 * (index / group.shapes.length);
  }
  const { data } = wet.layer.getImageData(patch.left, patch.top, patch.width, patch.height);
  yield 0.35;
  const count = patch.width * patch.height;
  const ink = wet.ink.subarray(0, count);
  for (let index = 0; index < count; index += 1) {
    const alpha = at(data, index * 4 + 3) / 255;
    const tone =
      (at(data, index * 4) * 0.3 +
        at(data, index * 4 + 1) * 0.59 +
        at(data, index * 4 + 2) * 0.11) /
      255;
    ink[index] = alpha * (1.25 - tone);
  }
  yield 0.4;
  const soft = wet.soft.subarray(0, count);
  soft.set(ink);
  const reach = Math.max(1.5, wet.unit * (group.plane === 'subject' ? 0.0045 : 0.008));
  yield* portion(blur(soft, wet.scratch, patch.width, patch.height, reach), 0.4, 0.6);
  yield* portion(soak(wet, group, patch, data, ink, soft), 0.6, 1);
}

function isOpaque(shape: Shape | undefined): boolean {
  return shape !== undefined && shape.material !== 'glow' && shape.material !== 'mist';
}

/** Lets one wash into the paper: lifts what is under it, then lays its own pigment. */
function* soak(
  wet: Wet,
  group: Group,
  patch: Patch,
  data: Uint8ClampedArray,
  ink: Float32Array,
  soft: Float32Array,
): Generator<number, void> {
  const subject = group.plane === 'subject';
  const sky = group.name === 'sky';
  const wander = wet.unit * (subject ? 0.0025 : group.plane === 'weather' ? 0.0006 : 0.0065);
  const solid = group.shapes.some(isOpaque);
  const sparks = group.shapes.every((shape) => shape.material === 'spark');
  const lift = sparks ? 1 : subject ? 0.93 : solid ? 0.84 : 0.1;
  const gap = solid && !sky && !sparks && group.plane !== 'backdrop' ? (subject ? 0.8 : 0.6) : 0;
  const rows = bandRows(patch.width);
  const bleed = sky ? 0.75 : 0.5;
  const coarse = (tileSize * 1.1) / wet.unit;
  const { film, grain, flow } = wet;
  const last = patch.width - 1;
  const floor = patch.height - 1;
  const mask = tileSize - 1;
  for (let row = 0; row < patch.height; row += 1) {
    const y = patch.top + row;
    for (let column = 0; column < patch.width; column += 1) {
      const x = patch.left + column;
      const cellX = (x * coarse) & mask;
      const cellY = (y * coarse) & mask;
      const drift = at(flow, cellY * tileSize + cellX);
      const drift2 = at(flow, ((cellX + 137) & mask) * tileSize + ((cellY + 61) & mask));
      const grit = at(grain, (y & mask) * tileSize + (x & mask));
      const fromX = Math.min(
        last,
        Math.max(0, Math.round(column + drift * wander * 2.2 + grit * wander * 0.16)),
      );
      const fromY = Math.min(floor, Math.max(0, Math.round(row + drift2 * wander * 2.2)));
      const from = fromY * patch.width + fromX;
      const alpha = at(data, from * 4 + 3) / 255;
      const halo = at(soft, from);
      const to = y * film.width + x;
      if (alpha < 0.02) {
        if (gap > 0 && halo > 0.14 && drift2 > -0.18)
          open(film, to, gap * Math.min(1, (halo - 0.14) * 3.2));
        continue;
      }
      const pool = Math.max(0, at(ink, from) - halo);
      const strength = sparks
        ? 0.4
        : 0.72 + pool * 1.7 + drift * bleed + grit * 0.24 * (0.4 + at(ink, from));
      pigment(film, to, data, from * 4, alpha, Math.max(0.12, strength), lift);
    }
    if (row % rows === rows - 1) yield row / patch.height;
  }
}

/** Takes pigment away, as a dry gap or a lifted highlight does. */
function open(film: Raster, to: number, amount: number): void {
  film.red[to] = 1 - (1 - at(film.red, to)) * (1 - amount);
  film.green[to] = 1 - (1 - at(film.green, to)) * (1 - amount);
  film.blue[to] = 1 - (1 - at(film.blue, to)) * (1 - amount);
}

function pigment(
  film: Raster,
  to: number,
  data: Uint8ClampedArray,
  from: number,
  alpha: number,
  strength: number,
  lift: number,
): void {
  const under = lift * alpha;
  const red = 1 - (1 - at(film.red, to)) * (1 - under);
  const green = 1 - (1 - at(film.green, to)) * (1 - under);
  const blue = 1 - (1 - at(film.blue, to)) * (1 - under);
  const power = strength * alpha;
  film.red[to] = red * through(at(data, from) / 250, power);
  film.green[to] = green * through(at(data, from + 1) / 248, power);
  film.blue[to] = blue * through(at(data, from + 2) / 244, power);
}

/** The share of light that a film of relative thickness `power` lets through. */
function through(share: number, power: number): number {
  return Math.min(1, Math.max(0.03, share)) ** power;
}

/** Paper, grain and the unpainted edge around the sheet. */
function show(wet: Wet, context: Context): Generator<number, void> {
  const { film, grain, flow, unit } = wet;
  const { width, height } = film;
  const mask = tileSize - 1;
  const coarse = (tileSize * 1.4) / unit;
  const border = unit * 0.026;
  return eachBand(context, width, height, (data, top, rows) => {
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const index = y * width + x;
        const grit = at(grain, (y & mask) * tileSize + (x & mask));
        const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
        const ragged =
          edge -
          border -
          at(flow, ((y * coarse) & mask) * tileSize + ((x * coarse) & mask)) * border * 0.9 -
          grit * 1.6;
        const shown = Math.min(1, Math.max(0, ragged / 2.4));
        const pooled = ragged > 0 && ragged < unit * 0.006 ? 1.25 : 1;
        const tooth = 1 + grit * 0.022;
        const to = (row * width + x) * 4;
        data[to] = paper[0] * tooth * (1 - shown + shown * at(film.red, index) ** pooled);
        data[to + 1] = paper[1] * tooth * (1 - shown + shown * at(film.green, index) ** pooled);
        data[to + 2] = paper[2] * tooth * (1 - shown + shown * at(film.blue, index) ** pooled);
        data[to + 3] = 255;
      }
    }
  });
}
