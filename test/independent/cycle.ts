import { cutDown } from './credit';
import type { InvoiceView } from './operations';
import {
  activeSeats,
  addLot,
  cycleEnd,
  isActive,
  lapseDate,
  liveLots,
  type Order,
  type Run,
  type State,
} from './state';
import type { Terms } from './terms';

export function addInvoice(state: State, line: Omit<InvoiceView, 'at'>): void {
  state.invoices.push({ at: state.now, ...line });
}

const times = (priceCents: number | null, count: number) =>
  priceCents === null ? null : priceCents * count;

/** Bills a new cycle of the plan, for every active seat. */
export function beginCycle(state: State, run: Run, month: number): void {
  run.cycleMonth = month;
  const { priceCents } = run.terms;
  const seats = activeSeats(state);
  for (const seat of seats) state.billings.push({ seat, at: state.now, terms: run.terms });
  const cents = times(priceCents, seats.length);
  addInvoice(state, { kind: 'plan', cents, quantity: seats.length });
}

/** Cuts packs down to their caps, and grants every active seat its allowance (A6, A7, B3). */
export function beginPeriod(state: State, run: Run, month: number): void {
  for (const lot of liveLots(state)) {
    if (lot.packCap !== null) cutDown([lot], lot.packCap);
  }
  run.periodMonth = month;
  const { grant, rollover } = run.terms;
  const expiresAt = lapseDate(run, rollover);
  for (const wallet of activeSeats(state)) {
    addLot(state, { wallet, source: 'base', expiresAt, granted: grant });
  }
}

/** The cycle that now begins is one of another plan. */
export function changeTo(state: State, run: Run, terms: Terms): void {
  run.terms = terms;
  run.waiting = null;
  while (activeSeats(state).length > terms.room) {
    state.seats[state.seats.lastIndexOf(true)] = false;
  }
  endUnits(state, (order) => !order.addOn.plans.includes(terms.planId));
}

export function endUnits(state: State, ends: (order: Order) => boolean): void {
  for (const order of state.orders.filter(ends)) {
    order.count = 0;
    order.cancelled = 0;
  }
}

/** Grants and bills the units of an order that renew (A11). */
export function grantUnits(state: State, run: Run, { addOn, seat, count }: Order): void {
  addLot(state, {
    wallet: addOn.wallet === 'pool' ? 'pool' : seat,
    source: 'add-on',
    expiresAt: cycleEnd(run),
    granted: addOn.credits * count,
  });
  addInvoice(state, { kind: 'units', cents: times(addOn.priceCents, count), quantity: count });
}

/** Cancelled units are over now (A12), and so are those of a seat that was removed. */
export function renewUnits(state: State, run: Run): void {
  for (const order of state.orders) {
    order.count -= order.cancelled;
    order.cancelled = 0;
    if (order.addOn.wallet === 'seat' && !isActive(state, order.seat)) order.count = 0;
    if (order.count > 0) grantUnits(state, run, order);
  }
}
