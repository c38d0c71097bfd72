import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credits } from '../../../../src-shared/billing/credits';
import {
  type Habits,
  habitDays,
  habitsOf,
  repriced,
  type SeatShare,
  scaled,
  spentOnDay,
  spread,
  type Use,
} from '../../../../src-shared/billing/future/pace';
import { aiStudios, chatNow } from '../../../helpers/cards';

const today = '2026-11-30';

/** The calendar day that many days before today. */
function daysAgo(days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

function used(days: number, amount: number, more: Partial<Use> = {}): Use {
  const made = { tool: 'image', model: 'image-generator', quality: 'premium' };
  const spent = credits(amount);
  return { day: daysAgo(days), seat: 'seat-1', ...made, units: amount, credits: spent, ...more };
}

const habits = (use: readonly Use[], seen: number, seats = ['seat-1']) =>
  habitsOf(use, today, daysAgo(seen), seats);

describe('habits', () => {
  test.each([0, 1, 2])('after %i whole days there is no telling', (seen) => {
    const found = habits([used(1, 30), used(0, 10)], seen);
    expect(found).toMatchObject({ daysSeen: seen, usual: null, slow: null, fast: null });
  });

  test('from the third day on there is a pace, without bounds until two weeks are seen', () => {
    const use = [used(1, 3), used(3, 6)];
    expect(habits(use, 3)).toMatchObject({
      usual: { credits: 9, days: 3 },
      slow: null,
      fast: null,
    });
    expect(habits(use, 13)).toMatchObject({ usual: { credits: 9, days: 13 }, slow: null });
    expect(habits(use, 14)).toMatchObject({
      usual: { credits: 9, days: 14 },
      slow: { credits: 0, days: 7 },
      fast: { credits: 9, days: 7 },
    });
  });

  test('today is not over and does not count, nor does what is older than eight weeks', () => {
    const use = [used(0, 100), used(1, 5), used(habitDays, 7), used(habitDays + 1, 100)];
    expect(habits(use, 400)).toMatchObject({
      daysSeen: 56,
      usual: { credits: 12, days: 56 },
      slow: { credits: 0, days: 7 },
      fast: { credits: 7, days: 7 },
    });
  });

  test('with weeks, the days beyond the last whole one are left out', () => {
    const use = [used(14, 5), used(15, 100)];
    expect(habits(use, 20)).toMatchObject({ daysSeen: 20, usual: { credits: 5, days: 14 } });
  });

  test('days without use count: a pace is credits a day, not credits a busy day', () => {
    expect(habits([], 30).usual).toEqual({ credits: 0, days: 28 });
  });

  test('seats that are not asked about are left out; each other one has its share', () => {
    const use = [used(1, 5), used(2, 7, { seat: 'seat-2' }), used(2, 100, { seat: 'gone' })];
    expect(habits(use, 5, ['seat-1', 'seat-2', 'seat-3'])).toMatchObject({
      usual: { credits: 12, days: 5 },
      shares: [
        { seat: 'seat-1', credits: 5 },
        { seat: 'seat-2', credits: 7 },
        { seat: 'seat-3', credits: 0 },
      ],
    });
  });

  const anyUse = fc.array(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.nat(50)), { maxLength: 80 });

  test('the usual pace lies between the slowest and the fastest week', () => {
    fc.assert(
      fc.property(anyUse, fc.integer({ min: 14, max: 90 }), (days, seen) => {
        const use = days.map(([day, amount]) => used(day, amount));
        const { usual, slow, fast } = habits(use, seen);
        const daily = (pace: Habits['usual']) => (pace ? pace.credits / pace.days : Number.NaN);
        expect(daily(slow)).toBeLessThanOrEqual(daily(usual));
        expect(daily(usual)).toBeLessThanOrEqual(daily(fast));
      }),
    );
  });
});

