import type { Credits } from '../credits';
import type { Instant } from '../instant';
import type { Pace } from './pace';
import type { Suggestion } from './suggestions';

/** Something that would happen at an instant, in one line. */
export type FutureEvent = {
  readonly at: Instant;
  readonly kind: 'granted' | 'lapsed' | 'billed' | 'ran-out' | 'plan-ended' | 'plan-changed';
  /** What comes, lapses or is missing; 0 for a bill and for the plan itself. */
  readonly credits: Credits;
  /** Cents of a bill; null for everything else, and for a bill that has no price. */
  readonly cents: number | null;
  readonly words: string;
};

/** What all wallets together could spend at an instant; two of one instant are right before and right after it. */
export type FuturePoint = { readonly at: Instant; readonly available: Credits };

/**
 * What would come of a plan and a pace from one instant up to another. `opening + granted − spent − lapsed =
 * closing`: both ends count what is available and what is on hold.
 */
export type Future = {
  readonly from: Instant;
  readonly until: Instant;
  readonly points: readonly FuturePoint[];
  readonly events: readonly FutureEvent[];
  readonly totals: {
    readonly opening: Credits;
    readonly granted: Credits;
    /** By the pace, and by the jobs that were in the queue. */
    readonly spent: Credits;
    /** Wished for and not affordable. */
    readonly unmet: Credits;
    readonly lapsed: Credits;
    /** Cents of all bills with a price, and how many bills have none. */
    readonly cents: number;
    readonly unpriced: number;
    readonly closing: Credits;
  };
  /** The first instant at which the pace finds too little; null when it never does. */
  readonly runsOutAt: Instant | null;
};

/** A pace, and what comes of it. */
export type PacedFuture = { readonly pace: Pace; readonly future: Future };

/** Credit that lapses next if it is not used, and what it would pay for. */
export type NextLapse = {
  readonly at: Instant;
  readonly credits: Credits;
  readonly suggestions: readonly Suggestion[];
};

export type Forecast = {
  /** How much history the pace was read from, in days; below 3 there is no telling. */
  readonly daysSeen: number;
  readonly usual: PacedFuture | null;
  /** The slow and the fast end of what was seen, week by week; null with less than two weeks seen. */
  readonly slow: PacedFuture | null;
  readonly fast: PacedFuture | null;
  /** What lapses next if it is not used. */
  readonly nextLapse: NextLapse | null;
  /** What can be said in plain sentences. */
  readonly sentences: readonly string[];
};
