/** A stream of seeded random numbers. Every method draws from the same stream. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Uniform whole number, both ends included. */
  whole(low: number, high: number): number;
  /** Roughly normal around 0; about two thirds of the draws lie within ±1. */
  bell(): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** An independent stream named `label`: drawing more from one leaves the other as it was. */
  fork(label: string): Random;
};

/** FNV-1a over UTF-16 code units; 32 bits, unsigned. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain), warmed up for twelve rounds. */
function smallFastCounting(seed: number, stream: number): () => number {
  let a = seed >>> 0;
  let b = stream >>> 0;
  let c = 0x9e3779b9;
  let counter = 1;
  const step = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round += 1) step();
  return step;
}

/** The random stream of `seed` (0..2^32-1) named `label`. */
export function createRandom(seed: number, label = ''): Random {
  const next = smallFastCounting(seed, hashText(label));
  const between = (low: number, high: number): number => low + (high - low) * next();
  return {
    next,
    between,
    whole: (low, high) => Math.min(high, low + Math.floor(next() * (high - low + 1))),
    bell: () => (next() + next() + next() + next() - 2) * 1.73,
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    fork: (child) => createRandom(seed, `${label}/${child}`),
  };
}
