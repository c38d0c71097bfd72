import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, isoOf, parseInstant } from '../../../src-shared/billing/instant';

const farthest = 8.64e15;

test('an instant is a whole number of milliseconds that a date can have', () => {
  for (const value of [0, -1, farthest, -farthest]) expect(instant(value)).toBe(value);
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, farthest + 1, -farthest - 1]) {
    expect(() => instant(value)).toThrow(RangeError);
  }
});

test('every instant survives being written and read', () => {
  fc.assert(
    fc.property(fc.integer({ min: -farthest, max: farthest }), (milliseconds) => {
      expect(parseInstant(isoOf(instant(milliseconds)))).toBe(milliseconds);
    }),
  );
});

test.each([
  ['2026-01-31T10:00:00Z', Date.UTC(2026, 0, 31, 10)],
  ['2026-01-31T10:00:00.250Z', Date.UTC(2026, 0, 31, 10, 0, 0, 250)],
  ['2026-01-31T10:00:00+05:45', Date.UTC(2026, 0, 31, 4, 15)],
  ['2026-01-31T10:00:00-0330', Date.UTC(2026, 0, 31, 13, 30)],
  ['2026-01-31T10:00Z', Date.UTC(2026, 0, 31, 10)],
])('%s is read', (text, milliseconds) => expect(parseInstant(text)).toBe(milliseconds));

test.each([
  ['an empty text', ''],
  ['a word', 'tomorrow'],
  ['a day without a time', '2026-01-31'],
  ['a time without a zone', '2026-01-31T10:00:00'],
  ['another order', '31.01.2026T10:00Z'],
  ['a thirteenth month', '2026-13-01T00:00:00Z'],
  ['30 February', '2026-02-30T00:00:00Z'],
  ['29 February of a common year', '2026-02-29T00:00:00Z'],
  ['31 April', '2026-04-31T00:00:00Z'],
  ['the hour 25', '2026-01-01T25:00:00Z'],
  ['the hour 24 before the first day there is', '-271821-04-19T24:00:00Z'],
  ['words after the day', '2026-01-01T noon Z'],
])('%s is no instant', (_, text) => expect(parseInstant(text)).toBeNull());

test('no text makes reading an instant throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseInstant(text)));
  fc.assert(fc.property(fc.string(), (text) => void parseInstant(`2026-01-01T${text}Z`)));
});
