import { type Colour, css, lightness, mix } from '../core/colour';
import { boxOf, type Point } from '../core/geometry';
import { createNoise, noiseTile } from '../core/noise';
import type { Area, Group, Shape } from '../plan/scene';
import { bodyFrom } from './bodies';
import { clipped, fillStyle, settle, traceRings } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { inkLine, type Pen } from './pen';
import { at, eachBand } from './pixels';
import { hides, meanColour, recolour } from './tones';

const paper: Colour = [244, 237, 222];
const black: Colour = [30, 27, 30];
const vermilion: Colour = [196, 58, 40];

/** Ink: contours with a living line, hatching for tone, diluted washes, and paper left white. */
export const paintInk: Painter = function* (easel) {
  const { context, scene, width, height } = easel;
  context.fillStyle = css(paper);
  context.fillRect(0, 0, width, height);
  const unit = Math.min(width, height);
  const noise = createNoise(easel.seed);
  const desk: Desk = {
    easel,
    pen: {
      width: Math.max(1, unit * 0.0026),
      tremor: unit * 0.0011,
      swell: 0.75,
      light: scene.light,
      noise,
    },
    spacing: Math.max(3.2, unit * 0.0072),
  };
  const total = scene.groups.length;
  for (const [index, group] of scene.groups.entries()) {
    yield* portion(drawGroup(desk, group), (0.86 * index) / total, (0.86 * (index + 1)) / total);
  }
  yield* portion(texture(easel), 0.86, 0.99);
  seal(easel);
  yield 1;
};

type Desk = { readonly easel: Easel; readonly pen: Pen; readonly spacing: number };

/** Diluted ink for a colour: paper stays white longer than in the plan. */
function wash(colour: Colour, strength: number, dark: boolean): Colour {
  const own = lightness(colour);
  // A night seen in ink keeps its blacks for the darkest; the rest is lifted towards the paper.
  const seen = dark ? Math.min(1, own * 1.45) : own;
  const depth = Math.max(0, 0.8 - seen) * strength;
  const level = Math.min(1, (depth / 0.62) ** 1.25);
  return mix(paper, black, (Math.round(level * 8) / 8) * 0.94);
}

function* drawGroup(desk: Desk, group: Group): Generator<number, void> {
  const red = group.name === 'sun' || group.name === 'moon';
  const { shapes } = group;
  let index = 0;
  while (index < shapes.length) {
    const run = bodyFrom(shapes, index);
    for (const shape of run)
      if (shape.kind === 'area' && shape.contour) outline(desk, shape, group);
    for (const shape of run) {
      drawShapeInInk(desk, shape, group, red);
      if (shape.kind === 'area') settle(desk.easel.context);
      yield index / shapes.length;
    }
    index += run.length;
  }
}

function penFor(desk: Desk, group: Group): Pen {
  const weight =
    group.plane === 'subject' ? 1.25 : group.plane === 'near' ? 1.05 : 0.4 + group.depth * 0.6;
  return { ...desk.pen, width: desk.pen.width * weight };
}

function lineColour(group: Group): Colour {
  return mix(mix(paper, black, 0.62), black, Math.min(1, 0.25 + group.depth));
}

function outline(desk: Desk, shape: Area, group: Group): void {
  const { context, scale } = desk.easel;
  const spark = shape.material === 'spark' || shape.material === 'glow';
  if (spark && group.name !== 'sun' && group.name !== 'moon') return;
  context.fillStyle = css(lineColour(group));
  clipped(context, shape, scale, () => {
    for (const ring of shape.rings) inkLine(context, ring, scale, penFor(desk, group), true);
  });
}

function drawShapeInInk(desk: Desk, shape: Shape, group: Group, red: boolean): void {
  const { context, scale } = desk.easel;
  if (shape.kind === 'stroke') {
    context.fillStyle = css(
      shape.material === 'spark' ? (desk.easel.scene.dark ? paper : black) : lineColour(group),
      Math.min(1, shape.alpha + 0.25),
    );
    inkLine(
      context,
      shape.points,
      scale,
      { ...desk.pen, width: Math.max(desk.pen.width * 0.5, shape.width * scale) },
      false,
    );
    return;
  }
  const colour = meanColour(shape.fill);
  const glowing = shape.material === 'glow' || shape.material === 'mist';
  if (glowing && !hides(shape) && group.name !== 'sun' && group.name !== 'moon') {
    softLight(desk, shape);
    return;
  }
  const strength =
    group.name === 'sky'
      ? 0.72
      : group.plane === 'backdrop'
        ? 0.6
        : group.plane === 'far'
          ? 0.8
          : 1;
  clipped(context, shape, scale, () => {
    traceRings(context, shape.rings, scale);
    const change =
      red && shape.material === 'glow'
        ? (it: Colour): Colour => mix(mix(paper, vermilion, 0.9), it, 0.04)
        : (it: Colour): Colour => wash(it, strength, desk.easel.scene.dark);
    context.fillStyle = fillStyle(context, recolour(shape.fill, change), scale);
    context.fill(shape.rule);
  });
  if (!red && shape.material !== 'spark') hatch(desk, shape, group, colour);
}

