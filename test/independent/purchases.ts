import { available } from './credit';
import { addInvoice, grantUnits } from './cycle';
import type { Outcome } from './operations';
import { addLot, isActive, lapseDate, type Order, type State } from './state';
import { cheapestOutput, wholeBetween } from './terms';

/** Orders units, granted and billed at once (A10, A11). */
export function buyUnits(state: State, addOnId: string, count: number, seat: string): Outcome {
  const { run } = state;
  const addOn = state.card.addOns.find(({ id }) => id === addOnId);
  if (run === null || addOn === undefined || !addOn.plans.includes(run.terms.planId)) {
    return 'refused';
  }
  if (!wholeBetween(count, 1, 1000) || !isActive(state, seat)) return 'refused';
  const order: Order = { addOn, seat, count, cancelled: 0 };
  state.orders.push(order);
  grantUnits(state, run, order);
  return 'accepted';
}

/** From the next month on, so many units of an order do not renew (A12). */
export function cancelUnits(state: State, unit: number, count: number): Outcome {
  const order = state.orders[unit];
  if (order === undefined || !wholeBetween(count, 1, order.count - order.cancelled))
    return 'refused';
  order.cancelled += count;
  return 'accepted';
}

/** Takes a cancellation back, while the plan offers the unit. */
export function keepUnits(state: State, unit: number, count: number): Outcome {
  const { run } = state;
  const order = state.orders[unit];
  if (order === undefined || !wholeBetween(count, 1, order.cancelled)) return 'refused';
  if (run === null || !order.addOn.plans.includes(run.terms.planId)) return 'refused';
  order.cancelled -= count;
  return 'accepted';
}

/** Buys a pack; some are sold only when the allowance is used up (B5). */
export function buyPack(state: State, packId: string, seat: string): Outcome {
  const { run } = state;
  const pack = state.card.packs.find(({ id }) => id === packId);
  if (run === null || pack === undefined || !isActive(state, seat)) return 'refused';
  const allowance = state.lots
    .filter(({ wallet, source }) => wallet === seat && source === 'base')
    .reduce((sum, lot) => sum + available(lot), 0);
  if (pack.onlyWhenUsedUp && allowance >= cheapestOutput(state.card)) return 'refused';
  addLot(state, {
    wallet: pack.wallet === 'pool' ? 'pool' : seat,
    source: 'pack',
    expiresAt: lapseDate(run, pack.rollover),
    granted: pack.credits,
    ...(pack.rollover.kind === 'capped' ? { packCap: pack.rollover.credits } : {}),
  });
  addInvoice(state, { kind: 'pack', cents: pack.priceCents, quantity: 1 });
  return 'accepted';
}
