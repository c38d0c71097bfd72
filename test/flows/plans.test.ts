import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../src-shared/billing/instant';
import type { OrderWish } from '../../src-shared/contract/plan';
import { frozenClock } from '../helpers/frozen-clock';
import type { TestStudio } from '../helpers/test-studio';
import { allEnded, balance, freePlan, openFlow, refusalOf, restart, submit } from './flow';

const personal = { ...freePlan, planId: 'personal' } as const;
const team = { ...freePlan, planId: 'team', seats: 2 } as const;
const plus = { ...freePlan, cardId: 'chatnow', planId: 'plus' } as const;

async function begun(choice: Parameters<TestStudio['client']['workspace']['begin']>[0]) {
  const flow = await openFlow({ clock: frozenClock('2026-01-31T10:00:00Z') });
  await flow.client.workspace.begin(choice);
  return flow;
}

function order(flow: TestStudio, wish: OrderWish, orderId: string = randomUUID()) {
  return flow.client.plan.order({ orderId, wish, accepted: null });
}

const change = (planId: string, cadence: 'monthly' | 'annual' = 'monthly'): OrderWish => ({
  kind: 'change-plan',
  planId,
  cadence,
  contract: null,
});
const units = (addOnId: string, count: number): OrderWish => ({
  kind: 'buy-units',
  addOnId,
  count,
});

/** What was billed, oldest first, as `kind quantity cents`. */
function bills(flow: TestStudio): string[] {
  return flow.studio.ports.plans.invoices
    .all()
    .map(
      ({ at, kind, quantity, cents }) => `${isoOf(at).slice(0, 10)} ${kind} ${quantity} ${cents}`,
    );
}

