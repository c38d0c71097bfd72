import { describe, expect, test } from 'vitest';
import { type RateCard, rateCardSchema } from '../../../../src-shared/billing/card/rate-card';
import { nextUnits } from '../../../../src-shared/billing/plan/next-units';
import { orderWords, renewalsWithin } from '../../../../src-shared/billing/plan/order-words';
import { placeOrder } from '../../../../src-shared/billing/plan/place-order';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { coreScript } from '../../../helpers/core-script';
import type { Operation } from '../../../independent/operations';
import {
  begin,
  buyUnits,
  change,
  end,
  keep,
  plan,
  removeSeat,
  start,
  submit,
} from '../../../independent/script';

const personal = plan('personal', 'monthly');
const cancelUnits = (unit: number, count: number): Operation => {
  return { kind: 'cancel-units', unit, count };
};
const keepUnits = (unit: number, count: number): Operation => {
  return { kind: 'keep-units', unit, count };
};

/** AI Studios, with a unit for one seat of Team and Personal too. */
const withSeatUnit: RateCard = rateCardSchema.parse({
  ...aiStudios,
  addOns: [
    ...aiStudios.addOns,
    {
      id: 'seat-unit',
      name: 'Seat unit',
      plans: ['personal', 'team'],
      credits: 9,
      priceCents: 200,
      wallet: 'seat',
    },
  ],
});

describe('A10 buying units', () => {
  test('Personal: 60 credits for $10 each, for that user', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 3));
    expect(story.lots()).toContain('seat-1 add-on 180: 180 to 2026-02-15');
    expect(story.invoices()).toContain('2026-01-15 units 3 for 3000');
  });
  test('Team: 200 credits for $30 each, shared by the whole workspace', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), buyUnits('team-unit', 2, 'seat-2'));
    expect(story.lots()).toContain('pool add-on 400: 400 to 2026-02-15');
    expect(story.invoices()).toContain('2026-01-15 units 2 for 6000');
    expect(story.spendable('seat-1')).toBe(150 + 400);
    expect(story.spendable('seat-2')).toBe(150 + 400);
  });
  test('at any time, and as often as wanted: each purchase stands by itself', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1));
    story.at('2026-02-14T23:59:59.999Z');
    story.does(buyUnits('personal-unit', 1), buyUnits('personal-unit', 1000));
    expect(story.spendable()).toBe(60 + 60 + 60 + 60_000);
    expect(story.life.account.subscription?.units.map(({ count }) => count)).toEqual([1, 1, 1000]);
  });
  test.each([0, -1, 1.5, 1001, Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    '%d of them is refused',
    (count) => {
      const story = coreScript(aiStudios, '2026-01-15');
      story.does(start(personal));
      const refusal = story.refusesFor('unit-count-invalid', buyUnits('personal-unit', count));
      expect(refusal).toMatchObject({ count, most: 1000 });
    },
  );
  test('only for the plans that the card says, and for seats that there are', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal));
    expect(story.refusesFor('add-on-unknown', buyUnits('team-unit', 1))).toMatchObject({
      planId: 'personal',
      known: ['personal-unit'],
    });
    story.refusesFor('seat-unknown', buyUnits('personal-unit', 1, 'seat-2'));
    story.does(change(plan('team', 'monthly')), { kind: 'add-seat', seat: null });
    story.does(removeSeat('seat-2'));
    story.refusesFor('seat-removed', buyUnits('team-unit', 1, 'seat-2'));
  });
  test('ChatNow sells none, to no plan', () => {
    const story = coreScript(chatNow, '2026-01-15');
    story.does(start(plan('plus', 'monthly')));
    expect(story.refusesFor('add-on-unknown', buyUnits('personal-unit', 1))).toMatchObject({
      known: [],
    });
  });
});

