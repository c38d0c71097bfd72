import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RateCard } from '../../../../src-shared/billing/card/rate-card';
import {
  type Contract,
  compareVersions,
  type PlanChoice,
  type PlanTerms,
  termsOf,
} from '../../../../src-shared/billing/plan/plan-terms';
import { aiStudios, chatNow, planOf } from '../../../helpers/cards';

function choose(card: RateCard, choice: Partial<PlanChoice>) {
  return termsOf(card, { planId: 'personal', cadence: 'monthly', contract: null, ...choice });
}

/** The terms of a choice that must be possible. */
function chosen(card: RateCard, choice: Partial<PlanChoice>): PlanTerms {
  const result = choose(card, choice);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal));
  return result.terms;
}

describe('A6 the grants of AI Studios', () => {
  test.each([
    ['free', 'monthly', 16, 1, false],
    ['personal', 'monthly', 60, 1, false],
    ['team', 'monthly', 150, 1, true],
    ['personal', 'annual', 720, 12, false],
    ['team', 'annual', 1800, 12, true],
  ] as const)('%s %s: %i credits every %i months', (planId, cadence, credits, everyMonths, seats) =>
    expect(chosen(aiStudios, { planId, cadence })).toMatchObject({
      card: { id: 'ai-studios', version: aiStudios.version },
      planId,
      cadence,
      grant: { credits, everyMonths },
      perSeat: seats,
      rollover: { kind: 'none' },
      contract: false,
    }),
  );
  test('Free has no annual plan', () =>
    expect(choose(aiStudios, { planId: 'free', cadence: 'annual' })).toEqual({
      kind: 'refused',
      refusal: {
        code: 'plan-unknown',
        planId: 'free',
        known: ['personal', 'team', 'enterprise'],
      },
    }));
  test('the card names no price of Personal and Team, so none is made up', () => {
    for (const planId of ['personal', 'team']) {
      for (const cadence of ['monthly', 'annual'] as const) {
        expect(chosen(aiStudios, { planId, cadence }).priceCents).toBeNull();
      }
    }
    expect(chosen(aiStudios, { planId: 'free' }).priceCents).toBe(0);
  });
});

describe('B3 B4 the grants of ChatNow: every month, by the year too', () => {
  test.each([
    ['free', 'monthly', 40, 0],
    ['plus', 'monthly', 600, 1200],
    ['plus', 'annual', 600, 12_000],
    ['pro', 'monthly', 2000, 3600],
    ['pro', 'annual', 2000, 36_000],
    ['team', 'monthly', 1200, 2400],
    ['team', 'annual', 1200, 24_000],
  ] as const)('%s %s: %i credits a month for %i cents', (planId, cadence, credits, priceCents) =>
    expect(chosen(chatNow, { planId, cadence })).toMatchObject({
      grant: { credits, everyMonths: 1 },
      priceCents,
    }),
  );
});

test('a plan that the card does not have is refused with those that it has', () => {
  const known = ['free', 'plus', 'pro', 'team'];
  for (const planId of ['personal', '', 'FREE', '__proto__']) {
    const refusal = { code: 'plan-unknown', planId, known };
    expect(choose(chatNow, { planId })).toEqual({ kind: 'refused', refusal });
  }
});

test('a monthly plan grants every month, whatever its card says of the year', () => {
  const odd: RateCard = {
    ...chatNow,
    plans: chatNow.plans.map((plan) => ({ ...plan, monthly: planOf(aiStudios, 'team').annual })),
  };
  expect(chosen(odd, { planId: 'plus' }).grant).toEqual({ credits: 1800, everyMonths: 1 });
});

