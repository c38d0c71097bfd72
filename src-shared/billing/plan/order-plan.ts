import {
  type Account,
  activeSeats,
  freshSeat,
  periodsLeft,
  type Seat,
  type Subscription,
} from './account';
import { fillMonth } from './cross-month';
import { sumOfCents } from './invoice-line';
import type { Order, Wish } from './order';
import { type Placed, refused } from './placed';
import {
  type CardAt,
  type CardRef,
  compareVersions,
  mostSeats,
  type PlanTerms,
  termsOf,
} from './plan-terms';
import { granted, quietStep } from './step';
import { topUp } from './top-up';

type WishOf<Kind extends Wish['kind']> = Extract<Wish, { kind: Kind }>;

/** Starts a plan from this instant on: its anchor, its first cycle, its first grant (A6, B3). */
export function startPlan(
  account: Account,
  { at }: Order,
  wish: WishOf<'start-plan'>,
  cardAt: CardAt,
): Placed {
  if (account.subscription !== null) {
    return refused({ code: 'plan-running', planId: account.subscription.terms.planId });
  }
  const chosen = termsOf(cardAt(wish.card), wish);
  if (chosen.kind === 'refused') return chosen;
  const { terms } = chosen;
  const seats = terms.contract ? terms.room : wish.seats;
  const most = terms.perSeat ? mostSeats : 1;
  if (!Number.isInteger(seats) || seats < 1 || seats > most) {
    return refused({ code: 'seats-invalid', seats, most });
  }
  const started = account.started + 1;
  const subscription: Subscription = {
    id: `subscription-${started}`,
    anchor: at,
    terms,
    cycleStart: 0,
    periodStart: 0,
    month: 0,
    units: [],
    waiting: null,
  };
  const begun: Account = {
    ...account,
    timeZone: wish.timeZone,
    cards: cardsWith(account.cards, wish.card),
    started,
    begunAt: started === 1 ? at : account.begunAt,
    seats: firstSeats(account.seats, seats),
    subscription,
  };
  // Whatever base credit there was has lapsed with the last plan; packs with a cap have not.
  const lapse = { kind: 'period', rollover: { kind: 'all' } } as const;
  const step = fillMonth(begun, at, { cycleEnds: true, periodEnds: true, lapse });
  return { kind: 'placed', step };
}

function cardsWith(cards: readonly CardRef[], card: CardRef): readonly CardRef[] {
  const same = cards.filter(({ id }) => id === card.id);
  if (same.some(({ version }) => version === card.version)) return same;
  return [...same, card].toSorted((a, b) => compareVersions(a.version, b.version));
}

/** The first `count` seats active, as if nothing had been granted or billed; others keep their names. */
function firstSeats(seats: readonly Seat[], count: number): Seat[] {
  const known = seats.map((seat, index) => ({
    ...freshSeat(seat.id, seat.name),
    active: index < count,
  }));
  for (let number = known.length + 1; number <= count; number += 1) {
    known.push(freshSeat(`seat-${number}`, ''));
  }
  return known;
}

/** An upgrade takes effect at once and tops up; every other change waits for the end of the cycle. */
export function changePlan(
  account: Account,
  order: Order,
  wish: WishOf<'change-plan'>,
  cardAt: CardAt,
): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  const { terms: running, waiting } = subscription;
  const chosen = termsOf(cardAt(wish.card), wish);
  if (chosen.kind === 'refused') return chosen;
  const { terms } = chosen;
  const { planId, cadence } = terms;
  if (running.planId === planId && running.cadence === cadence) {
    if (waiting !== null) return keepPlan(account, order);
    if (running.contract) return refused({ code: 'contract-running', planId });
    return refused({ code: 'plan-unchanged', planId, cadence });
  }
  if (isUpgrade(account, running, terms)) {
    return upgrade(account, subscription, terms, order);
  }
  const changed: Subscription = { ...subscription, waiting: { kind: 'change', terms } };
  return placed(account, changed, order);
}

/** Whether a change gives each seat more at once, for the rest of the running grant period. */
export function isUpgrade(account: Account, running: PlanTerms, terms: PlanTerms): boolean {
  return (
    terms.cadence === running.cadence &&
    terms.grant.everyMonths === running.grant.everyMonths &&
    terms.grant.credits > running.grant.credits &&
    (terms.perSeat || !running.perSeat) &&
    activeSeats(account).length <= terms.room
  );
}

function upgrade(
  account: Account,
  subscription: Subscription,
  terms: PlanTerms,
  order: Order,
): Placed {
  const units = subscription.units.map((each) =>
    each.plans.includes(terms.planId) ? each : { ...each, cancelled: each.count },
  );
  const upgraded: Subscription = { ...subscription, terms, units, waiting: null };
  const share = periodsLeft(upgraded);
  const active = activeSeats(account);
  const topUps = active.map((seat) => topUp(account, upgraded, billedBefore(seat), order, share));
  const grants = topUps.flatMap(({ grants }) => grants);
  const seats = account.seats.map(
    (seat) => topUps.find((each) => each.seat.id === seat.id)?.seat ?? billedBefore(seat),
  );
  const cents = sumOfCents(topUps.map((each) => each.cents));
  const changed = { ...account, seats, subscription: upgraded };
  const line = {
    id: `${order.id}:upgrade`,
    at: order.at,
    kind: 'upgrade',
    name: terms.name,
    seat: null,
    quantity: active.length,
    cents,
    credits: granted(grants),
    subscription: subscription.id,
    cycle: topUps[0]?.cycle ?? neverEmpty(),
  } as const;
  return {
    kind: 'placed',
    step: { ...quietStep(order.at, changed), grants, lines: [line] },
  };
}

/** A seat whose bill of this cycle was by terms that no longer run. */
function billedBefore(seat: Seat): Seat {
  return { ...seat, billed: seat.billed && { ...seat.billed, byTermsNow: false } };
}

function neverEmpty(): never {
  throw new Error('a plan runs without a seat');
}

/** Ends the plan with its cycle; credit and renewals go on until then (A12, A13). */
export function endPlan(account: Account, order: Order): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  if (subscription.waiting?.kind === 'end') return refused({ code: 'plan-ending' });
  return placed(account, { ...subscription, waiting: { kind: 'end' } }, order);
}

/** Takes back what waits for the end of the cycle. */
export function keepPlan(account: Account, order: Order): Placed {
  const { subscription } = account;
  if (subscription === null) return refused({ code: 'plan-not-running' });
  if (subscription.waiting === null) return refused({ code: 'nothing-waiting' });
  return placed(account, { ...subscription, waiting: null }, order);
}

function placed(account: Account, subscription: Subscription, order: Order): Placed {
  return { kind: 'placed', step: quietStep(order.at, { ...account, subscription }) };
}
