import { type Colour, css, mix, shift } from '../core/colour';
import { boxOf, type Point } from '../core/geometry';
import { noiseTile } from '../core/noise';
import type { Group, Shape } from '../plan/scene';
import { bodiesOf } from './bodies';
import { type Context, createSurface, drawShape, settle } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { at, eachBand } from './pixels';
import { hides, meanColour } from './tones';

/** Paper cut: every body a sheet of coloured paper that lies above the last and shades it. */
export const paintPaperCut: Painter = function* (easel) {
  const { scene } = easel;
  const desk = createDesk(easel);
  const sheets = scene.groups.flatMap((group) => sheetsOf(group));
  yield 0.02;
  for (const [index, sheet] of sheets.entries()) {
    yield* portion(
      laySheet(desk, sheet),
      0.02 + (0.83 * index) / sheets.length,
      0.02 + (0.83 * (index + 1)) / sheets.length,
    );
  }
  yield* portion(grain(easel), 0.86, 1);
};

type Sheet = { readonly shapes: readonly Shape[]; readonly lift: number; readonly flush: boolean };

type Desk = {
  readonly easel: Easel;
  readonly sheet: Context;
  readonly shadow: Context;
  readonly unit: number;
  readonly ratio: number;
};

function createDesk(easel: Easel): Desk {
  const ratio = 0.25;
  return {
    easel,
    sheet: createSurface(easel.width, easel.height),
    shadow: createSurface(easel.width * ratio, easel.height * ratio),
    unit: Math.min(easel.width, easel.height),
    ratio,
  };
}

/** Few bodies: each its own sheet. Many: they share one. */
function sheetsOf(group: Group): Sheet[] {
  const lift =
    group.plane === 'subject' ? 1.1 : group.plane === 'near' ? 1.25 : 0.55 + group.depth * 0.7;
  const shapes = group.shapes.filter(
    (shape) => !(shape.kind === 'area' && shape.material === 'mist'),
  );
  if (group.name === 'sky') return skySheets(shapes);
  const bodies = bodiesOf(shapes);
  if (bodies.length > 70 || group.plane === 'weather' || group.name === 'ripples')
    return [{ shapes, lift: lift * 0.35, flush: false }];
  const step = group.plane === 'subject' ? lift * 0.3 : lift;
  return bodies.map((body, index) => ({
    shapes: body,
    lift: index === 0 ? lift : step,
    flush: false,
  }));
}

/** The sky is bands of paper with wavy edges. */
function skySheets(shapes: readonly Shape[]): Sheet[] {
  return [{ shapes, lift: 0, flush: true }];
}

function* laySheet(desk: Desk, sheet: Sheet): Generator<number, void> {
  const { easel, unit, ratio } = desk;
  const { context, scale } = easel;
  if (sheet.flush) {
    yield* skyBands(desk, sheet.shapes);
    return;
  }
  const rings = sheet.shapes.flatMap((shape): readonly (readonly Point[])[] =>
    shape.kind === 'area' ? (shape.clip ?? shape.rings) : [shape.points],
  );
  if (rings.length === 0) return;
  const box = boxOf(rings);
  const reach = unit * 0.016 * Math.max(0.2, sheet.lift);
  const left = Math.max(0, snap(box.left * scale - reach * 2));
  const top = Math.max(0, snap(box.top * scale - reach * 2));
  const right = Math.min(easel.width, snap(box.right * scale + reach * 2) + 4);
  const bottom = Math.min(easel.height, snap(box.bottom * scale + reach * 2) + 4);
  if (!(right > left && bottom > top)) return;
  const [width, height] = [right - left, bottom - top];
  desk.sheet.clearRect(left - 24, top - 24, width + 48, height + 48);
  for (const shape of sheet.shapes) {
    drawPaper(desk.sheet, shape, scale);
    yield 0.3;
  }
  const small = {
    left: left * ratio,
    top: top * ratio,
    width: width * ratio,
    height: height * ratio,
  };
  settle(desk.sheet);
  yield 0.5;
  shade(desk, left, top, width, height, small);
  settle(desk.shadow);
  yield 0.6;
  const away = easel.scene.light;
  for (const [spread, alpha] of [
    [0.5, 0.2],
    [1, 0.22],
  ] as const) {
    context.globalAlpha = alpha + 0.1 * Math.min(1, sheet.lift);
    context.drawImage(
      desk.shadow.canvas,
      small.left,
      small.top,
      small.width,
      small.height,
      left - away[0] * reach * spread,
      top - away[1] * reach * spread,
      width,
      height,
    );
  }
  yield 0.8;
  context.globalAlpha = 1;
  settle(context);
  yield 0.9;
  context.drawImage(desk.sheet.canvas, left, top, width, height, left, top, width, height);
  settle(context);
  yield 1;
}

/** Down to a whole pixel of the small shadow image. */
function snap(value: number): number {
  return Math.floor(value / 4) * 4;
}

