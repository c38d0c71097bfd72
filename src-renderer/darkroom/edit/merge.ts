import { at } from '../sketch/styles/pixels';
import type { Regions } from './segment';
import type { Study } from './study';

/** A region that others may have been merged into. */
type Patch = {
  size: number;
  light: number;
  a: number;
  b: number;
  /** Each neighbour with the length of the border and the sum of the gaps across it. */
  readonly borders: Map<number, Border>;
  /** Grows with each change, so that what was worked out before is known to be stale. */
  age: number;
  gone: boolean;
};

type Border = { length: number; gap: number };
type Offer = {
  readonly cost: number;
  readonly one: number;
  readonly other: number;
  readonly ages: number;
};

/**
 * Merges neighbours until `wanted` regions are left, always those whose merging changes the picture
 * least (Ward's criterion), later where an edge runs between them.
 */
export function* mergeRegions(
  study: Study,
  regions: Regions,
  wanted: number,
): Generator<number, Regions> {
  const patches = yield* patchesOf(study, regions);
  const heap = createHeap();
  const offer = (one: number, other: number): void => {
    const [first, second] = [patches[one], patches[other]];
    const border = first?.borders.get(other);
    if (!first || !second || !border) return;
    heap.push({ cost: costOf(first, second, border), one, other, ages: first.age + second.age });
  };
  for (const [one, patch] of patches.entries()) {
    for (const other of patch.borders.keys()) if (one < other) offer(one, other);
  }
  const into = Int32Array.from({ length: regions.count }, (_, index) => index);
  let left = regions.count;
  for (let step = 0; left > wanted; step += 1) {
    const best = heap.pop();
    if (!best) break;
    const [first, second] = [patches[best.one], patches[best.other]];
    if (!first || !second || first.gone || second.gone) continue;
    if (first.age + second.age !== best.ages) continue;
    absorb(patches, best.one, best.other);
    into[best.other] = best.one;
    left -= 1;
    for (const neighbour of first.borders.keys()) offer(best.one, neighbour);
    if (step % 64 === 63) yield 0.3 + 0.6 * (1 - (left - wanted) / regions.count);
  }
  return relabelled(regions, into);
}

function costOf(one: Patch, other: Patch, border: Border): number {
  const gap = ward(one, other);
  return gap * (0.4 + (border.gap / border.length) * 14);
}

function ward(one: Patch, other: Patch): number {
  const dl = one.light - other.light;
  const da = one.a - other.a;
  const db = one.b - other.b;
  const share = (one.size * other.size) / (one.size + other.size);
  return (dl * dl + 2 * (da * da + db * db) + 0.0002) * share;
}

function* patchesOf(study: Study, regions: Regions): Generator<number, Patch[]> {
  const { width, height, labels, count } = regions;
  const patches = Array.from({ length: count }, (): Patch => {
    return { size: 0, light: 0, a: 0, b: 0, borders: new Map(), age: 0, gone: false };
  });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = y * width + x;
      const patch = patches[at(labels, place)];
      if (!patch) continue;
      patch.size += 1;
      patch.light += at(study.light, place);
      patch.a += at(study.a, place);
      patch.b += at(study.b, place);
      if (x + 1 < width) noteBorder(study, patches, labels, place, place + 1);
      if (y + 1 < height) noteBorder(study, patches, labels, place, place + width);
    }
    if (y % 24 === 23) yield (0.3 * y) / height;
  }
  for (const patch of patches) {
    patch.light /= patch.size;
    patch.a /= patch.size;
    patch.b /= patch.size;
  }
  return patches;
}

function noteBorder(
  study: Study,
  patches: readonly Patch[],
  labels: Int32Array,
  here: number,
  there: number,
): void {
  const [one, other] = [at(labels, here), at(labels, there)];
  if (one === other) return;
  const gap = Math.hypot(
    at(study.light, here) - at(study.light, there),
    at(study.a, here) - at(study.a, there),
    at(study.b, here) - at(study.b, there),
  );
  patches[one]?.borders.set(other, lengthened(patches[one]?.borders.get(other), 1, gap));
  patches[other]?.borders.set(one, lengthened(patches[other]?.borders.get(one), 1, gap));
}

function lengthened(border: Border | undefined, length: number, gap: number): Border {
  return { length: (border?.length ?? 0) + length, gap: (border?.gap ?? 0) + gap };
}

function absorb(patches: readonly Patch[], one: number, other: number): void {
  const [first, second] = [patches[one], patches[other]];
  if (!first || !second) return;
  const size = first.size + second.size;
  const share = second.size / size;
  first.light += (second.light - first.light) * share;
  first.a += (second.a - first.a) * share;
  first.b += (second.b - first.b) * share;
  first.size = size;
  first.age += 1;
  second.gone = true;
  first.borders.delete(other);
  for (const [neighbour, { length, gap }] of second.borders) {
    const borders = patches[neighbour]?.borders;
    borders?.delete(other);
    if (neighbour === one) continue;
    const joined = lengthened(first.borders.get(neighbour), length, gap);
    first.borders.set(neighbour, joined);
    borders?.set(one, joined);
  }
}

function relabelled(regions: Regions, into: Int32Array): Regions {
  const names = new Map<number, number>();
  const nameOf = Array.from({ length: regions.count }, (_, label) => {
    let root = label;
    while (at(into, root) !== root) root = at(into, root);
    const name = names.get(root) ?? names.size;
    names.set(root, name);
    return name;
  });
  return {
    ...regions,
    labels: regions.labels.map((label) => nameOf[label] ?? 0),
    count: names.size,
  };
}

type Heap = { push(offer: Offer): void; pop(): Offer | undefined };

/** A binary heap, the least cost on top. */
function createHeap(): Heap {
  const offers: Offer[] = [];
  const costAt = (index: number): number => offers[index]?.cost ?? Number.POSITIVE_INFINITY;
  const swap = (one: number, other: number): void => {
    const [first, second] = [offers[one], offers[other]];
    if (first && second) [offers[one], offers[other]] = [second, first];
  };
  return {
    push: (offer) => {
      offers.push(offer);
      let index = offers.length - 1;
      for (let above = (index - 1) >> 1; index > 0 && costAt(index) < costAt(above); ) {
        swap(index, above);
        index = above;
        above = (index - 1) >> 1;
      }
    },
    pop: () => {
      const top = offers[0];
      const last = offers.pop();
      if (last === undefined || offers.length === 0) return top;
      offers[0] = last;
      for (let index = 0; ; ) {
        const below = index * 2 + 1;
        const least = costAt(below + 1) < costAt(below) ? below + 1 : below;
        if (costAt(index) <= costAt(least)) return top;
        swap(index, least);
        index = least;
      }
    },
  };
}
