import { randomUUID } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { router } from '../../src-main/rpc/router';
import type { TestStudio } from '../helpers/test-studio';
import {
  begun,
  bills,
  change,
  expectRightBooks,
  month,
  order,
  personal,
  plus,
  team,
  units,
} from './billing-flow';
import { balance, refusalOf, restart } from './flow';

const contract = {
  ...team,
  planId: 'enterprise',
  seats: 3,
  contract: { seats: 3, credits: 1_000, everyMonths: 1, priceCents: 9_900 },
} as const;

/** The same studio as a person at a terminal sees it. */
function terminalOf({ studio }: TestStudio): Pick<TestStudio, 'client'> {
  return { client: createRouterClient(router, { context: { studio, caller: 'terminal' } }) };
}

describe('a window and a terminal order at the same time', () => {
  test('under the same id: one order, and both hear the same of it', async () => {
    const flow = await begun(personal);
    const terminal = terminalOf(flow);
    const orderId = randomUUID();
    const wish = units('personal-unit', 2);
    const [first, second, third] = await Promise.all([
      order(flow, wish, orderId),
      order(terminal, wish, orderId),
      order(flow, wish, orderId),
    ]);
    expect([first.existed, second.existed, third.existed].sort()).toEqual([false, true, true]);
    expect(new Set([first, second, third].map((each) => JSON.stringify(each.order))).size).toBe(1);
    expect(await balance(flow)).toEqual({ available: 180, held: 0 });
    expect(bills(flow)).toHaveLength(2);
    expectRightBooks(flow);
  });

  test('under the same id with another content: one is placed, the other is refused', async () => {
    const flow = await begun(personal);
    const terminal = terminalOf(flow);
    const orderId = randomUUID();
    const answers = await Promise.allSettled([
      order(flow, units('personal-unit', 1), orderId),
      order(terminal, units('personal-unit', 5), orderId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(bills(flow)).toHaveLength(2);
    expectRightBooks(flow);
  });

  test('under ids of their own: each is an order, in the order in which they came', async () => {
    const flow = await begun(team);
    const terminal = terminalOf(flow);
    const add = { kind: 'add-seat', seat: null, name: 'Ada' } as const;
    const [first, second] = await Promise.all([order(flow, add), order(terminal, add)]);
    expect([first.order.number, second.order.number].sort()).toEqual([2, 3]);
    const { seats } = await flow.client.plan.state();
    expect(seats.map(({ id, active }) => [id, active])).toEqual(
      ['seat-1', 'seat-2', 'seat-3', 'seat-4'].map((id) => [id, true]),
    );
    expectRightBooks(flow);
  });

  test('what only one of them can have is refused to the other', async () => {
    const flow = await begun(plus);
    const terminal = terminalOf(flow);
    const shown = { cents: 2400 };
    const upgrade = (client: TestStudio['client']) =>
      client.plan.order({ orderId: randomUUID(), wish: change('pro'), accepted: shown });
    const refused = upgrade(flow.client).then(() => refusalOf(upgrade(terminal.client)));
    expect(await refused).toEqual({
      code: 'plan-unchanged',
      planId: 'pro',
      cadence: 'monthly',
    });
    expect(bills(flow)).toEqual([`${month(0)} plan 1 1200`, `${month(0)} upgrade 1 2400`]);
    expectRightBooks(flow);
  });

  test('a price that the other has changed meanwhile is not paid', async () => {
    const flow = await begun(plus);
    const wish = change('team');
    const { cents } = await flow.client.plan.preview({ wish });
    await order(terminalOf(flow), change('pro'));
    const late = flow.client.plan.order({ orderId: randomUUID(), wish, accepted: { cents } });
    expect(await refusalOf(late)).toMatchObject({ code: 'order-price-changed' });
    expect(bills(flow)).toHaveLength(2);
  });
});

describe('two windows that begin the same workspace', () => {
  test('with the same choice: it begins once', async () => {
    const flow = await begun(team);
    await terminalOf(flow).client.workspace.begin(team);
    expect(bills(flow)).toEqual([`${month(0)} plan 2 null`]);
  });

  test.each([
    ['seats', { ...team, seats: 5 }],
    ['seats left out', { ...team, seats: undefined }],
    [
      'figures of the contract',
      { ...contract, contract: { ...contract.contract, credits: 2_000 } },
    ],
  ])('with other %s: the second is refused, and told what has begun', async (_, choice) => {
    const flow = await begun(choice.planId === 'team' ? team : contract);
    expect(await refusalOf(terminalOf(flow).client.workspace.begin(choice))).toEqual({
      code: 'workspace-already-begun',
      cardId: 'ai-studios',
      planId: choice.planId,
    });
    expect(bills(flow)).toHaveLength(1);
  });
});

describe('a repeat after the working seat was changed', () => {
  test.each(['the same run', 'a restart'])('answers as the first time, in %s', async (when) => {
    const first = await begun(team);
    const orderId = randomUUID();
    const { order: placed } = await order(first, units('team-unit', 1), orderId);
    await first.client.plan.workAs({ seat: 'seat-2' });
    const flow = when === 'a restart' ? await restart(first) : first;
    const again = await order(flow, units('team-unit', 1), orderId);
    expect(again).toMatchObject({ existed: true, order: placed });
    expect(bills(flow)).toHaveLength(2);
  });

  test('also for a refusal: a pack that was not sold then is not sold now', async () => {
    const flow = await begun({ ...plus, planId: 'team', seats: 2 });
    const orderId = randomUUID();
    const buy = () => order(flow, { kind: 'buy-pack', packId: 'pack-small' }, orderId);
    expect(await refusalOf(buy())).toMatchObject({ code: 'pack-not-yet', left: 1200 });
    await flow.client.plan.workAs({ seat: 'seat-2' });
    expect(await refusalOf(buy())).toMatchObject({ code: 'pack-not-yet', left: 1200 });
  });

  test('which seat comes or goes is the person’s word: another one is another order', async () => {
    const flow = await begun({ ...team, seats: 3 });
    const orderId = randomUUID();
    await order(flow, { kind: 'remove-seat', seat: 'seat-2' }, orderId);
    const other = order(flow, { kind: 'remove-seat', seat: 'seat-3' }, orderId);
    expect(await refusalOf(other)).toEqual({ code: 'order-differs', orderId, field: 'seat' });
  });
});
