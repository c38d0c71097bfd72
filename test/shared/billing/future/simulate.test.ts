import { describe, expect, test } from 'vitest';
import type { RateCard } from '../../../../src-shared/billing/card/rate-card';
import { credits } from '../../../../src-shared/billing/credits';
import type { SeatPace } from '../../../../src-shared/billing/future/pace';
import { simulate } from '../../../../src-shared/billing/future/simulate';
import { isoOf } from '../../../../src-shared/billing/instant';
import type { Wish } from '../../../../src-shared/billing/plan/order';
import { aiStudios, chatNow } from '../../../helpers/cards';
import { type Going, go, moment, nothingYet, orders } from '../../../helpers/standings';

const dayLength = 86_400_000;

type Choice = Partial<Extract<Wish, { kind: 'start-plan' }>>;

function start(card: RateCard, planId: string, more: Choice = {}): Wish {
  const { id, version } = card;
  const choice = { planId, cadence: 'monthly', contract: null, seats: 1, timeZone: 'UTC' } as const;
  return { kind: 'start-plan', card: { id, version }, ...choice, ...more };
}

/** A plan that started at noon of a day. */
function begun(card: RateCard, planId: string, on: string, more: Choice = {}) {
  const wishes = orders([on, start(card, planId, more)]);
  return go(card, nothingYet(moment(on)), { orders: wishes }).end;
}

function pace(amount: number, days = 1, seat = 'seat-1'): SeatPace[] {
  return [{ seat, pace: { credits: amount, days } }];
}

const words = ({ future }: Going) => future.events.map((event) => event.words);

describe('a month', () => {
  test('A7 A8 lapses, comes anew and is told in plain words', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const going = go(aiStudios, standing, { until: moment('2026-12-15'), spending: pace(1) });
    expect(words(going)).toEqual([
      'On 1 Dec 30 credits lapse unused',
      'On 1 Dec 60 credits come with Personal',
      'On 1 Dec Personal is billed; its price is not on the card',
    ]);
    expect(going.future.totals).toEqual({
      opening: 60,
      granted: 60,
      spent: 44,
      unmet: 0,
      lapsed: 30,
      cents: 0,
      unpriced: 1,
      closing: 46,
    });
  });

  test('is told with its year once that is another one', () => {
    const standing = begun(chatNow, 'plus', '2026-12-05');
    const going = go(chatNow, standing, { until: moment('2027-01-06') });
    expect(words(going)).toEqual([
      'On 5 Jan 2027 600 credits lapse unused',
      'On 5 Jan 2027 600 credits come with Plus',
      'On 5 Jan 2027 $12 is billed for Plus',
    ]);
  });

  test('its plot falls day by day, drops where credit lapses, and rises where it comes', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const { future } = go(aiStudios, standing, { until: moment('2026-12-02'), spending: pace(1) });
    const at = moment('2026-12-01');
    expect(future.points.filter((point) => point.at === at)).toEqual([
      { at, available: 30 },
      { at, available: 60 },
    ]);
    expect(future.points[0]).toEqual({ at: standing.at, available: 60 });
    expect(future.points[1]).toEqual({ at: standing.at + dayLength / 2, available: 59 });
  });

  test('B3 B4 a yearly plan is billed once and granted each month', () => {
    const standing = begun(chatNow, 'plus', '2026-11-01', { cadence: 'annual' });
    const { future } = go(chatNow, standing, { until: moment('2027-11-01') });
    expect(future.totals).toMatchObject({ granted: 12 * 600, lapsed: 12 * 600, cents: 12_000 });
  });

  test('nothing is billed for a plan that is free', () => {
    const standing = begun(aiStudios, 'free', '2026-11-01');
    const going = go(aiStudios, standing, { until: moment('2026-12-02') });
    expect(words(going).some((sentence) => sentence.includes('billed'))).toBe(false);
    expect(going.future.totals).toMatchObject({ cents: 0, unpriced: 0 });
  });
});