describe('A6 Enterprise is as its contract says', () => {
  const figures: Contract = { seats: 12, credits: 400, everyMonths: 1, priceCents: 9900 };
  const enterprise = (contract: Partial<Contract> | null, cadence: 'monthly' | 'annual') =>
    choose(aiStudios, {
      planId: 'enterprise',
      cadence,
      contract: contract && { ...figures, ...contract },
    });

  test.each(['monthly', 'annual'] as const)('%s, it needs one', (cadence) =>
    expect(enterprise(null, cadence)).toEqual({
      kind: 'refused',
      refusal: { code: 'plan-needs-contract', planId: 'enterprise' },
    }),
  );
  test('its figures are the terms', () => {
    const annual = enterprise({ everyMonths: 12, priceCents: null }, 'annual');
    expect(annual).toMatchObject({
      terms: {
        grant: { credits: 400, everyMonths: 12 },
        priceCents: null,
        room: 12,
        perSeat: true,
        contract: true,
      },
    });
    expect(enterprise({}, 'monthly')).toMatchObject({
      terms: { grant: { credits: 400, everyMonths: 1 }, priceCents: 9900, room: 12 },
    });
    expect(enterprise({}, 'annual')).toMatchObject({ terms: { grant: { everyMonths: 1 } } });
  });
  test('a plan with figures of its own takes none', () =>
    expect(choose(aiStudios, { contract: figures })).toEqual({
      kind: 'refused',
      refusal: { code: 'plan-has-no-contract', planId: 'personal' },
    }));
  test.each([
    ['seats', 0],
    ['seats', -1],
    ['seats', 2.5],
    ['seats', 501],
    ['seats', 1e300],
    ['seats', Number.NaN],
    ['seats', Number.POSITIVE_INFINITY],
    ['credits', 0],
    ['credits', -60],
    ['credits', 0.5],
    ['credits', 1_000_000_001],
    ['credits', Number.MAX_SAFE_INTEGER + 1],
    ['credits', Number.NaN],
    ['priceCents', -1],
    ['priceCents', 9.99],
    ['priceCents', 100_000_001],
    ['priceCents', Number.NEGATIVE_INFINITY],
    ['priceCents', Number.NaN],
  ] as const)('%s can not be %d', (field, value) => {
    for (const cadence of ['monthly', 'annual'] as const) {
      expect(enterprise({ [field]: value }, cadence)).toMatchObject({
        kind: 'refused',
        refusal: { code: 'contract-invalid', field, value },
      });
    }
  });
  test('by the month there is no grant once a year: it would be twelve times too much', () =>
    expect(enterprise({ everyMonths: 12 }, 'monthly')).toEqual({
      kind: 'refused',
      refusal: { code: 'contract-invalid', field: 'everyMonths', value: 12, least: 1, most: 1 },
    }));
  test('every figure within its limits is taken, and the sums stay whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.option(fc.integer({ min: 0, max: 100_000_000 })),
        (seats, credits, priceCents) => {
          const result = enterprise({ seats, credits, priceCents }, 'annual');
          expect(result).toMatchObject({ terms: { room: seats, grant: { credits }, priceCents } });
          expect(Number.isSafeInteger(seats * credits * 12)).toBe(true);
          expect(Number.isSafeInteger(seats * (priceCents ?? 0) * 12)).toBe(true);
        },
      ),
    );
  });
  test('a contract for a plan without seats is for one', () => {
    const solo: RateCard = {
      ...aiStudios,
      plans: aiStudios.plans.map((plan) =>
        plan.id === 'enterprise' ? { ...plan, perSeat: false } : plan,
      ),
    };
    const ask = (seats: number) =>
      choose(solo, { planId: 'enterprise', contract: { ...figures, seats } });
    expect(ask(1)).toMatchObject({ terms: { room: 1, perSeat: false } });
    expect(ask(2)).toMatchObject({
      refusal: { code: 'contract-invalid', field: 'seats', most: 1 },
    });
  });
});

test('versions of a card go by their date and then by their number', () => {
  const versions = ['2026-11-01.10', '2026-11-01', '2027-01-01', '2026-11-01.2', '2026-02-28'];
  expect(versions.sort(compareVersions)).toEqual([
    ...['2026-02-28', '2026-11-01', '2026-11-01.2', '2026-11-01.10', '2027-01-01'],
  ]);
});
