import { type Colour, css, lightness, mix } from '../core/colour';
import { boxOf } from '../core/geometry';
import { createNoise, noiseTile } from '../core/noise';
import type { Area, Group, Shape } from '../plan/scene';
import { type Board, chalk, deep, pale } from './blueprint-board';
import { construct, drawSheet } from './blueprint-sheet';
import { bodiesOf } from './bodies';
import { clipped, createSurface, fillStyle, settle, traceRings } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { inkLine, type Pen } from './pen';
import { at, eachBand } from './pixels';
import { drawModel } from './reference';
import { hides, meanColour, recolour } from './tones';

/** Blueprint: a construction drawing in white on cyanotype blue; measured, never lettered. */
export const paintBlueprint: Painter = function* (easel) {
  const { context, scene, width, height } = easel;
  context.fillStyle = css(deep);
  context.fillRect(0, 0, width, height);
  const unit = Math.min(width, height);
  const board: Board = {
    easel,
    unit,
    line: Math.max(1, unit * 0.0025),
    noise: createNoise(easel.seed),
  };
  const total = scene.groups.length;
  for (const [index, group] of scene.groups.entries()) {
    yield* portion(drawGroup(board, group), (0.7 * index) / total, (0.7 * (index + 1)) / total);
  }
  drawGrid(board);
  settle(context);
  yield 0.74;
  construct(board);
  settle(context);
  yield 0.78;
  drawSheet(board);
  settle(context);
  yield 0.8;
  yield* portion(expose(easel), 0.8, 1);
};

function penOf(board: Board, weight: number): Pen {
  return {
    width: board.line * weight,
    tremor: board.unit * 0.0004,
    swell: 0.16,
    light: [0, 0],
    noise: board.noise,
  };
}

function* drawGroup(board: Board, group: Group): Generator<number, void> {
  if (group.plane === 'weather' && group.name !== 'rain') return;
  const { context, scale } = board.easel;
  const bodies = bodiesOf(group.shapes);
  for (const [index, body] of bodies.entries()) {
    for (const shape of body) {
      if (shape.kind !== 'area' || !shape.contour || isLight(shape, group)) continue;
      context.fillStyle = css(chalk, inkOf(group));
      for (const ring of shape.rings)
        inkLine(context, ring, scale, penOf(board, weightOf(group)), true);
    }
    for (const shape of body) drawBlue(board, shape, group);
    if (index % 4 === 3 || body.length > 3) settle(context);
    yield index / bodies.length;
  }
}

function isLight(shape: Area, group: Group): boolean {
  return (
    (shape.material === 'glow' && !hides(shape)) ||
    shape.material === 'mist' ||
    group.name === 'sky'
  );
}

function inkOf(group: Group): number {
  if (group.plane === 'subject') return 1;
  if (group.plane === 'backdrop') return 0.62;
  return 0.62 + group.depth * 0.34;
}

function weightOf(group: Group): number {
  return group.plane === 'subject'
    ? 1.9
    : group.plane === 'backdrop'
      ? 0.7
      : 0.7 + group.depth * 0.55;
}

/** Fills hide what is behind with blue; lighter things are a paler blue; shade is hatched. */
function drawBlue(board: Board, shape: Shape, group: Group): void {
  const { context, scale } = board.easel;
  if (shape.kind === 'stroke') {
    context.fillStyle = css(chalk, inkOf(group) * 0.9);
    inkLine(
      context,
      shape.points,
      scale,
      {
        ...penOf(board, 0.8),
        width: Math.max(board.line * 0.7, Math.min(board.line * 2, shape.width * scale)),
      },
      false,
    );
    return;
  }
  if (isLight(shape, group) && group.name !== 'sky') return;
  const spark = shape.material === 'spark';
  clipped(context, shape, scale, () => {
    traceRings(context, shape.rings, scale);
    context.fillStyle = fillStyle(
      context,
      recolour(shape.fill, (colour) => (spark ? mix(deep, chalk, 0.82) : blueOf(colour))),
      scale,
    );
    context.fill(shape.rule);
    if (
      !shape.contour &&
      group.plane === 'subject' &&
      shape.material !== 'shade' &&
      shape.material !== 'glow'
    ) {
      context.strokeStyle = css(chalk, 0.75);
      context.lineWidth = board.line * 0.8;
      context.stroke();
    }
  });
  const dark = 1 - lightness(meanColour(shape.fill));
  const hatched = shape.material === 'shade' || (dark > 0.52 && group.plane !== 'backdrop');
  if (hatched && !spark) section(board, shape, group, dark);
}

