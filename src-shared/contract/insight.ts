import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Quote } from '../billing/card/quote';
import type { Credits } from '../billing/credits';
import type { Instant } from '../billing/instant';
import type { ConsideredLot } from '../billing/lots/considered-lots';
import type { Lot } from '../billing/lots/lot';
import type { Balance, StatementLine } from './credits';
import type { OrderRecord } from './plan';
import { procedure } from './refused';

/** Why an entry exists, from its cause to its last consequence. */
export type Story = {
  readonly entry: StatementLine;
  /** The job's own words and price arithmetic, by the card's version of that day; null for grants and lapses. */
  readonly job: {
    readonly prompt: string;
    readonly quote: Quote;
    readonly modelName: string;
    readonly state: string;
  } | null;
  /** For a job's entry: the lots that could pay at the hold, in burn order. Empty for grants and lapses. */
  readonly considered: readonly ConsideredLot[];
  /** For a grant that was ordered: the order. */
  readonly order: OrderRecord | null;
  /** For a grant, a lapse: what became of the lot so far. */
  readonly lot: Lot;
  /**
   * Oldest first: every entry of the same job; of a grant's lot, the first 200 from the grant on; of what
   * lapsed, the last 200 up to the lapse.
   */
  readonly related: readonly StatementLine[];
  /** The story in plain sentences, in order. */
  readonly sentences: readonly string[];
};

/** One point of a plot: all wallets together. */
export type BalancePoint = {
  readonly at: Instant;
  readonly available: Credits;
  readonly held: Credits;
};

/** What came and what lapsed at one instant, all wallets together: both where a cycle turned. */
export type BalanceTurn = {
  readonly at: Instant;
  readonly granted: Credits;
  readonly lapsed: Credits;
};

/** Use of one day, by seat, tool, model and quality. */
export type UsageRow = {
  /** YYYY-MM-DD in the workspace's time zone. */
  readonly day: string;
  readonly seat: string;
  readonly tool: string;
  readonly model: string;
  readonly quality: string;
  readonly outputs: number;
  /** Pictures or seconds. */
  readonly units: number;
  readonly credits: Credits;
};

const day = z.iso.date();
/** As far as a date can be from 1970. */
const moment = z.number().int().min(-8.64e15).max(8.64e15);

export const insight = {
  why: procedure
    .input(z.strictObject({ entryId: z.string().min(1).max(300) }))
    .output(type<Story>()),
  /**
   * The balance as it was at an instant of the past, and the newest entries that made it. An instant that
   * has not come is answered as of now.
   */
  balanceAt: procedure
    .input(z.strictObject({ at: moment }))
    .output(type<{ readonly balance: Balance; readonly newest: readonly StatementLine[] }>()),
  /**
   * `points` points from one instant to the other, each the balance right then, and every instant from
   * the one to the other at which credit came or lapsed, oldest first. A span that ends later than
   * now is told up to now; one that starts later, or ends before it starts, is refused.
   */
  balances: procedure
    .input(
      z.strictObject({
        from: moment,
        to: moment,
        points: z.number().int().min(2).max(400),
      }),
    )
    .output(
      type<{
        readonly points: readonly BalancePoint[];
        readonly turns: readonly BalanceTurn[];
      }>(),
    ),
  usage: procedure
    .input(z.strictObject({ from: day, to: day }))
    .output(type<{ readonly rows: readonly UsageRow[] }>()),
};
