import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  entriesOf,
  freePlan,
  openFlow,
  refusalOf,
  restart,
  submissionOf,
  workingFlow,
} from './flow';

const february = '2026-03-01T00:00:00Z';

/** Batches of so many pictures each, at one credit a picture (A1); the free plan has 16 credits. */
const batchesOf = (flow: TestStudio, counts: readonly number[]) =>
  Promise.all(
    counts.map((count, index) => submissionOf(flow, { count, request: { seed: index * 100 } })),
  );

const lines = (flow: TestStudio) => entriesOf(flow, null);

describe('A5, B5 several batches of one press are held together', () => {
  test('all of them: each under its own id, each output with its own hold', async () => {
    const flow = await workingFlow();
    const batches = await batchesOf(flow, [2, 1, 3]);
    const { jobs } = await flow.client.jobs.submitTogether({ batches });
    expect(jobs.map(({ batchId }) => batchId)).toEqual(
      batches.flatMap(({ batchId, count }) => Array.from({ length: count }, () => batchId)),
    );
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 10, held: 0 });
    expect(flow.engine.orders).toHaveLength(6);
  });

  test('or none: what fits alone is not held when the last does not fit', async () => {
    const flow = await workingFlow();
    const before = await lines(flow);
    const batches = await batchesOf(flow, [5, 5, 7]);
    const refusal = await refusalOf(flow.client.jobs.submitTogether({ batches }));
    // The batches before it have taken ten of the sixteen.
    expect(refusal).toMatchObject({ code: 'not-enough-credits', needed: 7, available: 6 });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect(await lines(flow)).toEqual(before);
    expect((await flow.client.jobs.queue({ ended: 100 })).jobs).toEqual([]);
    expect(flow.engine.orders).toEqual([]);
  });

  test('or none: a request that can’t be made takes the others with it', async () => {
    const flow = await workingFlow();
    const [first, second] = await batchesOf(flow, [1, 1]);
    if (first === undefined || second === undefined) throw new Error('two batches');
    const wrong = { ...second, request: { ...second.request, prompt: '' } };
    const call = flow.client.jobs.submitTogether({ batches: [first, wrong] });
    expect(await refusalOf(call)).toEqual({ code: 'prompt-empty' });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });

  test('a price that changed refuses all of them', async () => {
    const flow = await workingFlow();
    const [first, second] = await batchesOf(flow, [1, 1]);
    if (first === undefined || second === undefined) throw new Error('two batches');
    const cheaper = { ...second, accepted: { ...second.accepted, total: 0 } };
    const call = flow.client.jobs.submitTogether({ batches: [first, cheaper] });
    expect(await refusalOf(call)).toMatchObject({ code: 'price-changed' });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });
});

describe('the same batches again', () => {
  test('answer with the same jobs and cost nothing more, at once and later', async () => {
    const flow = await workingFlow();
    const batches = await batchesOf(flow, [2, 2]);
    const answers = await Promise.all([
      flow.client.jobs.submitTogether({ batches }),
      flow.client.jobs.submitTogether({ batches }),
    ]);
    const ids = answers.map(({ jobs }) => jobs.map(({ id }) => id));
    expect(ids[0]).toEqual(ids[1]);
    await allEnded(flow);
    const again = await restart(flow);
    const late = await again.client.jobs.submitTogether({ batches });
    expect(late.jobs.map(({ id, state }) => [id, state.kind])).toEqual(
      ids[0]?.map((id) => [id, 'done']),
    );
    expect(await balance(again)).toEqual({ available: 12, held: 0 });
    expect(flow.engine.orders).toHaveLength(4);
  });

  test('stay refused after credit has come, each of them alone too', async () => {
    const flow = await openFlow({ testClock: null });
    await flow.client.workspace.begin(freePlan);
    const batches = await batchesOf(flow, [9, 9]);
    const refusal = await refusalOf(flow.client.jobs.submitTogether({ batches }));
    expect(refusal).toMatchObject({ code: 'not-enough-credits' });
    flow.clock.set(february);
    expect(await balance(flow)).toMatchObject({ held: 0 });
    expect(await refusalOf(flow.client.jobs.submitTogether({ batches }))).toEqual(refusal);
    for (const batch of batches) {
      expect(await refusalOf(flow.client.jobs.submit(batch))).toEqual(refusal);
    }
    const renewed = batches.slice(0, 1).map((batch) => ({ ...batch, batchId: randomUUID() }));
    expect((await flow.client.jobs.submitTogether({ batches: renewed })).jobs).toHaveLength(9);
  });

  test('with another content are refused, naming the field', async () => {
    const flow = await workingFlow();
    const batches = await batchesOf(flow, [1, 1]);
    await flow.client.jobs.submitTogether({ batches });
    const others = batches.map((batch, index) =>
      index === 0 ? batch : { ...batch, request: { ...batch.request, prompt: 'an owl' } },
    );
    expect(await refusalOf(flow.client.jobs.submitTogether({ batches: others }))).toMatchObject({
      code: 'submission-differs',
      field: 'prompt',
    });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
  });
});