function blueOf(colour: Colour): Colour {
  return mix(deep, pale, Math.max(0, lightness(colour) - 0.2) * 1.05);
}

/** Even lines at 45 degrees, as a draughtsman fills a cut. */
function section(board: Board, shape: Area, group: Group, dark: number): void {
  const { context, scale } = board.easel;
  const gap = board.unit * (group.plane === 'subject' ? 0.0062 : 0.0115) * (1.35 - 0.5 * dark);
  const box = boxOf(shape.clip ?? shape.rings);
  const left = Math.max(0, box.left * scale);
  const right = Math.min(board.easel.width, box.right * scale);
  const top = Math.max(0, box.top * scale);
  const bottom = Math.min(board.easel.height, box.bottom * scale);
  if (right - left < gap * 2 || bottom - top < gap) return;
  context.save();
  traceRings(context, shape.rings, scale);
  context.clip(shape.rule);
  if (shape.clip) {
    traceRings(context, shape.clip, scale);
    context.clip();
  }
  context.strokeStyle = css(chalk, inkOf(group) * 0.62);
  context.lineWidth = board.line * 0.55;
  context.beginPath();
  const first = Math.floor((left - bottom) / gap) * gap;
  for (let offset = first; offset < right - top; offset += gap) {
    context.moveTo(offset + top, top);
    context.lineTo(offset + bottom, bottom);
  }
  context.stroke();
  context.restore();
}

function drawGrid(board: Board): void {
  const { context, width, height } = board.easel;
  const step = board.unit / 24;
  for (const [every, alpha] of [
    [1, 0.07],
    [4, 0.13],
  ] as const) {
    context.strokeStyle = css(chalk, alpha);
    context.lineWidth = Math.max(0.6, board.line * 0.5);
    context.beginPath();
    for (let x = step * every; x < width; x += step * every) {
      context.moveTo(x, 0);
      context.lineTo(x, height);
    }
    for (let y = step * every; y < height; y += step * every) {
      context.moveTo(0, y);
      context.lineTo(width, y);
    }
    context.stroke();
  }
}

/** The uneven blue of a print made by sunlight; a likeness lets more of it through where it is light. */
function* expose(easel: Easel): Generator<number, void> {
  const { context, width, height, seed } = easel;
  const model = easel.likeness && createSurface(width, height);
  if (model) yield* portion(drawModel(model, easel), 0, 0.1);
  const size = 256;
  const mask = size - 1;
  const cloud = noiseTile(seed + 21, size, 4, 5);
  const grit = noiseTile(seed + 22, size, 128, 1);
  const stretch = size / Math.max(width, height);
  yield* eachBand(context, width, height, (data, top, rows) => {
    const seen = model?.getImageData(0, top, width, rows).data;
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const patch = at(
          cloud,
          (Math.floor(y * stretch) & mask) * size + (Math.floor(x * stretch) & mask),
        );
        const rough = at(grit, (y & mask) * size + (x & mask));
        const edge = Math.min(
          1,
          Math.min(x, y, width - x, height - y) / (Math.min(width, height) * 0.16),
        );
        const to = (row * width + x) * 4;
        const through = seen ? 0.5 + at(seen, to + 1) / 260 : 1;
        const change = (0.86 + 0.14 * edge + patch * 0.13 + rough * 0.035) * through;
        data[to] = at(data, to) * change + patch * 3;
        data[to + 1] = at(data, to + 1) * change;
        data[to + 2] = at(data, to + 2) * (0.94 + 0.06 * change);
      }
    }
  });
}
