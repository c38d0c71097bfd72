import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { instant } from '../../src-shared/billing/instant';
import type { OrderWish } from '../../src-shared/contract/plan';
import { settlementOf } from '../../src-shared/jobs/job';
import { chatNow } from '../helpers/cards';
import type { TestStudio } from '../helpers/test-studio';
import { withRollover } from '../independent/script';
import {
  allEnded,
  balance,
  entriesOf,
  freePlan,
  inState,
  jobNow,
  openFlow,
  refusalOf,
  submissionOf,
  submit,
  submitOne,
  until,
  workingFlow,
} from './flow';

// Cases that users of other credit systems reported, by number and words, in a real studio. Those
// that need no studio are in test/shared/billing/edge-cases.test.ts.

const personal = { ...freePlan, planId: 'personal' } as const;
const unit: OrderWish = { kind: 'buy-units', addOnId: 'personal-unit', count: 1 };

function order(flow: TestStudio, wish: OrderWish, orderId: string = randomUUID()) {
  return flow.client.plan.order({ orderId, wish, accepted: null });
}

/** The kinds of all lines that were billed, oldest first. */
const billed = (flow: TestStudio) => flow.studio.ports.plans.invoices.all().map(({ kind }) => kind);

async function begun(choice: Parameters<TestStudio['client']['workspace']['begin']>[0]) {
  const flow = await openFlow();
  await flow.client.workspace.begin(choice);
  return flow;
}

/** ChatNow's rules under another name, in a version with another price of its Swift pictures. */
function cardOf(card: RateCard, version: string, credits: number): string {
  const prices = card.prices.map((price) =>
    price.tool === 'image' && price.model === 'image-swift' ? { ...price, credits } : price,
  );
  return JSON.stringify({ ...card, id: 'mine', name: 'Mine', version, prices });
}

test('case 5: the same top-up key twice: one credit, same response', async () => {
  const flow = await begun(personal);
  const orderId = randomUUID();
  const first = await order(flow, unit, orderId);
  const second = await order(flow, unit, orderId);
  expect(second.order).toEqual(first.order);
  expect(second.balance).toEqual(first.balance);
  expect(await balance(flow)).toEqual({ available: 120, held: 0 });
});

test('case 6: two concurrent settlements of one purchase add once', async () => {
  const flow = await begun(personal);
  const orderId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => order(flow, unit, orderId)));
  expect(answers.map(({ existed }) => existed).sort()).toEqual([false, true, true]);
  expect(await balance(flow)).toEqual({ available: 120, held: 0 });
  expect(billed(flow)).toEqual(['plan', 'units']);
  expect(await entriesOf(flow, null)).toEqual(['grant 60', 'grant 60']);
});

