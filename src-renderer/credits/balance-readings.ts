import type { Credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { Forecast } from '../../src-shared/contract/forecast';
import type { BalancePoint, BalanceTurn } from '../../src-shared/contract/insight';
import type { DatesIn } from '../ui/dates-in';
import { formatCount, formatCredits } from '../ui/figures';
import { creditAt, lastOfEach } from './future-points';

/** What a plot of the balance says of one instant: what was, or what may come. */
export type BalanceReading =
  | ({ readonly kind: 'was' } & BalancePoint)
  | {
      readonly kind: 'may-be';
      readonly at: Instant;
      readonly available: Credits;
      /** After busy and after quiet weeks; null where too little was seen to tell. */
      readonly bounds: { readonly least: Credits; readonly most: Credits } | null;
    };

/** All that can be read off a plot, oldest first. */
export function balanceReadings(
  points: readonly BalancePoint[],
  forecast: Forecast | null,
  until: Instant,
): BalanceReading[] {
  const was = points.map((point): BalanceReading => ({ kind: 'was', ...point }));
  const now = points.at(-1)?.at;
  if (now === undefined || forecast === null || forecast.usual === null) return was;
  const { usual, slow, fast } = forecast;
  const coming = lastOfEach(usual.future.points).filter(({ at }) => at > now && at <= until);
  const mayBe = coming.map(({ at, available }): BalanceReading => {
    const ends = [slow, fast].flatMap((paced) => (paced ? [paced.future.points] : []));
    const amounts = [available, ...ends.map((each) => creditAt(each, at))];
    const bounds = ends.length < 2 ? null : { least: smallest(amounts), most: largest(amounts) };
    return { kind: 'may-be', at, available, bounds };
  });
  return [...was, ...mayBe];
}

function smallest(amounts: readonly Credits[]): Credits {
  return amounts.reduce((least, amount) => (amount < least ? amount : least));
}

function largest(amounts: readonly Credits[]): Credits {
  return amounts.reduce((most, amount) => (amount > most ? amount : most));
}

/** One reading in words, as a screen reader says it. */
export function readingText(reading: BalanceReading, dates: DatesIn): string {
  if (reading.kind === 'was') {
    const { at, available, held } = reading;
    return `${dates.moment(at)}: ${formatCredits(available)} available, ${formatCount(held)} held`;
  }
  const { at, available, bounds } = reading;
  const between =
    bounds === null || bounds.least === bounds.most
      ? ''
      : `, from ${formatCount(bounds.least)} to ${formatCount(bounds.most)}`;
  return `${dates.day(at)}: about ${formatCredits(available)} expected${between}`;
}

/** A row of the table that says the same as the plot. */
export type BalanceRow =
  | { readonly kind: 'reading'; readonly reading: BalanceReading }
  | { readonly kind: 'turn'; readonly turn: BalanceTurn };

const mostReadings = 60;

/** The last reading of a day, or of every so many days where they are many, and each turn; oldest first. */
export function balanceRows(
  readings: readonly BalanceReading[],
  turns: readonly BalanceTurn[],
  { dayName }: Pick<DatesIn, 'dayName'>,
): BalanceRow[] {
  const lastOfDays = readings.filter(({ at }, place) => {
    const next = readings[place + 1];
    return next === undefined || dayName(next.at) !== dayName(at);
  });
  const every = Math.ceil(lastOfDays.length / mostReadings);
  const shown = lastOfDays.filter((_, place) => (lastOfDays.length - 1 - place) % every === 0);
  const rows: BalanceRow[] = [
    ...shown.map((reading): BalanceRow => ({ kind: 'reading', reading })),
    ...turns.map((turn): BalanceRow => ({ kind: 'turn', turn })),
  ];
  return rows.toSorted((a, b) => instantOf(a) - instantOf(b));
}

function instantOf(row: BalanceRow): Instant {
  return row.kind === 'turn' ? row.turn.at : row.reading.at;
}
