export { compareLots, joinTwins } from './order';
export { createIndependentWorld } from './world';

/** What a person enters when a plan is started or changed to; `contract` only for a contract plan. */
export type PlanChoice = {
  planId: string;
  cadence: 'monthly' | 'annual';
  seats: number;
  /** Credits for each seat, each month or once a cycle; the price is for a seat and a cycle. */
  contract: null | {
    seats: number;
    credits: number;
    everyMonths: 1 | 12;
    priceCents: number | null;
  };
};

/** One thing that happens to a workspace. */
export type Operation =
  | { kind: 'start-plan'; choice: PlanChoice }
  | { kind: 'change-plan'; choice: PlanChoice }
  | { kind: 'end-plan' }
  /** Takes back a waiting change or end. */
  | { kind: 'keep-plan' }
  /** `null`: a new seat; else one that was removed. */
  | { kind: 'add-seat'; seat: string | null }
  | { kind: 'remove-seat'; seat: string }
  /** `seat` is the buyer; the wallet of a pool unit is the pool. */
  | { kind: 'buy-units'; addOnId: string; count: number; seat: string }
  /** `unit` counts the accepted orders of units, from 0. */
  | { kind: 'cancel-units'; unit: number; count: number }
  | { kind: 'keep-units'; unit: number; count: number }
  | { kind: 'buy-pack'; packId: string; seat: string }
  /** Takes the hold; the job waits. */
  | { kind: 'submit'; job: string; seat: string; price: number }
  /** Waiting with its whole hold, then running. */
  | { kind: 'begin'; job: string }
  /** Running, then charged. */
  | { kind: 'deliver'; job: string }
  /** Running, then released. */
  | { kind: 'fail'; job: string }
  /** Waiting or running, then released. */
  | { kind: 'cancel'; job: string }
  /** The clock, in milliseconds since 1970; an instant in the past changes nothing. */
  | { kind: 'advance'; to: number };

export type Outcome = 'accepted' | 'refused';

/** A lot; `wallet` is a seat or `pool`, and `expiresAt` is `null` for one without a date. */
export type LotView = {
  wallet: string;
  source: 'base' | 'add-on' | 'pack';
  startsAt: number;
  expiresAt: number | null;
  granted: number;
  available: number;
  held: number;
  spent: number;
  expired: number;
};

/** A line of an invoice; `cents` is `null` where a price is not known. */
export type InvoiceView = {
  at: number;
  kind: 'plan' | 'seat' | 'upgrade' | 'units' | 'pack';
  cents: number | null;
  quantity: number;
};

export type JobView = {
  id: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  held: number;
};

/** All that can be asked of a workspace at its instant. */
export type WorldView = {
  plan: null | {
    planId: string;
    cadence: string;
    activeSeats: string[];
    waiting: 'end' | { planId: string; cadence: string } | null;
    cycleEndsAt: number;
  };
  /** In the order of `compareLots`. */
  lots: LotView[];
  /** As they happened; at one instant plan, seat, upgrade, units, pack, then by cents. */
  invoices: InvoiceView[];
  /** In the order of their submission. */
  jobs: JobView[];
};

/** A workspace that things are done to; an operation that is refused changes nothing. */
export type World = { apply(operation: Operation): Outcome; view(): WorldView };
