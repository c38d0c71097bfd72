import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import {
  allEnded,
  balance,
  entriesOf,
  freePlan,
  inState,
  openFlow,
  refusalOf,
  restart,
  submissionOf,
  submit,
  submitOne,
  workingFlow,
} from './flow';

const february = '2026-03-01T00:00:00Z';

describe('the same id again', () => {
  test('with the same content answers the same and costs nothing more', async () => {
    const flow = await workingFlow();
    const submission = await submissionOf(flow, { count: 2 });
    const answers = await Promise.all([
      flow.client.jobs.submit(submission),
      flow.client.jobs.submit(submission),
    ]);
    const ids = answers.map(({ jobs }) => jobs.map(({ id }) => id));
    expect(ids[0]).toEqual(ids[1]);
    await allEnded(flow);
    const late = await flow.client.jobs.submit(submission);
    expect(late.jobs.map(({ id, state }) => [id, state.kind])).toEqual(
      ids[0]?.map((id) => [id, 'done']),
    );
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
    expect(flow.engine.orders).toHaveLength(2);
  });

  test('after a restart, too', async () => {
    const flow = await workingFlow();
    const submission = await submissionOf(flow, { count: 2 });
    await flow.client.jobs.submit(submission);
    const again = await restart(flow);
    await again.client.jobs.submit(submission);
    await allEnded(again);
    expect(await balance(again)).toEqual({ available: 14, held: 0 });
  });

  const others: [string, Partial<ImageRequest>][] = [
    ['prompt', { prompt: 'an owl' }],
    ['negativePrompt', { negativePrompt: 'snow' }],
    ['style', { style: 'oil' }],
    ['quality', { quality: 'premium' }],
    ['width', { width: 768 }],
    ['height', { height: 768 }],
    ['seed', { seed: 8 }],
  ];
  test.each(others)('with another %s is refused, naming it', async (field, request) => {
    const flow = await workingFlow();
    const batchId = randomUUID();
    await submit(flow, { batchId });
    const other = await submissionOf(flow, { batchId, request });
    const refusal = await refusalOf(flow.client.jobs.submit(other));
    expect(refusal).toEqual({ code: 'submission-differs', batchId, field });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 15, held: 0 });
  });

  test('with another count is refused, naming it, whether it was queued or refused', async () => {
    const flow = await workingFlow();
    const queued = randomUUID();
    await submit(flow, { batchId: queued, count: 2 });
    const differs = { code: 'submission-differs', field: 'count' };
    const more = await submissionOf(flow, { batchId: queued, count: 3 });
    expect(await refusalOf(flow.client.jobs.submit(more))).toMatchObject(differs);
    const refused = randomUUID();
    const tooMany = await submissionOf(flow, { batchId: refused, count: 50 });
    await refusalOf(flow.client.jobs.submit(tooMany));
    const fewer = await submissionOf(flow, { batchId: refused, count: 1 });
    expect(await refusalOf(flow.client.jobs.submit(fewer))).toMatchObject(differs);
  });

  test('that was refused stays refused after credit has come; a new id is taken', async () => {
    const flow = await workingFlow();
    await submit(flow, { count: 16 });
    await allEnded(flow);
    const submission = await submissionOf(flow);
    const refusal = await refusalOf(flow.client.jobs.submit(submission));
    expect(refusal).toMatchObject({ code: 'not-enough-credits', missing: 1, available: 0 });
    flow.clock.set(february);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect(await refusalOf(flow.client.jobs.submit(submission))).toEqual(refusal);
    const again = await restart(flow);
    expect(await refusalOf(again.client.jobs.submit(submission))).toEqual(refusal);
    expect(await balance(again)).toEqual({ available: 16, held: 0 });
    await submit(again);
    await allEnded(again);
    expect(await balance(again)).toEqual({ available: 15, held: 0 });
  });
});

describe('a batch is held whole or not at all', () => {
  test('one credit too little holds nothing and says what is missing and what can be done', async () => {
    const flow = await workingFlow();
    const submission = await submissionOf(flow, { count: 17 });
    const refusal = await refusalOf(flow.client.jobs.submit(submission));
    expect(refusal).toMatchObject({
      code: 'not-enough-credits',
      needed: 17,
      available: 16,
      missing: 1,
    });
    if (refusal.code !== 'not-enough-credits') throw new Error('another refusal');
    expect(refusal.remedies).toContainEqual({ kind: 'fewer', count: 16, total: 16 });
    expect(refusal.remedies.some(({ kind }) => kind === 'wait')).toBe(true);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect(await entriesOf(flow, null)).toEqual(['grant 16']);
    expect(flow.studio.ports.jobs.unfinished()).toEqual([]);
  });

  test('the last credit can be spent', async () => {
    const flow = await workingFlow();
    await submit(flow, { count: 16 });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
  });
});

