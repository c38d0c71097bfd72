import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditPrices } from '../../../../src-shared/billing/card/credit-price';
import { cardMargins, creditCost, type Margin } from '../../../../src-shared/billing/card/margin';
import { parseRateCard, type RateCard } from '../../../../src-shared/billing/card/rate-card';
import {
  difference,
  fraction,
  percentOf,
  roundedDown,
} from '../../../../src-shared/billing/fraction';
import { compareVersions } from '../../../../src-shared/billing/plan/plan-terms';
import { aiStudios, cardFiles, chatNow } from '../../../helpers/cards';

/** ChatNow's card with what the provider asks at some lines, in millionths of a dollar a unit. */
function costing(costs: Readonly<Record<number, number>>): RateCard {
  const prices = cardFiles.chatnow.prices.map((price, index) =>
    costs[index] === undefined ? price : { ...price, providerCost: costs[index] },
  );
  const parsed = parseRateCard({ ...cardFiles.chatnow, prices });
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.card;
}

/** Income and margin in whole millionths, as a screen would show them. */
function told({ income, margin, percent }: Margin) {
  return { income: roundedDown(income), margin: margin && roundedDown(margin), percent };
}

describe('what a credit costs a buyer', () => {
  test('every plan, pack and add-on with a price is an offer, a yearly plan for all of its year', () => {
    expect(
      creditPrices(chatNow).map(({ id, cadence, micros, credits }) => [
        id,
        cadence,
        micros,
        credits,
      ]),
    ).toEqual([
      ['free', 'monthly', 0, 40],
      ['plus', 'monthly', 12_000_000, 600],
      ['plus', 'annual', 120_000_000, 7_200],
      ['pro', 'monthly', 36_000_000, 2_000],
      ['pro', 'annual', 360_000_000, 24_000],
      ['team', 'monthly', 24_000_000, 1_200],
      ['team', 'annual', 240_000_000, 14_400],
      ['pack-small', null, 5_000_000, 200],
      ['pack-large', null, 20_000_000, 1_000],
    ]);
  });
  test('A6 what comes upfront counts once; a plan without a price or by contract is no offer', () => {
    const offers = creditPrices(aiStudios);
    expect(offers.filter(({ kind }) => kind === 'add-on')).toMatchObject([
      { id: 'personal-unit', micros: 10_000_000, credits: 60 },
      { id: 'team-unit', micros: 30_000_000, credits: 200 },
    ]);
    expect(offers.map(({ id }) => id)).not.toContain('enterprise');
  });
  test('the cheapest and the dearest are of what is sold, not of what is given', () => {
    const { cheapest, dearest } = cardMargins(chatNow);
    expect(cheapest).toMatchObject({ id: 'pro', cadence: 'annual' });
    expect(dearest).toMatchObject({ id: 'pack-small' });
    expect([cheapest, dearest].map((each) => each && roundedDown(creditCost(each)))).toEqual([
      15_000, 25_000,
    ]);
  });
});

describe('a price line', () => {
  test('brings its credits at both ends, and leaves what the provider does not ask', () => {
    const [line] = cardMargins(costing({ 0: 8_000 })).lines;
    expect(line).toMatchObject({ index: 0, units: 1, credits: 2, cost: 8_000 });
    expect(line?.atCheapest && told(line.atCheapest)).toEqual({
      income: 30_000,
      margin: 22_000,
      percent: 73.33,
    });
    expect(line?.atDearest && told(line.atDearest)).toEqual({
      income: 50_000,
      margin: 42_000,
      percent: 84,
    });
  });
  test('by the second is shown for a clip, whose credits round up once', () => {
    const { lines } = cardMargins(costing({ 8: 10_000 }));
    expect(lines[8]).toMatchObject({ units: 5, credits: 38, cost: 50_000 });
    expect(cardMargins(costing({ 8: 10_000 }), 10).lines[8]).toMatchObject({
      units: 10,
      credits: 75,
      cost: 100_000,
    });
  });
  test('that loses money says so, rounded to the worse side', () => {
    const [line] = cardMargins(costing({ 0: 30_001 })).lines;
    expect(line?.atCheapest && told(line.atCheapest)).toEqual({
      income: 30_000,
      margin: -1,
      percent: -0.01,
    });
  });
  test('that breaks even is 0, exactly', () => {
    const [line] = cardMargins(costing({ 0: 30_000 })).lines;
    expect(line?.atCheapest?.margin?.over).toBe(0n);
    expect(line?.atCheapest?.percent).toBe(0);
  });
  test('of which the provider’s price is not said has an income and no margin', () => {
    const [line] = cardMargins(chatNow).lines;
    expect(line).toMatchObject({ cost: null, atCheapest: { margin: null, percent: null } });
    expect(line?.atCheapest && roundedDown(line.atCheapest.income)).toBe(30_000);
  });
  test('A5 that is always free and still costs is told apart, for no plan pays it', () => {
    const prices = cardFiles['ai-studios'].prices.map((price) =>
      price.credits === 0 ? { ...price, providerCost: 700 } : price,
    );
    const parsed = parseRateCard({ ...cardFiles['ai-studios'], prices });
    if (parsed.kind === 'invalid') throw new Error('invalid');
    const free = prices.flatMap((price, index) => (price.credits === 0 ? [index] : []));
    const margins = cardMargins(parsed.card);
    expect(free.length).toBeGreaterThan(0);
    expect(margins.givenAway).toEqual(free);
    for (const index of free) {
      expect(margins.lines[index]?.atDearest).toMatchObject({ percent: null });
      expect(Number(margins.lines[index]?.atDearest?.margin?.over)).toBeLessThan(0);
    }
  });
});

