import { css, hex } from '../core/colour';
import { createNoise, noiseTile } from '../core/noise';
import type { Group } from '../plan/scene';
import { bodiesOf } from './bodies';
import { type Context, createSurface, settle, traceRings } from './draw-shape';
import { type Easel, type Guides, type Painter, portion } from './easel';
import { drawGuides } from './guides';
import { inkLine } from './pen';
import { at, blur, createRaster, eachBand, type Raster, readPixels } from './pixels';
import { drawModel } from './reference';

const papers = ['#d9cdb8', '#cfc6ba', '#c9b79c', '#d8d2c6'] as const;

/** Charcoal: tone rubbed into a toothy sheet, strokes along the form, white chalk in the lights. */
export const paintCharcoal: Painter = function* (easel) {
  const { width, height } = easel;
  const model = createSurface(width, height);
  yield* portion(drawModel(model, easel), 0, 0.12);
  const reference = createRaster(width, height);
  yield* portion(readPixels(model, reference), 0.12, 0.2);
  const tone = reference.green;
  yield* portion(flattenTone(reference, tone), 0.2, 0.26);
  const smudge = reference.blue;
  smudge.set(tone);
  yield* portion(
    blur(smudge, reference.red, width, height, Math.min(width, height) * 0.008),
    0.26,
    0.4,
  );
  const lines = createSurface(width, height);
  yield* portion(drawContours(easel, lines), 0.4, 0.6);
  const guides = yield* portion(drawGuides(easel), 0.6, 0.62);
  yield* portion(rub(easel, tone, smudge, lines, guides), 0.62, 1);
};

/** Lightness 0..1, stretched so that every drawing has its darks and its lights. */
function* flattenTone(reference: Raster, tone: Float32Array): Generator<number, void> {
  const size = tone.length;
  const counts = new Float32Array(256);
  const step = 200_000;
  for (let start = 0; start < size; start += step) {
    for (let index = start; index < Math.min(size, start + step); index += 1) {
      const value =
        (at(reference.red, index) * 0.3 +
          at(reference.green, index) * 0.59 +
          at(reference.blue, index) * 0.11) /
        255;
      tone[index] = value;
      const bucket = Math.min(255, Math.floor(value * 255));
      counts[bucket] = at(counts, bucket) + 1;
    }
    yield (0.5 * start) / size;
  }
  const low = quantile(counts, size * 0.05);
  const high = quantile(counts, size * 0.94);
  const span = Math.max(0.2, high - low);
  for (let start = 0; start < size; start += step) {
    for (let index = start; index < Math.min(size, start + step); index += 1)
      tone[index] = Math.min(1, Math.max(0, (at(tone, index) - low) / span));
    yield 0.5 + (0.5 * start) / size;
  }
}

function quantile(counts: Float32Array, wanted: number): number {
  let sum = 0;
  for (let bucket = 0; bucket < 256; bucket += 1) {
    sum += at(counts, bucket);
    if (sum >= wanted) return bucket / 255;
  }
  return 1;
}

/** Contours as coverage: black lines with what lies behind rubbed out. */
function* drawContours(easel: Easel, lines: Context): Generator<number, void> {
  const { scene, scale, width, height } = easel;
  lines.fillStyle = '#000';
  lines.fillRect(0, 0, width, height);
  const unit = Math.min(width, height);
  const noise = createNoise(easel.seed);
  const total = scene.groups.length;
  for (const [index, group] of scene.groups.entries()) {
    if (group.plane === 'weather' || group.name === 'sky' || group.name === 'stars') continue;
    for (const body of bodiesOf(group.shapes)) {
      lines.fillStyle = css([255, 255, 255], contourStrength(group));
      const pen = {
        width: unit * 0.0042 * (0.6 + group.depth * 0.7),
        tremor: unit * 0.0022,
        swell: 1.1,
        light: scene.light,
        noise,
      };
      const rings = body.flatMap((shape) =>
        shape.kind === 'area' && shape.contour && shape.material !== 'spark' ? shape.rings : [],
      );
      for (const ring of rings) inkLine(lines, ring, scale, pen, true);
      if (rings.length > 0) {
        traceRings(lines, rings, scale);
        lines.fillStyle = 'rgb(0 0 0 / 0.94)';
        lines.fill();
      }
      for (const shape of body) {
        if (shape.kind !== 'stroke') continue;
        lines.fillStyle = css([255, 255, 255], contourStrength(group));
        inkLine(
          lines,
          shape.points,
          scale,
          { ...pen, width: Math.max(pen.width * 0.5, shape.width * scale) },
          false,
        );
      }
      settle(lines);
      yield index / total;
    }
  }
}

