import type { Future } from './future';

/** A figure of two futures side by side; credits, but for what is billed: cents. */
export type Compared = {
  readonly what: 'granted' | 'spent' | 'unmet' | 'lapsed' | 'closing' | 'cents';
  readonly asItIs: number;
  readonly changed: number;
  /** What `changed` has more than `asItIs`; negative where it has less. */
  readonly difference: number;
};

const figures = ['granted', 'spent', 'unmet', 'lapsed', 'closing', 'cents'] as const;

/** What changes come to, figure by figure. */
export function compareFutures(asItIs: Future, changed: Future): Compared[] {
  return figures.map((what) => ({
    what,
    asItIs: asItIs.totals[what],
    changed: changed.totals[what],
    difference: changed.totals[what] - asItIs.totals[what],
  }));
}