type Patch = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** A soft dark image of the sheet, small: it is enlarged as it is laid down, which blurs it. */
function shade(
  desk: Desk,
  left: number,
  top: number,
  width: number,
  height: number,
  small: Patch,
): void {
  const { shadow, sheet } = desk;
  shadow.globalCompositeOperation = 'source-over';
  shadow.clearRect(small.left - 8, small.top - 8, small.width + 16, small.height + 16);
  const spread = Math.max(0.6, desk.unit * desk.ratio * 0.0035);
  shadow.globalAlpha = 0.2;
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
    [0.7, 0.7],
    [-0.7, 0.7],
    [0.7, -0.7],
    [-0.7, -0.7],
  ] as const) {
    shadow.drawImage(
      sheet.canvas,
      left,
      top,
      width,
      height,
      small.left + dx * spread,
      small.top + dy * spread,
      small.width,
      small.height,
    );
  }
  shadow.globalAlpha = 1;
  shadow.globalCompositeOperation = 'source-atop';
  shadow.fillStyle = 'rgb(22 16 30)';
  shadow.fillRect(
    Math.floor(small.left) - 2,
    Math.floor(small.top) - 2,
    Math.ceil(small.width) + 4,
    Math.ceil(small.height) + 4,
  );
}

/** Paper is one colour all over; a lighter rim shows its thickness. */
function drawPaper(context: Context, shape: Shape, scale: number): void {
  if (shape.kind === 'stroke') {
    drawShape(
      context,
      { ...shape, width: shape.width * 1.3, alpha: Math.min(1, shape.alpha * 1.4) },
      scale,
    );
    return;
  }
  if (shape.material === 'glow' && !hides(shape)) {
    context.save();
    context.globalAlpha = 0.12;
    drawShape(context, { ...shape, fill: { kind: 'flat', colour: meanColour(shape.fill) } }, scale);
    context.restore();
    return;
  }
  if (shape.material === 'cloud' && !hides(shape)) return;
  if (shape.material === 'shade' && !hides(shape)) {
    drawShape(context, shape, scale);
    return;
  }
  const colour = paperColour(meanColour(shape.fill));
  drawShape(context, { ...shape, fill: { kind: 'flat', colour } }, scale);
}

function paperColour(colour: Colour): Colour {
  return shift(mix(colour, [246, 238, 222], 0.06), { chroma: 1.1 });
}

function* skyBands(desk: Desk, shapes: readonly Shape[]): Generator<number, void> {
  const { easel, unit } = desk;
  const { context, scale, scene } = easel;
  for (const shape of shapes) {
    if (shape.kind !== 'area') continue;
    drawShape(context, shape, scale);
    if (shape.fill.kind !== 'linear') continue;
    const stops = shape.fill.stops;
    const count = 5;
    for (let band = 0; band < count; band += 1) {
      const share = band / count;
      const after = stops.find((stop) => stop.at >= share) ?? stops[stops.length - 1];
      const before = [...stops].reverse().find((stop) => stop.at <= share) ?? after;
      if (!after || !before) continue;
      const part = after.at > before.at ? (share - before.at) / (after.at - before.at) : 0;
      const colour = paperColour(mix(before.colour, after.colour, part));
      const base = shape.fill.from[1] + (shape.fill.to[1] - shape.fill.from[1]) * share;
      yield* band === 0
        ? fillAll(context, colour, easel)
        : waveSheet(desk, colour, base, band, scene.frame.width, unit);
    }
  }
}

function* fillAll(context: Context, colour: Colour, easel: Easel): Generator<number, void> {
  context.fillStyle = css(colour);
  context.fillRect(0, 0, easel.width, easel.height);
  yield 0.1;
}

function waveSheet(
  desk: Desk,
  colour: Colour,
  base: number,
  band: number,
  width: number,
  unit: number,
): Generator<number, void> {
  const swell = (unit / desk.easel.scale) * 0.022;
  const points: Point[] = Array.from({ length: 41 }, (_, step): Point => {
    const x = -0.05 + (step / 40) * (width + 0.1);
    return [x, base + swell * Math.sin(x * (4 + band) + band * 2.3)];
  });
  const shape: Shape = {
    kind: 'area',
    rings: [[...points, [width + 0.1, 3], [-0.1, 3]]],
    rule: 'nonzero',
    fill: { kind: 'flat', colour },
    material: 'air',
    flow: 0,
    contour: false,
    body: 0,
    clip: undefined,
  };
  return laySheet(desk, { shapes: [shape], lift: 0.5, flush: false });
}

/** Fibres and tooth of the paper. */
function grain(easel: Easel): Generator<number, void> {
  const { context, width, height, seed } = easel;
  const size = 256;
  const mask = size - 1;
  const tooth = noiseTile(seed + 31, size, 64, 2);
  const fibre = noiseTile(seed + 32, size, 12, 4);
  return eachBand(context, width, height, (data, top, rows) => {
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const here =
          at(tooth, (y & mask) * size + (x & mask)) -
          at(tooth, ((y + 1) & mask) * size + ((x + 1) & mask));
        const soft = at(fibre, ((y * 2) & mask) * size + (x & mask));
        const change = 1 + here * 0.1 + soft * 0.03;
        const to = (row * width + x) * 4;
        data[to] = at(data, to) * change;
        data[to + 1] = at(data, to + 1) * change;
        data[to + 2] = at(data, to + 2) * change;
      }
    }
  });
}
