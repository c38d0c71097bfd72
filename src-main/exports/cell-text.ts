import { Temporal } from 'temporal-polyfill';

/** An instant in ISO 8601 with the offset of the zone at that time. */
export function zonedIso(at: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return zoned.toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}

/** An instant as a printed line tells it: day and minute where the workspace is. */
export function zonedMinute(at: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const time = zoned.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${zoned.toPlainDate()} ${time}`;
}

/** Text on one line, and in the direction in which it is read: nothing in it can reorder or break a row. */
export function plainText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
}
