import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '../../../../src-shared/billing/credits';
import { shareOfPrice, sumOfCents } from '../../../../src-shared/billing/plan/invoice-line';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import {
  addSeat,
  buyPack,
  change,
  contract,
  plan,
  start,
  submit,
} from '../../../independent/script';

describe('a share of a price', () => {
  test.each([
    [24_000, 0, 3, 12, 6000],
    [100, 0, 1, 12, 9],
    [100, 0, 12, 12, 100],
    [1, 0, 1, 12, 1],
    [36_000, 12_000, 10, 12, 20_000],
    [1200, 3600, 1, 1, 0],
    [0, 0, 1, 12, 0],
  ])(
    'of %d, %d of it billed already, %d of %d periods left: %d',
    (price, billed, left, of, cents) =>
      expect(shareOfPrice(price, billed, { left, of })).toBe(cents),
  );
  test('is not known where one of the prices is not', () => {
    expect(shareOfPrice(null, 0, { left: 1, of: 1 })).toBeNull();
    expect(shareOfPrice(100, null, { left: 1, of: 1 })).toBeNull();
  });
  test('is never less than the exact share, nor a whole cent more, whatever the size', () => {
    const anyPrice = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(anyPrice, fc.integer({ min: 1, max: 12 }), (price, left) => {
        const cents = shareOf(price, left, 12);
        expect(BigInt(cents) * 12n - BigInt(price) * BigInt(left)).toBeGreaterThanOrEqual(0n);
        expect(BigInt(cents) * 12n - BigInt(price) * BigInt(left)).toBeLessThan(12n);
      }),
    );
  });
});

test('a sum is not known as soon as one price is not', () => {
  expect(sumOfCents([])).toBe(0);
  expect(sumOfCents([1, 0, 2])).toBe(3);
  expect(sumOfCents([1, null, 2])).toBeNull();
});

describe('lines', () => {
  test('say what, when, for which cycle, how many, for how much and with which credits', () => {
    const story = coreScript(chatNow, '2026-01-31');
    story.does(start(plan('team', 'annual', 2)), submit('film', 1200));
    story.at('2026-03-01');
    story.does(addSeat(), buyPack('pack-small'));
    const cycle = { startsAt: Date.UTC(2026, 0, 31), endsAt: Date.UTC(2027, 0, 31) };
    const subscription = 'subscription-1';
    expect(story.life.lines).toEqual([
      {
        id: 'subscription-1:0:plan',
        at: Date.UTC(2026, 0, 31),
        kind: 'plan',
        name: 'Team',
        seat: null,
        quantity: 2,
        cents: 48_000,
        credits: 2400,
        subscription,
        cycle,
      },
      {
        id: 'order-1:seat',
        at: Date.UTC(2026, 2, 1),
        kind: 'seat',
        name: 'Team',
        seat: 'seat-3',
        quantity: 1,
        cents: 22_000,
        credits: 1200,
        subscription,
        cycle,
      },
      {
        id: 'order-2:pack',
        at: Date.UTC(2026, 2, 1),
        kind: 'pack',
        name: 'Small pack',
        seat: 'seat-1',
        quantity: 1,
        cents: 500,
        credits: 200,
        subscription,
        cycle,
      },
    ]);
  });
  test('B4 grants between two bills of a yearly plan have no line: they are paid for', () => {
    const story = coreScript(chatNow, '2026-01-31');
    story.does(start(plan('plus', 'annual')));
    story.at('2026-12-31');
    expect(story.life.lines).toHaveLength(1);
  });
  test('each belongs to the cycle in which it was billed', () => {
    const story = coreScript(chatNow, '2026-01-31');
    story.does(start(plan('plus', 'monthly')), change(plan('pro', 'monthly')));
    story.does(change(plan('plus', 'annual')));
    story.at('2028-06-01');
    for (const { at, cycle } of story.life.lines) {
      expect(cycle.startsAt).toBeLessThanOrEqual(at);
      expect(at).toBeLessThan(cycle.endsAt);
    }
    expect(story.invoices()).toEqual([
      '2026-01-31 plan 1 for 1200',
      '2026-01-31 upgrade 1 for 2400',
      '2026-02-28 plan 1 for 12000',
      '2027-02-28 plan 1 for 12000',
      '2028-02-29 plan 1 for 12000',
    ]);
  });
  test('for 500 dear seats the sum stays whole and exact', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    const dear = { seats: 500, credits: 1_000_000_000, priceCents: 100_000_000 };
    story.does(start(contract('annual', { ...dear, everyMonths: 1 })));
    expect(story.life.lines[0]).toMatchObject({
      cents: 50_000_000_000,
      credits: 500_000_000_000,
      quantity: 500,
    });
  });
});
