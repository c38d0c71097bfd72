import { Temporal } from 'temporal-polyfill';
import { addMonths } from '../../src-shared/billing/billing-cycle';
import { type Instant, instant, parseInstant } from '../../src-shared/billing/instant';

/** What a moment is counted from, and where days begin. */
export type Here = { readonly now: Instant; readonly timeZone: string };

/** How moments are written, as the end of a sentence. */
export const comingForms = 'such as 2027-01-31T10:00:00Z, 2027-01-31 or +3months';
export const pastForms = 'such as 2027-01-31T10:00:00Z, 2027-01-31 or -3days';

/**
 * Reads a moment: an ISO 8601 instant, the start of a day where the workspace is, or a span from now:
 * `+1month`, `-3days`. Months are counted as billing counts them (A7, B3). Null when it is none, or
 * outside the years 1 to 9999.
 */
export function parseMoment(text: string, { now, timeZone }: Here): Instant | null {
  const span = /^([+-]\d{1,4})(minute|hour|day|week|month|year)s?$/.exec(text);
  const [, count, unit] = span ?? [];
  const moment =
    count === undefined || unit === undefined
      ? (startOfDay(text, timeZone) ?? parseInstant(text))
      : afterSpan(now, Number(count), unit, timeZone);
  return moment !== null && first <= moment && moment <= last ? moment : null;
}

const first = Date.parse('0001-01-01T00:00:00Z');
const last = Date.parse('9999-12-31T00:00:00Z');

function afterSpan(now: Instant, count: number, unit: string, timeZone: string): Instant {
  if (unit === 'month') return addMonths(now, count, timeZone);
  if (unit === 'year') return addMonths(now, 12 * count, timeZone);
  const start = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  return instant(start.add({ [`${unit}s`]: count }).epochMilliseconds);
}

function startOfDay(text: string, timeZone: string): Instant | null {
  if (parseInstant(`${text}T00:00:00Z`) === null) return null;
  return instant(Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds);
}
