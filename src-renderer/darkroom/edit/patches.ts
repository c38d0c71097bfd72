import { createRandom, type Random } from '../sketch/core/random';
import { at } from '../sketch/styles/pixels';

/** A small picture of which some is known and the rest is to be made up from it. */
export type Canvas = {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, 0..255. */
  readonly planes: readonly [Float32Array, Float32Array, Float32Array];
  /** 1 where the picture is known, else 0. */
  readonly known: Uint8Array;
  /** How much it costs to copy from each place: more where there is something to recognise. */
  readonly price: Float32Array;
  /** How much it costs to copy from another height and from another column, at a place. */
  readonly pull: (x: number, y: number) => Pull;
};

export type Pull = { readonly down: number; readonly across: number };

/** For each place the known place that it looks like, as an index; known places are themselves. */
export type Matches = Int32Array;

const reach = 2;

/** 1 for the places around which a whole patch is known: only these are copied. */
export function sourcesOf({
  width,
  height,
  known,
}: Pick<Canvas, 'width' | 'height' | 'known'>): Uint8Array {
  const sources = new Uint8Array(known.length);
  const isWhole = (x: number, y: number): boolean => {
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        if (at(known, (y + dy) * width + x + dx) === 0) return false;
      }
    }
    return true;
  };
  for (let y = reach; y < height - reach; y += 1) {
    for (let x = reach; x < width - reach; x += 1) sources[y * width + x] = isWhole(x, y) ? 1 : 0;
  }
  return sources;
}

/**
 * Makes up what is unknown, so that every small patch of it looks like some patch of what is known:
 * patches are matched (PatchMatch; Barnes and others, 2009) and vote for each place, in turns. Every
 * match to start with must be a source. Changes the planes; returns the last matches.
 */
export function* continuePatches(
  canvas: Canvas,
  start: Matches,
  rounds: number,
  seed: number,
): Generator<number, Matches> {
  const search: Search = {
    canvas,
    matches: start,
    costs: new Float32Array(start.length),
    sources: sourcesOf(canvas),
    random: createRandom(seed, `patches ${canvas.width}`),
  };
  const order = unknownPlaces(canvas);
  for (let round = 0; round < rounds; round += 1) {
    const share = (done: number): number => (round + done) / rounds;
    search.costs.fill(Number.POSITIVE_INFINITY);
    for (const way of [1, -1] as const) {
      for (let step = 0; step < order.length; step += 1) {
        improve(search, at(order, way === 1 ? step : order.length - 1 - step), way);
        if (step % 400 === 399) yield share((way === 1 ? 0 : 0.4) + (0.4 * step) / order.length);
      }
    }
    yield* vote(search, order, share(0.8), 0.2 / rounds);
  }
  return start;
}

type Search = {
  readonly canvas: Canvas;
  readonly matches: Matches;
  readonly costs: Float32Array;
  readonly sources: Uint8Array;
  readonly random: Random;
};

function unknownPlaces({ known }: Canvas): Int32Array {
  const places: number[] = [];
  for (let place = 0; place < known.length; place += 1) {
    if (at(known, place) === 0) places.push(place);
  }
  return Int32Array.from(places);
}

/** Tries what the neighbour's match goes on to, and places at random, ever nearer to the best. */
function improve(
  { canvas, matches, costs, sources, random }: Search,
  place: number,
  way: 1 | -1,
): void {
  const { width, height } = canvas;
  const [x, y] = [place % width, Math.floor(place / width)];
  const pull = canvas.pull(x, y);
  let best = at(matches, place);
  let least = at(costs, place);
  const consider = (column: number, row: number): void => {
    if (column < 0 || column >= width || at(sources, row * width + column) !== 1) return;
    const cost = costOf(canvas, pull, x, y, column, row, least);
    if (cost >= least) return;
    least = cost;
    best = row * width + column;
  };
  if (least === Number.POSITIVE_INFINITY) consider(best % width, Math.floor(best / width));
  for (const [dx, dy] of [
    [way, 0],
    [0, way],
  ] as const) {
    const [nx, ny] = [x - dx, y - dy];
    if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
    const match = at(matches, ny * width + nx);
    consider((match % width) + dx, Math.floor(match / width) + dy);
  }
  for (let radius = Math.max(width, height) / 2; radius >= 1; radius /= 2.5) {
    consider(
      Math.round((best % width) + random.between(-radius, radius)),
      Math.round(Math.floor(best / width) + random.between(-radius, radius)),
    );
  }
  matches[place] = best;
  costs[place] = least;
}

/** How unlike two patches are, how far apart, and how dear the second is. */
function costOf(
  { width, height, planes, known, price }: Canvas,
  pull: Pull,
  x: number,
  y: number,
  column: number,
  row: number,
  limit: number,
): number {
  const down = (row - y) / height;
  const across = (column - x) / width;
  let sum =
    down * down * pull.down + across * across * pull.across + at(price, row * width + column);
  for (let dy = -reach; dy <= reach && sum < limit; dy += 1) {
    const py = Math.min(height - 1, Math.max(0, y + dy));
    for (let dx = -reach; dx <= reach; dx += 1) {
      const px = Math.min(width - 1, Math.max(0, x + dx));
      const here = py * width + px;
      const there = (row + dy) * width + column + dx;
      // What is known of the patch counts more than what was only made up so far.
      const weight = at(known, here) === 1 ? 3 : 1;
      for (const plane of planes) {
        const gap = at(plane, here) - at(plane, there);
        sum += gap * gap * weight;
      }
    }
  }
  return sum;
}

/** Every unknown place becomes the mean of what the patches around it say it is. */
function* vote(
  { canvas, matches }: Search,
  order: Int32Array,
  from: number,
  span: number,
): Generator<number, void> {
  const { width, height, planes, known } = canvas;
  const next = planes.map((plane) => plane.slice());
  for (let step = 0; step < order.length; step += 1) {
    const place = at(order, step);
    const [x, y] = [place % width, Math.floor(place / width)];
    const sums = [0, 0, 0];
    let count = 0;
    for (let dy = -reach; dy <= reach; dy += 1) {
      for (let dx = -reach; dx <= reach; dx += 1) {
        const [px, py] = [x + dx, y + dy];
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        if (at(known, py * width + px) === 1) continue;
        const said = at(matches, py * width + px) - dy * width - dx;
        for (const [channel, plane] of planes.entries()) {
          sums[channel] = at(sums, channel) + at(plane, said);
        }
        count += 1;
      }
    }
    for (const [channel, plane] of next.entries()) plane[place] = at(sums, channel) / count;
    if (step % 1500 === 1499) yield from + (span * step) / order.length;
  }
  for (const [channel, plane] of planes.entries()) plane.set(next[channel] ?? plane);
}