describe('A11 a bought unit', () => {
  test('is usable at once, after the base credit that lapses with it', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1), submit('film', 70));
    expect(story.lots()).toEqual([
      'seat-1 add-on 60: 50 + 10 held to 2026-02-15',
      'seat-1 base 60: 0 + 60 held to 2026-02-15',
    ]);
  });
  test('renews by itself each month, and is reset with the monthly plan', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal));
    story.at('2026-01-31');
    story.does(buyUnits('personal-unit', 2));
    story.at('2026-02-15');
    expect(story.lots()).toEqual([
      'seat-1 add-on 120: 120 to 2026-03-15',
      'seat-1 base 60: 60 to 2026-03-15',
    ]);
    expect(story.invoices('2026-01-31')).toEqual([
      '2026-01-31 units 2 for 2000',
      '2026-02-15 plan 1 for ?',
      '2026-02-15 units 2 for 2000',
    ]);
  });
  test('A9 under an annual plan comes each month too, and lapses with the year', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(plan('personal', 'annual')), buyUnits('personal-unit', 1));
    story.at('2026-12-31');
    const units = story.view().lots.filter(({ source }) => source === 'add-on');
    expect(units).toHaveLength(12);
    for (const lot of units) expect(lot.expiresAt).toBe(Date.UTC(2027, 0, 31));
    expect(units.map(({ startsAt }) => new Date(startsAt).toISOString().slice(5, 10))).toEqual([
      ...['01-31', '02-28', '03-31', '04-30', '05-31', '06-30'],
      ...['07-31', '08-31', '09-30', '10-31', '11-30', '12-31'],
    ]);
    expect(story.spendable()).toBe(720 + 720);
    story.at('2027-01-31');
    expect(story.spendable()).toBe(720 + 60);
  });
  test('bought at the very start of a month comes once in it', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(personal));
    story.at('2026-02-28');
    story.does(buyUnits('personal-unit', 1));
    expect(story.invoices('2026-02-28')).toHaveLength(2);
    story.at('2026-03-30');
    expect(story.view().lots.filter(({ source }) => source === 'add-on')).toHaveLength(1);
  });
  test('goes on at the terms of its purchase, whatever a later version of the card says', () => {
    const dearer: RateCard = {
      ...aiStudios,
      version: '2026-12-01',
      addOns: aiStudios.addOns.map((addOn) => ({ ...addOn, plans: ['free'], priceCents: 9999 })),
    };
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1));
    const wish = { kind: 'use-card', card: { id: dearer.id, version: dearer.version } } as const;
    expect(story.life.order(wish)).toBe('accepted');
    story.at('2027-02-15');
    expect(story.invoices('2027-02-15')).toContain('2027-02-15 units 1 for 1000');
  });
  test('of a version newer than the one of the plan renews like any other', () => {
    const { life, ...story } = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal));
    const newer = { ...withSeatUnit, version: '2026-12-01' };
    const order = {
      id: 'newer',
      at: life.now,
      wish: {
        kind: 'buy-units',
        card: { id: newer.id, version: newer.version },
        addOnId: 'seat-unit',
        count: 1,
        seat: 'seat-1',
      },
    } as const;
    const placed = placeOrder(life.account, order, () => newer);
    if (placed.kind === 'refused') throw new Error(placed.refusal.code);
    life.account = placed.step.account;
    story.at('2026-02-15');
    expect(story.lots()).toContain('seat-1 add-on 9: 9 to 2026-03-15');
  });
});

describe('A12 cancelling', () => {
  test('refunds nothing: credits stay to the end of the cycle and the unit does not renew', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 2), cancelUnits(0, 2));
    expect(story.spendable()).toBe(180);
    expect(story.invoices()).toHaveLength(2);
    story.at('2026-02-14');
    expect(story.spendable()).toBe(180);
    story.at('2026-02-15');
    expect(story.lots()).toEqual(['seat-1 base 60: 60 to 2026-03-15']);
    expect(story.invoices('2026-02-01')).toEqual(['2026-02-15 plan 1 for ?']);
  });
  test('under an annual plan the credits of all months stay to the end of the year', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('personal', 'annual')), buyUnits('personal-unit', 1));
    story.at('2026-03-20');
    story.does(cancelUnits(0, 1));
    story.at('2027-01-14');
    expect(story.spendable()).toBe(720 + 3 * 60);
    expect(story.invoices().filter((line) => line.includes('units'))).toHaveLength(3);
  });
  test('some of several: the others renew', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 5), cancelUnits(0, 2), cancelUnits(0, 1));
    story.refusesFor('unit-count-invalid', cancelUnits(0, 3));
    story.at('2026-02-15');
    expect(story.invoices('2026-02-01')).toContain('2026-02-15 units 2 for 2000');
    expect(story.life.account.subscription?.units).toMatchObject([{ count: 2, cancelled: 0 }]);
  });
  test('can be taken back until the next month starts', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 3), cancelUnits(0, 3), keepUnits(0, 2));
    story.refusesFor('unit-count-invalid', keepUnits(0, 2));
    story.at('2026-02-15');
    expect(story.invoices('2026-02-01')).toContain('2026-02-15 units 2 for 2000');
    story.refusesFor('unit-count-invalid', keepUnits(0, 1));
  });
  test.each([0, -1, 1.5, 4, Number.NaN])('%d of three is refused', (count) => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 3));
    story.refusesFor('unit-count-invalid', cancelUnits(0, count));
    story.refusesFor('unit-count-invalid', keepUnits(0, count));
  });
  test('what is over can be neither cancelled nor kept', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1), cancelUnits(0, 1));
    story.at('2026-02-15');
    story.refusesFor('units-unknown', cancelUnits(0, 1));
    story.refusesFor('units-unknown', keepUnits(0, 1));
    story.refusesFor('units-unknown', cancelUnits(7, 1));
  });
});