describe('case 7: a shortfall triggers no purchase, and none is repeated when it is declined', () => {
  // Tally has no automatic top-up. What credit does not pay for waits or is refused, with advice.
  test('a job that finds no credit waits, through any number of months, and nothing is bought', async () => {
    const flow = await begun(personal);
    await flow.client.jobs.pause();
    const [film] = await submit(flow, { count: 60 });
    await order(flow, { kind: 'change-plan', planId: 'free', cadence: 'monthly', contract: null });
    flow.clock.set('2027-01-31T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 0, held: 16 });
    const { jobs } = await flow.client.jobs.queue({ ended: 0 });
    expect(jobs.filter(({ held }) => held)).toHaveLength(16);
    expect(jobs.filter(({ held }) => !held).map(settlementOf)).toEqual(
      Array.from({ length: 44 }, () => 'waits for credit'),
    );
    expect(film && jobNow(flow, film.id).held).toBe(true);
    expect(new Set(billed(flow))).toEqual(new Set(['plan']));
    const { orders } = await flow.client.plan.orders({ before: null, limit: 50 });
    expect(orders.map(({ kind }) => kind)).toEqual(['change-plan', 'start-plan']);
  });
  test('a purchase that was refused is tried again by nobody', async () => {
    const flow = await begun({ ...freePlan, cardId: 'chatnow' });
    const pack: OrderWish = { kind: 'buy-pack', packId: 'pack-small' };
    const orderId = randomUUID();
    const refusal = await refusalOf(order(flow, pack, orderId));
    expect(refusal).toMatchObject({ code: 'pack-not-yet' });
    flow.studio.queue.work();
    await submit(flow, { count: 20, request: { model: 'image-swift' } });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    expect(await refusalOf(order(flow, pack, orderId))).toEqual(refusal);
    expect(billed(flow)).toEqual(['plan']);
  });
});

describe('case 8: what goes above a cap is reported, never silently dropped', () => {
  test('credit beyond a rollover cap lapses with an entry, a story and a place in the statement', async () => {
    const flow = await openFlow();
    const card = withRollover(chatNow, { plus: { kind: 'capped', credits: 250 } });
    await flow.client.cards.import({ text: cardOf(card, '2026-01-01', 2) });
    await flow.client.workspace.begin({ ...freePlan, cardId: 'mine', planId: 'plus' });
    flow.clock.set('2026-02-28T10:00:00Z');
    expect(await balance(flow)).toEqual({ available: 850, held: 0 });
    expect(await entriesOf(flow, null)).toEqual(['grant 600', 'expire 350', 'grant 600']);
    const { lines } = await flow.client.credits.statement({ before: null, limit: 9, jobId: null });
    const lapse = lines.find(({ kind }) => kind === 'expire');
    const { sentences } = await flow.client.insight.why({ entryId: lapse?.id ?? '' });
    expect(sentences.join(' ')).toContain('350');
    const { cycles } = await flow.client.invoices.cycles({ before: null, limit: 2 });
    expect(cycles.map(({ credits }) => credits.lapsed)).toEqual([0, 350]);
  });
  test('an order above a limit is refused with the limit, and nothing of it is bought', async () => {
    const flow = await begun(personal);
    const call = order(flow, { kind: 'buy-units', addOnId: 'personal-unit', count: 1001 });
    expect(await refusalOf(call)).toEqual({ code: 'unit-count-invalid', count: 1001, most: 1000 });
    expect(await balance(flow)).toEqual({ available: 60, held: 0 });
  });
});

test('case 11: a refused hold cannot be captured through any related id', async () => {
  const flow = await workingFlow();
  const submission = await submissionOf(flow, { count: 17 });
  const refusal = await refusalOf(flow.client.jobs.submit(submission));
  expect(refusal).toMatchObject({ code: 'not-enough-credits', missing: 1 });
  const { batchId } = submission;
  for (const jobId of [batchId, `${batchId}:0`, `${batchId}-0`, `${batchId}:16`]) {
    for (const call of [
      flow.client.jobs.cancel({ jobId }),
      flow.client.jobs.retry({ jobId, batchId: randomUUID() }),
    ]) {
      expect(await refusalOf(call)).toMatchObject({ code: 'job-unknown' });
    }
  }
  await order(flow, {
    kind: 'change-plan',
    planId: 'personal',
    cadence: 'monthly',
    contract: null,
  });
  expect(await refusalOf(flow.client.jobs.submit(submission))).toEqual(refusal);
  expect(await balance(flow)).toEqual({ available: 60, held: 0 });
  expect(flow.engine.orders).toEqual([]);
});

test('case 21: editing a plan definition leaves live balances untouched', async () => {
  const flow = await openFlow();
  await flow.client.cards.import({ text: cardOf(chatNow, '2026-01-01', 2) });
  await flow.client.workspace.begin({ ...freePlan, cardId: 'mine', planId: 'plus' });
  await flow.client.jobs.pause();
  const request = { model: 'image-swift', quality: 'basic' } as const;
  const held = await submitOne(flow, { request });
  const before = await balance(flow);
  const poorer: RateCard = {
    ...chatNow,
    plans: chatNow.plans.map((plan) => ({ ...plan, monthly: chatNow.plans[0]?.monthly ?? null })),
  };
  const { takenUp } = await flow.client.cards.import({ text: cardOf(poorer, '2026-01-31', 9) });
  expect(takenUp).toBe(true);
  expect(await balance(flow)).toEqual(before);
  expect(jobNow(flow, held.id).price).toBe(2);
  const dearer = await submitOne(flow, { request });
  expect(dearer.price).toBe(9);
  flow.clock.set('2026-02-28T10:00:00Z');
  expect(await balance(flow)).toEqual({ available: 600 - 11, held: 11 });
});

describe('case 24: what is told at a threshold is told at the very threshold, zero included', () => {
  test('credit of exactly the price is enough; with zero left one picture is one short', async () => {
    const flow = await workingFlow();
    await submit(flow, { count: 16 });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    const refusal = await refusalOf(flow.client.jobs.submit(await submissionOf(flow)));
    expect(refusal).toMatchObject({ code: 'not-enough-credits', available: 0, missing: 1 });
  });
  test('a renewal is announced from exactly a week before', async () => {
    const flow = await begun(personal);
    await order(flow, unit);
    const week = Date.parse('2026-02-28T10:00:00Z') - 7 * 86_400_000;
    const told = async (at: number) => {
      flow.clock.set(new Date(instant(at)).toISOString());
      const state = await flow.client.workspace.state();
      return state.kind === 'begun' ? state.renewsSoon.length : 0;
    };
    expect(await told(week - 1)).toBe(0);
    expect(await told(week)).toBe(2);
  });
});

describe('case 25: a running job shows «held», not «spent»; failure text agrees with the ledger', () => {
  test('while it runs, nothing of it is spent', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const job = await submitOne(flow);
    const running = await inState(flow, job.id, 'running');
    expect(settlementOf(running)).toBe('held');
    expect(await balance(flow)).toEqual({ available: 15, held: 1 });
    expect(await entriesOf(flow, job.id)).toEqual(['hold 1']);
    await until(
      () => flow.engine.orders.length,
      (count) => count === 1,
    );
    flow.engine.release();
    const done = await inState(flow, job.id, 'done');
    expect(settlementOf(done)).toBe('charged');
    expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'charge 1']);
  });
  test('one that was refused says «not charged», and the ledger released it', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'refuse', message: 'no foxes' });
    const job = await submitOne(flow);
    const failed = await inState(flow, job.id, 'failed');
    expect(settlementOf(failed)).toBe('not charged');
    expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'release 1']);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });
  test('one that waits for credit says so, and the ledger holds nothing for it', async () => {
    const flow = await begun(personal);
    await flow.client.jobs.pause();
    const jobs = await submit(flow, { count: 17 });
    await order(flow, { kind: 'end-plan' });
    flow.clock.set('2026-02-28T10:00:00Z');
    await balance(flow);
    const last = jobNow(flow, jobs.at(-1)?.id ?? '');
    expect(settlementOf(last)).toBe('waits for credit');
    expect(await entriesOf(flow, last.id)).toEqual(['hold 1', 'release 1']);
  });
});
