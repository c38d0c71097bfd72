import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { instant, isoOf } from '../../src-shared/billing/instant';
import type { WhatIfInput } from '../../src-shared/contract/forecast';
import type { OrderWish } from '../../src-shared/contract/plan';
import { frozenClock } from '../helpers/frozen-clock';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  freePlan,
  openFlow,
  refusalOf,
  restart,
  submit,
  submitOne,
} from './flow';

const personal = { ...freePlan, planId: 'personal' } as const;
const dayLength = 86_400_000;
const start = '2026-01-31T10:00:00Z';

async function begun(choice: Parameters<TestStudio['client']['workspace']['begin']>[0] = personal) {
  const flow = await openFlow({ clock: frozenClock(start) });
  await flow.client.workspace.begin(choice);
  return flow;
}

/** Makes so many pictures and lets them be delivered. */
async function make(flow: TestStudio, count: number): Promise<void> {
  flow.studio.queue.work();
  await submit(flow, { count });
  await allEnded(flow);
}

/** A question of what would be from now on, with nothing changed but what is said. */
function question(flow: TestStudio, changes: Partial<WhatIfInput> = {}): WhatIfInput {
  const from = flow.studio.ports.time.now();
  return { from, until: from + 90 * dayLength, orders: [], pace: null, prices: [], ...changes };
}

const noUse = { credits: 0, days: 1 };

function order(flow: TestStudio, wish: OrderWish) {
  return flow.client.plan.order({ orderId: randomUUID(), wish, accepted: null });
}

/** Every row of every table, and the bytes that lie on the disk. */
function everything({ studio }: TestStudio) {
  const { database, ledger } = studio.ports;
  const names = database
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table'")
    .all();
  const tables = names.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()]);
  const files = [database.name, `${database.name}-wal`].map((path) =>
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  );
  return { tables, tip: ledger.tip(), files };
}

/** What the ledger and the invoices say of a stretch of time. */
async function happened(flow: TestStudio, after: number) {
  const page = await flow.client.credits.statement({ before: null, limit: 500, jobId: null });
  const lines = page.lines.filter(({ at }) => at > after);
  const sum = (kind: string) =>
    lines.filter((line) => line.kind === kind).reduce((total, line) => total + line.credits, 0);
  const bills = flow.studio.ports.plans.invoices.all().filter(({ at }) => at > after);
  return {
    granted: sum('grant'),
    expired: sum('expire'),
    cents: bills.reduce((total, { cents }) => total + (cents ?? 0), 0),
    unpriced: bills.filter(({ cents }) => cents === null).length,
  };
}

describe('a question', () => {
  test('touches nothing: no row of any table and no byte of the file is another one', async () => {
    const flow = await begun();
    await make(flow, 3);
    flow.clock.advance(20 * dayLength);
    await balance(flow);
    const { client } = flow;
    const before = everything(flow);
    await client.forecast.next({ days: 365 });
    const units: OrderWish = { kind: 'buy-units', addOnId: 'personal-unit', count: 3 };
    const end: OrderWish = { kind: 'end-plan' };
    const { from } = question(flow);
    const orders = [units, end].map((wish, index) => ({ at: from + index * 1000, wish }));
    await client.forecast.whatIf(question(flow, { orders, pace: { credits: 9, days: 1 } }));
    await client.forecast.whatIf(question(flow, { from: from - 10 * dayLength }));
    const seat: OrderWish = { kind: 'add-seat', seat: null, name: '' };
    const refused = question(flow, { orders: [{ at: from, wish: seat }] });
    expect(await refusalOf(client.forecast.whatIf(refused))).toMatchObject({
      code: 'plan-without-seats',
    });
    expect(everything(flow)).toEqual(before);
  });

  test('before the workspace has begun, or without any time to look at, is refused', async () => {
    const flow = await openFlow();
    const { forecast } = flow.client;
    expect(await refusalOf(forecast.next({ days: 30 }))).toEqual({ code: 'workspace-not-begun' });
    const asked = question(flow);
    expect(await refusalOf(forecast.whatIf(asked))).toEqual({ code: 'workspace-not-begun' });
    await flow.client.workspace.begin(personal);
    for (const until of [asked.from, 0, Number.MIN_SAFE_INTEGER]) {
      const refusal = await refusalOf(forecast.whatIf({ ...asked, until }));
      expect(refusal.code).toBe('span-invalid');
    }
  });

  test('looks twenty years ahead at most, and not before there was a plan', async () => {
    const flow = await begun();
    const now = flow.studio.ports.time.now();
    flow.clock.advance(dayLength);
    const asked = { from: 0, until: Number.MAX_SAFE_INTEGER };
    const { asItIs } = await flow.client.forecast.whatIf(question(flow, asked));
    expect(asItIs.from).toBe(now);
    expect(isoOf(asItIs.until).slice(0, 7)).toBe('2046-02');
    expect(asItIs.totals.granted).toBe(20 * 12 * 60);
    expect(asItIs.points.length).toBeLessThanOrEqual(400);
  });
});

