import { type Account, activeSeats, firstSeat, freshSeat, periodsLeft } from './account';
import type { InvoiceLine } from './invoice-line';
import type { Order, Wish } from './order';
import { type Placed, refused } from './placed';
import { granted, quietStep } from './step';
import { topUp } from './top-up';

type WishOf<Kind extends Wish['kind']> = Extract<Wish, { kind: Kind }>;

/** Adds a seat, or one that was removed again: it has its full allowance once a grant period (A6). */
export function addSeat(account: Account, order: Order, wish: WishOf<'add-seat'>): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  const { terms } = subscription;
  if (!terms.perSeat) return refused({ code: 'plan-without-seats', planId: terms.planId });
  const known = account.seats.find((seat) => seat.id === wish.seat);
  if (wish.seat !== null && known === undefined) {
    return refused({ code: 'seat-unknown', seat: wish.seat, known: account.seats.map(idOf) });
  }
  if (known?.active === true) return refused({ code: 'seat-active', seat: known.id });
  const { room } = terms;
  if (activeSeats(account).length >= room) return refused({ code: 'seats-full', room });
  const seat = known ?? freshSeat(`seat-${account.seats.length + 1}`, wish.name);
  const filled = topUp(account, subscription, seat, order, periodsLeft(subscription));
  const seats =
    known === undefined
      ? [...account.seats, filled.seat]
      : account.seats.map((each) => (each.id === seat.id ? filled.seat : each));
  const { cents, cycle, grants } = filled;
  const line: InvoiceLine = {
    id: `${order.id}:seat`,
    at: order.at,
    kind: 'seat',
    name: terms.name,
    seat: seat.id,
    quantity: 1,
    cents,
    credits: granted(grants),
    subscription: subscription.id,
    cycle,
  };
  const lines = cents === 0 ? [] : [line];
  return { kind: 'placed', step: { ...quietStep(order.at, { ...account, seats }), grants, lines } };
}

/** Removes a seat: it keeps its credit to its date and gets no more. */
export function removeSeat(account: Account, order: Order, wish: WishOf<'remove-seat'>): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  const seat = account.seats.find(({ id }) => id === wish.seat);
  if (seat === undefined) {
    return refused({ code: 'seat-unknown', seat: wish.seat, known: account.seats.map(idOf) });
  }
  if (seat.id === firstSeat) return refused({ code: 'seat-needed', seat: seat.id });
  if (!seat.active) return refused({ code: 'seat-removed', seat: seat.id });
  const seats = account.seats.map((each) => (each === seat ? { ...each, active: false } : each));
  return { kind: 'placed', step: quietStep(order.at, { ...account, seats }) };
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}
