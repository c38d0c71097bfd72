import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import { usageOverTime } from '../../../../src-shared/billing/future/usage-over-time';

function used(day: string, model: string, amount: number, outputs = 1) {
  return { day, tool: 'image', model, outputs, credits: credits(amount) };
}

const days = { from: '2026-11-04', to: '2026-11-17' };

describe('use over time', () => {
  test('is told for each day, also for those without use', () => {
    const told = usageOverTime([used('2026-11-05', 'swift', 4)], days, 'day', 5);
    expect(told.periods).toHaveLength(14);
    expect(told.periods[0]).toEqual({ from: days.from, to: days.from, credits: [0], total: 0 });
    expect(told.periods[1]).toMatchObject({ from: '2026-11-05', credits: [4], total: 4 });
  });

  test('by week goes from Monday to Sunday and is cut at the ends of the span', () => {
    const told = usageOverTime([used('2026-11-17', 'swift', 4)], days, 'week', 5);
    expect(told.periods.map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-04', '2026-11-08'],
      ['2026-11-09', '2026-11-15'],
      ['2026-11-16', '2026-11-17'],
    ]);
    expect(told.periods.at(-1)?.total).toBe(4);
  });

  test('puts the most used model first and sums the least used up', () => {
    const rows = ['a', 'b', 'c', 'd'].map((model, place) => used('2026-11-10', model, place + 1));
    const told = usageOverTime(rows, days, 'week', 3);
    expect(told.series).toEqual([
      { of: { tool: 'image', model: 'd' }, outputs: 1, credits: 4 },
      { of: { tool: 'image', model: 'c' }, outputs: 1, credits: 3 },
      { of: null, outputs: 2, credits: 3 },
    ]);
    expect(told.periods[1]?.credits).toEqual([4, 3, 3]);
    expect(told).toMatchObject({ outputs: 4, total: 10 });
  });

  test('without use has no series, and every day a bar of nothing', () => {
    const told = usageOverTime([], days, 'day', 5);
    expect(told).toMatchObject({ series: [], outputs: 0, total: 0 });
    expect(told.periods.every(({ total }) => total === 0)).toBe(true);
  });

  test('leaves nothing out and counts nothing twice, however it is cut', () => {
    const row = fc
      .record({
        day: fc.integer({ min: 4, max: 17 }),
        model: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        amount: fc.nat(50),
      })
      .map(({ day, model, amount }) =>
        used(`2026-11-${String(day).padStart(2, '0')}`, model, amount),
      );
    const cut = fc.record({
      rows: fc.array(row),
      step: fc.constantFrom('day' as const, 'week' as const),
      most: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(cut, ({ rows, step, most }) => {
        const told = usageOverTime(rows, days, step, most);
        const all = rows.reduce((total, each) => total + each.credits, 0);
        const inPeriods = told.periods.reduce((total, each) => total + each.total, 0);
        const inSeries = told.series.reduce((total, each) => total + each.credits, 0);
        expect([told.total, inPeriods, inSeries]).toEqual([all, all, all]);
        expect(told.series.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