describe('with nothing else happening, what was forecast happens', () => {
  const plans = [
    ['A8 A11', personal, { kind: 'buy-units', addOnId: 'personal-unit', count: 2 }],
    ['A6', { ...personal, cadence: 'annual' }, { kind: 'end-plan' }],
    ['A6 A7', { ...freePlan, planId: 'team', seats: 3 }, { kind: 'remove-seat', seat: 'seat-2' }],
    [
      'B3 B4',
      { ...freePlan, cardId: 'chatnow', planId: 'plus', cadence: 'annual' },
      { kind: 'change-plan', planId: 'pro', cadence: 'annual', contract: null },
    ],
    ['B6', { ...freePlan, cardId: 'chatnow', planId: 'plus' }, { kind: 'end-plan' }],
  ] as const;

  test.each(plans)('%s %o', async (_, choice, wish) => {
    const flow = await begun(choice);
    flow.clock.advance(5 * dayLength);
    await order(flow, wish);
    const asked = question(flow, { until: instant(Date.parse('2027-06-30')), pace: noUse });
    const { asItIs } = await flow.client.forecast.whatIf(asked);
    flow.clock.set(isoOf(asItIs.until));
    await balance(flow);
    const { totals } = asItIs;
    expect(await happened(flow, asItIs.from)).toEqual({
      granted: totals.granted,
      expired: totals.lapsed,
      cents: totals.cents,
      unpriced: totals.unpriced,
    });
    const left = flow.studio.ports.ledger.liveLots();
    expect(left.reduce((total, lot) => total + lot.available + lot.held, 0)).toBe(totals.closing);
  });

  test('an order that was tried does what it was said to do', async () => {
    const flow = await begun();
    const wish: OrderWish = { kind: 'buy-units', addOnId: 'personal-unit', count: 2 };
    const at = flow.studio.ports.time.now() + 10 * dayLength;
    const { changed } = await flow.client.forecast.whatIf(
      question(flow, { orders: [{ at, wish }], pace: noUse }),
    );
    flow.clock.advance(10 * dayLength);
    await order(flow, wish);
    flow.clock.set(isoOf(changed.until));
    await balance(flow);
    expect(await happened(flow, changed.from)).toMatchObject({
      granted: changed.totals.granted,
      expired: changed.totals.lapsed,
      cents: changed.totals.cents,
    });
  });

  test('waiting jobs of a paused queue are held anew at each turn, as was said', async () => {
    const flow = await begun();
    await flow.client.jobs.pause();
    await submit(flow, { count: 40 });
    const { asItIs } = await flow.client.forecast.whatIf(question(flow, { pace: noUse }));
    // Forty of the sixty are on hold, so every month the other twenty lapse and the forty do with their lot.
    expect(asItIs.totals).toMatchObject({ opening: 60, spent: 0, lapsed: 180, closing: 60 });
    expect(asItIs.points.at(-1)?.available).toBe(20);
    flow.clock.set(isoOf(asItIs.until));
    expect(await balance(flow)).toEqual({ available: 20, held: 40 });
  });

  test('a queue at work spends what it holds', async () => {
    const flow = await begun();
    await submitOne(flow);
    const { asItIs } = await flow.client.forecast.whatIf(question(flow, { pace: noUse }));
    expect(asItIs.totals).toMatchObject({ opening: 60, spent: 1, lapsed: 59 + 120, closing: 60 });
  });
});

describe('the forecast', () => {
  test('reads the pace from what was charged, day by day', async () => {
    const flow = await begun();
    for (const count of [2, 5, 4]) {
      await make(flow, count);
      flow.clock.advance(dayLength);
    }
    const found = await flow.client.forecast.next({ days: 30 });
    expect(found.usual?.pace).toEqual({ credits: 11, days: 3 });
    expect(found.sentences).toEqual([
      '11 credits were used in the last 3 days.',
      'At this pace credit lasts until 16 Feb.',
      'How early or late that may be can be told after two weeks.',
      'On 28 Feb 60 credits come with Personal.',
      'If unused, 49 credits lapse on 28 Feb: enough for 49 pictures with Image generator or 49 seconds of video with Prompt-based video.',
      'At this pace nothing of that lapses.',
    ]);
    const again = await restart(flow, false);
    expect(await again.client.forecast.next({ days: 30 })).toEqual(found);
  });

  test('asked of the past answers what it would have answered then', async () => {
    const flow = await begun();
    for (const count of [1, 2, 3, 4]) {
      await make(flow, count);
      flow.clock.advance(dayLength);
    }
    const asked = question(flow, { pace: { credits: 2, days: 1 } });
    const then = await flow.client.forecast.whatIf(asked);
    expect(then.pace.asItIs).toEqual({ credits: 10, days: 4 });
    flow.clock.advance(dayLength / 24);
    await order(flow, { kind: 'buy-units', addOnId: 'personal-unit', count: 1 });
    await make(flow, 30);
    flow.clock.advance(60 * dayLength);
    await make(flow, 7);
    await order(flow, { kind: 'end-plan' });
    expect(await flow.client.forecast.whatIf(asked)).toEqual(then);
  });
});
