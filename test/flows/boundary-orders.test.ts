import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoOf } from '../../src-shared/billing/instant';
import type { OrderWish } from '../../src-shared/contract/plan';
import type { TestStudio } from '../helpers/test-studio';
import {
  begun,
  bills,
  change,
  expectRightBooks,
  expectSameAfterRestart,
  grants,
  justBefore,
  month,
  order,
  personal,
  plus,
  start,
  team,
  units,
} from './billing-flow';
import { balance, refusalOf, submit } from './flow';

const seatAgain: OrderWish = { kind: 'add-seat', seat: 'seat-2', name: '' };

async function withUnits(): Promise<{ flow: TestStudio; unit: string }> {
  const flow = await begun(team);
  const unit = randomUUID();
  await order(flow, units('team-unit', 3), unit);
  return { flow, unit };
}

describe('an order in the very millisecond in which a month starts', () => {
  test('comes after the month: what it cancels has renewed once more', async () => {
    const { flow, unit } = await withUnits();
    flow.clock.set(month(1));
    await order(flow, { kind: 'cancel-units', unit, count: 3 });
    expect(bills(flow).at(-1)).toBe(`${month(1)} units 3 9000`);
    flow.clock.set(month(2));
    expect(await balance(flow)).toEqual({ available: 150, held: 0 });
    expect(bills(flow).at(-1)).toBe(`${month(2)} plan 2 null`);
    await expectSameAfterRestart(flow);
  });

  test('a millisecond before, what it cancels does not renew', async () => {
    const { flow, unit } = await withUnits();
    flow.clock.set(justBefore(month(1)));
    await order(flow, { kind: 'cancel-units', unit, count: 2 });
    flow.clock.advance(1);
    expect(await balance(flow)).toEqual({ available: 150 + 200, held: 0 });
    expect(bills(flow).at(-1)).toBe(`${month(1)} units 1 3000`);
    await expectSameAfterRestart(flow);
  });

  test('A13 ends the plan with the cycle that has just begun, a millisecond before with the old one', async () => {
    const [late, early] = [await begun(personal), await begun(personal)];
    early.clock.set(justBefore(month(1)));
    await order(early, { kind: 'end-plan' });
    early.clock.advance(1);
    late.clock.set(month(1));
    await order(late, { kind: 'end-plan' });
    expect(await balance(early)).toEqual({ available: 0, held: 0 });
    expect(await balance(late)).toEqual({ available: 60, held: 0 });
    late.clock.set(month(2));
    expect(await balance(late)).toEqual({ available: 0, held: 0 });
    expect(bills(late)).toHaveLength(2);
    expect(bills(early)).toHaveLength(1);
    await expectSameAfterRestart(early);
    await expectSameAfterRestart(late);
  });

  test('A6 an upgrade tops up the grant of the month that has just begun', async () => {
    const flow = await begun(plus);
    flow.clock.set(month(1));
    const { order: placed } = await order(flow, change('pro'));
    expect(placed).toMatchObject({ at: Date.parse(month(1)), credits: 1400, cents: 2400 });
    expect(bills(flow).slice(1)).toEqual([`${month(1)} plan 1 1200`, `${month(1)} upgrade 1 2400`]);
    expect(await balance(flow)).toEqual({ available: 2000, held: 0 });
    await expectSameAfterRestart(flow);
  });

  test('A6 a seat removed and added again has one allowance and one bill', async () => {
    const flow = await begun(team);
    flow.clock.set(justBefore(month(1)));
    await order(flow, { kind: 'remove-seat', seat: 'seat-2' });
    flow.clock.advance(1);
    await order(flow, seatAgain);
    await order(flow, { kind: 'remove-seat', seat: 'seat-2' });
    await order(flow, seatAgain);
    expect(grants(flow).filter((line) => line.startsWith(month(1)))).toHaveLength(2);
    expect(bills(flow).slice(1)).toEqual([`${month(1)} plan 1 null`, `${month(1)} seat 1 null`]);
    await expectSameAfterRestart(flow);
  });

  test('a plan that has just ended is followed by a new one at once, with nothing of the old left', async () => {
    const flow = await begun(personal);
    await order(flow, units('personal-unit', 1));
    await order(flow, { kind: 'end-plan' });
    flow.clock.set(month(1));
    await order(flow, start('team', 3));
    expect(await balance(flow)).toEqual({ available: 150, held: 0 });
    expect(grants(flow).slice(2)).toEqual([
      `${month(1)} 150 subscription-2:0:base:seat-1`,
      `${month(1)} 150 subscription-2:0:base:seat-2`,
      `${month(1)} 150 subscription-2:0:base:seat-3`,
    ]);
    await expectSameAfterRestart(flow);
  });

  test('is refused for what has just been: nothing is billed, and the id stays refused', async () => {
    const flow = await begun(personal);
    await order(flow, { kind: 'end-plan' });
    flow.clock.set(month(1));
    const orderId = randomUUID();
    const buy = () => order(flow, units('personal-unit', 1), orderId);
    expect(await refusalOf(buy())).toEqual({ code: 'plan-not-running' });
    await order(flow, start('personal'));
    expect(await refusalOf(buy())).toEqual({ code: 'plan-not-running' });
    expect(bills(flow)).toHaveLength(2);
  });

  test('many in one millisecond are worked out anew in the same order', async () => {
    const flow = await begun(plus);
    flow.clock.set(month(1));
    const wishes: OrderWish[] = [
      change('pro'),
      change('team'),
      { kind: 'keep-plan' },
      change('free'),
      { kind: 'end-plan' },
      change('team', 'annual'),
    ];
    for (const wish of wishes) await order(flow, wish);
    const again = await expectSameAfterRestart(flow);
    again.clock.set(month(2));
    expect((await again.client.plan.state()).plan).toMatchObject({
      planId: 'team',
      cadence: 'annual',
    });
    expectRightBooks(again);
  });
});

