// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { daysOf } from '../../../src-renderer/plan/cycle-bar';
import { effectWords } from '../../../src-renderer/plan/offer-card';
import { offersFor } from '../../../src-renderer/plan/offers';
import { notYetWords } from '../../../src-renderer/plan/packs';
import { buttonWords, lineWords, titleOf } from '../../../src-renderer/plan/slip-words';
import { wishFor } from '../../../src-renderer/plan/wishes';
import { lapseWords } from '../../../src-renderer/ui/dates';
import { centsOf } from '../../../src-renderer/ui/money-field';
import {
  grantWords,
  planPriceWords,
  rolloverWords,
  seatName,
} from '../../../src-renderer/ui/plan-words';
import { withCadence } from '../../../src-renderer/ui/with-cadence';
import { credits } from '../../../src-shared/billing/credits';
import { noExpiry } from '../../../src-shared/billing/lots/lot';
import type { PlanState } from '../../../src-shared/contract/plan';
import { openPagePlan, type PagePlan } from '../../helpers/page-plan';
import { at } from '../../helpers/page-records';

let page: PagePlan | null = null;

afterEach(async () => {
  await page?.close();
  page = null;
});

type Start = Parameters<typeof openPagePlan>[0];

/** The plan of a workspace that was just begun, after `wishes`. */
async function planOf(start: Start, ...wishes: Wish[]): Promise<PlanState> {
  page = await openPagePlan(start);
  for (const wish of wishes) {
    await page.client.plan.order({ orderId: crypto.randomUUID(), wish, accepted: null });
  }
  return page.client.plan.state();
}

type Wish = Parameters<PagePlan['client']['plan']['order']>[0]['wish'];

const plus = { cardId: 'chatnow', planId: 'plus', cadence: 'monthly' } as const;
const day = () => 'that day';

describe('the offers of a card', () => {
  test('A6 each plan is there once, in the cadence that is looked at or the one it has', async () => {
    const state = await planOf({ cardId: 'ai-studios', planId: 'free', cadence: 'monthly' });
    const offered = offersFor(state, 'annual').map(({ planId, cadence }) => `${planId} ${cadence}`);
    expect(offered).toEqual([
      'free monthly',
      'personal annual',
      'team annual',
      'enterprise annual',
    ]);
  });

  test('say what is had, what comes at once with how much, and what waits', async () => {
    const state = await planOf(plus);
    const words = offersFor(state, 'monthly').map((offer) =>
      effectWords(offer, state, offer.effect === 'at-once' ? credits(1400) : null, day),
    );
    expect(words).toEqual([
      'From that day',
      'What you have',
      'At once: +1,400 until that day',
      'At once: +1,400 until that day',
    ]);
  });

  test('choosing what one has or what waits takes back whatever waits', async () => {
    const choice = { planId: 'free', cadence: 'monthly', contract: null } as const;
    const state = await planOf(plus, { kind: 'change-plan', ...choice });
    const wishes = offersFor(state, 'monthly').map((offer) => wishFor(offer, state).kind);
    expect(wishes).toEqual(['keep-plan', 'keep-plan', 'change-plan', 'change-plan']);
  });

  test('A6 a running contract is shown with its figures', async () => {
    const contract = { seats: 3, credits: 400, everyMonths: 1, priceCents: 9900 } as const;
    const state = await planOf({
      cardId: 'ai-studios',
      planId: 'enterprise',
      cadence: 'monthly',
      contract,
    });
    const [enterprise] = offersFor(state, 'monthly').filter(({ contract: open }) => open);
    expect(enterprise).toMatchObject({ effect: 'running', grant: { credits: 400 } });
    expect(enterprise && planPriceWords(enterprise)).toBe('$99 a month a seat');
  });
});

test('B5 a pack that is not sold yet says how much is left and what the cheapest output costs', async () => {
  const { packs } = await planOf(plus);
  const [pack] = packs;
  expect(pack && notYetWords(pack)).toBe(
    'Sold once the allowance is used up: 600 of it are left, and the cheapest picture or second costs 2.',
  );
  expect(pack && notYetWords({ ...pack, notYet: null })).toBeNull();
});

