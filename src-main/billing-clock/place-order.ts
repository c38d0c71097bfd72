import { packRefusal } from '../../src-shared/billing/card/pack-offer';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { sumOfCents } from '../../src-shared/billing/plan/invoice-line';
import type { Order, Wish } from '../../src-shared/billing/plan/order';
import { placeOrder as plan } from '../../src-shared/billing/plan/place-order';
import type { Step } from '../../src-shared/billing/plan/step';
import type { Refusal } from '../../src-shared/refusal';
import { write } from '../store/write';
import type { BillingClock, BillingClockPorts } from './billing-clock';
import type { NumberedOrder } from './order-store';

export type OrderPorts = Omit<BillingClockPorts, 'holdAnew' | 'post'> & {
  readonly clock: BillingClock;
};

/** A wish with the caller's own id, and the cents that were shown for it; null when nothing was shown. */
export type OrderRequest = {
  readonly orderId: string;
  readonly wish: Wish;
  readonly accepted: { readonly cents: number | null } | null;
};

export type OrderPlaced =
  | { readonly kind: 'placed'; readonly order: NumberedOrder; readonly existed: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Places an order in one transaction with the credit and the bill that come of it, or changes
 * nothing. The same order again answers as it did the first time, a refusal included.
 */
export function placeOrder(
  ports: OrderPorts,
  { orderId, wish, accepted }: OrderRequest,
): OrderPlaced {
  const { orders } = ports.plans;
  const before = orders.order(orderId) ?? orders.refused(orderId);
  if (before !== null) return answerRepeat(before, orderId, wish);
  const planned = planOrder(ports, orderId, wish);
  if (planned.kind === 'refused') return remember(ports, planned);
  const { order, step } = planned;
  const cents = sumOfCents(step.lines.map((line) => line.cents));
  if (accepted !== null && accepted.cents !== cents) {
    return remember(ports, { order, refusal: { code: 'order-price-changed', cents } });
  }
  let placed: NumberedOrder | null = null;
  ports.clock.apply(step, () => {
    placed = orders.add(order);
  });
  if (placed === null) throw new Error('an order was applied without being kept');
  return { kind: 'placed', order: placed, existed: false };
}

export type PlannedOrder =
  | { readonly kind: 'planned'; readonly order: Order; readonly step: Step }
  | { readonly kind: 'refused'; readonly order: Order; readonly refusal: Refusal };

/** What an order would do now; changes nothing but what has fallen due anyway. */
export function planOrder(
  { plans, clock, liveLots }: OrderPorts,
  orderId: string,
  wish: Wish,
): PlannedOrder {
  const at = clock.settledNow();
  const order: Order = { id: orderId, at, wish };
  const placed = plan(plans.account(), order, plans.cardAt);
  if (placed.kind === 'refused') return { ...placed, order };
  if (wish.kind === 'buy-pack') {
    const refusal = packRefusal(plans.cardAt(wish.card), wish.packId, wish.seat, liveLots(), at);
    if (refusal !== null) return { kind: 'refused', order, refusal };
  }
  return { kind: 'planned', order, step: placed.step };
}

/** Keeps a card that an order is about to name. */
export function keepCard({ database, plans }: OrderPorts, card: RateCard): void {
  if (plans.cards.card(card) === null) write(database, () => plans.cards.keep(card));
}

function answerRepeat(
  before: NumberedOrder | { wish: Wish; refusal: Refusal },
  orderId: string,
  wish: Wish,
): OrderPlaced {
  const field = differingField(before.wish, wish);
  if (field !== null) {
    return { kind: 'refused', refusal: { code: 'order-differs', orderId, field } };
  }
  if ('refusal' in before) return { kind: 'refused', refusal: before.refusal };
  return { kind: 'placed', order: before, existed: true };
}

/** The first thing that a person chose in which a repeat differs; what Tally adds by itself may have changed meanwhile. */
function differingField(before: Wish, repeated: Wish): string | null {
  if (before.kind !== repeated.kind) return 'kind';
  const kept = new Map(Object.entries(before));
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(kept.get(field)) !== JSON.stringify(value);
  const chosen = Object.entries(repeated).filter(([field]) => !isAddedByTally(repeated, field));
  return chosen.find(differs)?.[0] ?? null;
}

/** The card of the day, the time zone, and the seat of whoever buys; which seat is added or removed is chosen. */
function isAddedByTally({ kind }: Wish, field: string): boolean {
  const isPurchase = kind === 'buy-units' || kind === 'buy-pack';
  return field === 'card' || field === 'timeZone' || (field === 'seat' && isPurchase);
}

/** A refused id stays refused: a late second click must not order what a first one could not. */
function remember(
  { database, plans }: OrderPorts,
  { order, refusal }: { order: Order; refusal: Refusal },
): OrderPlaced {
  write(database, () => plans.orders.addRefused(order, refusal));
  return { kind: 'refused', refusal };
}