describe('a pace', () => {
  test('runs out within a day, and goes on when credit comes', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const going = go(aiStudios, standing, { until: moment('2026-12-03'), spending: pace(5, 2) });
    const { runsOutAt, totals, events } = going.future;
    expect(runsOutAt && isoOf(runsOutAt)).toBe('2026-11-25T12:00:00.000Z');
    // 2½ a day are 75 in thirty days, of which 60 are there.
    expect(events[0]).toEqual({
      at: runsOutAt,
      kind: 'ran-out',
      credits: 15,
      cents: null,
      words: 'On 25 Nov credit runs out: this pace would need 15 more until 1 Dec',
    });
    expect(totals).toMatchObject({ unmet: 15, lapsed: 0, spent: 65, closing: 55 });
  });

  test('is whole credits that add up to it', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01', { cadence: 'annual' });
    const { future } = go(aiStudios, standing, {
      until: moment('2027-02-09'),
      spending: pace(10, 7),
    });
    expect(future.totals.spent).toBe(Math.floor((100 * 10) / 7));
  });

  test('of a seat spends its own credit and the pool, never another seat’s', () => {
    const team = begun(aiStudios, 'team', '2026-11-01', { seats: 2 });
    const { id, version } = aiStudios;
    const unit: Wish = {
      kind: 'buy-units',
      card: { id, version },
      addOnId: 'team-unit',
      count: 1,
      seat: 'seat-2',
    };
    const going = go(aiStudios, team, {
      until: moment('2026-11-21'),
      orders: orders(['2026-11-01', unit]),
      spending: pace(30),
    });
    // 150 of its own and 200 of the pool, at 30 a day for twenty days.
    expect(going.future.totals).toMatchObject({ spent: 350, unmet: 250 });
    expect(going.end.lots.map((lot) => [lot.wallet.id, lot.available])).toEqual([['seat-2', 150]]);
  });

  test('of a seat ends when the seat is removed', () => {
    const team = begun(aiStudios, 'team', '2026-11-01', { seats: 2 });
    const removal: Wish = { kind: 'remove-seat', seat: 'seat-2' };
    const { future } = go(aiStudios, team, {
      until: moment('2026-11-21'),
      orders: orders(['2026-11-11', removal]),
      spending: pace(1, 1, 'seat-2'),
    });
    expect(future.totals).toMatchObject({ spent: 10, unmet: 0 });
  });
});