describe('an order', () => {
  test('A10 A11 buys units that are usable at once, billed and granted each month', async () => {
    const flow = await begun(personal);
    const { balance: after } = await order(flow, units('personal-unit', 2));
    expect(after.available).toBe(180);
    flow.clock.set('2026-02-28T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 180, held: 0 });
    expect(bills(flow)).toEqual([
      '2026-01-31 plan 1 null',
      '2026-01-31 units 2 2000',
      '2026-02-28 plan 1 null',
      '2026-02-28 units 2 2000',
    ]);
  });

  test('clicked twice is one order, with the same answer', async () => {
    const flow = await begun(personal);
    const orderId = randomUUID();
    const first = await order(flow, units('personal-unit', 1), orderId);
    const second = await order(flow, units('personal-unit', 1), orderId);
    expect([first.existed, second.existed]).toEqual([false, true]);
    expect(second.order).toEqual(first.order);
    expect(await balance(flow)).toEqual({ available: 120, held: 0 });
    expect(bills(flow)).toHaveLength(2);
  });

  test('under a known id with another content is refused, naming the field', async () => {
    const flow = await begun(personal);
    const orderId = randomUUID();
    await order(flow, units('personal-unit', 1), orderId);
    expect(await refusalOf(order(flow, units('personal-unit', 2), orderId))).toEqual({
      code: 'order-differs',
      orderId,
      field: 'count',
    });
  });

  test('whose price is another by now is refused, and nothing is billed', async () => {
    const flow = await begun(plus);
    const call = flow.client.plan.order({
      orderId: randomUUID(),
      wish: change('pro'),
      accepted: { cents: 1 },
    });
    expect(await refusalOf(call)).toEqual({ code: 'order-price-changed', cents: 2400 });
    expect(bills(flow)).toEqual(['2026-01-31 plan 1 1200']);
  });

  test('in the very instant of a renewal is part of the new cycle', async () => {
    const flow = await begun(personal);
    flow.clock.set('2026-02-28T10:00:00Z');
    const { balance: after } = await order(flow, units('personal-unit', 1));
    expect(
      after.lots.map(({ startsAt, expiresAt }) => [isoOf(startsAt), isoOf(expiresAt)]),
    ).toEqual([
      ['2026-02-28T10:00:00.000Z', '2026-03-31T10:00:00.000Z'],
      ['2026-02-28T10:00:00.000Z', '2026-03-31T10:00:00.000Z'],
    ]);
  });

  test('with the clock set back is dated to the latest instant seen, and mints nothing', async () => {
    const flow = await begun(personal);
    flow.clock.set('2026-03-15T00:00:00Z');
    await balance(flow);
    flow.clock.set('2026-02-01T00:00:00Z');
    const { order: placed } = await order(flow, units('personal-unit', 1));
    expect(isoOf(placed.at)).toBe('2026-03-15T00:00:00.000Z');
    expect(await balance(flow)).toEqual({ available: 120, held: 0 });
  });

  test('survives a restart: the account is worked out anew and is the same', async () => {
    const flow = await begun(team);
    await order(flow, units('team-unit', 1));
    await order(flow, { kind: 'add-seat', seat: null, name: 'Ada' });
    await order(flow, { kind: 'end-plan' });
    const before = await flow.client.plan.state();
    const again = await restart(flow);
    expect(await again.client.plan.state()).toEqual(before);
  });
});

describe('a plan', () => {
  test('is upgraded at once, by the difference, to the same end of the cycle', async () => {
    const flow = await begun(plus);
    flow.clock.set('2026-02-10T00:00:00Z');
    const preview = await flow.client.plan.preview({ wish: change('pro') });
    expect(preview).toMatchObject({ effect: 'at-once', cents: 2400, credits: 1400 });
    await order(flow, change('pro'));
    expect(await balance(flow)).toEqual({ available: 2000, held: 0 });
    flow.clock.set('2026-02-28T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 2000, held: 0 });
    expect(bills(flow)).toEqual([
      '2026-01-31 plan 1 1200',
      '2026-02-10 upgrade 1 2400',
      '2026-02-28 plan 1 3600',
    ]);
  });

  test('is downgraded at the renewal, which can be taken back until then', async () => {
    const flow = await begun({ ...plus, planId: 'pro' });
    const preview = await flow.client.plan.preview({ wish: change('plus') });
    expect(preview).toMatchObject({ effect: 'at-cycle-end', cents: 0, credits: 0 });
    expect(isoOf(preview.at)).toBe('2026-02-28T10:00:00.000Z');
    await order(flow, change('plus'));
    await order(flow, { kind: 'keep-plan' });
    await order(flow, change('plus'));
    flow.clock.set('2026-02-28T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 600, held: 0 });
    expect((await flow.client.workspace.state()) as object).toMatchObject({ planId: 'plus' });
  });

  test('A12 A13 ends with its cycle, and its units with it', async () => {
    const flow = await begun(personal);
    await order(flow, units('personal-unit', 1));
    await order(flow, { kind: 'end-plan' });
    flow.clock.set('2026-02-28T09:59:59.999Z');
    expect(await balance(flow)).toEqual({ available: 120, held: 0 });
    flow.clock.set('2026-02-28T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    expect(await refusalOf(order(flow, units('personal-unit', 1)))).toEqual({
      code: 'plan-not-running',
    });
    const state = await flow.client.workspace.state();
    expect(state).toMatchObject({ kind: 'begun', planId: null, cadence: null, renewal: null });
  });

  test('that has ended is started anew with an anchor of its own', async () => {
    const flow = await begun(personal);
    await order(flow, { kind: 'end-plan' });
    flow.clock.set('2026-03-10T08:00:00Z');
    await order(flow, {
      kind: 'start-plan',
      planId: 'team',
      cadence: 'annual',
      contract: null,
      seats: 3,
    });
    const { plan, seats } = await flow.client.plan.state();
    expect(plan && isoOf(plan.cycle.endsAt)).toBe('2027-03-10T08:00:00.000Z');
    expect(seats.map(({ available }) => available)).toEqual([1800, 1800, 1800]);
  });

  test('by contract is begun with its figures, which are checked', async () => {
    const flow = await openFlow();
    const contract = { seats: 3, credits: 500, everyMonths: 1, priceCents: 9900 } as const;
    const enterprise = { ...freePlan, planId: 'enterprise' };
    const zero = { ...contract, seats: 0 };
    expect(
      await refusalOf(flow.client.workspace.begin({ ...enterprise, contract: zero })),
    ).toMatchObject({ code: 'contract-invalid', field: 'seats', value: 0 });
    await flow.client.workspace.begin({ ...enterprise, contract });
    const { seats } = await flow.client.plan.state();
    expect(seats.map(({ available }) => available)).toEqual([500, 500, 500]);
    expect(bills(flow)).toEqual(['2026-01-31 plan 3 29700']);
    expect(await refusalOf(order(flow, { kind: 'add-seat', seat: null, name: '' }))).toEqual({
      code: 'seats-full',
      room: 3,
    });
  });
});

describe('a seat', () => {
  test('added, removed and added again has one full allowance a cycle and one bill', async () => {
    const flow = await begun(team);
    await order(flow, { kind: 'add-seat', seat: null, name: 'Ada' });
    await order(flow, { kind: 'remove-seat', seat: 'seat-3' });
    await order(flow, { kind: 'add-seat', seat: 'seat-3', name: '' });
    const { seats } = await flow.client.plan.state();
    expect(seats.map(({ available }) => available)).toEqual([150, 150, 150]);
    flow.clock.set('2026-02-28T10:00:00Z');
    const after = await flow.client.plan.state();
    expect(after.seats.map(({ available }) => available)).toEqual([150, 150, 150]);
  });

  test('A10 spends its own credit and the pool’s, and no other seat’s', async () => {
    const flow = await begun(team);
    await order(flow, units('team-unit', 1));
    expect(await balance(flow)).toEqual({ available: 350, held: 0 });
    await flow.client.plan.workAs({ seat: 'seat-2' });
    expect(await balance(flow)).toEqual({ available: 350, held: 0 });
    expect(await refusalOf(flow.client.plan.workAs({ seat: 'seat-9' }))).toMatchObject({
      code: 'seat-unknown',
    });
  });
});

test('A14 what renews by itself is told before the purchase and in the week before the renewal', async () => {
  const flow = await begun(personal);
  const { words } = await flow.client.plan.preview({ wish: units('personal-unit', 1) });
  expect(words.join(' ')).toContain(
    'Personal add-on unit renews by itself on 28 Feb 2026 for $10 and grants 60 credits',
  );
  expect(words.join(' ')).toContain('can’t be refunded');
  await order(flow, units('personal-unit', 1));
  const quiet = await flow.client.workspace.state();
  expect(quiet.kind === 'begun' && quiet.renewsSoon).toEqual([]);
  flow.clock.set('2026-02-22T00:00:00Z');
  const soon = await flow.client.workspace.state();
  expect(soon.kind === 'begun' && soon.renewsSoon.join(' ')).toContain(
    'Personal add-on unit renews by itself on 28 Feb 2026 for $10',
  );
});

describe('B5 a pack', () => {
  const pack = { kind: 'buy-pack', packId: 'pack-small' } as const;

  /** ChatNow's free plan with all its 40 credits spent on twenty small pictures. */
  async function usedUp() {
    const flow = await begun({ ...plus, planId: 'free' });
    flow.studio.queue.work();
    const early = randomUUID();
    expect(await refusalOf(order(flow, pack, early))).toMatchObject({
      code: 'pack-not-yet',
      left: 40,
      cheapest: 2,
    });
    await submit(flow, { count: 20, request: { model: 'image-swift' } });
    await allEnded(flow);
    return { flow, early };
  }

  test('is sold once the allowance is used up, and B6 lapses with the period', async () => {
    const { flow } = await usedUp();
    const { balance: after } = await order(flow, pack);
    expect(after.available).toBe(200);
    flow.clock.set('2026-02-28T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 40, held: 0 });
    expect(bills(flow)).toEqual([
      '2026-01-31 plan 1 0',
      '2026-01-31 pack 1 500',
      '2026-02-28 plan 1 0',
    ]);
  });

  test('that was refused stays refused under its id, even when it is sold by now', async () => {
    const { flow, early } = await usedUp();
    expect(await refusalOf(order(flow, pack, early))).toMatchObject({ code: 'pack-not-yet' });
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
  });
});
