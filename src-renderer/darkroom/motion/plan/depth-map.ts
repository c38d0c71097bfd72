import { toLab } from '../../sketch/core/colour';

/** How far away each pixel of a small picture may be: 0 far to 1 near; and which of them may be water. */
export type DepthMap = {
  readonly width: number;
  readonly height: number;
  readonly depth: Float32Array;
  readonly water: Float32Array;
};

type Region = {
  lightness: number;
  green: number;
  blue: number;
  x: number;
  y: number;
  count: number;
  foot: number;
  touchesTop: boolean;
  rough: number;
};

const columns = 9;
const lines = 7;
const rounds = 6;

/**
 * Guesses depth from one picture, as a painter would read it: what is one colour belongs together and is as near as
 * where its foot stands; a smooth field at the top is sky; what differs from its surroundings near the middle stands
 * before them. `pixels` is red, green, blue and alpha, row by row.
 */
export function guessDepth(pixels: Uint8ClampedArray, width: number, height: number): DepthMap {
  const colours = labsOf(pixels);
  const { labels, regions } = segment(colours, width, height);
  measure(regions, labels, colours, width, height);
  const mean = meanOf(regions);
  const depths = regions.map((region) => depthOf(region, mean));
  const waters = regions.map((region) => (isWaterLike(region) ? 1 : 0));
  const depth = Float32Array.from(labels, (label) => depths[label] ?? 0.5);
  const water = Float32Array.from(labels, (label) => waters[label] ?? 0);
  return {
    width,
    height,
    depth: blurred(depth, width, height),
    water: blurred(water, width, height),
  };
}

function labsOf(pixels: Uint8ClampedArray): Float32Array {
  const colours = new Float32Array((pixels.length / 4) * 3);
  for (let at = 0; at * 4 < pixels.length; at += 1) {
    const lab = toLab([pixels[at * 4] ?? 0, pixels[at * 4 + 1] ?? 0, pixels[at * 4 + 2] ?? 0]);
    colours.set(lab, at * 3);
  }
  return colours;
}

/** Clusters of alike, neighbouring pixels (after SLIC, Achanta and others, 2012). */
function segment(colours: Float32Array, width: number, height: number) {
  let regions = Array.from({ length: columns * lines }, (_, index): Region => {
    const x = ((index % columns) + 0.5) / columns;
    const y = (Math.floor(index / columns) + 0.5) / lines;
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
    const [lightness = 0, green = 0, blue = 0] = colours.subarray(at, at + 3);
    return { ...blank, lightness, green, blue, x, y };
  });
  const labels = new Uint8Array(width * height);
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < labels.length; at += 1) {
      labels[at] = nearestRegion(regions, colours, at, width, height);
    }
    regions = centred(regions, labels, colours, width, height);
  }
  const joined = joinAlike(regions, labels, width);
  const centres = centred(regions, joined, colours, width, height);
  return { labels: joined, regions: centres };
}

/** Neighbouring regions of nearly one colour are one: a sky, a field. */
const alike = 0.055;

function joinAlike(regions: readonly Region[], labels: Uint8Array, width: number): Uint8Array {
  const names = regions.map((_, label) => label);
  const join = (left: number, right: number) => {
    const [from, to] = [names[left] ?? left, names[right] ?? right];
    if (from === to || !areAlike(regions[left], regions[right])) return;
    for (const [label, name] of names.entries()) if (name === from) names[label] = to;
  };
  for (let at = 0; at < labels.length; at += 1) {
    const here = labels[at] ?? 0;
    const beside = (at + 1) % width === 0 ? here : (labels[at + 1] ?? here);
    const below = labels[at + width] ?? here;
    if (beside !== here) join(here, beside);
    if (below !== here) join(here, below);
  }
  return labels.map((label) => names[label] ?? label);
}

function areAlike(left: Region | undefined, right: Region | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  const apart = Math.hypot(
    left.lightness - right.lightness,
    1.6 * (left.green - right.green),
    1.6 * (left.blue - right.blue),
  );
  return apart < alike;
}

const blank: Region = {
  lightness: 0,
  green: 0,
  blue: 0,
  x: 0,
  y: 0,
  count: 0,
  foot: 0,
  touchesTop: false,
  rough: 0,
};

/** Colour counts for much more than place, so that regions follow what is seen. */
const placeWeight = 0.045;

