import { cpSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { readBooks } from '../chaos/books';
import { frozenClock } from '../helpers/frozen-clock';
import { removeFolder, type TestStudio, temporaryFolder } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  closeFlow,
  inState,
  openFlow,
  submit,
  verify,
  workingFlow,
} from './flow';

// Every statement that writes is followed by a look at the disk, as a power cut there would leave it.
const watched = vi.hoisted(() => ({ afterRun: (): void => undefined }));
vi.mock('../../src-main/store/statements', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src-main/store/statements')>();
  const prepare: typeof original.prepare = (database, query) => {
    const statement = original.prepare(database, query);
    const run: typeof statement.run = (args) => {
      const changes = statement.run(args);
      watched.afterRun();
      return changes;
    };
    return { ...statement, run };
  };
  return { ...original, prepare };
});

const snapshots: string[] = [];
afterEach(() => {
  watched.afterRun = () => undefined;
  for (const folder of snapshots.splice(0)) removeFolder(folder);
});

function takeSnapshots(flow: TestStudio): void {
  watched.afterRun = () => {
    const folder = temporaryFolder();
    snapshots.push(folder);
    cpSync(flow.folder, folder, { recursive: true });
  };
}

/** All that can happen to a job, over two ends of the cycle. */
async function liveThroughEverything(flow: TestStudio): Promise<void> {
  flow.engine.scripts.push(
    { kind: 'deliver' },
    { kind: 'refuse', message: 'no' },
    { kind: 'wait-for-release' },
    { kind: 'wait-for-release' },
  );
  const [, , stopped, slow, last] = await submit(flow, { count: 5 });
  if (!stopped || !slow || !last) throw new Error('too few jobs');
  await inState(flow, stopped.id, 'running');
  await flow.client.jobs.cancel({ jobId: stopped.id });
  await inState(flow, slow.id, 'running');
  flow.clock.set('2026-03-31T10:00:00Z');
  expect(await balance(flow)).toEqual({ available: 15, held: 2 });
  await flow.client.jobs.cancel({ jobId: last.id });
  flow.engine.release();
  await allEnded(flow);
}

test('a power cut after any single write leaves books that are right, and Tally goes on from them', async () => {
  const flow = await workingFlow();
  takeSnapshots(flow);
  await liveThroughEverything(flow);
  watched.afterRun = () => undefined;
  await closeFlow(flow);
  expect(snapshots.length).toBeGreaterThan(40);
  for (const [number, folder] of snapshots.entries()) {
    const books = readBooks(folder);
    expect(books?.problems, `after write ${number}`).toEqual([]);
    const again = await openFlow({ folder, clock: frozenClock('2026-03-31T10:00:00Z') });
    again.studio.queue.work();
    await allEnded(again);
    expect(await verify(again), `after write ${number}`).toMatchObject({ kind: 'sound' });
    expect(again.studio.queue.balance().held).toBe(0);
    await closeFlow(again);
    const ended = readBooks(folder);
    expect(ended, `after write ${number}`).toMatchObject({ problems: [], grants: 3 });
    expect(ended?.charged).toBe(ended?.delivered);
  }
}, 120_000);
