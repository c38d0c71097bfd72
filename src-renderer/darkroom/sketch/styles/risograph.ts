import { type Colour, hex } from '../core/colour';
import { noiseTile } from '../core/noise';
import { createSurface } from './draw-shape';
import { type Easel, type Painter, portion } from './easel';
import { at, createRaster, eachBand, type Raster, readPixels } from './pixels';
import { drawModel } from './reference';
import { meanColour } from './tones';

const paper: Colour = [246, 240, 226];

/** Sets of spot inks as printers load them: light, middle, dark. */
const drums: readonly [
  readonly [string, string, string],
  ...(readonly [string, string, string])[],
] = [
  ['#ffd83a', '#ff4c8b', '#1f4fa8'],
  ['#ffc62e', '#f2553d', '#00707a'],
  ['#ff9a5c', '#e8437a', '#2b3a8c'],
  ['#ffd25c', '#ff5f52', '#2c5f8f'],
  ['#ffb84a', '#d9407f', '#16697a'],
  ['#ffe15c', '#2fa37c', '#3a2f7d'],
  ['#f7b6c8', '#f0653a', '#12566e'],
];

type Plate = {
  readonly ink: Colour;
  readonly cos: number;
  readonly sin: number;
  /** Radians a pixel. */
  readonly pitch: number;
  /** How far the plate was off the mark, pixels. */
  readonly dx: number;
  readonly dy: number;
  readonly grainy: boolean;
};

const levels = 24;

/** Risograph: three spot inks, one halftone each, plates that miss each other by a little. */
export const paintRisograph: Painter = function* (easel) {
  const { width, height } = easel;
  const model = createSurface(width, height);
  yield* portion(drawModel(model, easel), 0, 0.2);
  const reference = createRaster(width, height);
  yield* portion(readPixels(model, reference), 0.2, 0.3);
  const plates = loadPlates(easel, reference);
  const table = new Float32Array(levels ** 3 * 3);
  yield* portion(separate(plates, table), 0.3, 0.5);
  yield* portion(print(easel, reference, plates, table), 0.5, 1);
};

function loadPlates(easel: Easel, reference: Raster): Plate[] {
  const random = easel.random.fork('drums');
  const unit = Math.min(easel.width, easel.height);
  const inks = fittingDrums(easel, reference);
  const dot = Math.max(3.2, unit * 0.0068);
  const miss = unit * 0.0042;
  return inks.map((ink, index): Plate => {
    const angle = ([0.26, 1.31, 0.785] as const)[index] ?? 0;
    return {
      ink: hex(ink),
      cos: Math.cos(angle),
      sin: Math.sin(angle),
      pitch: (Math.PI * 2) / dot,
      dx: index === 2 ? 0 : random.between(-1, 1) * miss,
      dy: index === 2 ? 0 : random.between(-1, 1) * miss,
      grainy: index === 0,
    };
  });
}

type Drums = (typeof drums)[number];

/** The set of inks that comes nearest to the picture, or the next nearest. */
function fittingDrums(easel: Easel, reference: Raster): Drums {
  const random = easel.random.fork('set');
  const samples = Array.from({ length: 160 }, (): Colour => {
    const index = random.whole(0, reference.width * reference.height - 1);
    return vivid([at(reference.red, index), at(reference.green, index), at(reference.blue, index)]);
  });
  for (const colour of subjectColours(easel))
    for (let copy = 0; copy < 3; copy += 1) samples.push(vivid(colour));
  const ranked = drums
    .map((set) => {
      const inks = set.map((ink) => ({ ink: hex(ink) }));
      return {
        set,
        gap: samples.reduce((sum, colour) => sum + miss(inks, bestCover(inks, colour), colour), 0),
      };
    })
    .sort((a, b) => a.gap - b.gap);
  const [best, next] = ranked;
  if (!best) return drums[0];
  return next && next.gap < best.gap * 1.12 && random.chance(0.5) ? next.set : best.set;
}

function subjectColours(easel: Easel): Colour[] {
  return easel.scene.groups
    .filter((group) => group.plane === 'subject')
    .flatMap((group) =>
      group.shapes
        .slice(0, 12)
        .map((shape) => (shape.kind === 'area' ? meanColour(shape.fill) : shape.colour)),
    )
    .slice(0, 40);
}

/** Spot inks shout a little: colours are asked for purer than they are. */
function vivid([red, green, blue]: Colour): Colour {
  const grey = (red + green + blue) / 3;
  const push = (channel: number): number =>
    Math.min(255, Math.max(0, grey + (channel - grey) * 1.25));
  return [push(red), push(green), push(blue)];
}

