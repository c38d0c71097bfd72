import { expect, test } from 'vitest';
import { settlementOf } from '../../src-shared/jobs/job';
import { scriptedEngine } from '../helpers/scripted-engine';
import {
  allEnded,
  balance,
  entriesOf,
  inState,
  jobNow,
  refusalOf,
  restart,
  submit,
  submitOne,
  until,
  workingFlow,
} from './flow';

test('B8 a job cancelled while it waits was never processed and is not charged', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'wait-for-release' });
  const [running, waiting] = await submit(flow, { count: 2 });
  if (!running || !waiting) throw new Error('too few jobs');
  const { jobs, balance: after } = await flow.client.jobs.cancel({ jobId: waiting.id });
  expect(jobs.map(settlementOf)).toEqual(['not charged']);
  expect(after).toMatchObject({ available: 15, held: 1 });
  flow.engine.release();
  await allEnded(flow);
  expect(flow.engine.orders.map(({ jobId }) => jobId)).toEqual([running.id]);
  expect(await entriesOf(flow, waiting.id)).toEqual(['hold 1', 'release 1']);
});

test('a running job is stopped and not charged', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'wait-for-release' });
  const job = await submitOne(flow);
  await inState(flow, job.id, 'running');
  const { jobs } = await flow.client.jobs.cancel({ jobId: job.id });
  expect(jobs.map(({ state }) => state.kind)).toEqual(['cancelled']);
  expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'release 1']);
  expect(await balance(flow)).toEqual({ available: 16, held: 0 });
});

test('a result that was ready before the cancel took hold is delivered and charged', async () => {
  const flow = await workingFlow();
  const { library } = flow.studio.ports;
  const save = library.save;
  let cancelled: Promise<unknown> = Promise.resolve();
  // The file is being saved: the engine has produced, nothing is settled yet.
  Object.assign(library, {
    save: (...file: Parameters<typeof save>) => {
      cancelled = flow.client.jobs.cancel({ jobId: flow.engine.orders.at(-1)?.jobId ?? '' });
      return save(...file);
    },
  });
  const job = await submitOne(flow);
  await inState(flow, job.id, 'done');
  expect(await cancelled).toMatchObject({ jobs: [{ id: job.id, state: { kind: 'done' } }] });
  expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'charge 1']);
  expect((await flow.client.gallery.list({ after: null, limit: 10 })).total).toBe(1);
});

test('a cancel at any moment of a run ends in exactly one of charge and release', async () => {
  const flow = await workingFlow();
  for (let turns = 0; turns < 16; turns += 1) {
    const job = await submitOne(flow);
    for (let turn = 0; turn < turns * 3; turn += 1) await new Promise(setImmediate);
    if (jobNow(flow, job.id).state.kind !== 'done')
      await flow.client.jobs.cancel({ jobId: job.id });
    await allEnded(flow);
    const { state } = jobNow(flow, job.id);
    const settled = state.kind === 'done' ? 'charge 1' : 'release 1';
    expect(await entriesOf(flow, job.id)).toEqual(['hold 1', settled]);
  }
});

test.each(['done', 'failed', 'cancelled'] as const)(
  'a job that is %s can’t be cancelled',
  async (state) => {
    const flow = await workingFlow();
    if (state === 'failed') flow.engine.scripts.push({ kind: 'refuse', message: 'no' });
    if (state === 'cancelled') flow.engine.scripts.push({ kind: 'wait-for-release' });
    const job = await submitOne(flow);
    if (state === 'cancelled') await flow.client.jobs.cancel({ jobId: job.id });
    await inState(flow, job.id, state);
    const before = await entriesOf(flow, job.id);
    const refusal = await refusalOf(flow.client.jobs.cancel({ jobId: job.id }));
    expect(refusal).toEqual({ code: 'job-ended', jobId: job.id, state });
    expect(await entriesOf(flow, job.id)).toEqual(before);
  },
);

