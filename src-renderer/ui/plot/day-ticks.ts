import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from '../../../src-shared/billing/instant';

export type DayTick = { readonly at: Instant; readonly label: string };

/** How far apart ticks may stand, the nearest first. */
const steps = [
  { days: 1 },
  { days: 2 },
  { weeks: 1 },
  { weeks: 2 },
  { months: 1 },
  { months: 2 },
  { months: 3 },
  { months: 6 },
  { years: 1 },
  { years: 2 },
  { years: 5 },
] as const;

/**
 * Starts of days, where the workspace is, between two instants: as many as there is room for, at days that
 * a person would choose. A year is said where it begins, and by every tick where ticks are years.
 */
export function dayTicks(from: Instant, until: Instant, timeZone: string, most: number): DayTick[] {
  for (const step of steps) {
    const days = daysEvery(step, from, until, timeZone, most);
    if (days === null) continue;
    return days.map((day, place) => ({
      at: instant(day.epochMilliseconds),
      label: labelOf(day, step, days[place - 1] ?? null),
    }));
  }
  return [];
}

type Step = (typeof steps)[number];

/** The days of one step; null when they are more than there is room for. */
function daysEvery(
  step: Step,
  from: Instant,
  until: Instant,
  timeZone: string,
  most: number,
): Temporal.ZonedDateTime[] | null {
  const days: Temporal.ZonedDateTime[] = [];
  let day = firstDay(step, from, timeZone);
  while (day.epochMilliseconds <= until) {
    if (day.epochMilliseconds >= from) days.push(day);
    if (days.length > most) return null;
    day = day.add(step);
  }
  return days;
}

/** Weeks begin on Monday, months on the first, and years in January. */
function firstDay(step: Step, from: Instant, timeZone: string): Temporal.ZonedDateTime {
  const day = Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(timeZone)
    .startOfDay();
  if ('weeks' in step) return day.subtract({ days: day.dayOfWeek - 1 });
  if ('months' in step) {
    const month = day.month - 1;
    return day.with({ day: 1, month: month - (month % step.months) + 1 });
  }
  if ('years' in step)
    return day.with({ day: 1, month: 1, year: day.year - (day.year % step.years) });
  return day;
}

function labelOf(
  day: Temporal.ZonedDateTime,
  step: Step,
  before: Temporal.ZonedDateTime | null,
): string {
  if ('years' in step) return String(day.year);
  const options = 'months' in step ? {} : ({ day: 'numeric' } as const);
  const text = day.toPlainDate().toLocaleString('en-GB', { month: 'short', ...options });
  const isNewYear = before !== null && before.year !== day.year;
  return isNewYear ? `${text} ${day.year}` : text;
}