function nearestRegion(
  regions: readonly Region[],
  colours: Float32Array,
  at: number,
  width: number,
  height: number,
): number {
  const x = ((at % width) + 0.5) / width;
  const y = (Math.floor(at / width) + 0.5) / height;
  const lightness = colours[at * 3] ?? 0;
  const green = colours[at * 3 + 1] ?? 0;
  const blue = colours[at * 3 + 2] ?? 0;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [label, region] of regions.entries()) {
    const distance =
      (region.lightness - lightness) ** 2 +
      2 * (region.green - green) ** 2 +
      2 * (region.blue - blue) ** 2 +
      placeWeight * ((region.x - x) ** 2 + (region.y - y) ** 2);
    if (distance < least) [least, nearest] = [distance, label];
  }
  return nearest;
}

/** Regions of the same names, each with the mean colour and place of its pixels; an empty one stays where it was. */
function centred(
  regions: readonly Region[],
  labels: Uint8Array,
  colours: Float32Array,
  width: number,
  height: number,
): Region[] {
  const sums = regions.map(() => ({ ...blank }));
  for (const [at, label] of labels.entries()) {
    const sum = sums[label];
    if (sum === undefined) continue;
    sum.lightness += colours[at * 3] ?? 0;
    sum.green += colours[at * 3 + 1] ?? 0;
    sum.blue += colours[at * 3 + 2] ?? 0;
    sum.x += ((at % width) + 0.5) / width;
    sum.y += (Math.floor(at / width) + 0.5) / height;
    sum.count += 1;
  }
  return sums.map((sum, label) => meanBy(sum) ?? { ...(regions[label] ?? blank), count: 0 });
}

function meanBy(sum: Region): Region | null {
  const { count } = sum;
  if (count === 0) return null;
  return {
    ...blank,
    lightness: sum.lightness / count,
    green: sum.green / count,
    blue: sum.blue / count,
    x: sum.x / count,
    y: sum.y / count,
    count,
  };
}

/** Adds where each region stands, whether it touches the upper edge and how much its colours vary. */
function measure(
  regions: readonly Region[],
  labels: Uint8Array,
  colours: Float32Array,
  width: number,
  height: number,
): void {
  const rows = regions.map(() => new Uint32Array(height));
  for (const [at, label] of labels.entries()) {
    const [region, here] = [regions[label], rows[label]];
    if (region === undefined || here === undefined) continue;
    const row = Math.floor(at / width);
    here[row] = (here[row] ?? 0) + 1;
    region.rough += Math.abs((colours[at * 3] ?? 0) - region.lightness) / region.count;
  }
  for (const [label, region] of regions.entries()) {
    const here = rows[label] ?? new Uint32Array(height);
    region.touchesTop = (here[0] ?? 0) > 0;
    region.foot = footIn(here, region.count) / height;
  }
}

/** The row above which nine tenths of a region lie. */
function footIn(rows: Uint32Array, count: number): number {
  let seen = 0;
  for (const [row, here] of rows.entries()) {
    seen += here;
    if (seen >= count * 0.9) return row + 1;
  }
  return rows.length;
}

function meanOf(regions: readonly Region[]): Region {
  const sum = { ...blank };
  for (const { lightness, green, blue, count } of regions) {
    sum.lightness += lightness * count;
    sum.green += green * count;
    sum.blue += blue * count;
    sum.count += count;
  }
  const count = Math.max(1, sum.count);
  return {
    ...sum,
    lightness: sum.lightness / count,
    green: sum.green / count,
    blue: sum.blue / count,
  };
}

function depthOf(region: Region, mean: Region): number {
  const isSky = region.touchesTop && region.foot < 0.62 && region.rough < 0.06;
  if (isSky) return 0.04;
  const ground = 0.16 + 0.72 * region.foot ** 1.4;
  const middle = Math.max(0, 1 - Math.hypot((region.x - 0.5) * 1.5, region.y - 0.55) * 1.7);
  const apart = Math.hypot(
    region.lightness - mean.lightness,
    2 * (region.green - mean.green),
    2 * (region.blue - mean.blue),
  );
  return Math.min(1, ground + 0.4 * middle * Math.min(1, apart * 2.5));
}

/** Smooth, in the lower half, and no warmer than grey. */
function isWaterLike({ y, foot, rough, green, blue, touchesTop }: Region): boolean {
  return !touchesTop && y > 0.48 && foot > 0.55 && rough < 0.09 && blue < 0.012 && green < 0.02;
}

/** Each pixel the mean of itself and its eight neighbours. */
export function blurred(field: Float32Array, width: number, height: number): Float32Array {
  const soft = new Float32Array(field.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy += 1) {
        const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
        for (let dx = -1; dx <= 1; dx += 1) {
          sum += field[row + Math.min(width - 1, Math.max(0, x + dx))] ?? 0;
        }
      }
      soft[y * width + x] = sum / 9;
    }
  }
  return soft;
}
