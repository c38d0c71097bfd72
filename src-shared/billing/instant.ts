declare const brand: unique symbol;

/** A point in time in milliseconds since 1970-01-01T00:00:00Z; ISO 8601 in every export. */
export type Instant = number & { readonly [brand]: 'Instant' };

/** The instant of a number of milliseconds; throws on what no date can be. */
export function instant(milliseconds: number): Instant {
  if (!Number.isSafeInteger(milliseconds) || Math.abs(milliseconds) > 8.64e15) {
    throw new RangeError(`not an instant: ${milliseconds}`);
  }
  return milliseconds as Instant;
}

/** ISO 8601 in UTC with milliseconds, the form of every export. */
export function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** Reads an ISO 8601 instant (with zone or offset); null when it is none. */
export function parseInstant(text: string): Instant | null {
  const day = /^([+-]?\d{4,6}-\d{2}-\d{2})T.*(Z|[+-]\d{2}:?\d{2})$/.exec(text)?.[1];
  const milliseconds = Date.parse(text);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(milliseconds) || Number.isNaN(midnight)) return null;
  // Date.parse takes 30 February for 2 March; a day that comes back as another one is no date.
  return isoOf(instant(midnight)).startsWith(day) ? instant(milliseconds) : null;
}
