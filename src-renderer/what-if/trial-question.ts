import { addMonths, dayNamed } from '../../src-shared/billing/billing-cycle';
import type { Instant } from '../../src-shared/billing/instant';
import type { WhatIfInput } from '../../src-shared/contract/forecast';
import type { OrderWish } from '../../src-shared/contract/plan';
import type { Change, Trial } from '../stores/what-if';
import { isCount } from './trial-problems';

type AskedOrder = WhatIfInput['orders'][number];

/** A trial as it is asked, and for each of its orders the row that it comes from. */
export type TrialQuestion = {
  readonly input: WhatIfInput;
  /** The keys of the rows, in the order of `input.orders`. */
  readonly rows: readonly string[];
};

/** How many months ahead is looked where nothing else is chosen. */
const usualMonths = 6;

/** The question that a form stands for, its orders in the order in which they would be placed. */
export function trialQuestion(
  trial: Trial,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): TrialQuestion {
  const from = trialStart(trial, { now, timeZone });
  const until =
    trial.until === null
      ? addMonths(from, usualMonths, timeZone)
      : dayNamed(trial.until, timeZone).endsAt;
  const asked = trial.changes
    .flatMap(({ key, day, change }) => {
      const at = Math.max(from, dayNamed(day, timeZone).startsAt);
      return wishesOf(change).map((wish): AskedOrder & { row: string } => ({ row: key, at, wish }));
    })
    .toSorted((a, b) => a.at - b.at);
  const orders = asked.map(({ at, wish }) => ({ at, wish }));
  const { pace, prices } = trial;
  return {
    input: { from, until, orders, pace, prices: [...prices] },
    rows: asked.map(({ row }) => row),
  };
}

/** Where a trial starts: now, or at the start of a day of the past. */
export function trialStart(
  { from }: Pick<Trial, 'from'>,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Instant {
  if (from === null) return now;
  const { startsAt } = dayNamed(from, timeZone);
  return startsAt < now ? startsAt : now;
}

/** The orders that a change stands for. */
function wishesOf(change: Change): OrderWish[] {
  switch (change.kind) {
    case 'add-seats':
      return repeated(change.count, { kind: 'add-seat', seat: null, name: '' });
    case 'buy-packs':
      return repeated(change.count, { kind: 'buy-pack', packId: change.packId });
    default:
      return [change];
  }
}

function repeated(count: number, wish: OrderWish): OrderWish[] {
  // A count that can't be meant is said before anything is asked.
  return Array.from({ length: isCount(count) ? count : 0 }, () => wish);
}

/**
 * The place of the first order that is refused, when all of them together are: orders are placed one after
 * the other, so the fewest of them that are refused end with it.
 */
export async function firstRefused(
  count: number,
  isRefused: (orders: number) => Promise<boolean>,
): Promise<number> {
  let [placed, refused] = [0, count];
  while (refused - placed > 1) {
    const middle = (placed + refused) >>> 1;
    if (await isRefused(middle)) refused = middle;
    else placed = middle;
  }
  return refused - 1;
}