function contourStrength(group: Group): number {
  return group.plane === 'subject'
    ? 1
    : group.plane === 'backdrop'
      ? 0.3
      : 0.35 + group.depth * 0.5;
}

function rub(
  easel: Easel,
  tone: Float32Array,
  smudge: Float32Array,
  lines: Context,
  guides: Guides,
): Generator<number, void> {
  const { context, width, height, seed, random } = easel;
  const size = 512;
  const mask = size - 1;
  const tooth = noiseTile(seed + 51, size, 128, 2);
  const streaks = noiseTile(seed + 52, size, 64, 2);
  const clouds = noiseTile(seed + 53, size, 6, 4);
  const paper = hex(random.fork('paper').pick(papers));
  const unit = Math.min(width, height);
  const zoom = 900 / unit;
  const margin = unit * 0.03;
  return eachBand(context, width, height, (data, top, rows) => {
    const drawn = lines.getImageData(0, top, width, rows).data;
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const index = y * width + x;
        const grit = at(tooth, (y & mask) * size + (x & mask));
        const cloud = at(
          clouds,
          (Math.floor(y * 0.3 * zoom) & mask) * size + (Math.floor(x * 0.3 * zoom) & mask),
        );
        const streak = streakAt(guides, streaks, x, y, zoom);
        const level = at(tone, index) * 0.72 + at(smudge, index) * 0.28;
        const edge =
          Math.min(x, y, width - 1 - x, height - 1 - y) -
          margin -
          cloud * margin * 1.4 -
          streak * margin * 0.8;
        const inside = Math.min(1, Math.max(0, edge / (unit * 0.014)));
        const dark = Math.max(0, 0.78 - level) / 0.78;
        const laid =
          smoothStep((dark - 0.42 + streak * 0.3 + grit * 0.3) * 1.5) * Math.min(1, dark * 1.5);
        const rubbed = dark ** 1.15 * (0.84 + cloud * 0.2 + grit * 0.2 + streak * 0.12);
        const line = (at(drawn, (row * width + x) * 4) / 255) * smoothStep(0.82 + grit * 0.9);
        const black = Math.min(0.97, Math.max(laid * 0.86, rubbed, line * 0.95)) * inside;
        const light = Math.max(0, level - 0.74) / 0.26;
        const chalk =
          smoothStep((light - 0.3 + streak * 0.34 + grit * 0.42) * 1.7) *
          Math.min(1, light * 2) *
          0.86 *
          inside *
          (1 - line);
        const to = (row * width + x) * 4;
        const shade = 1 + grit * 0.035 + cloud * 0.03;
        data[to] = (paper[0] * (1 - chalk) + 250 * chalk) * shade * (1 - black) + 30 * black;
        data[to + 1] = (paper[1] * (1 - chalk) + 247 * chalk) * shade * (1 - black) + 28 * black;
        data[to + 2] = (paper[2] * (1 - chalk) + 240 * chalk) * shade * (1 - black) + 29 * black;
        data[to + 3] = 255;
      }
    }
  });
}

/** Noise drawn out along the direction of the form. */
function streakAt(guides: Guides, tile: Float32Array, x: number, y: number, zoom: number): number {
  const column = Math.min(guides.width - 1, Math.floor(x * guides.ratio));
  const row = Math.min(guides.height - 1, Math.floor(y * guides.ratio));
  const cell = (row * guides.width + column) * 4;
  const angle =
    Math.atan2(at(guides.data, cell + 1) - 127.5, at(guides.data, cell) - 127.5) / 2 + 0.5;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const along = Math.floor((x * cos + y * sin) * 0.14 * zoom);
  const across = Math.floor((y * cos - x * sin) * 0.9 * zoom);
  return at(tile, (across & 511) * 512 + (along & 511));
}

function smoothStep(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}