test('an unknown job can’t be cancelled', async () => {
  const flow = await workingFlow();
  const refusal = await refusalOf(flow.client.jobs.cancel({ jobId: 'nobody' }));
  expect(refusal).toEqual({ code: 'job-unknown', jobId: 'nobody' });
});

test('all waiting jobs are cancelled at once, and what runs goes on', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'wait-for-release' });
  const [running] = await submit(flow, { count: 6 });
  if (!running) throw new Error('too few jobs');
  const { jobs, balance: after } = await flow.client.jobs.cancelWaiting();
  expect(jobs).toHaveLength(5);
  expect(after).toMatchObject({ available: 15, held: 1 });
  flow.engine.release();
  await inState(flow, running.id, 'done');
  expect(await balance(flow)).toEqual({ available: 15, held: 0 });
});

test('all jobs are cancelled, the running ones too', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'wait-for-release' });
  const jobs = await submit(flow, { count: 6 });
  const { balance: after } = await flow.client.jobs.cancelAll();
  expect(after).toMatchObject({ available: 16, held: 0 });
  expect(jobs.map(({ id }) => jobNow(flow, id).state.kind)).toEqual(Array(6).fill('cancelled'));
  expect(flow.engine.orders).toHaveLength(1);
});

test('a job that is being cancelled when Tally closes is not made at the next start', async () => {
  const flow = await workingFlow({ engine: scriptedEngine({ concurrency: 2 }) });
  flow.engine.scripts.push({ kind: 'wait-for-release' }, { kind: 'wait-for-release' });
  const [unwanted, wanted] = await submit(flow, { count: 2 });
  if (!unwanted || !wanted) throw new Error('too few jobs');
  await inState(flow, wanted.id, 'running');
  const cancelled = flow.studio.queue.cancel([jobNow(flow, unwanted.id)]);
  const again = await restart(flow);
  await Promise.allSettled([cancelled]);
  await allEnded(again);
  expect(await entriesOf(again, unwanted.id)).toEqual(['hold 1', 'release 1']);
  expect(await entriesOf(again, wanted.id)).toEqual(['hold 1', 'charge 1']);
});

test('a job that is cancelled while its picture can’t be saved is not made again', async () => {
  const flow = await workingFlow();
  const { library } = flow.studio.ports;
  let cancelled: Promise<unknown> = Promise.resolve();
  Object.assign(library, {
    save: async () => {
      const orderedJob = jobNow(flow, flow.engine.orders.at(-1)?.jobId ?? '');
      cancelled = flow.studio.queue.cancel([orderedJob]);
      return { kind: 'unwritable', folder: library.folder, reason: 'the disk is full' };
    },
  });
  const job = await submitOne(flow);
  await inState(flow, job.id, 'cancelled');
  await cancelled;
  expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'release 1']);
});

test('a closed queue begins nothing any more, whoever asks', async () => {
  const flow = await workingFlow();
  await flow.studio.queue.close();
  const job = await submitOne(flow);
  flow.studio.queue.work();
  expect(jobNow(flow, job.id).state.kind).toBe('waiting');
  expect(flow.engine.orders).toEqual([]);
});

test('cancelling when there is nothing to cancel changes nothing', async () => {
  const flow = await workingFlow();
  expect((await flow.client.jobs.cancelAll()).jobs).toEqual([]);
  expect((await flow.client.jobs.cancelWaiting()).jobs).toEqual([]);
  expect(await entriesOf(flow, null)).toEqual(['grant 16']);
});

test('the next job starts when a running one was cancelled', async () => {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'wait-for-release' });
  const [first, second] = await submit(flow, { count: 2 });
  if (!first || !second) throw new Error('too few jobs');
  await flow.client.jobs.cancel({ jobId: first.id });
  await inState(flow, second.id, 'done');
  await until(
    () => flow.engine.orders.length,
    (orders) => orders === 2,
  );
});