/** A glow or a mist in ink is paper showing through. */
function softLight(desk: Desk, shape: Area): void {
  const { context, scale } = desk.easel;
  clipped(context, shape, scale, () => {
    traceRings(context, shape.rings, scale);
    context.fillStyle = fillStyle(
      context,
      recolour(shape.fill, () => paper),
      scale,
    );
    context.fill(shape.rule);
  });
}

function hatch(desk: Desk, shape: Area, group: Group, colour: Colour): void {
  const tone = 1 - lightness(colour);
  const quiet = group.plane === 'backdrop' ? 0.3 : group.plane === 'far' ? 0.12 : 0;
  const need = tone - quiet + (shape.material === 'shade' ? 0.22 : 0);
  if (need < 0.3) return;
  const level = Math.min(1, (need - 0.3) / 0.5);
  const spacing = desk.spacing * (1.5 - 0.8 * level) * (group.plane === 'subject' ? 0.72 : 1);
  const angle =
    shape.flow + (shape.material === 'bark' || shape.material === 'water' ? 0 : Math.PI * 0.3);
  hatchLines(desk, shape, group, angle, spacing);
  if (level > 0.6) hatchLines(desk, shape, group, angle + Math.PI * 0.42, spacing * 1.25);
}

function hatchLines(desk: Desk, shape: Area, group: Group, angle: number, spacing: number): void {
  const { easel, pen } = desk;
  const { context, scale } = easel;
  const box = boxOf(shape.clip ?? shape.rings);
  const left = Math.max(-0.02, box.left) * scale;
  const right = Math.min(easel.scene.frame.width + 0.02, box.right) * scale;
  const top = Math.max(-0.02, box.top) * scale;
  const bottom = Math.min(easel.scene.frame.height + 0.02, box.bottom) * scale;
  if (right - left < spacing * 1.5 || bottom - top < spacing * 1.5) return;
  const reach = Math.hypot(right - left, bottom - top) / 2;
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  context.save();
  traceRings(context, shape.rings, scale);
  context.clip(shape.rule);
  if (shape.clip) {
    traceRings(context, shape.clip, scale);
    context.clip();
  }
  context.strokeStyle = css(lineColour(group), 0.78);
  context.lineWidth = Math.max(0.55, pen.width * 0.42);
  context.beginPath();
  const count = Math.min(420, Math.floor((2 * reach) / spacing));
  for (let index = 0; index <= count; index += 1) {
    const across = -reach + index * spacing + pen.noise(index * 0.9, spacing) * spacing * 0.3;
    const start = -reach * (0.9 + 0.35 * pen.noise(index * 0.37, cx * 0.01));
    const end = reach * (0.9 + 0.35 * pen.noise(index * 0.41, cy * 0.01 + 5));
    const bow = reach * 0.05;
    const at1: Point = [cx + cos * start - sin * across, cy + sin * start + cos * across];
    const at2: Point = [cx + cos * end - sin * across, cy + sin * end + cos * across];
    context.moveTo(at1[0], at1[1]);
    context.quadraticCurveTo(cx - sin * (across + bow), cy + cos * (across + bow), at2[0], at2[1]);
  }
  context.stroke();
  context.restore();
}

/** The tooth of the paper, and ink that took unevenly. */
function texture(easel: Easel): Generator<number, void> {
  const { context, width, height, seed } = easel;
  const size = 256;
  const tile = noiseTile(seed + 5, size, 64, 3);
  const cloud = noiseTile(seed + 6, size, 4, 4);
  const stretch = size / Math.min(width, height);
  return eachBand(context, width, height, (data, top, rows) => {
    for (let row = 0; row < rows; row += 1) {
      for (let x = 0; x < width; x += 1) {
        const y = top + row;
        const to = (row * width + x) * 4;
        const grit = at(tile, (y & (size - 1)) * size + (x & (size - 1)));
        const patch = at(
          cloud,
          (Math.floor(y * stretch) & (size - 1)) * size + (Math.floor(x * stretch) & (size - 1)),
        );
        const dark = 1 - at(data, to + 1) / 240;
        const change = grit * (3.5 + 26 * dark * (1 - dark)) + patch * (4 + 22 * dark);
        data[to] = at(data, to) + change;
        data[to + 1] = at(data, to + 1) + change;
        data[to + 2] = at(data, to + 2) + change;
      }
    }
  });
}

/** A small red seal in a corner: the only colour besides the sun. */
function seal(easel: Easel): void {
  const { context, width, height, random } = easel;
  const size = Math.min(width, height) * 0.05;
  const margin = size * 0.75;
  const x = random.chance(0.5) ? margin : width - margin - size;
  const y = height - margin - size;
  context.fillStyle = css(vermilion, 0.9);
  context.fillRect(x, y, size, size);
  context.fillStyle = css(paper, 0.95);
  const cell = size / 7;
  for (let row = 1; row < 6; row += 1) {
    for (let column = 1; column < 4; column += 1) {
      if (!random.chance(0.5)) continue;
      context.fillRect(x + column * cell, y + row * cell, cell * 0.86, cell * 0.72);
      context.fillRect(x + (6 - column) * cell, y + row * cell, cell * 0.86, cell * 0.72);
    }
  }
}
