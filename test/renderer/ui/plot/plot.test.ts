// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../../src-renderer/ui/dates-in';
import { dayTicks } from '../../../../src-renderer/ui/plot/day-ticks';
import { nearestStop, stopAfterKey } from '../../../../src-renderer/ui/plot/plot-reader';
import { plotScales } from '../../../../src-renderer/ui/plot/plot-scales';
import { instant, parseInstant } from '../../../../src-shared/billing/instant';
import { noExpiry } from '../../../../src-shared/billing/lots/lot';

function at(text: string) {
  const found = parseInstant(text);
  if (found === null) throw new Error(`${text} is no instant`);
  return found;
}

describe('ticks', () => {
  const labels = (from: string, until: string, most: number, timeZone = 'UTC') =>
    dayTicks(at(from), at(until), timeZone, most).map(({ label }) => label);

  test('stand at days while there is room, then at weeks, months and years', () => {
    const from = '2026-11-04T12:00:00Z';
    expect(labels(from, '2026-11-07T12:00:00Z', 6)).toEqual(['5 Nov', '6 Nov', '7 Nov']);
    expect(labels(from, '2026-12-04T12:00:00Z', 6)).toEqual([
      '9 Nov',
      '16 Nov',
      '23 Nov',
      '30 Nov',
    ]);
    expect(labels(from, '2027-03-14T12:00:00Z', 6)).toEqual(['Dec', 'Jan 2027', 'Feb', 'Mar']);
    expect(labels(from, '2031-11-04T12:00:00Z', 6)).toEqual([
      '2027',
      '2028',
      '2029',
      '2030',
      '2031',
    ]);
  });

  test('are the starts of days where the workspace is, also when clocks change', () => {
    const ticks = dayTicks(
      at('2026-10-24T00:00:00Z'),
      at('2026-10-27T00:00:00Z'),
      'Europe/Berlin',
      9,
    );
    expect(ticks.map((tick) => new Date(tick.at).toISOString())).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
  });

  test('are never more than there is room for, nor outside the plot', () => {
    for (const days of [1, 10, 45, 200, 700, 5000]) {
      const from = at('2026-11-04T12:00:00Z');
      const until = instant(from + days * 86_400_000);
      const ticks = dayTicks(from, until, 'UTC', 7);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const tick of ticks) expect(tick.at >= from && tick.at <= until).toBe(true);
    }
  });
});

describe('reading a plot', () => {
  test('goes by arrows, farther by pages, and to its ends', () => {
    const keys = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End', 'Tab'];
    expect(keys.map((key) => stopAfterKey(key, 50, 100))).toEqual([51, 49, 60, 40, 0, 100, null]);
    expect(stopAfterKey('ArrowRight', 100, 100)).toBe(100);
    expect(stopAfterKey('ArrowLeft', 0, 100)).toBe(0);
  });

  test('takes the nearest stop to the pointer', () => {
    expect([-5, 14, 16, 900].map((place) => nearestStop([0, 10, 20, 30], place))).toEqual([
      0, 1, 2, 3,
    ]);
  });
});

describe('scales', () => {
  const margin = { top: 10, right: 10, bottom: 20, left: 40 };
  const size = { width: 500, height: 250 };

  test('begin at nothing, end at a round amount, and have lines at whole credits only', () => {
    const { y, amounts, bottom, top } = plotScales(size, margin, { from: 0, until: 10, most: 573 });
    expect([y(0), y(600)]).toEqual([bottom, top]);
    expect(amounts).toEqual([0, 100, 200, 300, 400, 500, 600]);
    const few = plotScales(size, margin, { from: 0, until: 10, most: 2 });
    expect(few.amounts).toEqual([0, 1, 2]);
  });

  test('also have room where there is nothing, or hardly any width', () => {
    const { y, amounts } = plotScales(size, margin, { from: 0, until: 10, most: 0 });
    expect(amounts).toEqual([0, 1]);
    expect(Number.isFinite(y(0))).toBe(true);
    const narrow = plotScales({ width: 20, height: 250 }, margin, { from: 0, until: 9, most: 5 });
    expect(narrow.right).toBeGreaterThan(narrow.left);
  });
});

test('days are told where the workspace is, and a lot without a date has none', () => {
  const dates = datesIn('America/New_York');
  const late = at('2026-12-01T02:30:09Z');
  expect([dates.day(late), dates.shortDay(late), dates.moment(late), dates.dayName(late)]).toEqual([
    '30 Nov 2026',
    '30 Nov',
    '30 Nov 2026, 21:30',
    '2026-11-30',
  ]);
  expect(dates.second(late)).toBe('30 Nov 2026, 21:30:09');
  expect(dates.lapse({ expiresAt: late })).toBe('lapses 30 Nov 2026');
  expect(dates.lapse({ expiresAt: noExpiry })).toBe('does not lapse');
});
