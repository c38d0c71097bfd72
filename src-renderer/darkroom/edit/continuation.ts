import { createSurface } from '../sketch/styles/draw-shape';
import { portion } from '../sketch/styles/easel';
import { at } from '../sketch/styles/pixels';
import { directionsOf } from './directions';
import { type Canvas, continuePatches, type Matches, type Pull, sourcesOf } from './patches';
import { studyOf } from './study';

/** From which known cell each unknown cell of a picture goes on. */
export type Continuation = {
  readonly width: number;
  readonly height: number;
  /** 1 for cells that are wholly known, else 0. */
  readonly known: Uint8Array;
  readonly matches: Matches;
};

/** What of a picture is unknown, for any grid of cells laid over it. */
export type Gap = {
  /** 1 for cells that are wholly known, else 0. */
  knownCells(width: number, height: number): Uint8Array;
  /** What it costs to copy from elsewhere than beside. */
  pull(width: number, height: number): (x: number, y: number) => Pull;
  /** Fills what is unknown without forms of its own: what is matched then takes calm things first. */
  fill(sheet: Canvas): void;
  /** The least of both sides of what is known, in shares of the picture's longer side. */
  readonly share: number;
};

const coarsest = 40;
/** The cost of copying what the eye goes to, for a patch. */
const dearest = 16_000;

/**
 * Works out how a picture goes on where it is unknown, from rough to fine, on a grid of at most
 * `finest` cells a side. Null where too little is known to go on from.
 */
export function* continuationOf(
  canvas: OffscreenCanvas,
  gap: Gap,
  finest: number,
  seed: number,
): Generator<number, Continuation | null> {
  const longest = Math.max(canvas.width, canvas.height);
  const levels = levelsOf(Math.min(finest, longest), gap.share);
  let last: Continuation | null = null;
  for (const [level, side] of levels.entries()) {
    const sheet = yield* sheetOf(canvas, gap, side / longest);
    const nearest = nearestSources(sheet);
    if (nearest === null) return null;
    const start: Matches = last === null ? nearest : enlarged(last, sheet, nearest);
    if (last === null) gap.fill(sheet);
    else lookUp(sheet, start);
    // Each level has four times the places of the one before.
    const from: number = level === 0 ? 0 : 4 ** (level - levels.length);
    const to: number = 4 ** (level + 1 - levels.length);
    const rounds = level === levels.length - 1 ? 2 : 4;
    const matches = yield* portion(continuePatches(sheet, start, rounds, seed), from, to);
    last = { width: sheet.width, height: sheet.height, known: sheet.known, matches };
  }
  return last;
}

/** Longest sides of the grids to work on, rough to fine; on all of them the picture has some cells. */
function levelsOf(finest: number, share: number): number[] {
  const levels = [finest];
  for (let side = finest / 2; side >= coarsest && side * share >= 10; side /= 2) {
    levels.unshift(Math.round(side));
  }
  return levels;
}

/** The picture small, with what is known of it as whole cells. */
function* sheetOf(canvas: OffscreenCanvas, gap: Gap, ratio: number): Generator<number, Canvas> {
  const width = Math.max(8, Math.round(canvas.width * ratio));
  const height = Math.max(8, Math.round(canvas.height * ratio));
  const small = createSurface(width, height);
  small.imageSmoothingQuality = 'high';
  small.drawImage(canvas, 0, 0, width, height);
  const { data } = small.getImageData(0, 0, width, height);
  const plane = (channel: number): Float32Array =>
    Float32Array.from({ length: width * height }, (_, index) => at(data, index * 4 + channel));
  const study = yield* portion(studyOf(data, width, height), 0, 0);
  const { interest } = yield* portion(directionsOf(study), 0, 0);
  return {
    width,
    height,
    planes: [plane(0), plane(1), plane(2)],
    known: gap.knownCells(width, height),
    price: interest.map((value) => dearest * value ** 4),
    pull: gap.pull(width, height),
  };
}

/** For each place the source nearest to it, by steps from cell to cell; null when there is none. */
export function nearestSources(sheet: Pick<Canvas, 'width' | 'height' | 'known'>): Matches | null {
  const { width, height } = sheet;
  const nearest = new Int32Array(width * height).fill(-1);
  const queue: number[] = [];
  for (const [place, isSource] of sourcesOf(sheet).entries()) {
    if (isSource === 0) continue;
    nearest[place] = place;
    queue.push(place);
  }
  if (queue.length === 0) return null;
  for (let next = 0; next < queue.length; next += 1) {
    const place = queue[next] ?? 0;
    const x = place % width;
    for (const [near, isBeside] of [
      [place - 1, x > 0],
      [place + 1, x < width - 1],
      [place - width, place >= width],
      [place + width, place < width * (height - 1)],
    ] as const) {
      if (!isBeside || at(nearest, near) >= 0) continue;
      nearest[near] = at(nearest, place);
      queue.push(near);
    }
  }
  return nearest;
}

/** The matches of a rougher level on a finer one; the nearest source where they lead to none. */
function enlarged(rough: Continuation, sheet: Canvas, nearest: Matches): Matches {
  const { width, height, known } = sheet;
  const sources = sourcesOf(sheet);
  const [across, down] = [width / rough.width, height / rough.height];
  return nearest.map((fallback, index) => {
    if (at(known, index) === 1) return index;
    const [x, y] = [index % width, Math.floor(index / width)];
    const cellX = Math.min(rough.width - 1, Math.floor(x / across));
    const cellY = Math.min(rough.height - 1, Math.floor(y / down));
    const match = at(rough.matches, cellY * rough.width + cellX);
    const column = Math.round(((match % rough.width) - cellX) * across) + x;
    const row = Math.round((Math.floor(match / rough.width) - cellY) * down) + y;
    const isIn = column >= 0 && row >= 0 && column < width && row < height;
    const found = row * width + column;
    return isIn && at(sources, found) === 1 ? found : fallback;
  });
}

/** Fills what is unknown with what it matches. */
function lookUp({ planes, known }: Canvas, matches: Matches): void {
  for (const plane of planes) {
    for (let index = 0; index < plane.length; index += 1) {
      if (at(known, index) === 0) plane[index] = at(plane, at(matches, index));
    }
  }
}
