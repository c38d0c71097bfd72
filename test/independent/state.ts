import type { AddOn, Plan, RateCard } from '../../src-shared/billing/card/rate-card';
import { hold, type Job, type Lot } from './credit';
import type { Months } from './months';
import type { InvoiceView } from './operations';
import type { Terms } from './terms';

/** The plan that runs, in months of its anchor. */
export type Run = {
  terms: Terms;
  readonly months: Months;
  /** The months with which the running cycle and the running grant period began. */
  cycleMonth: number;
  periodMonth: number;
  nextMonth: number;
  waiting: 'end' | Terms | null;
};

/** An order of units: so many renew, and so many of these only until the next month starts. */
export type Order = {
  readonly addOn: AddOn;
  readonly seat: string;
  count: number;
  cancelled: number;
};

/** The plan as it ran when a seat was billed; its price is that of a whole cycle. */
type Billing = {
  readonly seat: string;
  readonly at: number;
  readonly terms: Terms;
};

export type State = {
  readonly card: RateCard;
  readonly timeZone: string;
  now: number;
  run: Run | null;
  /** Whether `seat-1`, `seat-2`, … are active. */
  seats: boolean[];
  readonly lots: Lot[];
  readonly orders: Order[];
  readonly jobs: Job[];
  readonly usedJobIds: Set<string>;
  readonly invoices: InvoiceView[];
  readonly billings: Billing[];
};

export const seatName = (index: number) => `seat-${index + 1}`;

export function activeSeats({ seats }: State): string[] {
  return seats.flatMap((active, index) => (active ? [seatName(index)] : []));
}

/** Where a seat stands in the list; -1 for one that was never added. */
export function indexOfSeat({ seats }: State, seat: string): number {
  return seats.findIndex((_, index) => seatName(index) === seat);
}

export function isActive(state: State, seat: string): boolean {
  return state.seats[indexOfSeat(state, seat)] === true;
}

/** Lots that have not lapsed. */
export const liveLots = ({ lots }: State) => lots.filter(({ lapsed }) => !lapsed);

export const cycleEnd = ({ months, cycleMonth, terms }: Run) =>
  months(cycleMonth + terms.cycleMonths);

/** When credit that begins now lapses, as its rollover says (B6); `null`: it has no date. */
export function lapseDate(run: Run, rollover: Plan['rollover']): number | null {
  const { periodMonths } = run.terms;
  switch (rollover.kind) {
    case 'none':
      return run.months(run.periodMonth + periodMonths);
    case 'cycles':
      return run.months(run.periodMonth + periodMonths * (1 + rollover.cycles));
    case 'capped':
    case 'all':
      return null;
  }
}

/** Adds a lot that starts now; one of nothing does not exist. */
export function addLot(
  state: State,
  lot: Pick<Lot, 'wallet' | 'source' | 'expiresAt' | 'granted'> & { packCap?: number },
): void {
  if (lot.granted === 0) return;
  const none = { held: 0, spent: 0, expired: 0, lapsed: false };
  state.lots.push({ packCap: null, ...lot, startsAt: state.now, ...none });
}

/** Grants a seat what it lacks of its allowance in this grant period, whatever was done to it. */
export function grantRest(state: State, run: Run, seat: string): void {
  const periodStart = run.months(run.periodMonth);
  const granted = state.lots
    .filter(({ wallet, source, startsAt }) => {
      return wallet === seat && source === 'base' && startsAt >= periodStart;
    })
    .reduce((sum, lot) => sum + lot.granted, 0);
  addLot(state, {
    wallet: seat,
    source: 'base',
    expiresAt: lapseDate(run, run.terms.rollover),
    granted: Math.max(0, run.terms.grant - granted),
  });
}

/**
 * Bills a seat what it has not been billed in this cycle, for the periods left of it, and says how
 * much that is, in cents; `null` where this or an earlier price of the cycle is not known. Billed
 * since the plan last changed, it owes nothing, whatever that was.
 */
export function billRest(state: State, run: Run, seat: string): number | null {
  const { cycleMonth, periodMonth, terms } = run;
  const { priceCents, cycleMonths, periodMonths } = terms;
  const cycleStart = run.months(cycleMonth);
  const earlier = state.billings.filter((one) => one.seat === seat && one.at >= cycleStart);
  if (earlier.some((one) => one.terms === terms)) return 0;
  state.billings.push({ seat, at: state.now, terms });
  if (priceCents === null) return null;
  let billed = 0;
  for (const billing of earlier) {
    if (billing.terms.priceCents === null) return null;
    billed = Math.max(billed, billing.terms.priceCents);
  }
  const periodsLeft = (cycleMonth + cycleMonths - periodMonth) / periodMonths;
  const periods = cycleMonths / periodMonths;
  return Math.ceil((Math.max(0, priceCents - billed) * periodsLeft) / periods);
}

/** Tries every waiting job without a hold, in the order of submission. */
export function holdWaitingJobs(state: State): void {
  for (const job of state.jobs) {
    if (job.state === 'waiting' && job.hold === null) hold(job, state.lots);
  }
}
