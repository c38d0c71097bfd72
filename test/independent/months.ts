import { Temporal } from 'temporal-polyfill';

/** The instant at which month `count` of an anchor starts, in milliseconds since 1970. */
export type Months = (count: number) => number;

const dayLength = 86_400_000;

/** A zone as a list of the instants at which its clocks are put forward or back. */
type Zone = {
  readonly changes: { at: number; offset: number }[];
  last: Temporal.ZonedDateTime | null;
};

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const first = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const zone: Zone = { changes: [changeAt(first)], last: first };
  zones.set(timeZone, zone);
  return zone;
}

const changeAt = (time: Temporal.ZonedDateTime) => ({
  at: time.epochMilliseconds,
  offset: time.offsetNanoseconds / 1_000_000,
});

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetAt(zone: Zone, instant: number): number {
  while (zone.last !== null && zone.last.epochMilliseconds <= instant) {
    zone.last = zone.last.getTimeZoneTransition('next');
    if (zone.last !== null) zone.changes.push(changeAt(zone.last));
  }
  const change = zone.changes.findLast(({ at }) => at <= instant);
  if (change === undefined) throw new RangeError(`No clock is kept before 1970: ${instant}`);
  return change.offset;
}

/**
 * The instant at which the zone's clocks show `shown` (a time written as if it were UTC). A time
 * that is shown twice means the first; one that is skipped is moved on by what was skipped.
 */
function instantShowing(zone: Zone, shown: number): number {
  const before = offsetAt(zone, shown - dayLength);
  const after = offsetAt(zone, shown + dayLength);
  if (offsetAt(zone, shown - before) === before) return shown - before;
  if (offsetAt(zone, shown - after) === after) return shown - after;
  return shown - before;
}

/** The months of an anchor: the same day and time of day, or the last day of a shorter month. */
export function monthsFrom(anchor: number, timeZone: string): Months {
  const zone = zoneOf(timeZone);
  const shown = anchor + offsetAt(zone, anchor);
  const day = new Date(shown).getUTCDate();
  const firstMonth = new Date(shown).getUTCFullYear() * 12 + new Date(shown).getUTCMonth();
  const timeOfDay = shown - Math.floor(shown / dayLength) * dayLength;
  const known: number[] = [anchor];
  return (count) => {
    const found = known[count];
    if (found !== undefined) return found;
    const year = Math.floor((firstMonth + count) / 12);
    const month = (firstMonth + count) % 12;
    const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const date = Date.UTC(year, month, Math.min(day, lastDay));
    const instant = instantShowing(zone, date + timeOfDay);
    known[count] = instant;
    return instant;
  };
}
