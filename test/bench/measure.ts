/** What a row must reach: Tally at least so fast as a share of the reference, or at most so costly. */
export type Goal = { readonly kind: 'at least' | 'at most'; readonly ratio: number };

/** Two ways to do the same work. Each run answers the cost of one unit; less is better. */
export type Comparison = {
  readonly id: string;
  readonly title: string;
  /** What is compared with what, so that the figure can be judged. */
  readonly tally: string;
  readonly reference: string;
  readonly unit: 'µs' | 'ms' | 'MiB';
  readonly goal: Goal;
  readonly runs: { readonly tally: Run; readonly reference: Run };
};

export type Run = () => number | Promise<number>;

export type Row = Omit<Comparison, 'runs'> & {
  readonly median: { readonly tally: number; readonly reference: number };
  readonly samples: { readonly tally: readonly number[]; readonly reference: readonly number[] };
  readonly ratio: number;
  readonly met: boolean;
  /** Why there is nothing to compare with on this machine; null where there is. */
  readonly unmeasured: string | null;
};

/**
 * Runs both sides in turn, A, B, A, B …, so that whatever else the machine does meets both alike.
 * One round before the first is not counted: it warms up code and caches.
 */
export async function compare(comparison: Comparison, rounds: number): Promise<Row> {
  const { runs, ...words } = comparison;
  await runs.tally();
  await runs.reference();
  const samples = { tally: [] as number[], reference: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    samples.tally.push(await runs.tally());
    samples.reference.push(await runs.reference());
  }
  return rowOf(words, samples);
}

/** The row that two series of samples make: ratios of medians, never of single runs. */
export function rowOf(words: Omit<Comparison, 'runs'>, samples: Row['samples']): Row {
  const median = { tally: medianOf(samples.tally), reference: medianOf(samples.reference) };
  const { kind, ratio: wanted } = words.goal;
  const ratio =
    kind === 'at least' ? median.reference / median.tally : median.tally / median.reference;
  const met = kind === 'at least' ? ratio >= wanted : ratio <= wanted;
  return { ...words, median, samples, ratio, met, unmeasured: null };
}

/** A row whose reference this machine has not got. */
export function unmeasured(words: Omit<Comparison, 'runs'>, why: string): Row {
  const nothing = { tally: Number.NaN, reference: Number.NaN };
  const samples = { tally: [], reference: [] };
  return { ...words, median: nothing, samples, ratio: Number.NaN, met: false, unmeasured: why };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The time that each of `units` pieces of work took, in microseconds. */
export function microsecondsEach(units: number, work: () => void): number {
  const begin = performance.now();
  work();
  return ((performance.now() - begin) * 1000) / units;
}