describe('A13 units and their plan', () => {
  test('without a plan none can be bought', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.refusesFor('plan-not-running', buyUnits('personal-unit', 1));
  });
  test('the end of the plan ends them; its being taken back does not', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 1), end, keep);
    story.at('2026-02-15');
    expect(story.spendable()).toBe(120);
    story.does(end);
    story.at('2026-03-15');
    expect(story.spendable()).toBe(0);
    story.does(start(personal));
    story.at('2026-04-15');
    expect(story.spendable()).toBe(60);
  });
  test('an upgrade to a plan that does not offer them counts as their cancellation', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(personal), buyUnits('personal-unit', 2), change(plan('team', 'monthly')));
    expect(story.spendable()).toBe(150 + 120);
    expect(story.refusesFor('add-on-unknown', keepUnits(0, 1))).toMatchObject({
      planId: 'team',
      known: ['team-unit'],
    });
    story.at('2026-02-15');
    expect(story.spendable()).toBe(150);
  });
  test('a change at the end of the cycle ends those that the new plan does not offer', () => {
    const story = coreScript(withSeatUnit, '2026-01-15');
    story.does(start(plan('team', 'monthly')), buyUnits('team-unit', 1), buyUnits('seat-unit', 1));
    story.does(change(personal));
    expect(story.spendable()).toBe(150 + 200 + 9);
    story.at('2026-02-15');
    expect(story.spendable()).toBe(60 + 9);
  });
  test('those of a removed seat do not renew, unless it is back by then', () => {
    const story = coreScript(withSeatUnit, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), buyUnits('seat-unit', 1, 'seat-2'));
    story.does(removeSeat('seat-2'));
    expect(story.lots()).toContain('seat-2 add-on 9: 9 to 2026-02-15');
    story.does({ kind: 'add-seat', seat: 'seat-2' });
    story.at('2026-02-15');
    expect(story.lots()).toContain('seat-2 add-on 9: 9 to 2026-03-15');
    story.does(removeSeat('seat-2'));
    story.at('2026-03-15');
    expect(story.lots()).toEqual(['seat-1 base 150: 150 to 2026-04-15']);
    expect(story.life.account.subscription?.units).toEqual([]);
  });
  test('those of the pool renew whoever bought them', () => {
    const story = coreScript(aiStudios, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), buyUnits('team-unit', 1, 'seat-2'));
    story.does(removeSeat('seat-2'));
    story.at('2026-02-15');
    expect(story.lots()).toContain('pool add-on 200: 200 to 2026-03-15');
  });
});

describe('A14 before a purchase', () => {
  const wordsOf = (story: ReturnType<typeof coreScript>, addOnId: string, count: number) => {
    const { life } = story;
    const card = { id: aiStudios.id, version: aiStudios.version };
    const wish = { kind: 'buy-units', card, addOnId, count, seat: 'seat-1' } as const;
    const order = { id: 'asked', at: life.now, wish };
    const placed = placeOrder(life.account, order, () => aiStudios);
    if (placed.kind === 'refused') throw new Error(placed.refusal.code);
    return orderWords({ before: life.account, order, step: placed.step, card: aiStudios }).join(
      ' ',
    );
  };
  test('plain words say that units renew by themselves, when, and for how much', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(plan('team', 'monthly')));
    const words = wordsOf(story, 'team-unit', 2);
    expect(words).toMatch(/400 credits at once/);
    expect(words).toMatch(
      /2 × Team add-on unit renews by itself on .*28.* for \$60 and grants 400/,
    );
    expect(words).toMatch(/can’t be refunded/);
    expect(words).toMatch(/stay usable to the end of the cycle/);
  });
  test('under an annual plan the next month is named, not the next year', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(plan('personal', 'annual')));
    expect(wordsOf(story, 'personal-unit', 1)).toMatch(
      /on .*28 Feb.* for \$10|on .*Feb.* 28.* for \$10/,
    );
  });
  test('of a plan that ends before, that they will not renew', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(personal), end);
    const words = wordsOf(story, 'personal-unit', 1);
    expect(words).toMatch(/does not renew; its credit stays usable until .*28/);
    expect(words).not.toMatch(/renews by itself/);
  });
  test('before a renewal, exactly what then renews is told', () => {
    const told = (story: ReturnType<typeof coreScript>) => {
      const { account, now } = story.life;
      return renewalsWithin(account, withSeatUnit, 31, now).filter((line) => /nit/.test(line));
    };
    const story = coreScript(withSeatUnit, '2026-01-15');
    story.does(start(plan('team', 'monthly', 2)), buyUnits('team-unit', 2));
    story.does(buyUnits('seat-unit', 3, 'seat-2'), cancelUnits(1, 1));
    expect(told(story)).toEqual([
      expect.stringMatching(/^2 × Team add-on unit renews by itself on .*15.* for \$60 and/),
      expect.stringMatching(/^2 × Seat unit renews by itself on .*15.* for \$4 and grants 18/),
    ]);
    story.does(removeSeat('seat-2'));
    expect(told(story)).toEqual([expect.stringMatching(/^2 × Team add-on unit renews/)]);
    story.does(change(personal));
    expect(told(story)).toEqual([]);
    story.does(keep, end);
    expect(told(story)).toEqual([]);
    expect(nextUnits(story.life.account)?.units).toEqual([]);
  });
  test('asking changes nothing', () => {
    const story = coreScript(aiStudios, '2026-01-31');
    story.does(start(personal), submit('fox', 1), begin('fox'));
    const before = structuredClone(story.life.account);
    wordsOf(story, 'personal-unit', 1);
    expect(story.life.account).toEqual(before);
  });
});
