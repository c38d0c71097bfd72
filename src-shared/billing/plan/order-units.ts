import type { AddOn, Pack, RateCard } from '../card/rate-card';
import type { LotTerms } from '../lots/lot';
import {
  type Account,
  type CappedPack,
  cycleBounds,
  pool,
  type Subscription,
  seatWallet,
  type Units,
} from './account';
import { grantUnits } from './cross-month';
import type { InvoiceLine } from './invoice-line';
import type { Order, Wish } from './order';
import type { OrderRefusal } from './order-refusal';
import { type Placed, refused } from './placed';
import type { CardAt } from './plan-terms';
import { expiryBy, type Grant, quietStep } from './step';

type WishOf<Kind extends Wish['kind']> = Extract<Wish, { kind: Kind }>;

/** The most units of one order: more would be an accident. */
export const mostUnits = 1_000;

/** Buys add-on units, several at once; they are usable at once and renew by themselves (A10, A11). */
export function buyUnits(
  account: Account,
  order: Order,
  wish: WishOf<'buy-units'>,
  cardAt: CardAt,
): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  const card = cardAt(wish.card);
  const addOn = offeredTo(subscription, card).find(({ id }) => id === wish.addOnId);
  if (addOn === undefined) return refused(notOffered(wish.addOnId, subscription, card));
  if (!isCount(wish.count, mostUnits)) {
    return refused({ code: 'unit-count-invalid', count: wish.count, most: mostUnits });
  }
  const buyer = seatProblem(account, wish.seat);
  if (buyer !== null) return refused(buyer);
  const units: Units = {
    order: order.id,
    addOnId: addOn.id,
    name: addOn.name,
    plans: addOn.plans,
    wallet: walletOf(addOn.wallet, wish.seat),
    creditsEach: addOn.credits,
    centsEach: addOn.priceCents,
    count: wish.count,
    cancelled: 0,
  };
  const { grant, line } = grantUnits(account, subscription, units, {
    at: order.at,
    lotId: `${order.id}:add-on`,
    cause: { kind: 'order', order: order.id },
  });
  const bought = { ...subscription, units: [...subscription.units, units] };
  const step = quietStep(order.at, { ...account, subscription: bought });
  return { kind: 'placed', step: { ...step, grants: [grant], lines: [line] } };
}

/** The add-ons that a card sells to a running plan. */
function offeredTo({ terms }: Subscription, card: RateCard): AddOn[] {
  return card.addOns.filter(({ plans }) => plans.includes(terms.planId));
}

function notOffered(addOnId: string, subscription: Subscription, card: RateCard): OrderRefusal {
  const known = offeredTo(subscription, card).map(({ id }) => id);
  return { code: 'add-on-unknown', addOnId, planId: subscription.terms.planId, known };
}

/** Units that will not renew when the next month starts; their credit stays as it is (A12). */
export function cancelUnits(account: Account, order: Order, wish: WishOf<'cancel-units'>): Placed {
  return countUnits(account, order, wish, (units) => ({
    most: units.count - units.cancelled,
    cancelled: units.cancelled + wish.count,
  }));
}

/** Takes a cancellation back before it has taken effect, while the plan offers the units. */
export function keepUnits(
  account: Account,
  order: Order,
  wish: WishOf<'keep-units'>,
  cardAt: CardAt,
): Placed {
  const { subscription } = account;
  const units = subscription?.units.find((each) => each.order === wish.unit);
  if (subscription && units && !units.plans.includes(subscription.terms.planId)) {
    return refused(notOffered(units.addOnId, subscription, cardAt(subscription.terms.card)));
  }
  return countUnits(account, order, wish, (units) => ({
    most: units.cancelled,
    cancelled: units.cancelled - wish.count,
  }));
}

function countUnits(
  account: Account,
  order: Order,
  wish: WishOf<'cancel-units'> | WishOf<'keep-units'>,
  count: (units: Units) => { readonly most: number; readonly cancelled: number },
): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  const units = subscription.units.find((each) => each.order === wish.unit);
  if (units === undefined) return refused({ code: 'units-unknown', unit: wish.unit });
  const { most, cancelled } = count(units);
  if (!isCount(wish.count, most)) {
    return refused({ code: 'unit-count-invalid', count: wish.count, most });
  }
  const changed = subscription.units.map((each) =>
    each === units ? { ...each, cancelled } : each,
  );
  const step = quietStep(order.at, {
    ...account,
    subscription: { ...subscription, units: changed },
  });
  return { kind: 'placed', step };
}

/** Buys a pack: once, for the buyer's seat or the pool (B5). Whether it is sold yet is asked before. */
export function buyPack(
  account: Account,
  order: Order,
  wish: WishOf<'buy-pack'>,
  cardAt: CardAt,
): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  const { packs } = cardAt(wish.card);
  const pack = packs.find(({ id }) => id === wish.packId);
  if (pack === undefined) {
    const known = packs.map(({ id }) => id);
    return refused({ code: 'pack-unknown', packId: wish.packId, known });
  }
  const buyer = seatProblem(account, wish.seat);
  if (buyer !== null) return refused(buyer);
  const terms = packLot(account, subscription, order, pack, wish.seat);
  const grant: Grant = { terms, cause: { kind: 'order', order: order.id } };
  const line: InvoiceLine = {
    id: `${order.id}:pack`,
    at: order.at,
    kind: 'pack',
    name: pack.name,
    seat: terms.wallet.kind === 'seat' ? terms.wallet.id : null,
    quantity: 1,
    cents: pack.priceCents,
    credits: pack.credits,
    subscription: subscription.id,
    cycle: cycleBounds(account, subscription),
  };
  const capped: CappedPack[] =
    pack.rollover.kind === 'capped' ? [{ lotId: terms.id, cap: pack.rollover.credits }] : [];
  const cappedPacks = [...account.cappedPacks, ...capped];
  const step = quietStep(order.at, { ...account, cappedPacks });
  return { kind: 'placed', step: { ...step, grants: [grant], lines: [line] } };
}

function packLot(
  account: Account,
  subscription: Subscription,
  order: Order,
  pack: Pack,
  seat: string,
): LotTerms {
  return {
    id: `${order.id}:pack`,
    wallet: walletOf(pack.wallet, seat),
    source: 'pack',
    startsAt: order.at,
    expiresAt: expiryBy(pack.rollover, account, subscription),
    granted: pack.credits,
  };
}

function walletOf(kind: 'seat' | 'pool', seat: string): LotTerms['wallet'] {
  return kind === 'pool' ? pool : seatWallet(seat);
}

/** Why a seat can't buy; null when it can. */
function seatProblem(account: Account, id: string): OrderRefusal | null {
  const seat = account.seats.find((each) => each.id === id);
  if (seat === undefined) {
    return { code: 'seat-unknown', seat: id, known: account.seats.map((each) => each.id) };
  }
  return seat.active ? null : { code: 'seat-removed', seat: id };
}

function isCount(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= most;
}