describe('a plan', () => {
  const margins = cardMargins(costing({ 0: 8_000, 3: 20_000, 8: 40_000 }));
  const plan = (id: string, cadence: string) =>
    margins.plans.find(({ offer }) => offer.id === id && offer.cadence === cadence);

  test('is set against the least and the most that its credits can cost', () => {
    expect(plan('plus', 'monthly')).toMatchObject({
      least: { index: 3, outputs: 50 },
      most: { index: 8, outputs: 15 },
    });
    const { least, most } = plan('plus', 'monthly') ?? {};
    expect(least && told(least.margin)).toEqual({
      income: 12_000_000,
      margin: 11_000_000,
      percent: 91.66,
    });
    expect(most && told(most.margin)).toEqual({
      income: 12_000_000,
      margin: 9_000_000,
      percent: 75,
    });
  });
  test('that is free costs what it costs', () => {
    const { most } = plan('free', 'monthly') ?? {};
    expect(most && told(most.margin)).toEqual({ income: 0, margin: -200_000, percent: null });
  });
  test('of a card without costs has no figures', () => {
    const [first] = cardMargins(chatNow).plans;
    expect(first).toMatchObject({ least: null, most: null });
  });
});

test('a card that sells nothing has lines without an income', () => {
  const bare = { ...cardFiles.chatnow, packs: [] };
  const plans = bare.plans.map((each) => ({ ...each, monthly: null, annual: null }));
  const parsed = parseRateCard({ ...bare, plans });
  if (parsed.kind === 'invalid') throw new Error('invalid');
  const margins = cardMargins(parsed.card);
  expect(margins).toMatchObject({ cheapest: null, dearest: null, plans: [] });
  expect(margins.lines[0]).toMatchObject({ atCheapest: null, atDearest: null });
});

test('figures as large as a card can say stay exact', () => {
  const card = costing({ 0: 1_000_000_000, 8: 999_999_999 });
  const largest = 1_000_000_000;
  const [price] = card.prices;
  const [plus] = card.plans.filter(({ id }) => id === 'plus');
  if (price === undefined || plus?.monthly === undefined) throw new Error('the card has both');
  const grant = { kind: 'fixed', credits: largest, everyMonths: 1 };
  const parsed = parseRateCard({
    ...card,
    prices: [{ ...price, credits: 1 }, ...card.prices.slice(1)],
    plans: [
      { ...plus, monthly: { grant, priceCents: 100_000_000 }, annual: { grant, priceCents: 1 } },
    ],
  });
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  const [, annual] = cardMargins(parsed.card).plans;
  expect(annual?.most?.cost.over).toBe(12n * 10n ** 18n);
  expect(annual?.most?.margin.margin?.over).toBe(10_000n - 12n * 10n ** 18n);
});

const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const positive = fc.integer({ min: 1, max: 1_000_000 });

test('rounding down never tells more than there is, and never a whole one less', () => {
  fc.assert(
    fc.property(whole, positive, (over, under) => {
      const rounded = roundedDown(fraction(over, under));
      expect(rounded * under).toBeLessThanOrEqual(over);
      expect((rounded + 1) * under).toBeGreaterThan(over);
    }),
  );
});

test('a margin and its cost make the income, whatever the figures', () => {
  fc.assert(
    fc.property(positive, positive, positive, (income, under, cost) => {
      const earned = fraction(income, under);
      const left = difference(earned, fraction(cost, 1));
      expect(left.over + BigInt(cost) * left.under).toBe((earned.over * left.under) / earned.under);
      expect(percentOf(left, earned)).toBeLessThan(100);
    }),
  );
});

test('versions of a card go by their day, then by the number after it', () => {
  const ordered = ['2025-12-31.7', '2026-11-01', '2026-11-01.2', '2026-11-01.10', '2026-11-02'];
  expect(ordered.toReversed().toSorted(compareVersions)).toEqual(ordered);
  expect(compareVersions('2026-11-01', '2026-11-01')).toBe(0);
});
