import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addMonths, cycleAt, cycleOf } from '../../../src-shared/billing/billing-cycle';
import { type Instant, instant } from '../../../src-shared/billing/instant';

/** Whole, half and three-quarter hours, both halves of the world, and days that were left out. */
const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];

const anyZone = fc.constantFrom(...zones);
const anyTurn = fc.constantFrom(1, 12);
const anyAnchor = fc
  .integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((milliseconds) => instant(milliseconds));

/** The instant of a local date and time. */
function local(text: string, zone: string): Instant {
  return instant(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
}

/** The local date and time of an instant. */
function wall(at: Instant, zone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function renewals(anchor: string, zone: string, count: number): string[] {
  const turns = Array.from({ length: count }, (_, turn) => turn);
  return turns.map((turn) => wall(addMonths(local(anchor, zone), turn, zone), zone));
}

describe('renewals are counted from the anchor and clamped to the end of the month (A7, B3)', () => {
  test('31 January: 28 February, then 31 March again', () =>
    expect(renewals('2026-01-31T09:30', 'Europe/Berlin', 5)).toEqual([
      '2026-01-31T09:30',
      '2026-02-28T09:30',
      '2026-03-31T09:30',
      '2026-04-30T09:30',
      '2026-05-31T09:30',
    ]));
  test('case 1: 31 May renews on 30 June, then on 31 July', () =>
    expect(renewals('2026-05-31T00:00', 'UTC', 3)).toEqual([
      '2026-05-31T00:00',
      '2026-06-30T00:00',
      '2026-07-31T00:00',
    ]));
  test('a leap day comes back every four years', () => {
    const anchor = local('2024-02-29T12:00', 'UTC');
    const years = [12, 24, 36, 48].map((months) => wall(addMonths(anchor, months, 'UTC'), 'UTC'));
    expect(years).toEqual([
      '2025-02-28T12:00',
      '2026-02-28T12:00',
      '2027-02-28T12:00',
      '2028-02-29T12:00',
    ]);
  });
  test('the hour on the wall stays when the clocks change', () => {
    expect(renewals('2026-02-15T08:00', 'America/New_York', 3)[1]).toBe('2026-03-15T08:00');
    const anchor = local('2026-03-15T08:00', 'Europe/Berlin');
    const hours = (addMonths(anchor, 1, 'Europe/Berlin') - anchor) / 3_600_000;
    expect(hours).toBe(31 * 24 - 1);
  });
  test.each([
    ['America/New_York', '2026-02-08T02:30', '2026-03-08T03:30'],
    ['Europe/London', '2027-02-28T01:30', '2027-03-28T02:30'],
    ['Australia/Lord_Howe', '2026-09-04T02:15', '2026-10-04T02:45'],
  ])('%s: an hour that the clocks skip on that day is moved on', (zone, anchor, renewal) =>
    expect(renewals(anchor, zone, 2)[1]).toBe(renewal),
  );
  test('a day that Apia skipped moves on by that day, and only once', () =>
    expect(renewals('2011-11-30T10:00', 'Pacific/Apia', 3)).toEqual([
      '2011-11-30T10:00',
      '2011-12-31T10:00',
      '2012-01-30T10:00',
    ]));
  test.each([
    ['Asia/Kathmandu', '2026-01-31T00:15'],
    ['Pacific/Chatham', '2026-01-31T23:45'],
    ['Australia/Lord_Howe', '2026-01-31T12:30'],
  ])('%s keeps its quarters of an hour', (zone, anchor) => {
    const expected = anchor.replace('01-31', '02-28');
    expect(renewals(anchor, zone, 2)[1]).toBe(expected);
  });
});

test('the start of a turn belongs to it and its end to the next (case 4)', () => {
  const anchor = local('2026-01-20T00:00', 'UTC');
  const second = addMonths(anchor, 1, 'UTC');
  expect(cycleOf(anchor, 1, 'UTC', anchor).index).toBe(0);
  expect(cycleOf(anchor, 1, 'UTC', instant(second - 1)).index).toBe(0);
  expect(cycleOf(anchor, 1, 'UTC', second).index).toBe(1);
});

test('a turn that starts right before the clocks fall back into the month before has started', () => {
  // On 1 November 2009 St John's went from 00:01 back to 23:01 of 31 October.
  const zone = 'America/St_Johns';
  const anchor = local('2009-10-01T00:00:30', zone);
  const renewal = addMonths(anchor, 1, zone);
  const later = instant(renewal + 20 * 60_000);
  expect(wall(later, zone)).toBe('2009-10-31T23:20');
  expect(cycleOf(anchor, 1, zone, later).index).toBe(1);
});

test('a yearly turn lasts to the same day of the next year', () => {
  const anchor = local('2026-06-15T12:00', 'Asia/Tokyo');
  const turn = cycleAt(anchor, 12, 'Asia/Tokyo', 0);
  expect(wall(turn.endsAt, 'Asia/Tokyo')).toBe('2027-06-15T12:00');
});

test('turns tile time: each ends exactly where the next starts, and none is empty', () => {
  fc.assert(
    fc.property(anyAnchor, anyTurn, anyZone, fc.nat(120), (anchor, months, zone, index) => {
      const turn = cycleAt(anchor, months, zone, index);
      const next = cycleAt(anchor, months, zone, index + 1);
      expect(turn.index).toBe(index);
      expect(turn.endsAt).toBe(next.startsAt);
      expect(turn.endsAt).toBeGreaterThan(turn.startsAt);
      expect(cycleAt(anchor, months, zone, 0).startsAt).toBe(anchor);
    }),
  );
});

test('a renewal is in the right month, on the day of the anchor or on the last day there is', () => {
  fc.assert(
    fc.property(anyAnchor, anyZone, fc.nat(240), (anchor, zone, months) => {
      const start = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(zone);
      const at = addMonths(anchor, months, zone);
      const found = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      fc.pre(!(zone === 'Pacific/Apia' && found.year === 2011 && found.month === 12));
      expect(found.year * 12 + found.month).toBe(start.year * 12 + start.month + months);
      expect(found.day).toBe(Math.min(start.day, found.daysInMonth));
    }),
  );
});

test('the turn of an instant contains it, also right at a boundary', () => {
  const anyOffset = fc.integer({ min: 0, max: 15 * 366 * 86_400_000 });
  fc.assert(
    fc.property(anyAnchor, anyTurn, anyZone, anyOffset, (anchor, months, zone, offset) => {
      const at = instant(anchor + offset);
      const turn = cycleOf(anchor, months, zone, at);
      expect(turn.startsAt).toBeLessThanOrEqual(at);
      expect(turn.endsAt).toBeGreaterThan(at);
      expect(turn).toEqual(cycleAt(anchor, months, zone, turn.index));
      expect(cycleOf(anchor, months, zone, turn.endsAt).index).toBe(turn.index + 1);
      expect(cycleOf(anchor, months, zone, instant(turn.endsAt - 1)).index).toBe(turn.index);
    }),
  );
});
