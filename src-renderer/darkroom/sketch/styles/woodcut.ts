import { type Colour, css, hex, lightness, mix, shift } from '../core/colour';
import { createNoise, noiseTile } from '../core/noise';
import type { Group } from '../plan/scene';
import { bodiesOf } from './bodies';
import { type Context, createSurface, drawShape, settle, traceRings } from './draw-shape';
import { type Easel, type Guides, type Painter, portion } from './easel';
import { drawGuides, flowAt, importanceAt } from './guides';
import { inkLine } from './pen';
import { at, eachBand } from './pixels';
import { drawModel } from './reference';
import { hides, recolour } from './tones';

const paper = hex('#efe4cb');
const key = hex('#1d1a20');

/** Woodcut: flat colour blocks with graded skies, and a black key block carved along the form. */
export const paintWoodcut: Painter = function* (easel) {
  const { width, height, context, scene } = easel;
  const model = createSurface(width, height);
  yield* portion(drawModel(model, easel), 0, 0.12);
  const total = scene.groups.length;
  context.fillStyle = css(paper);
  context.fillRect(0, 0, width, height);
  for (const [index, group] of scene.groups.entries()) {
    yield* portion(
      printColours(easel, group),
      0.12 + (0.16 * index) / total,
      0.12 + (0.16 * (index + 1)) / total,
    );
  }
  const lines = createSurface(width, height);
  yield* portion(carveContours(easel, lines), 0.28, 0.44);
  const guides = yield* portion(drawGuides(easel), 0.44, 0.46);
  yield* portion(printKey(easel, model, lines, guides), 0.46, 1);
};

/** Printed colours are few and a little faded. */
function* printColours(easel: Easel, group: Group): Generator<number, void> {
  const { context, scale } = easel;
  for (const [index, shape] of group.shapes.entries()) {
    if (shape.kind === 'area') {
      if (shape.material === 'shade' || (shape.material === 'glow' && !hides(shape))) continue;
      drawShape(context, { ...shape, fill: recolour(shape.fill, faded) }, scale);
    } else drawShape(context, { ...shape, colour: faded(shape.colour) }, scale);
    if (index % 6 === 5) settle(context);
    yield 0.5;
  }
}

function faded(colour: Colour): Colour {
  const level = lightness(colour);
  const snapped = Math.round(level * 7) / 7;
  return mix(shift(colour, { light: (snapped - level) * 0.7 + 0.06, chroma: 0.92 }), paper, 0.2);
}

function* carveContours(easel: Easel, lines: Context): Generator<number, void> {
  const { scene, scale, width, height } = easel;
  lines.fillStyle = '#000';
  lines.fillRect(0, 0, width, height);
  const unit = Math.min(width, height);
  const noise = createNoise(easel.seed);
  const total = scene.groups.length;
  for (const [index, group] of scene.groups.entries()) {
    if (group.name === 'sky' || group.name === 'stars' || group.name === 'snowfall') continue;
    const weight =
      group.plane === 'subject'
        ? 1.25
        : group.plane === 'backdrop'
          ? 0.55
          : 0.6 + group.depth * 0.5;
    const pen = {
      width: unit * 0.0044 * weight,
      tremor: unit * 0.0007,
      swell: 0.5,
      light: scene.light,
      noise,
    };
    for (const body of bodiesOf(group.shapes)) {
      const rings = body.flatMap((shape) =>
        shape.kind === 'area' && shape.contour && shape.material !== 'spark' ? shape.rings : [],
      );
      lines.fillStyle = '#fff';
      for (const ring of rings) inkLine(lines, ring, scale, pen, true);
      if (rings.length > 0) {
        traceRings(lines, rings, scale);
        lines.fillStyle = '#000';
        lines.fill();
      }
      for (const shape of body) {
        if (shape.kind !== 'stroke') continue;
        lines.fillStyle = shape.material === 'spark' ? '#000' : '#fff';
        inkLine(
          lines,
          shape.points,
          scale,
          { ...pen, width: Math.max(pen.width * 0.6, shape.width * scale) },
          false,
        );
      }
      settle(lines);
      yield index / total;
    }
  }
}

/** The key block: solid in the darks with fine cuts, lines in the half-tones, nothing in the lights. */
function printKey(
  easel: Easel,
  model: Context,
  lines: Context,
  guides: Guides,
): Generator<number, void> {
  const { context, width, height, seed } = easel;
  const size = 512;
  const mask = size - 1;
  const unit = Math.min(width, height);
  const wood = noiseTile(seed + 61, size, 40, 3);
  const wave = noiseTile(seed + 62, size, 5, 3);
  const pitch = (Math.PI * 2) / Math.max(4.2, unit * 0.0105);
  const zoom = 700 / unit;
  const margin = unit * 0.03;
  return eachBand(context, width, height, (data, top, rows) => {
    const seen = model.getImageData(0, top, width, rows).data;
    const drawn = lines.getImageData(0, top, width, rows).data;
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const to = (row * width + x) * 4;
        const grain = at(
          wood,
          (Math.floor(y * 1.6 * zoom) & mask) * size + (Math.floor(x * 0.16 * zoom) & mask),
        );
        const bend = at(
          wave,
          (Math.floor(y * 0.5 * zoom) & mask) * size + (Math.floor(x * 0.5 * zoom) & mask),
        );
        const tone = (at(seen, to) * 0.3 + at(seen, to + 1) * 0.59 + at(seen, to + 2) * 0.11) / 255;
        const near = importanceAt(guides, x, y);
        const angle = flowAt(guides, x, y);
        const phase =
          (y * Math.cos(angle) - x * Math.sin(angle)) * pitch * (near > 0.9 ? 1.5 : 1) +
          bend * (near > 0.9 ? 2 : 9);
        const cut = 0.5 + 0.5 * Math.cos(phase) + grain * 0.1;
        const dark = Math.max(0, (near > 0.9 ? 0.36 : 0.45) - tone) / 0.42;
        const carved = sharp(dark * 1.05 - cut + 0.02, 5);
        const line = at(drawn, to) / 255;
        const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
        const inside = edge > margin + grain * 1.5 ? 1 : 0;
        const rim = edge > margin && edge < margin + unit * 0.0055 ? 1 : 0;
        const ink =
          Math.max(carved, line, rim) * (0.95 + grain * 0.1) * (inside === 1 || rim === 1 ? 1 : 0);
        const block = 1 + grain * 0.06;
        const keep = inside;
        data[to] = (keep * at(data, to) * block + (1 - keep) * paper[0]) * (1 - ink) + key[0] * ink;
        data[to + 1] =
          (keep * at(data, to + 1) * block + (1 - keep) * paper[1]) * (1 - ink) + key[1] * ink;
        data[to + 2] =
          (keep * at(data, to + 2) * block + (1 - keep) * paper[2]) * (1 - ink) + key[2] * ink;
        data[to + 3] = 255;
      }
    }
  });
}

function sharp(value: number, hardness: number): number {
  return Math.min(1, Math.max(0, value * hardness + 0.5));
}