describe('orders', () => {
  const { id, version } = aiStudios;
  const card = { id, version };

  test('A10 A11 units are billed, granted and renewed', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const unit: Wish = {
      kind: 'buy-units',
      card,
      addOnId: 'personal-unit',
      count: 2,
      seat: 'seat-1',
    };
    const going = go(aiStudios, standing, {
      until: moment('2026-12-02'),
      orders: orders(['2026-11-10', unit]),
    });
    expect(words(going)).toEqual([
      'On 10 Nov 120 credits come with 2 × Personal add-on unit',
      'On 10 Nov $20 is billed for 2 × Personal add-on unit',
      'On 1 Dec 180 credits lapse unused',
      'On 1 Dec 60 credits come with Personal',
      'On 1 Dec 120 credits come with 2 × Personal add-on unit',
      'On 1 Dec $20 is billed for 2 × Personal add-on unit',
      'On 1 Dec Personal is billed; its price is not on the card',
    ]);
    expect(going.future.totals).toMatchObject({ cents: 4000, unpriced: 1 });
  });

  test('A11 several purchases of the same unit are told as one', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const unit = (count: number): Wish => {
      return { kind: 'buy-units', card, addOnId: 'personal-unit', count, seat: 'seat-1' };
    };
    const going = go(aiStudios, standing, {
      until: moment('2026-12-02'),
      orders: orders(['2026-11-10', unit(1)], ['2026-11-11', unit(2)]),
    });
    expect(words(going)).toContain('On 1 Dec 180 credits come with 3 × Personal add-on unit');
    expect(words(going)).toContain('On 1 Dec $30 is billed for 3 × Personal add-on unit');
  });

  test('A6 seats and upgrades say what they bring', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const upgrade: Wish = {
      kind: 'change-plan',
      card,
      planId: 'team',
      cadence: 'monthly',
      contract: null,
    };
    const seat: Wish = { kind: 'add-seat', seat: null, name: 'Ada' };
    const going = go(aiStudios, standing, {
      until: moment('2026-12-02'),
      orders: orders(['2026-11-10', upgrade], ['2026-11-20', seat]),
    });
    expect(words(going)).toEqual([
      'On 10 Nov the plan changes from Personal to Team, billed by the month',
      'On 10 Nov 90 credits come with the change to Team',
      'On 10 Nov the change to Team is billed; its price is not on the card',
      'On 20 Nov 150 credits come with another seat of Team',
      'On 20 Nov another seat of Team is billed; its price is not on the card',
      'On 1 Dec 300 credits lapse unused',
      'On 1 Dec 300 credits come with Team for 2 seats',
      'On 1 Dec Team for 2 seats is billed; its price is not on the card',
    ]);
  });

  test('A13 the end of a plan is told, and nothing comes after it', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const going = go(aiStudios, standing, {
      until: moment('2027-11-01'),
      orders: orders(['2026-11-10', { kind: 'end-plan' }]),
    });
    expect(words(going)).toEqual([
      'On 1 Dec 60 credits lapse unused',
      'On 1 Dec the plan Personal ends; nothing renews after it',
    ]);
    expect(going.end.account.subscription).toBeNull();
  });

  test('B5 a pack is refused while the allowance lasts, and sold once it does not', () => {
    const standing = begun(chatNow, 'plus', '2026-11-01');
    const wish: Wish = {
      kind: 'buy-pack',
      card: { id: chatNow.id, version: chatNow.version },
      packId: 'pack-small',
      seat: 'seat-1',
    };
    const buy = (spending: SeatPace[]) =>
      simulate(
        standing,
        {
          until: moment('2026-11-30'),
          orders: orders(['2026-11-20', wish]),
          spending,
          queue: 'runs',
        },
        () => chatNow,
      );
    const early = buy(pace(20));
    expect(early).toMatchObject({ kind: 'refused', refusal: { code: 'pack-not-yet', left: 220 } });
    const late = buy(pace(40));
    expect(late.kind === 'simulated' && words(late)).toContain(
      'On 20 Nov 200 credits come with Small pack',
    );
  });

  test('one that can’t be placed names itself; one after the end is not placed', () => {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const seat: Wish = { kind: 'add-seat', seat: null, name: '' };
    const course = {
      until: moment('2026-11-30'),
      orders: orders(['2026-11-20', seat]),
      spending: [],
      queue: 'runs',
    } as const;
    expect(simulate(standing, course, () => aiStudios)).toMatchObject({
      kind: 'refused',
      order: { id: 'order-1' },
      refusal: { code: 'plan-without-seats' },
    });
    const shorter = { ...course, until: moment('2026-11-19') };
    expect(simulate(standing, shorter, () => aiStudios).kind).toBe('simulated');
  });
});

describe('the queue', () => {
  /** Personal, with a job of 10 credits on hold and one of 55 that waits for credit. */
  function queued() {
    const standing = begun(aiStudios, 'personal', '2026-11-01');
    const [lot] = standing.lots;
    if (lot === undefined) throw new Error('nothing was granted');
    const part = { lotId: lot.id, credits: credits(10) };
    const wallets = ['seat-1', 'pool'];
    return {
      ...standing,
      lots: [{ ...lot, available: credits(50), held: credits(10) }],
      waiting: [
        { job: 'fox', credits: credits(10), wallets, held: [part], holds: 1 },
        { job: 'owl', credits: credits(55), wallets, held: [], holds: 0 },
      ],
    };
  }

  test('runs: what is on hold is spent, and what waits for credit as soon as it comes', () => {
    const { future, end } = go(aiStudios, queued(), { until: moment('2026-12-02'), queue: 'runs' });
    expect(future.totals).toMatchObject({
      opening: 60,
      granted: 60,
      spent: 65,
      lapsed: 50,
      closing: 5,
    });
    expect(end.waiting).toEqual([]);
    expect(future.points[0]?.available).toBe(50);
  });

  test('waits: holds move to the new lot, and in the order of the queue', () => {
    const { future, end } = go(aiStudios, queued(), {
      until: moment('2026-12-02'),
      queue: 'waits',
    });
    expect(future.totals).toMatchObject({
      opening: 60,
      granted: 60,
      spent: 0,
      lapsed: 60,
      closing: 60,
    });
    expect(end.waiting.map(({ job, holds, held }) => [job, holds, held.length])).toEqual([
      ['fox', 2, 1],
      ['owl', 0, 0],
    ]);
    expect(end.lots.map(({ available, held }) => [available, held])).toEqual([[50, 10]]);
  });
});
