import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { credits } from '../../src-shared/billing/credits';
import { isoOf } from '../../src-shared/billing/instant';
import { aiStudios, chatNow } from '../helpers/cards';
import { frozenClock } from '../helpers/frozen-clock';
import type { TestStudio } from '../helpers/test-studio';
import {
  bills,
  change,
  expectRightBooks,
  expectSameAfterRestart,
  grants,
  month,
  order,
  units,
} from './billing-flow';
import { allEnded, balance, entriesOf, openFlow, submit } from './flow';

type Changes = (card: RateCard) => Partial<RateCard>;

/** A version of a card of one's own: pictures cost so many credits, and what else is said. */
function version(of: RateCard, day: string, price: number, changes: Changes = () => ({})) {
  const prices = of.prices.map((line) =>
    line.tool === 'image' ? { ...line, credits: price } : line,
  );
  const { id: _, ...rest } = of;
  return JSON.stringify({ ...rest, id: 'mine', version: day, prices, ...changes(of) });
}

async function begunWith(text: string, planId: string): Promise<TestStudio> {
  const flow = await openFlow({ clock: frozenClock(month(0)) });
  await flow.client.cards.import({ text });
  const choice = { cardId: 'mine', planId, cadence: 'monthly', timeZone: 'UTC' } as const;
  await flow.client.workspace.begin(choice);
  return flow;
}

describe('a version of the card that is taken up while jobs wait', () => {
  /** Three pictures of one credit wait; from mid-February on a picture costs five. */
  async function dearerSoon() {
    const flow = await begunWith(version(aiStudios, '2026-01-01', 1), 'personal');
    await flow.client.jobs.pause();
    const jobs = await submit(flow, { count: 3 });
    const { takenUp } = await flow.client.cards.import({
      text: version(aiStudios, '2026-02-15', 5),
    });
    expect(takenUp).toBe(true);
    return { flow, jobs };
  }

  test('leaves their prices and their holds, over its day, boundaries and a restart', async () => {
    const { flow, jobs } = await dearerSoon();
    flow.clock.set(month(2));
    expect(await balance(flow)).toEqual({ available: 57, held: 3 });
    const again = await expectSameAfterRestart(flow);
    await again.client.jobs.resume();
    again.studio.queue.work();
    await allEnded(again);
    expect(await balance(again)).toEqual({ available: 57, held: 0 });
    const [first] = jobs;
    expect((await entriesOf(again, first?.id ?? '')).at(-1)).toBe('charge 1');
    expectRightBooks(again);
  });

  test('is the price of what is tried again, from its day on and no sooner', async () => {
    const { flow, jobs } = await dearerSoon();
    await flow.client.jobs.cancelAll();
    const [first, second] = jobs;
    const retry = (jobId = '') => flow.client.jobs.retry({ jobId, batchId: randomUUID() });
    flow.clock.set('2026-02-14T23:59:59.999Z');
    expect((await retry(first?.id)).jobs.map(({ price }) => price)).toEqual([1]);
    flow.clock.advance(1);
    expect((await retry(second?.id)).jobs.map(({ price }) => price)).toEqual([5]);
    expect(await balance(flow)).toEqual({ available: 54, held: 6 });
    expectRightBooks(flow);
  });

  test('leaves the running plan’s grant and its units; a new order goes by the new one', async () => {
    const flow = await begunWith(version(aiStudios, '2026-01-01', 1), 'team');
    await order(flow, units('team-unit', 1));
    const more: Changes = ({ plans, addOns }) => ({
      plans: plans.map((plan) => {
        const { monthly } = plan;
        if (monthly?.grant.kind !== 'fixed') return plan;
        const grant = { ...monthly.grant, credits: credits(999) };
        return { ...plan, monthly: { grant, priceCents: 700 } };
      }),
      addOns: addOns.map((unit) => ({ ...unit, priceCents: 9_900 })),
    });
    await flow.client.cards.import({ text: version(aiStudios, '2026-02-01', 1, more) });
    flow.clock.set(month(1));
    await order(flow, units('team-unit', 1));
    flow.clock.set(month(2));
    await balance(flow);
    expect(bills(flow)).toEqual([
      `${month(0)} plan 1 null`,
      `${month(0)} units 1 3000`,
      `${month(1)} plan 1 null`,
      `${month(1)} units 1 3000`,
      `${month(1)} units 1 9900`,
      `${month(2)} plan 1 null`,
      `${month(2)} units 1 3000`,
      `${month(2)} units 1 9900`,
    ]);
    expect(grants(flow).filter((line) => line.includes(':base:'))).toEqual(
      [0, 1, 2].map((number) => `${month(number)} 150 subscription-1:${number}:base:seat-1`),
    );
    await order(flow, change('personal'));
    flow.clock.set(month(3));
    await balance(flow);
    expect(bills(flow).at(-1)).toBe(`${month(3)} plan 1 700`);
    expect(grants(flow).at(-1)).toBe(`${month(3)} 999 subscription-1:3:base:seat-1`);
    await expectSameAfterRestart(flow);
  });
});

describe('credit without a date', () => {
  const forEver: Changes = ({ packs }) => ({
    packs: packs.map((pack) => ({ ...pack, onlyWhenUsedUp: false, rollover: { kind: 'all' } })),
  });

  test('B6 outlives its plan, and nothing falls due any more', async () => {
    const flow = await begunWith(version(chatNow, '2026-01-01', 2, forEver), 'free');
    await order(flow, { kind: 'buy-pack', packId: 'pack-small' });
    await order(flow, { kind: 'end-plan' });
    const next = async () => (await flow.client.clock.show()).nextDue;
    const due = await next();
    expect(due && isoOf(due)).toBe(month(1));
    flow.clock.set(month(1));
    expect(await next()).toBeNull();
    expect(await balance(flow)).toEqual({ available: 200, held: 0 });
    flow.clock.set('2126-01-31T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 200, held: 0 });
    expect(grants(flow)).toHaveLength(2);
    await expectSameAfterRestart(flow);
  });
});
