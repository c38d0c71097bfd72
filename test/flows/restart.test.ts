import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptedEngine } from '../helpers/scripted-engine';
import type { TestStudio } from '../helpers/test-studio';
import { temporaryFolder } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  entriesOf,
  inState,
  jobNow,
  openFlow,
  restart,
  submit,
  submitOne,
  verify,
  workingFlow,
} from './flow';

/** What a power cut at this instant would leave: the files as they are, nothing closed. */
async function afterPowerCut(flow: TestStudio, engine = scriptedEngine()): Promise<TestStudio> {
  const folder = temporaryFolder();
  cpSync(flow.folder, folder, { recursive: true });
  return openFlow({ folder, clock: flow.clock, engine });
}

const ordered = (flow: TestStudio) => flow.engine.orders.map(({ jobId }) => jobId);
const ids = (jobs: readonly { id: string }[]) => jobs.map(({ id }) => id);

describe('a restart', () => {
  test('keeps the queue and its order, and the job that was stopped comes first again', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const first = await submit(flow, { count: 2 });
    const second = await submit(flow, { count: 3 });
    const third = await submitOne(flow);
    const expected = ids([...first, ...second, third]);
    await inState(flow, expected[0] ?? '', 'running');
    let again = flow;
    for (let times = 0; times < 3; times += 1) {
      again = await restart(again, false);
      expect(ids((await again.client.jobs.queue({ ended: 0 })).jobs)).toEqual(expected);
      expect(await balance(again)).toEqual({ available: 10, held: 6 });
    }
    flow.engine.orders.length = 0;
    const later = await submitOne(again);
    again.studio.queue.work();
    await allEnded(again);
    expect(ordered(again)).toEqual([...expected, later.id]);
    expect(await balance(again)).toEqual({ available: 9, held: 0 });
  });

  test('keeps all that has ended', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'no' });
    await submit(flow, { count: 3 });
    await allEnded(flow);
    const before = await flow.client.jobs.queue({ ended: 10 });
    const entries = await entriesOf(flow, null);
    const again = await restart(flow);
    expect(await again.client.jobs.queue({ ended: 10 })).toEqual(before);
    expect(await entriesOf(again, null)).toEqual(entries);
    expect(again.engine.orders).toHaveLength(3);
  });

  test('keeps the settings', async () => {
    const flow = await openFlow();
    await flow.client.settings.change({ theme: 'dark' });
    const again = await restart(flow);
    expect(await again.client.settings.read()).toEqual({ theme: 'dark' });
  });
});

describe('a pause', () => {
  test('lets what runs finish and starts nothing else', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const [running, waiting] = await submit(flow, { count: 2 });
    if (!running || !waiting) throw new Error('too few jobs');
    await inState(flow, running.id, 'running');
    const paused = await flow.client.jobs.pause();
    expect(paused.paused).toBe(true);
    expect(paused.waitReasons).toEqual({ [waiting.id]: { kind: 'paused' } });
    flow.engine.release();
    await inState(flow, running.id, 'done');
    expect(jobNow(flow, waiting.id).state.kind).toBe('waiting');
    expect(ordered(flow)).toEqual([running.id]);
  });

  test('survives a restart, and new jobs wait as well, until it is resumed', async () => {
    const flow = await workingFlow();
    await flow.client.jobs.pause();
    const first = await submitOne(flow);
    const again = await restart(flow);
    const second = await submitOne(again);
    expect((await again.client.jobs.queue({ ended: 0 })).paused).toBe(true);
    expect(ordered(again)).toEqual([]);
    expect(await balance(again)).toEqual({ available: 14, held: 2 });
    const resumed = await again.client.jobs.resume();
    expect(resumed.paused).toBe(false);
    await allEnded(again);
    expect(ordered(again)).toEqual([first.id, second.id]);
  });
});

describe('a power cut', () => {
  test('while a job runs: it runs again under its old hold and is charged once', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const [running, waiting] = await submit(flow, { count: 2 });
    if (!running || !waiting) throw new Error('too few jobs');
    await inState(flow, running.id, 'running');
    const again = await afterPowerCut(flow);
    expect(ids(again.studio.recovery.requeued)).toEqual([running.id]);
    expect(await balance(again)).toEqual({ available: 14, held: 2 });
    again.studio.queue.work();
    await allEnded(again);
    expect(ordered(again)).toEqual([running.id, waiting.id]);
    expect(await entriesOf(again, running.id)).toEqual(['hold 1', 'charge 1']);
  });

  test('after the file was saved, before it was charged: the file goes, the job runs again', async () => {
    const flow = await workingFlow();
    const cuts: Promise<TestStudio>[] = [];
    const { library } = flow.studio.ports;
    const save = library.save;
    Object.assign(library, {
      save: async (...file: Parameters<typeof save>) => {
        const saved = await save(...file);
        cuts.push(afterPowerCut(flow));
        return saved;
      },
    });
    const job = await submitOne(flow);
    await inState(flow, job.id, 'done');
    const [again] = await Promise.all(cuts);
    if (again === undefined) throw new Error('nothing was saved');
    expect(again.studio.recovery.sweptFiles).toBe(1);
    expect(await verify(again)).toMatchObject({ kind: 'sound', files: 0 });
    expect(await entriesOf(again, job.id)).toEqual(['hold 1']);
    again.studio.queue.work();
    await allEnded(again);
    expect(await entriesOf(again, job.id)).toEqual(['hold 1', 'charge 1']);
    expect(await verify(again)).toMatchObject({ kind: 'sound', files: 1 });
  });

  test('in an engine that may have done the work: its state is unknown and the hold stays', async () => {
    const engine = scriptedEngine({ repeatable: false });
    const flow = await workingFlow({ engine });
    engine.scripts.push({ kind: 'wait-for-release' });
    const job = await submitOne(flow);
    await inState(flow, job.id, 'running');
    const again = await afterPowerCut(flow, scriptedEngine({ repeatable: false }));
    expect(ids(again.studio.recovery.unknown)).toEqual([job.id]);
    again.studio.queue.work();
    const other = await submitOne(again);
    await inState(again, other.id, 'done');
    expect(ordered(again)).toEqual([other.id]);
    expect(await entriesOf(again, job.id)).toEqual(['hold 1']);
    expect(await balance(again)).toEqual({ available: 14, held: 1 });
  });

  test('what else lies in the library stays', async () => {
    const flow = await workingFlow();
    const job = await submitOne(flow);
    await inState(flow, job.id, 'done');
    const mine = join(flow.studio.ports.library.folder, 'my own notes.txt');
    cpSync(import.meta.filename, mine);
    const again = await afterPowerCut(flow);
    expect(again.studio.recovery.sweptFiles).toBe(0);
    expect(await verify(again)).toMatchObject({ kind: 'sound', files: 1 });
  });
});

test('several jobs at once settle each on its own, whatever the order', async () => {
  const flow = await workingFlow({ engine: scriptedEngine({ concurrency: 4 }) });
  flow.engine.scripts.push(
    { kind: 'wait-for-release' },
    { kind: 'deliver' },
    { kind: 'refuse', message: 'no' },
    { kind: 'deliver' },
  );
  const jobs = await submit(flow, { count: 6 });
  const [slow, ...others] = jobs;
  if (slow === undefined) throw new Error('too few jobs');
  for (const { id } of others) await inState(flow, id, id === jobs[2]?.id ? 'failed' : 'done');
  expect(jobNow(flow, slow.id).state.kind).toBe('running');
  flow.engine.release();
  await inState(flow, slow.id, 'done');
  expect(await balance(flow)).toEqual({ available: 11, held: 0 });
});
