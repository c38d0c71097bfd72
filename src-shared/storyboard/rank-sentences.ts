import { stemOf, tellingWords } from './words';

const damping = 0.85;
const rounds = 30;

/**
 * How much each sentence has in common with all others (TextRank): those that share words with many well connected
 * ones rank highest. One number a sentence, whose sum is about their count.
 */
export function rankSentences(sentences: readonly string[]): number[] {
  const stems = sentences.map((sentence) => new Set(tellingWords(sentence).map(stemOf)));
  const ties = tiesBetween(stems);
  const strengths = ties.map((row) => row.reduce((sum, { weight }) => sum + weight, 0));
  let ranks = sentences.map(() => 1);
  for (let round = 0; round < rounds; round += 1) {
    ranks = ties.map((row) =>
      row.reduce(
        (sum, { other, weight }) =>
          sum + (damping * weight * (ranks[other] ?? 0)) / (strengths[other] || 1),
        1 - damping,
      ),
    );
  }
  return ranks;
}

/** How alike two sentences are, 0 to 1: the share of their telling words that both have. */
export function likeness(one: string, other: string): number {
  const stems = new Set(tellingWords(one).map(stemOf));
  const others = new Set(tellingWords(other).map(stemOf));
  const all = new Set([...stems, ...others]).size;
  return all === 0 ? 1 : sharedBy(stems, others) / all;
}

type Tie = { readonly other: number; readonly weight: number };

function tiesBetween(stems: readonly ReadonlySet<string>[]): Tie[][] {
  const ties: Tie[][] = stems.map(() => []);
  for (const [one, left] of stems.entries()) {
    for (const [other, right] of stems.entries()) {
      if (other <= one) continue;
      const shared = sharedBy(left, right);
      if (shared === 0) continue;
      // Longer sentences share more by chance.
      const weight = shared / (Math.log(1 + left.size) + Math.log(1 + right.size));
      ties[one]?.push({ other, weight });
      ties[other]?.push({ other: one, weight });
    }
  }
  return ties;
}

function sharedBy(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const stem of few) if (many.has(stem)) shared += 1;
  return shared;
}