describe('what is refused holds nothing and can be tried again under the same id', () => {
  const long = 'x'.repeat(10_000);
  const cases: [string, string, { count?: number; request?: Partial<ImageRequest> }][] = [
    ['an empty prompt', 'prompt-empty', { request: { prompt: ' \n ' } }],
    ['a prompt of 10,000 characters', 'prompt-too-long', { request: { prompt: long } }],
    ['a long negative prompt', 'prompt-too-long', { request: { negativePrompt: long } }],
    ['an unknown style', 'style-unknown', { request: { style: 'crayon' } }],
    ['an unknown model', 'model-unknown', { request: { model: 'video-generator' } }],
    ['a size beyond the model', 'size-invalid', { request: { width: 4096 } }],
    ['a size of half a pixel', 'size-invalid', { request: { height: 512.5 } }],
    ['a shape too long', 'size-invalid', { request: { width: 2048, height: 256 } }],
    ['a seed below zero', 'seed-invalid', { request: { seed: -1 } }],
    ['a seed too large', 'seed-invalid', { request: { seed: 2 ** 32 } }],
    ['count 0', 'count-invalid', { count: 0 }],
    ['count 1.5', 'count-invalid', { count: 1.5 }],
    ['count -1', 'count-invalid', { count: -1 }],
    ['count 10^9', 'count-invalid', { count: 1e9 }],
  ];
  test.each(cases)('%s: %s', async (_, code, order) => {
    const flow = await workingFlow();
    const batchId = randomUUID();
    const submission = await submissionOf(flow, { batchId, ...order });
    expect(await refusalOf(flow.client.jobs.submit(submission))).toMatchObject({ code });
    expect(await entriesOf(flow, null)).toEqual(['grant 16']);
    await submit(flow, { batchId });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 15, held: 0 });
  });

  test('a quality that the model lacks', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin({ ...freePlan, cardId: 'chatnow' });
    const order = { request: { model: 'image-swift', quality: 'premium' } } as const;
    const submission = await submissionOf(flow, order);
    expect(await refusalOf(flow.client.jobs.submit(submission))).toEqual({
      code: 'quality-unsupported',
      model: 'image-swift',
      supported: ['basic'],
    });
  });

  test('what no schema allows never reaches the ledger', async () => {
    const flow = await workingFlow();
    const submission = await submissionOf(flow);
    const hostile: unknown[] = [
      { ...submission, batchId: '../../etc/passwd' },
      { ...submission, count: '1' },
      { ...submission, extra: true },
      { ...submission, request: { ...submission.request, tool: 'chat' } },
      { ...submission, accepted: null },
      null,
    ];
    const submitAnything = flow.client.jobs.submit as (input: unknown) => Promise<unknown>;
    for (const input of hostile) {
      await expect(submitAnything(input)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    expect(await entriesOf(flow, null)).toEqual(['grant 16']);
  });
});

describe('the price', () => {
  test.each([
    ['total', (accepted: Accepted) => ({ ...accepted, total: 0 })],
    ['card', (accepted: Accepted) => ({ ...accepted, card: { ...accepted.card, id: 'chatnow' } })],
    [
      'version of the card',
      (accepted: Accepted) => ({ ...accepted, card: { ...accepted.card, version: '2020-01-01' } }),
    ],
  ])(
    'that was shown must be the price: another %s is refused with the new quote',
    async (_, change) => {
      const flow = await workingFlow();
      const submission = await submissionOf(flow, { count: 2 });
      const outdated = { ...submission, accepted: change(submission.accepted) };
      expect(await refusalOf(flow.client.jobs.submit(outdated))).toMatchObject({
        code: 'price-changed',
        quote: { total: 2 },
      });
      expect(await entriesOf(flow, null)).toEqual(['grant 16']);
    },
  );

  test('is locked when it is held: a job is charged what it was queued for', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const job = await submitOne(flow);
    await inState(flow, job.id, 'running');
    const again = await restart(flow);
    const done = await inState(again, job.id, 'done');
    expect(done.quote).toEqual(job.quote);
    expect(await entriesOf(again, job.id)).toEqual(['hold 1', 'charge 1']);
  });
});