describe('spread over seats', () => {
  const shares = (...amounts: number[]): SeatShare[] =>
    amounts.map((amount, index) => ({ seat: `seat-${index + 1}`, credits: credits(amount) }));

  test('in proportion to what each spent, the largest remainders first', () => {
    const parts = spread({ credits: 10, days: 7 }, shares(1, 1, 1, 0), 'seat-4');
    expect(parts).toEqual([
      { seat: 'seat-1', pace: { credits: 4, days: 7 } },
      { seat: 'seat-2', pace: { credits: 3, days: 7 } },
      { seat: 'seat-3', pace: { credits: 3, days: 7 } },
    ]);
  });

  test('to the working seat where nobody has spent anything', () => {
    const pace = { credits: 10, days: 7 };
    expect(spread(pace, shares(0, 0), 'seat-2')).toEqual([{ seat: 'seat-2', pace }]);
  });

  const anyShares = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 12 });

  test('nothing is lost, and nobody is off by a credit', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), anyShares, (amount, spent) => {
        const parts = spread({ credits: amount, days: 7 }, shares(...spent), 'seat-1');
        expect(parts.reduce((total, { pace }) => total + pace.credits, 0)).toBe(amount);
        const all = BigInt(spent.reduce((total, each) => total + each, 0));
        if (all === 0n) return;
        for (const { seat, pace } of parts) {
          const share = BigInt(spent[Number(seat.slice(5)) - 1] ?? 0);
          const off = BigInt(pace.credits) * all - BigInt(amount) * share;
          expect(off < all && off > -all).toBe(true);
        }
      }),
    );
  });
});

test('a pace is whole credits a day that add up to it in its days', () => {
  expect([1, 2, 3, 4, 5, 6].map((day) => spentOnDay({ credits: 5, days: 3 }, day))).toEqual([
    1, 2, 2, 1, 2, 2,
  ]);
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 366 }), (amount, days) => {
      const pace = { credits: amount, days };
      const spent = Array.from({ length: days }, (_, index) => spentOnDay(pace, index + 1));
      expect(spent.reduce((total, each) => total + each, 0)).toBe(amount);
      expect(Math.max(...spent) - Math.min(...spent)).toBeLessThanOrEqual(1);
    }),
  );
});

describe('other prices', () => {
  const swift = { tool: 'image', model: 'image-swift', quality: 'basic' };

  test('B10 use of a model costs more or less in proportion to its units; other use stays', () => {
    const use = [
      used(1, 24, { ...swift, units: 12 }),
      used(1, 5),
      used(2, 2, { ...swift, units: 1 }),
    ];
    const prices = [{ tool: 'image', model: 'image-swift', credits: 3, per: 1 }];
    expect(repriced(use, prices, chatNow).map((row) => row.credits)).toEqual([36, 5, 3]);
  });

  test('a fraction is rounded up once for a day’s use', () => {
    const use = [used(1, 7, { ...swift, units: 7 })];
    const prices = [{ tool: 'image', model: 'image-swift', credits: 1, per: 2 }];
    expect(repriced(use, prices, chatNow).map((row) => row.credits)).toEqual([4]);
  });

  test('A4 A5 what the card gives away stays free', () => {
    const helper = { tool: 'helper-visual', model: 'helper', units: 10 };
    const use = [
      used(1, 0, { ...helper, quality: 'basic' }),
      used(1, 10, { ...helper, quality: 'premium' }),
      used(1, 0, { tool: 'avatar-video', model: 'helper', units: 60 }),
    ];
    const prices = ['helper-visual', 'avatar-video'].map((tool) => {
      return { tool, model: 'helper', credits: 5, per: 1 };
    });
    expect(repriced(use, prices, aiStudios).map((row) => row.credits)).toEqual([0, 50, 0]);
  });

  test('scale a pace that is given by what the use that was seen would have cost', () => {
    const use = [used(1, 10)];
    const pace = { credits: 7, days: 7 };
    expect(scaled(pace, use, [used(1, 15)])).toEqual({ credits: 11, days: 7 });
    expect(scaled(pace, use, use)).toEqual(pace);
    expect(scaled(pace, [], [])).toEqual(pace);
  });
});