describe('an order after months in which nobody looked', () => {
  test('finds every month done, each at its own instant, and jobs held anew at each', async () => {
    const { flow, unit } = await withUnits();
    await flow.client.jobs.pause();
    await submit(flow, { count: 4 });
    flow.clock.set(month(5));
    await order(flow, { kind: 'cancel-units', unit, count: 1 });
    const plans = bills(flow).filter((line) => line.includes(' plan '));
    expect(plans.map((line) => line.slice(0, 24))).toEqual([0, 1, 2, 3, 4, 5].map(month));
    expect(flow.studio.ports.jobs.unfinished().map(({ holds }) => holds)).toEqual([6, 6, 6, 6]);
    await expectSameAfterRestart(flow);
  });
});

describe('the clock is set back over several boundaries', () => {
  test('orders, jobs and restarts go on at the instant last seen, and months come once', async () => {
    const flow = await begun(team);
    flow.clock.set(month(4));
    await balance(flow);
    flow.clock.set(month(1));
    const { order: placed } = await order(flow, units('team-unit', 1));
    expect(isoOf(placed.at)).toBe(month(4));
    await flow.client.jobs.pause();
    await submit(flow, { count: 2 });
    const back = await expectSameAfterRestart(flow);
    await order(back, { kind: 'add-seat', seat: null, name: 'Ada' });
    back.clock.set(justBefore(month(4)));
    await order(back, { kind: 'remove-seat', seat: 'seat-2' });
    expect(
      new Set(
        grants(back)
          .slice(8)
          .map((line) => line.slice(0, 24)),
      ),
    ).toEqual(new Set([month(4)]));
    back.clock.set(month(7));
    await balance(back);
    const forth = await expectSameAfterRestart(back);
    const cycles = bills(forth).filter((line) => line.includes(' plan '));
    expect(cycles).toEqual([
      ...[0, 1, 2, 3, 4].map((number) => `${month(number)} plan 2 null`),
      ...[5, 6, 7].map((number) => `${month(number)} plan 2 null`),
    ]);
    const renewals = bills(forth).filter((line) => line.includes(' units '));
    expect(renewals.map((line) => line.slice(0, 24))).toEqual([4, 5, 6, 7].map(month));
  });

  test('and forward again and again: no month is done twice, none is left out', async () => {
    const flow = await begun(plus);
    for (const [there, back] of [
      [2, 0],
      [3, 1],
      [3, 2],
      [6, 0],
    ] as const) {
      flow.clock.set(month(there));
      await balance(flow);
      flow.clock.set(month(back));
      await order(flow, { kind: 'end-plan' });
      await order(flow, { kind: 'keep-plan' });
    }
    expect(grants(flow).map((line) => line.slice(0, 24))).toEqual([0, 1, 2, 3, 4, 5, 6].map(month));
    await expectSameAfterRestart(flow);
  });
});