type Accepted = { card: { id: string; version: string }; total: number };

describe('a retry', () => {
  test('B8 is a new job with a charge of its own, linked to its parent', async () => {
    const flow = await workingFlow();
    const first = await submitOne(flow);
    await inState(flow, first.id, 'done');
    const batchId = randomUUID();
    const retry = () => flow.client.jobs.retry({ jobId: first.id, batchId });
    const [once, twice] = await Promise.all([retry(), retry()]);
    expect(twice.jobs.map(({ id }) => id)).toEqual(once.jobs.map(({ id }) => id));
    const [second] = once.jobs;
    if (second === undefined) throw new Error('nothing was queued');
    expect(second.parentId).toBe(first.id);
    expect(second.request).toEqual(first.request);
    await inState(flow, second.id, 'done');
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
  });

  test('of each end is possible, and of nothing that has not ended', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'refuse', message: 'no' }, { kind: 'wait-for-release' });
    const [failed, running, waiting] = await submit(flow, { count: 3 });
    if (!failed || !running || !waiting) throw new Error('too few jobs');
    await inState(flow, running.id, 'running');
    for (const { id } of [running, waiting]) {
      const call = flow.client.jobs.retry({ jobId: id, batchId: randomUUID() });
      expect(await refusalOf(call)).toMatchObject({ code: 'job-not-retryable', jobId: id });
    }
    await flow.client.jobs.cancel({ jobId: waiting.id });
    await flow.client.jobs.retry({ jobId: failed.id, batchId: randomUUID() });
    await flow.client.jobs.retry({ jobId: waiting.id, batchId: randomUUID() });
    flow.engine.release();
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 13, held: 0 });
  });

  test('of a job under the id of another job’s retry is refused', async () => {
    const flow = await workingFlow();
    const [first, second] = await submit(flow, { count: 2 });
    if (!first || !second) throw new Error('too few jobs');
    await allEnded(flow);
    const batchId = randomUUID();
    await flow.client.jobs.retry({ jobId: first.id, batchId });
    const call = flow.client.jobs.retry({ jobId: second.id, batchId });
    expect(await refusalOf(call)).toMatchObject({ code: 'submission-differs', field: 'parent' });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 13, held: 0 });
  });

  test('of an unknown job is refused', async () => {
    const flow = await workingFlow();
    const call = flow.client.jobs.retry({ jobId: 'nobody', batchId: randomUUID() });
    expect(await refusalOf(call)).toEqual({ code: 'job-unknown', jobId: 'nobody' });
  });
});

describe('the workspace', () => {
  test('must have begun before anything is queued', async () => {
    const flow = await openFlow();
    const other = await workingFlow();
    const submission = await submissionOf(other);
    expect(await refusalOf(flow.client.jobs.submit(submission))).toEqual({
      code: 'workspace-not-begun',
    });
    // Not remembered: the same press works once a plan is chosen.
    await flow.client.workspace.begin(freePlan);
    expect((await flow.client.jobs.submit(submission)).jobs).toHaveLength(1);
  });

  test('A6 begins once: again the same changes nothing, another choice is refused', async () => {
    const flow = await openFlow();
    await flow.client.workspace.begin(freePlan);
    await flow.client.workspace.begin(freePlan);
    const other = flow.client.workspace.begin({ ...freePlan, planId: 'personal' });
    expect(await refusalOf(other)).toEqual({
      code: 'workspace-already-begun',
      cardId: 'ai-studios',
      planId: 'free',
    });
    expect(await entriesOf(flow, null)).toEqual(['grant 16']);
  });

  test.each([
    ['card-unknown', { cardId: 'nobody' }],
    ['plan-unknown', { planId: 'nobody' }],
    ['plan-unknown', { cadence: 'annual' }],
    ['plan-needs-contract', { planId: 'enterprise' }],
  ] as const)('refuses to begin with %s', async (code, choice) => {
    const flow = await openFlow();
    const call = flow.client.workspace.begin({ ...freePlan, ...choice });
    expect(await refusalOf(call)).toMatchObject({ code });
    expect(await flow.client.workspace.state()).toEqual({ kind: 'new' });
    expect(await entriesOf(flow, null)).toEqual([]);
  });
});