/** For each colour of a coarse cube: how much of each ink comes nearest to it. */
function* separate(plates: readonly Plate[], table: Float32Array): Generator<number, void> {
  for (let red = 0; red < levels; red += 1) {
    for (let green = 0; green < levels; green += 1) {
      for (let blue = 0; blue < levels; blue += 1) {
        const target: Colour = [
          (red * 255) / (levels - 1),
          (green * 255) / (levels - 1),
          (blue * 255) / (levels - 1),
        ];
        const cover = bestCover(plates, vivid(target));
        const index = ((red * levels + green) * levels + blue) * 3;
        for (let plate = 0; plate < 3; plate += 1) table[index + plate] = at(cover, plate);
      }
    }
    yield red / levels;
  }
}

type Inked = { readonly ink: Colour };

function bestCover(plates: readonly Inked[], target: Colour): number[] {
  const cover = [0.2, 0.2, 0.2];
  let step = 0.4;
  for (let round = 0; round < 5; round += 1) {
    for (let plate = 0; plate < 3; plate += 1) {
      const here = at(cover, plate);
      let best = here;
      let gap = miss(plates, cover, target);
      for (const next of [here - step, here + step]) {
        const tried = Math.min(1, Math.max(0, next));
        cover[plate] = tried;
        const other = miss(plates, cover, target);
        if (other < gap) {
          gap = other;
          best = tried;
        }
      }
      cover[plate] = best;
    }
    step *= 0.55;
  }
  return cover;
}

function miss(plates: readonly Inked[], cover: readonly number[], target: Colour): number {
  let sum = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    let value = at(paper, channel);
    for (let plate = 0; plate < 3; plate += 1) {
      const ink = plates[plate]?.ink;
      if (ink) value *= 1 - at(cover, plate) * (1 - at(ink, channel) / 255);
    }
    sum += (value - at(target, channel)) ** 2 * (channel === 1 ? 1.5 : 1);
  }
  return sum;
}

function print(
  easel: Easel,
  reference: Raster,
  plates: readonly Plate[],
  table: Float32Array,
): Generator<number, void> {
  const { width, height, context, seed } = easel;
  const size = 256;
  const mask = size - 1;
  const grit = noiseTile(seed + 11, size, 128, 1);
  const patches = noiseTile(seed + 12, size, 5, 4);
  const stretch = (size * 1.3) / Math.min(width, height);
  const margin = Math.round(Math.min(width, height) * 0.035);
  return eachBand(context, width, height, (data, top, rows) => {
    for (let row = 0; row < rows; row += 1) {
      const y = top + row;
      for (let x = 0; x < width; x += 1) {
        const rough = at(grit, ((y * 1) & mask) * size + (x & mask));
        const patch = at(
          patches,
          (Math.floor(y * stretch) & mask) * size + (Math.floor(x * stretch) & mask),
        );
        let red = paper[0] + rough * 2;
        let green = paper[1] + rough * 2;
        let blue = paper[2] + rough * 2;
        for (const [index, plate] of plates.entries()) {
          const px = Math.round(x + plate.dx);
          const py = Math.round(y + plate.dy);
          if (px < margin || py < margin || px >= width - margin || py >= height - margin) continue;
          const wanted = coverAt(reference, table, py * width + px, index);
          const laid = dotAt(plate, x, y, wanted, rough) * (0.9 + patch * 0.16 + rough * 0.07);
          if (laid <= 0) continue;
          red *= 1 - laid * (1 - plate.ink[0] / 255);
          green *= 1 - laid * (1 - plate.ink[1] / 255);
          blue *= 1 - laid * (1 - plate.ink[2] / 255);
        }
        const to = (row * width + x) * 4;
        data[to] = red;
        data[to + 1] = green;
        data[to + 2] = blue;
        data[to + 3] = 255;
      }
    }
  });
}

function coverAt(reference: Raster, table: Float32Array, index: number, plate: number): number {
  const level = (levels - 1) / 255;
  const red = Math.round(at(reference.red, index) * level);
  const green = Math.round(at(reference.green, index) * level);
  const blue = Math.round(at(reference.blue, index) * level);
  return at(table, ((red * levels + green) * levels + blue) * 3 + plate);
}

/** How much ink a plate leaves at a place: dots on a turned grid, or grain. */
function dotAt(plate: Plate, x: number, y: number, wanted: number, rough: number): number {
  if (wanted < 0.04) return 0;
  if (wanted > 0.96) return 1;
  if (plate.grainy) return Math.min(1, Math.max(0, (wanted - 0.5 - rough * 0.62) * 2.4 + 0.5));
  const u = (x * plate.cos + y * plate.sin) * plate.pitch;
  const v = (y * plate.cos - x * plate.sin) * plate.pitch;
  const wave = 0.5 + 0.25 * (Math.cos(u) + Math.cos(v));
  return Math.min(1, Math.max(0, (wanted - (1 - wave) - rough * 0.1) * 5 + 0.5));
}
