import type { RateCard } from '../card/rate-card';
import { add, type Credits, credits, noCredits, priceOf, sum } from '../credits';
import { wholeTimes } from './whole-times';

/** How much is spent: credits in so many days. */
export type Pace = { readonly credits: number; readonly days: number };

/** The part of a pace that one seat spends. */
export type SeatPace = { readonly seat: string; readonly pace: Pace };

/** What a seat charged on a day with one model; of a day, a row each for seat, tool, model and quality. */
export type Use = {
  /** YYYY-MM-DD where the workspace is. */
  readonly day: string;
  readonly seat: string;
  readonly tool: string;
  readonly model: string;
  readonly quality: string;
  /** Images or seconds. */
  readonly units: number;
  readonly credits: Credits;
};

/** How much was spent lately, as far as it can be told. */
export type Habits = {
  /** Whole days that were looked at: at most eight weeks, today not among them. */
  readonly daysSeen: number;
  /** The mean of those days; null with fewer than three of them. */
  readonly usual: Pace | null;
  /** The quietest and the busiest of the weeks; null with fewer than two of them. */
  readonly slow: Pace | null;
  readonly fast: Pace | null;
  /** What each seat spent of it. */
  readonly shares: readonly SeatShare[];
};

export type SeatShare = { readonly seat: string; readonly credits: Credits };

/** How far back habits are read, in days. */
export const habitDays = 56;
const leastDays = 3;
const week = 7;

/**
 * The habits of some seats before `today`, in a workspace begun on `begunOn`. Days without use count: a
 * pace is credits a day, not credits a busy day. With two whole weeks seen or more, only whole weeks count, so that
 * the usual pace never lies outside the slowest and the fastest week.
 */
export function habitsOf(
  use: readonly Use[],
  today: string,
  begunOn: string,
  seats: readonly string[],
): Habits {
  const daysSeen = Math.max(0, Math.min(habitDays, dayNumber(today) - dayNumber(begunOn)));
  const weeks = wholeTimes(week, daysSeen);
  const days = weeks >= 2 ? weeks * week : daysSeen;
  const shares = new Map(seats.map((seat) => [seat, noCredits]));
  const byWeek = Array.from({ length: weeks }, () => noCredits);
  for (const [day, rows] of byDay(use)) {
    const age = dayNumber(today) - dayNumber(day);
    if (age < 1 || age > days) continue;
    const index = wholeTimes(week, age - 1);
    for (const { seat, credits: used } of rows) {
      const share = shares.get(seat);
      if (share === undefined) continue;
      shares.set(seat, add(share, used));
      byWeek[index] = add(byWeek[index] ?? noCredits, used);
    }
  }
  const bounds = weeks >= 2;
  return {
    daysSeen,
    usual: daysSeen < leastDays ? null : { credits: sum(shares.values()), days },
    slow: bounds ? { credits: Math.min(...byWeek), days: week } : null,
    fast: bounds ? { credits: Math.max(...byWeek), days: week } : null,
    shares: [...shares].map(([seat, used]) => ({ seat, credits: used })),
  };
}

/**
 * A pace spread over seats in proportion to what each spent, to the whole credit, the largest remainders
 * first. Where none has spent anything all of it is the working seat's.
 */
export function spread(pace: Pace, shares: readonly SeatShare[], workingSeat: string): SeatPace[] {
  const all = BigInt(sum(shares.map((share) => share.credits)));
  if (all === 0n) return [{ seat: workingSeat, pace }];
  const parts = shares.map(({ seat, credits: share }) => {
    const exact = BigInt(pace.credits) * BigInt(share);
    return { seat, whole: Number(exact / all), rest: exact % all };
  });
  let left = pace.credits - parts.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = parts.toSorted((a, b) => Number(b.rest - a.rest) || (a.seat < b.seat ? -1 : 1));
  const luckier = new Set<string>();
  for (const { seat } of byRest) {
    if (left === 0) break;
    luckier.add(seat);
    left -= 1;
  }
  return parts
    .map(({ seat, whole }) => ({
      seat,
      pace: { credits: whole + (luckier.has(seat) ? 1 : 0), days: pace.days },
    }))
    .filter((part) => part.pace.credits > 0);
}

/** What a pace spends on its `day`th day, from 1: whole credits that add up to it every `pace.days` days. */
export function spentOnDay(pace: Pace, day: number): Credits {
  const until = (days: number) => wholeTimes(pace.days, days * pace.credits);
  return credits(until(day) - until(day - 1));
}

/** A price to try: credits for every `per` units of a model. */
export type TriedPrice = {
  readonly tool: string;
  readonly model: string;
  readonly credits: number;
  readonly per: number;
};

/**
 * Use as it would have been charged at other prices, in proportion to its units. Rounded up to a whole
 * credit once for a day's use of a model, seat by seat and quality by quality: less often than in
 * a bill, where every output is rounded up. What the card gives away stays free (A4, A5).
 */
export function repriced(
  use: readonly Use[],
  prices: readonly TriedPrice[],
  card: RateCard,
): Use[] {
  return use.map((row) => {
    const price = prices.find(({ tool, model }) => tool === row.tool && model === row.model);
    if (price === undefined || isGiven(row, card)) return row;
    return { ...row, credits: priceOf(row.units, credits(price.credits), price.per) };
  });
}

/** A pace that was seen at one price of all use, at another: rounded up to a whole credit. */
export function scaled(pace: Pace, from: readonly Use[], to: readonly Use[]): Pace {
  const before = total(from);
  if (before === 0) return pace;
  return { ...pace, credits: priceOf(pace.credits, total(to), before) };
}

function isGiven({ tool: id, quality }: Use, card: RateCard): boolean {
  const tool = card.tools.find((each) => each.id === id);
  return tool?.metering === 'free' || (tool?.metering === 'quality' && quality === 'basic');
}

function byDay(use: readonly Use[]): Map<string, Use[]> {
  const days = new Map<string, Use[]>();
  for (const row of use) {
    const rows = days.get(row.day);
    if (rows === undefined) days.set(row.day, [row]);
    else rows.push(row);
  }
  return days;
}

function total(use: readonly Use[]): Credits {
  return sum(use.map((row) => row.credits));
}

/** Days since 1970 of a calendar day, for differences between days. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
