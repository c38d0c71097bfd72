import { dayOf } from '../billing-cycle';
import type { RateCard } from '../card/rate-card';
import { add, type Credits, noCredits, sum } from '../credits';
import type { Instant } from '../instant';
import type { Entry } from '../lots/entry';
import { activeSeats } from '../plan/account';
import type { CardAt } from '../plan/plan-terms';
import { forecastSentences } from './forecast-sentences';
import type { Forecast, Future, NextLapse, PacedFuture } from './future';
import { type Habits, habitsOf, type Pace, type SeatPace, spread, type Use } from './pace';
import type { Standing } from './rehearsal';
import { type Course, simulate } from './simulate';
import { suggestionsFor } from './suggestions';

/** Where a look ahead starts, how far it goes, and what it goes by. */
export type Outlook = {
  readonly standing: Standing;
  readonly until: Instant;
  readonly queue: Course['queue'];
  /** Use of the eight weeks before, day by day. */
  readonly use: readonly Use[];
  /** Who spends where nobody has spent anything yet. */
  readonly workingSeat: string;
  /** The card that prices go by at the start. */
  readonly card: RateCard;
  readonly cardAt: CardAt;
};

/**
 * What comes if all goes on as it did: by the mean of the last eight weeks, by the quietest and by the busiest
 * of them. The pace is that of the workspace: each active seat spends its part of it, as it did, from its own
 * wallet and the pool; what seats spent that are no longer active is left out.
 */
export function forecast(outlook: Outlook): Forecast {
  const habits = habitsIn(outlook);
  const paced = (pace: Pace | null): PacedFuture | null =>
    pace && { pace, future: futureOf(outlook, seatPaces(outlook, habits, pace)) };
  const futures = {
    daysSeen: habits.daysSeen,
    usual: paced(habits.usual),
    slow: paced(habits.slow),
    fast: paced(habits.fast),
    nextLapse: nextLapse(outlook),
  };
  return { ...futures, sentences: forecastSentences(futures, outlook.standing) };
}

/** How the seats that are active at the start have spent. */
export function habitsIn({ standing, use }: Pick<Outlook, 'standing' | 'use'>): Habits {
  const { at, account } = standing;
  const day = (instant: Instant) => dayOf(instant, account.timeZone);
  const seats = activeSeats(account).map(({ id }) => id);
  return habitsOf(use, day(at), day(account.begunAt), seats);
}

/** A pace spread over the seats as they have spent. */
export function seatPaces(
  { standing, workingSeat }: Pick<Outlook, 'standing' | 'workingSeat'>,
  { shares }: Habits,
  pace: Pace,
): SeatPace[] {
  const active = activeSeats(standing.account).map(({ id }) => id);
  const payer = active.includes(workingSeat) ? workingSeat : (active[0] ?? workingSeat);
  return spread(pace, shares, payer);
}

function futureOf({ standing, until, queue, cardAt }: Outlook, spending: SeatPace[]): Future {
  const simulated = simulate(standing, { until, orders: [], spending, queue }, cardAt);
  if (simulated.kind === 'refused') throw new Error('an order was refused where none was placed');
  return simulated.future;
}

/** The first lapse if nothing is used, and what each wallet's part of it would pay for. */
function nextLapse({ standing, until, queue, card, cardAt }: Outlook): NextLapse | null {
  const simulated = simulate(standing, { until, orders: [], spending: [], queue }, cardAt);
  if (simulated.kind === 'refused') throw new Error('an order was refused where none was placed');
  const { entries } = simulated;
  const at = entries.find(({ kind }) => kind === 'expire')?.at;
  if (at === undefined) return null;
  const purses = new Map<string, Credits>();
  for (const entry of entries.filter((each) => each.kind === 'expire' && each.at === at)) {
    const wallet = walletOf(entry.lotId, standing, entries);
    purses.set(wallet, add(purses.get(wallet) ?? noCredits, entry.credits));
  }
  const amounts = [...purses.values()];
  return { at, credits: sum(amounts), suggestions: suggestionsFor(card, amounts) };
}

/** The wallet of a lot that was there at the start or came on the way. */
function walletOf(lotId: string, { lots }: Standing, entries: readonly Entry[]): string {
  const there = lots.find(({ id }) => id === lotId);
  if (there !== undefined) return there.wallet.id;
  const grant = entries.find((entry) => entry.kind === 'grant' && entry.lotId === lotId);
  if (grant?.kind !== 'grant') throw new Error(`the lot ${lotId} lapses and was never granted`);
  return grant.terms.wallet.id;
}
