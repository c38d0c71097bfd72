import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from './instant';

/** One turn of a subscription: credits granted for it lapse at `endsAt`, which is the next start. */
export type BillingCycle = {
  readonly index: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

/**
 * `anchor` plus `months`, counted in the calendar of `timeZone` and clamped to the month's end:
 * an anchor on 31 January gives 28 February and then 31 March. The only date arithmetic of billing,
 * for cycles and for expiry alike (A7, B3).
 */
export function addMonths(anchor: Instant, months: number, timeZone: string): Instant {
  const start = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(timeZone);
  return instant(start.add({ months }, { overflow: 'constrain' }).epochMilliseconds);
}

/** The calendar day of an instant where the workspace is, as YYYY-MM-DD. */
export function dayOf(at: Instant, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDate().toString();
}

/** A calendar day where the workspace is; 23 to 25 hours long. */
export type Day = {
  /** YYYY-MM-DD. */
  readonly name: string;
  readonly startsAt: Instant;
  /** The start of the next day. */
  readonly endsAt: Instant;
};

/** The day in which an instant falls; its name is that of `dayOf`. */
export function dayAround(at: Instant, timeZone: string): Day {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const start = zoned.startOfDay();
  return {
    name: zoned.toPlainDate().toString(),
    startsAt: instant(start.epochMilliseconds),
    endsAt: instant(start.add({ days: 1 }).startOfDay().epochMilliseconds),
  };
}

/** The day of a name, YYYY-MM-DD. */
export function dayNamed(name: string, timeZone: string): Day {
  const start = Temporal.PlainDate.from(name).toZonedDateTime(timeZone);
  return dayAround(instant(start.epochMilliseconds), timeZone);
}

/** The cycle with number `index` (from 0) of a plan that renews every `months` months. */
export function cycleAt(
  anchor: Instant,
  months: number,
  timeZone: string,
  index: number,
): BillingCycle {
  return {
    index,
    startsAt: addMonths(anchor, index * months, timeZone),
    endsAt: addMonths(anchor, (index + 1) * months, timeZone),
  };
}

/** The cycle in which `at` falls; its start belongs to it, its end to the next one. */
export function cycleOf(
  anchor: Instant,
  months: number,
  timeZone: string,
  at: Instant,
): BillingCycle {
  const first = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(timeZone);
  const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const elapsed = (then.year - first.year) * 12 + then.month - first.month;
  let index = Math.max(0, Math.floor(elapsed / months));
  // The estimate by calendar months is at most one too high, or one too low across a time zone's day.
  while (index > 0 && addMonths(anchor, index * months, timeZone) > at) index -= 1;
  while (addMonths(anchor, (index + 1) * months, timeZone) <= at) index += 1;
  return cycleAt(anchor, months, timeZone, index);
}
