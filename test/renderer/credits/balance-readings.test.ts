// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  balanceReadings,
  balanceRows,
  readingText,
} from '../../../src-renderer/credits/balance-readings';
import { datesIn } from '../../../src-renderer/ui/dates-in';
import { credits } from '../../../src-shared/billing/credits';
import type { Forecast, Future, PacedFuture } from '../../../src-shared/billing/future/future';
import { instant } from '../../../src-shared/billing/instant';

const dayLength = 86_400_000;
const start = Date.UTC(2026, 10, 1, 12);
const day = (days: number) => instant(start + days * dayLength);
const dates = datesIn('UTC');

function was(days: number, available: number, held = 0) {
  return { at: day(days), available: credits(available), held: credits(held) };
}

/** A future of one point a day, from today on. */
function futureOf(...amounts: readonly number[]): PacedFuture {
  const points = amounts.map((amount, days) => ({ at: day(days), available: credits(amount) }));
  const none = credits(0);
  const future: Future = {
    from: day(0),
    until: day(amounts.length - 1),
    points,
    events: [],
    totals: {
      opening: none,
      granted: none,
      spent: none,
      unmet: none,
      lapsed: none,
      cents: 0,
      unpriced: 0,
      closing: none,
    },
    runsOutAt: null,
  };
  return { pace: { credits: 7, days: 7 }, future };
}

function forecastOf(usual: PacedFuture | null, slow: PacedFuture | null, fast: PacedFuture | null) {
  return { daysSeen: 20, usual, slow, fast, nextLapse: null, sentences: [] } satisfies Forecast;
}

const history = [was(-2, 30), was(-1, 24, 6), was(0, 20)];

describe('readings of the balance', () => {
  test('go on from what was to what may be, with the bounds of quiet and busy weeks', () => {
    const forecast = forecastOf(futureOf(20, 18, 16), futureOf(20, 19, 18), futureOf(20, 15, 9));
    const readings = balanceReadings(history, forecast, day(2));
    expect(readings.map(({ kind, at }) => [kind, at])).toEqual([
      ['was', day(-2)],
      ['was', day(-1)],
      ['was', day(0)],
      ['may-be', day(1)],
      ['may-be', day(2)],
    ]);
    expect(readings.at(-1)).toMatchObject({ available: 16, bounds: { least: 9, most: 18 } });
  });

  test('have no bounds where too little was seen, and end where the plot does', () => {
    const forecast = forecastOf(futureOf(20, 18, 16), null, null);
    const readings = balanceReadings(history, forecast, day(1));
    expect(readings.slice(3)).toEqual([
      { kind: 'may-be', at: day(1), available: 18, bounds: null },
    ]);
  });

  test('take what is right after an instant at which much happens', () => {
    const usual = futureOf(20, 18, 16);
    const points = usual.future.points.flatMap((point) => [
      { ...point, available: credits(1) },
      point,
    ]);
    const forecast = forecastOf({ ...usual, future: { ...usual.future, points } }, null, null);
    const mayBe = balanceReadings(history, forecast, day(2)).slice(3);
    expect(mayBe.map(({ available }) => available)).toEqual([18, 16]);
  });

  test('end now while nobody knows the pace', () => {
    expect(balanceReadings(history, null, day(9))).toHaveLength(3);
    expect(balanceReadings(history, forecastOf(null, null, null), day(9))).toHaveLength(3);
    expect(balanceReadings([], forecastOf(futureOf(1, 1), null, null), day(9))).toEqual([]);
  });

  test('are said in words, with their unit', () => {
    const forecast = forecastOf(futureOf(20, 1), futureOf(20, 3), futureOf(20, 0));
    const texts = balanceReadings(history, forecast, day(1)).map((each) =>
      readingText(each, dates),
    );
    expect(texts.slice(1)).toEqual([
      '31 Oct 2026, 12:00: 24 credits available, 6 held',
      '1 Nov 2026, 12:00: 20 credits available, 0 held',
      '2 Nov 2026: about 1 credit expected, from 0 to 3',
    ]);
  });
});

describe('the table of the balance', () => {
  test('has a row for each day and one for whatever turned in between', () => {
    const readings = balanceReadings([...history, was(0.2, 19)], null, day(0));
    const turn = { at: day(-0.5), granted: credits(10), lapsed: credits(4) };
    const rows = balanceRows(readings, [turn], dates);
    expect(rows.map((row) => (row.kind === 'turn' ? 'turn' : row.reading.available))).toEqual([
      30,
      24,
      'turn',
      19,
    ]);
  });

  test('leaves days out where they are too many, and never the newest', () => {
    const points = Array.from({ length: 400 }, (_, days) => was(days - 399, days));
    const rows = balanceRows(balanceReadings(points, null, day(0)), [], dates);
    expect(rows.length).toBeLessThanOrEqual(60);
    expect(rows.at(-1)).toMatchObject({ reading: { available: 399 } });
  });
});
