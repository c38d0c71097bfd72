import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../src-shared/jobs/job';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  entriesOf,
  freePlan,
  inState,
  jobNow,
  openFlow,
  restart,
  submit,
} from './flow';

const renewal = '2026-02-28T10:00:00Z';

/** A paused queue with jobs of one credit each, on the free plan's 16 credits a month. */
async function waitingJobs(count: number): Promise<{ flow: TestStudio; jobs: readonly Job[] }> {
  const flow = await openFlow();
  await flow.client.workspace.begin(freePlan);
  await flow.client.jobs.pause();
  return { flow, jobs: await submit(flow, { count }) };
}

async function goOn(flow: TestStudio): Promise<void> {
  await flow.client.jobs.resume();
  flow.studio.queue.work();
  await allEnded(flow);
}

describe('a job that waits over the end of a cycle', () => {
  test('is held anew by the new cycle’s credit, at the price of its submission', async () => {
    const { flow, jobs } = await waitingJobs(3);
    flow.clock.set(renewal);
    expect(await balance(flow)).toEqual({ available: 13, held: 3 });
    expect(await entriesOf(flow, jobs[0]?.id ?? '')).toEqual(['hold 1', 'release 1', 'hold 1']);
    await goOn(flow);
    expect(await balance(flow)).toEqual({ available: 13, held: 0 });
    const [first] = jobs;
    expect(await entriesOf(flow, first?.id ?? '')).toEqual([
      'hold 1',
      'release 1',
      'hold 1',
      'charge 1',
    ]);
  });

  test('is held anew at every boundary, however many are caught up at once', async () => {
    const { flow, jobs } = await waitingJobs(1);
    flow.clock.set('2026-06-30T10:00:00Z');
    const again = await restart(flow);
    expect(await balance(again)).toEqual({ available: 15, held: 1 });
    expect(jobNow(again, jobs[0]?.id ?? '')).toMatchObject({ held: true, holds: 6 });
    await goOn(again);
    expect(await balance(again)).toEqual({ available: 15, held: 0 });
  });

  test('is cancelled afterwards: the new credit comes back, the old does not', async () => {
    const { flow, jobs } = await waitingJobs(2);
    flow.clock.set(renewal);
    for (const { id } of jobs) await flow.client.jobs.cancel({ jobId: id });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });

  test('is cancelled at the boundary itself, before anybody noticed it', async () => {
    const { flow, jobs } = await waitingJobs(2);
    flow.clock.set(renewal);
    const [first] = jobs;
    await flow.client.jobs.cancel({ jobId: first?.id ?? '' });
    expect(await balance(flow)).toEqual({ available: 15, held: 1 });
  });
});

describe('a job that finds too little credit at a boundary', () => {
  /** Sixteen jobs wait when the plan ends: nothing comes that could hold them anew. */
  async function withoutCredit() {
    const { flow, jobs } = await waitingJobs(16);
    const wish = { kind: 'end-plan' } as const;
    await flow.client.plan.order({ orderId: randomUUID(), wish, accepted: null });
    flow.clock.set(renewal);
    await balance(flow);
    await flow.client.jobs.resume();
    flow.studio.queue.work();
    return { flow, jobs };
  }

  test('waits for credit, says so, and is not begun', async () => {
    const { flow, jobs } = await withoutCredit();
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    const queue = await flow.client.jobs.queue({ ended: 0 });
    expect(queue.waitReasons[jobs[0]?.id ?? '']).toEqual({ kind: 'needs-credit', credits: 1 });
    expect(flow.engine.orders).toHaveLength(0);
  });

  test('is held and made as soon as credit comes, in the order of the queue', async () => {
    const { flow, jobs } = await withoutCredit();
    await flow.client.plan.order({
      orderId: randomUUID(),
      wish: { kind: 'start-plan', planId: 'free', cadence: 'monthly', contract: null, seats: 1 },
      accepted: null,
    });
    await allEnded(flow);
    expect(flow.engine.orders).toHaveLength(16);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    for (const { id } of jobs) await inState(flow, id, 'done');
  });

  test('can be cancelled, and nothing comes of it', async () => {
    const { flow } = await withoutCredit();
    await flow.client.jobs.cancelAll();
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
  });

  test('is still waiting for credit after a restart', async () => {
    const { flow, jobs } = await withoutCredit();
    const again = await restart(flow);
    expect(jobNow(again, jobs[3]?.id ?? '')).toMatchObject({ held: false, holds: 1 });
    expect(again.engine.orders).toHaveLength(0);
  });
});