describe('a slip', () => {
  test('is headed by what it is about, also before the plan is known', async () => {
    const state = await planOf(plus);
    const wish = { kind: 'buy-pack', packId: 'pack-small' } as const;
    expect(titleOf(wish, state)).toBe('Buy Small pack');
    expect(titleOf(wish, null)).toBe('Buy a pack');
  });

  test('has the price on its button, or says that there is none', async () => {
    await planOf(plus);
    const told = (wish: Wish) => page?.client.plan.preview({ wish });
    const upgrade = {
      kind: 'change-plan',
      planId: 'pro',
      cadence: 'monthly',
      contract: null,
    } as const;
    const later = { ...upgrade, cadence: 'annual' } as const;
    const now = await told(upgrade);
    const then = await told(later);
    expect(now && buttonWords(upgrade, now, 'Monday')).toBe('Change · $24');
    expect(then && buttonWords(later, then, 'Monday')).toBe(
      'Change on Monday · nothing billed now',
    );
  });

  test('names seats as they are called', () => {
    const seats = [
      { id: 'seat-1', name: '' },
      { id: 'seat-2', name: 'Ann' },
    ];
    const line = {
      id: 'line',
      at: at(0),
      kind: 'seat',
      name: 'Team',
      seat: 'seat-2',
      quantity: 1,
      cents: 0,
      credits: credits(0),
      subscription: 'subscription-1',
      cycle: { startsAt: at(0), endsAt: at(1) },
    } as const;
    expect(lineWords(line, seats)).toBe('Ann on Team');
    expect(lineWords({ ...line, kind: 'pack', seat: 'seat-1' }, seats)).toBe('Team, for Seat 1');
    const units = { ...line, kind: 'units', seat: null, quantity: 2 } as const;
    expect(lineWords(units, seats)).toBe('2 × Team, shared by all seats');
  });
});

describe('words', () => {
  test('A6, B4 of a grant say how often it comes and to whom', () => {
    expect(grantWords({ credits: 60, everyMonths: 1 }, false)).toBe('60 credits a month');
    expect(grantWords({ credits: 1800, everyMonths: 12 }, true)).toBe(
      '1,800 credits a year, at once, each seat',
    );
  });

  test('of a price that nobody named say so', () => {
    const price = { cadence: 'monthly', perSeat: false, contract: false } as const;
    expect(planPriceWords({ ...price, priceCents: null })).toBe('price not on the card');
    expect(planPriceWords({ ...price, priceCents: null, contract: true })).toBe(
      'no price was entered',
    );
    expect(planPriceWords({ ...price, priceCents: 0 })).toBe('free');
    expect(planPriceWords({ ...price, priceCents: 1250 })).toBe('$12.50 a month');
  });

  test('B6 of rollover say how much stays', () => {
    expect(rolloverWords({ kind: 'none' })).toBe('Nothing rolls over');
    expect(rolloverWords({ kind: 'capped', credits: credits(300) })).toBe(
      'Up to 300 credits roll over',
    );
    expect(rolloverWords({ kind: 'cycles', cycles: 2 })).toBe(
      'What is left rolls over for 2 more grants',
    );
  });

  test('B6 of credit without a date say that it does not lapse', () => {
    expect(lapseWords({ expiresAt: noExpiry })).toBe('does not lapse');
    expect(lapseWords({ expiresAt: at(0) })).toMatch(/^lapses .*2026/);
  });

  test('of a seat without a name are its number', () => {
    expect(seatName({ id: 'seat-12', name: ' ' })).toBe('Seat 12');
    expect(seatName({ id: 'seat-12', name: 'Ann' })).toBe('Ann');
    expect(seatName({ id: 'seat-12', name: '\u202eAnn\u2066' })).toBe('Ann');
  });
});

test('days left of a cycle count each begun one, and never more than there are', () => {
  const cycle = { startsAt: at(0), endsAt: at(31 * 86_400_000) };
  expect(daysOf(cycle, at(0))).toEqual({ all: 31, left: 31 });
  expect(daysOf(cycle, at(1))).toEqual({ all: 31, left: 31 });
  expect(daysOf(cycle, at(30.5 * 86_400_000))).toEqual({ all: 31, left: 1 });
  expect(daysOf(cycle, at(40 * 86_400_000))).toEqual({ all: 31, left: 0 });
});

test('dollars become cents as they are written, and a part of a cent stays one', () => {
  const written = [0.29, 12.1, 1.005, 4503.99, 19.999];
  expect(written.map(centsOf)).toEqual([29, 1210, 100.5, 450_399, 1999.9]);
});

test('a contract with a month’s cycle grants every month', () => {
  const contract = { seats: 1, credits: 10, everyMonths: 12, priceCents: null } as const;
  const choice = { cadence: 'annual', contract } as const;
  expect(withCadence(choice, 'monthly').contract?.everyMonths).toBe(1);
  expect(withCadence(choice, 'annual').contract?.everyMonths).toBe(12);
});
