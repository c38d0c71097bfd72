import type { Order } from '../plan/order';
import type { OrderRefusal } from '../plan/order-refusal';
import { habitsIn, type Outlook, seatPaces } from './forecast';
import type { Future } from './future';
import { type Pace, repriced, scaled, type TriedPrice } from './pace';
import { simulate } from './simulate';

/** What is changed of how things are. */
export type Changes = {
  /** Orders at their dates, oldest first. */
  readonly orders: readonly Order[];
  /** Null: the usual pace. */
  readonly pace: Pace | null;
  readonly prices: readonly TriedPrice[];
};

/** What would be with the changes, and what would be without them. */
export type WhatIf = {
  readonly changed: Future;
  readonly asItIs: Future;
  /** The pace that each went by; null where too few days were seen, and so nothing was spent. */
  readonly pace: { readonly changed: Pace | null; readonly asItIs: Pace | null };
};

export type WhatIfAnswer =
  | { readonly kind: 'answer'; readonly answer: WhatIf }
  | { readonly kind: 'refused'; readonly order: Order; readonly refusal: OrderRefusal };

/**
 * Tries changes on a copy and sets them beside things as they are. At other prices the same things are made:
 * a pace costs as much more or less as the use that was seen would have. Where none was seen a price
 * changes nothing.
 */
export function whatIf(outlook: Outlook, changes: Changes): WhatIfAnswer {
  const { standing, until, queue, card, cardAt, use } = outlook;
  const tried = changes.prices.length === 0 ? use : repriced(use, changes.prices, card);
  const seen = habitsIn(outlook);
  const habits = {
    asItIs: seen,
    changed: tried === use ? seen : habitsIn({ standing, use: tried }),
  };
  const pace = {
    asItIs: habits.asItIs.usual,
    changed: changes.pace ? scaled(changes.pace, use, tried) : habits.changed.usual,
  };
  const go = (orders: readonly Order[], which: 'changed' | 'asItIs') => {
    const spending = pace[which] ? seatPaces(outlook, habits[which], pace[which]) : [];
    return simulate(standing, { until, orders, spending, queue }, cardAt);
  };
  const changed = go(changes.orders, 'changed');
  if (changed.kind === 'refused') return changed;
  const asItIs = go([], 'asItIs');
  if (asItIs.kind === 'refused') throw new Error('an order was refused where none was placed');
  return { kind: 'answer', answer: { changed: changed.future, asItIs: asItIs.future, pace } };
}
