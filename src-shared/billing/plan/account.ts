import { addMonths, dayOf } from '../billing-cycle';
import { type Credits, noCredits } from '../credits';
import { type Instant, instant } from '../instant';
import type { LotTerms } from '../lots/lot';
import { type CardRef, cycleMonths, type PlanTerms } from './plan-terms';

/** One seat that there ever was; its own wallet has its id. */
export type Seat = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** Base credit granted to it in the running grant period, also before it was removed. */
  readonly granted: Credits;
  /** What it was billed at in the running cycle, in cents a cycle; null when it was not billed. */
  readonly billed: {
    readonly cents: number | null;
    /** Whether that was by the terms that run now. */
    readonly byTermsNow: boolean;
  } | null;
};

/** Add-on units of one purchase: they renew together, at the terms of that day (A10, A11). */
export type Units = {
  /** The order that bought them. */
  readonly order: string;
  readonly addOnId: string;
  readonly name: string;
  /** The plans that it was offered for: under any other one it ends. */
  readonly plans: readonly string[];
  readonly wallet: LotTerms['wallet'];
  readonly creditsEach: Credits;
  readonly centsEach: number | null;
  /** How many there are until the next month starts. */
  readonly count: number;
  /** How many of them do not renew then. */
  readonly cancelled: number;
};

/** What waits for the end of the billing cycle. */
export type Waiting =
  | { readonly kind: 'end' }
  | { readonly kind: 'change'; readonly terms: PlanTerms };

/** A running plan. Months are counted from the anchor; 0 is the first. */
export type Subscription = {
  readonly id: string;
  readonly anchor: Instant;
  readonly terms: PlanTerms;
  /** The months in which the running billing cycle and grant period started, and the running month. */
  readonly cycleStart: number;
  readonly periodStart: number;
  readonly month: number;
  readonly units: readonly Units[];
  readonly waiting: Waiting | null;
};

/** A pack that rolls over up to a cap, cut at every start of a grant period (B6). */
export type CappedPack = { readonly lotId: string; readonly cap: Credits };

/**
 * What all orders so far and the time add up to: a pure function of both, so that it can be worked
 * out anew for any instant, and on a copy for what might be.
 */
export type Account = {
  readonly timeZone: string;
  /** Every version of the card in use that was taken up, oldest first. */
  readonly cards: readonly CardRef[];
  readonly seats: readonly Seat[];
  /** When the first plan started; meaningless before. */
  readonly begunAt: Instant;
  /** How many plans have been started so far; their ids are counted. */
  readonly started: number;
  /** Null before the first plan and after the end of one. */
  readonly subscription: Subscription | null;
  readonly cappedPacks: readonly CappedPack[];
  /** Base and add-on lots that started before these instants have lapsed, whatever their date. */
  readonly lapsedBefore: { readonly base: Instant; readonly addOn: Instant };
};

const longAgo = instant(-8.64e15);

export const emptyAccount: Account = {
  timeZone: 'UTC',
  cards: [],
  seats: [],
  begunAt: longAgo,
  started: 0,
  subscription: null,
  cappedPacks: [],
  lapsedBefore: { base: longAgo, addOn: longAgo },
};

/** The seat of whoever starts a plan; it can't be removed. */
export const firstSeat = 'seat-1';
/** The wallet that every seat may spend from. */
export const pool = { id: 'pool', kind: 'pool' } as const;

export function seatWallet(seat: string): LotTerms['wallet'] {
  return { id: seat, kind: 'seat' };
}

export function activeSeats(account: Account): Seat[] {
  return account.seats.filter((seat) => seat.active);
}

/** When a month of a plan starts (A7, B3). */
export function monthStart(account: Account, subscription: Subscription, month: number): Instant {
  return addMonths(subscription.anchor, month, account.timeZone);
}

/** The running billing cycle: what was billed for it ends with it. */
export function cycleBounds(
  account: Account,
  subscription: Subscription,
): { startsAt: Instant; endsAt: Instant } {
  const { cycleStart, terms } = subscription;
  return {
    startsAt: monthStart(account, subscription, cycleStart),
    endsAt: monthStart(account, subscription, cycleStart + cycleMonths(terms.cadence)),
  };
}

/** The running grant period: base credit comes at its start and, without rollover, lapses at its end (A8). */
export function periodBounds(
  account: Account,
  subscription: Subscription,
): { startsAt: Instant; endsAt: Instant } {
  const { periodStart, terms } = subscription;
  return {
    startsAt: monthStart(account, subscription, periodStart),
    endsAt: monthStart(account, subscription, periodStart + terms.grant.everyMonths),
  };
}

/** Grant periods left in the cycle, the running one included, and all of a cycle. */
export function periodsLeft(subscription: Subscription): { left: number; of: number } {
  const { cycleStart, periodStart, terms } = subscription;
  const { everyMonths } = terms.grant;
  const of = cycleMonths(terms.cadence) / everyMonths;
  return { left: of - (periodStart - cycleStart) / everyMonths, of };
}

/** The version of the card that prices go by at `at`: the newest whose date has come; null before any plan. */
export function cardInUse(account: Account, at: Instant): CardRef | null {
  const today = dayOf(at, account.timeZone);
  const dated = account.cards.filter((card) => card.version.slice(0, 10) <= today);
  return dated.at(-1) ?? account.cards[0] ?? null;
}

/** From when on a lot's credit is lost: its own date, or the end of what promised a later one (B6, A13). */
export function lapseOf(account: Account, lot: LotTerms): Instant {
  const { base, addOn } = account.lapsedBefore;
  const before = lot.source === 'base' ? base : lot.source === 'add-on' ? addOn : longAgo;
  return lot.startsAt < before && before < lot.expiresAt ? before : lot.expiresAt;
}

/** A seat as it is before anything was granted to it or billed for it. */
export function freshSeat(id: string, name: string): Seat {
  return { id, name, active: true, granted: noCredits, billed: null };
}
