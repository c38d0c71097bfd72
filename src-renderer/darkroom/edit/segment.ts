import { at } from '../sketch/styles/pixels';
import { gapBetween, type Study } from './study';

/** Every place of a study belongs to one region, numbered from 0; a region is in one piece. */
export type Regions = {
  readonly width: number;
  readonly height: number;
  readonly labels: Int32Array;
  readonly count: number;
};

export type SegmentOptions = {
  /** How readily unlike places join: larger gives larger regions. */
  readonly ease: number;
  /** Smaller regions than this, in pixels, join a neighbour. */
  readonly smallest: number;
};

const buckets = 1024;
const widestGap = 0.6;

/** Sets of places that were joined. */
type Forest = {
  readonly parent: Int32Array;
  readonly size: Int32Array;
  readonly limit: Float32Array;
};

/** Regions of like colour, after Felzenszwalb and Huttenlocher (2004). */
export function* segment(study: Study, options: SegmentOptions): Generator<number, Regions> {
  const { width, height } = study;
  const size = width * height;
  const { edges, gaps } = yield* sortedEdges(study);
  const forest: Forest = {
    parent: Int32Array.from({ length: size }, (_, index) => index),
    size: new Int32Array(size).fill(1),
    limit: new Float32Array(size).fill(options.ease),
  };
  for (let index = 0; index < edges.length; index += 1) {
    const [one, other] = endsOf(forest, at(edges, index), width);
    const gap = at(gaps, index);
    if (one !== other && gap <= Math.min(at(forest.limit, one), at(forest.limit, other))) {
      const joined = join(forest, one, other);
      forest.limit[joined] = gap + options.ease / at(forest.size, joined);
    }
    if (index % 60_000 === 59_999) yield 0.3 + (0.4 * index) / edges.length;
  }
  for (let index = 0; index < edges.length; index += 1) {
    const [one, other] = endsOf(forest, at(edges, index), width);
    const small = Math.min(at(forest.size, one), at(forest.size, other)) < options.smallest;
    if (one !== other && small) join(forest, one, other);
    if (index % 60_000 === 59_999) yield 0.7 + (0.25 * index) / edges.length;
  }
  return numbered(forest, width, height);
}

/** An edge is a place times two, plus one when it leads down and not to the right. */
function endsOf(forest: Forest, edge: number, width: number): readonly [number, number] {
  const place = edge >> 1;
  return [rootOf(forest.parent, place), rootOf(forest.parent, place + (edge & 1 ? width : 1))];
}

function rootOf(parent: Int32Array, place: number): number {
  let here = place;
  while (at(parent, here) !== here) {
    const above = at(parent, at(parent, here));
    parent[here] = above;
    here = above;
  }
  return here;
}

function join({ parent, size }: Forest, one: number, other: number): number {
  const [root, leaf] = at(size, one) >= at(size, other) ? [one, other] : [other, one];
  parent[leaf] = root;
  size[root] = at(size, root) + at(size, leaf);
  return root;
}

/** The edges between neighbours, the least gap first (sorted by counting). */
function* sortedEdges(
  study: Study,
): Generator<number, { readonly edges: Int32Array; readonly gaps: Float32Array }> {
  const { width, height } = study;
  const total = (width - 1) * height + width * (height - 1);
  const found = new Int32Array(total);
  const gapOf = new Float32Array(total);
  const starts = new Int32Array(buckets + 1);
  let count = 0;
  const note = (edge: number, gap: number): void => {
    found[count] = edge;
    gapOf[count] = gap;
    const bucket = bucketOf(gap);
    starts[bucket + 1] = at(starts, bucket + 1) + 1;
    count += 1;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = y * width + x;
      if (x + 1 < width) note(place * 2, gapBetween(study, place, place + 1));
      if (y + 1 < height) note(place * 2 + 1, gapBetween(study, place, place + width));
    }
    if (y % 24 === 23) yield (0.2 * y) / height;
  }
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    starts[bucket + 1] = at(starts, bucket + 1) + at(starts, bucket);
  }
  const edges = new Int32Array(total);
  const gaps = new Float32Array(total);
  for (let index = 0; index < total; index += 1) {
    const bucket = bucketOf(at(gapOf, index));
    const to = at(starts, bucket);
    starts[bucket] = to + 1;
    edges[to] = at(found, index);
    gaps[to] = at(gapOf, index);
    if (index % 60_000 === 59_999) yield 0.25;
  }
  yield 0.3;
  return { edges, gaps };
}

function bucketOf(gap: number): number {
  return Math.min(buckets - 1, Math.floor((gap / widestGap) * buckets));
}

function numbered({ parent }: Forest, width: number, height: number): Regions {
  const labels = new Int32Array(width * height);
  const names = new Int32Array(labels.length).fill(-1);
  let count = 0;
  for (let place = 0; place < labels.length; place += 1) {
    const root = rootOf(parent, place);
    if (at(names, root) < 0) {
      names[root] = count;
      count += 1;
    }
    labels[place] = at(names, root);
  }
  return { width, height, labels, count };
}
