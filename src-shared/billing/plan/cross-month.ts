import { noCredits, times } from '../credits';
import type { Instant } from '../instant';
import {
  type Account,
  activeSeats,
  cycleBounds,
  monthStart,
  type Seat,
  type Subscription,
  seatWallet,
  type Units,
} from './account';
import type { InvoiceLine } from './invoice-line';
import { cycleMonths, type PlanTerms } from './plan-terms';
import { baseExpiry, type Grant, granted, type Lapse, type Step } from './step';

/** When the next month of the running plan starts; null while none runs. */
export function nextMonthAt(account: Account): Instant | null {
  const { subscription } = account;
  return subscription && monthStart(account, subscription, subscription.month + 1);
}

/**
 * The start of the next month of the running plan: what was cancelled ends, what waited takes effect, the
 * cycle is billed and credit comes (A6–A8, A11–A13, B3, B4). Throws while no plan runs.
 */
export function crossMonth(account: Account): Step {
  const { subscription } = account;
  if (subscription === null) throw new Error('no plan runs, so no month of one can start');
  const month = subscription.month + 1;
  const at = monthStart(account, subscription, month);
  const { terms, waiting, cycleStart, periodStart } = subscription;
  const cycleEnds = month === cycleStart + cycleMonths(terms.cadence);
  const periodEnds = month === periodStart + terms.grant.everyMonths;
  if (cycleEnds && waiting?.kind === 'end') return endPlan(account, at);
  const next: Subscription = {
    ...subscription,
    month,
    cycleStart: cycleEnds ? month : cycleStart,
    periodStart: periodEnds ? month : periodStart,
    terms: cycleEnds && waiting?.kind === 'change' ? waiting.terms : terms,
    waiting: cycleEnds ? null : waiting,
  };
  const lapse: Lapse | null = periodEnds ? { kind: 'period', rollover: terms.rollover } : null;
  const seats = account.seats.map((seat) => ({
    ...seat,
    granted: periodEnds ? noCredits : seat.granted,
    billed: cycleEnds ? null : seat.billed,
  }));
  const opened = { ...account, seats: withinRoom(seats, next.terms), subscription: next };
  const renewed = { ...next, units: renewedUnits(opened, next) };
  return fillMonth({ ...opened, subscription: renewed }, at, { cycleEnds, periodEnds, lapse });
}

/** No more active seats than a plan has room for: those with the highest numbers go. */
function withinRoom(seats: readonly Seat[], { room }: PlanTerms): Seat[] {
  let left = room;
  return seats.map((seat) => {
    if (!seat.active) return seat;
    left -= 1;
    return left >= 0 ? seat : { ...seat, active: false };
  });
}

/** Bills and grants what starts with a month; also the first month of a plan. */
export function fillMonth(
  account: Account,
  at: Instant,
  starts: {
    readonly cycleEnds: boolean;
    readonly periodEnds: boolean;
    readonly lapse: Lapse | null;
  },
): Step {
  const { subscription } = account;
  if (subscription === null) throw new Error('no plan runs, so none can be filled');
  const { cycleEnds, periodEnds, lapse } = starts;
  const base = periodEnds ? baseGrants(account, subscription, at) : [];
  const renewals = unitRenewals(account, subscription, at);
  const lines: InvoiceLine[] = cycleEnds ? [planLine(account, subscription, at, base)] : [];
  const { grant, priceCents } = subscription.terms;
  const seats = account.seats.map((seat) =>
    seat.active
      ? {
          ...seat,
          granted: periodEnds ? grant.credits : seat.granted,
          billed: cycleEnds ? { cents: priceCents, byTermsNow: true } : seat.billed,
        }
      : seat,
  );
  const lapsedBefore =
    lapse?.kind === 'period' && lapse.rollover.kind === 'none'
      ? { ...account.lapsedBefore, base: at }
      : account.lapsedBefore;
  return {
    at,
    account: { ...account, seats, lapsedBefore },
    lapse,
    grants: [...base, ...renewals.map(({ grant }) => grant)],
    lines: [...lines, ...renewals.map(({ line }) => line)],
  };
}

function endPlan(account: Account, at: Instant): Step {
  const seats = account.seats.map((seat): Seat => ({ ...seat, granted: noCredits, billed: null }));
  const lapsedBefore = { base: at, addOn: at };
  return {
    at,
    account: { ...account, seats, subscription: null, lapsedBefore },
    lapse: { kind: 'end' },
    grants: [],
    lines: [],
  };
}

/** Units that were not cancelled, that the plan offers and whose seat has not been removed (A12). */
function renewedUnits(account: Account, { terms, units }: Subscription): Units[] {
  const active = new Set(activeSeats(account).map(({ id }) => id));
  return units.flatMap((each) => {
    const isWanted = each.wallet.kind === 'pool' || active.has(each.wallet.id);
    const count = each.count - each.cancelled;
    if (count === 0 || !isWanted || !each.plans.includes(terms.planId)) return [];
    return [{ ...each, count, cancelled: 0 }];
  });
}

function baseGrants(account: Account, subscription: Subscription, at: Instant): Grant[] {
  const { id, month, terms } = subscription;
  const expiresAt = baseExpiry(account, subscription);
  return activeSeats(account).map((seat) => ({
    terms: {
      id: `${id}:${month}:base:${seat.id}`,
      wallet: seatWallet(seat.id),
      source: 'base',
      startsAt: at,
      expiresAt,
      granted: terms.grant.credits,
    },
    cause: { kind: 'cycle', subscription: id, index: month },
  }));
}

function planLine(
  account: Account,
  subscription: Subscription,
  at: Instant,
  base: readonly Grant[],
): InvoiceLine {
  const { id, month, terms } = subscription;
  const quantity = activeSeats(account).length;
  return {
    id: `${id}:${month}:plan`,
    at,
    kind: 'plan',
    name: terms.name,
    seat: null,
    quantity,
    cents: terms.priceCents === null ? null : terms.priceCents * quantity,
    credits: granted(base),
    subscription: id,
    cycle: cycleBounds(account, subscription),
  };
}

function unitRenewals(
  account: Account,
  subscription: Subscription,
  at: Instant,
): { grant: Grant; line: InvoiceLine }[] {
  const { id, month } = subscription;
  return subscription.units.map((units) =>
    grantUnits(account, subscription, units, {
      at,
      lotId: `${id}:${month}:add-on:${units.order}`,
      cause: { kind: 'cycle', subscription: id, index: month },
    }),
  );
}

/** The credit and the bill of a purchase's units, at the purchase and at each renewal (A10, A11). */
export function grantUnits(
  account: Account,
  subscription: Subscription,
  units: Units,
  { at, lotId, cause }: { at: Instant; lotId: string; cause: Grant['cause'] },
): { grant: Grant; line: InvoiceLine } {
  const cycle = cycleBounds(account, subscription);
  const { count, creditsEach, centsEach, wallet, name } = units;
  const amount = times(creditsEach, count);
  return {
    grant: {
      terms: {
        id: lotId,
        wallet,
        source: 'add-on',
        startsAt: at,
        expiresAt: cycle.endsAt,
        granted: amount,
      },
      cause,
    },
    line: {
      id: lotId,
      at,
      kind: 'units',
      name,
      seat: wallet.kind === 'seat' ? wallet.id : null,
      quantity: count,
      cents: centsEach === null ? null : centsEach * count,
      credits: amount,
      subscription: subscription.id,
      cycle,
    },
  };
}
