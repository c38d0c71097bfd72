import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centsOf, dollars, dollarsText } from '../../../src-main/terminal/dollars';
import { parseMoment } from '../../../src-main/terminal/moment';
import { type Instant, instant, isoOf, parseInstant } from '../../../src-shared/billing/instant';

function at(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === null) throw new Error(`${text} is no instant`);
  return moment;
}

function momentOf(text: string, now = '2026-01-31T10:00:00Z', timeZone = 'UTC'): string | null {
  const moment = parseMoment(text, { now: at(now), timeZone });
  return moment === null ? null : isoOf(moment);
}

describe('a moment', () => {
  test.each([
    ['2027-01-31T10:00:00Z', '2027-01-31T10:00:00.000Z'],
    ['2027-01-31T10:00:00+01:00', '2027-01-31T09:00:00.000Z'],
    ['2027-01-31', '2027-01-31T00:00:00.000Z'],
    ['+3days', '2026-02-03T10:00:00.000Z'],
    ['+1day', '2026-02-01T10:00:00.000Z'],
    ['-2weeks', '2026-01-17T10:00:00.000Z'],
    ['+36hours', '2026-02-01T22:00:00.000Z'],
    ['+90minutes', '2026-01-31T11:30:00.000Z'],
  ])('%s', (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });

  test.each([
    ...['', 'now', 'next', '3days', '+days', '+1fortnight', '+1.5days', '+99999days', '2027-02-30'],
    ...['2027-01-31T10:00:00', '2027-13-01', '+9999years', '-9999years', '__proto__'],
  ])('«%s» is none', (text) => {
    expect(momentOf(text)).toBeNull();
  });

  test('A7 B3 months end where billing ends them', () => {
    expect(momentOf('+1month')).toBe('2026-02-28T10:00:00.000Z');
    expect(momentOf('+2months')).toBe('2026-03-31T10:00:00.000Z');
    expect(momentOf('+1year', '2024-02-29T10:00:00Z')).toBe('2025-02-28T10:00:00.000Z');
  });

  test('days begin and are counted where the workspace is, over summer time too', () => {
    const zone = 'Europe/Berlin';
    expect(momentOf('2026-03-30', undefined, zone)).toBe('2026-03-29T22:00:00.000Z');
    expect(momentOf('+1day', '2026-03-28T11:00:00Z', zone)).toBe('2026-03-29T10:00:00.000Z');
    expect(momentOf('+24hours', '2026-03-28T11:00:00Z', zone)).toBe('2026-03-29T11:00:00.000Z');
  });

  test('is an instant or none, whatever is typed', () => {
    const anyNow = fc.integer({ min: 0, max: Date.UTC(9999, 0, 1) }).map(instant);
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 24 }),
      fc.stringMatching(/^[+-]\d{1,5}(minute|hour|day|week|month|year)s?$/),
      fc.stringMatching(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/),
    );
    fc.assert(
      fc.property(anyText, anyNow, (text, now) => {
        const moment = parseMoment(text, { now, timeZone: 'America/New_York' });
        if (moment !== null) expect(isoOf(moment)).toMatch(/^\d{4}-/);
      }),
    );
  });
});

describe('dollars', () => {
  test.each([
    ['30', 3000],
    ['7.5', 750],
    ['7.05', 705],
    ['0', 0],
    ['9999999.99', 999_999_999],
    ['none', null],
  ])('%s', (text, cents) => {
    expect(centsOf(dollars.parse(text))).toBe(cents);
  });

  test.each(['', '-1', '1.005', '.5', '1,50', '$3', '1e3', 'NaN', '12345678'])(
    '«%s» are none',
    (text) => {
      expect(dollars.safeParse(text).success).toBe(false);
    },
  );

  test('come back as they were typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
        expect(centsOf(dollars.parse(dollarsText(cents)))).toBe(cents);
      }),
    );
    expect(dollarsText(null)).toBe('none');
  });
});
