import { cpSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { readBooks } from '../chaos/books';
import { frozenClock } from '../helpers/frozen-clock';
import { removeFolder, type TestStudio, temporaryFolder } from '../helpers/test-studio';
import { closeFlow, freePlan, openFlow, refusalOf, submissionOf, verify } from './flow';

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

const idOf = (step: number) => `00000000-0000-4000-8000-${String(step).padStart(12, '0')}`;
type Wish = Parameters<TestStudio['client']['plan']['order']>[0]['wish'];

/** A year of a team's plan: everything that can be ordered, and jobs that wait over the ends of cycles. */
const story: readonly { readonly at: string; readonly wish?: Wish; readonly jobs?: number }[] = [
  { at: '2026-01-31T10:00:00Z', wish: { kind: 'add-seat', seat: null, name: 'Ada' } },
  { at: '2026-02-03T10:00:00Z', wish: { kind: 'buy-units', addOnId: 'team-unit', count: 2 } },
  { at: '2026-02-10T10:00:00Z', jobs: 3 },
  { at: '2026-03-01T10:00:00Z', wish: { kind: 'remove-seat', seat: 'seat-2' } },
  { at: '2026-04-02T10:00:00Z', wish: { kind: 'add-seat', seat: 'seat-2', name: '' } },
  { at: '2026-04-30T10:00:00Z', wish: { kind: 'cancel-units', unit: idOf(1), count: 1 } },
  { at: '2026-05-15T10:00:00Z', jobs: 2 },
  {
    at: '2026-06-01T10:00:00Z',
    wish: { kind: 'change-plan', planId: 'personal', cadence: 'annual', contract: null },
  },
  { at: '2026-06-02T10:00:00Z', wish: { kind: 'keep-plan' } },
  { at: '2026-10-31T10:00:00Z', wish: { kind: 'end-plan' } },
  { at: '2027-01-31T10:00:00Z' },
];

/** Lives through the story under fixed ids, so that living through it again changes nothing. */
async function live(flow: TestStudio): Promise<void> {
  await flow.client.jobs.pause();
  for (const [step, { at, wish, jobs }] of story.entries()) {
    flow.clock.set(at);
    if (wish !== undefined) {
      await flow.client.plan.order({ orderId: idOf(step), wish, accepted: null });
    }
    if (jobs !== undefined) {
      const submission = await submissionOf(flow, { batchId: idOf(step), count: jobs });
      await flow.client.jobs.submit(submission);
    }
    await flow.client.credits.balance();
  }
}

/** All that money depends on, row by row. */
function booksOf(flow: TestStudio): Record<string, unknown[]> {
  const tables = ['entry', 'lot', 'plan_order', 'invoice_line', 'job'];
  const { database } = flow.studio.ports;
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`select * from ${table} order by id`).all()]),
  );
}

async function openStory(folder?: string): Promise<TestStudio> {
  const clock = frozenClock('2026-01-31T10:00:00Z');
  const flow = await openFlow(folder === undefined ? { clock } : { clock, folder });
  await flow.client.workspace.begin({ ...freePlan, planId: 'team', seats: 2 });
  return flow;
}

test('a power cut after any single write of a plan’s year, and living on, ends in the very same books', async () => {
  const flow = await openStory();
  watched.afterRun = () => {
    const folder = temporaryFolder();
    snapshots.push(folder);
    cpSync(flow.folder, folder, { recursive: true });
  };
  await live(flow);
  watched.afterRun = () => undefined;
  const books = booksOf(flow);
  await closeFlow(flow);
  expect(snapshots.length).toBeGreaterThan(100);
  // Every third write is looked at; together with the writes of a transaction before and after, none is left out.
  for (const [number, folder] of snapshots.entries()) {
    if (number % 3 !== 0) continue;
    expect(readBooks(folder)?.problems, `after write ${number}`).toEqual([]);
    const again = await openStory(folder);
    await live(again);
    expect(booksOf(again), `after write ${number}`).toEqual(books);
    expect(await verify(again), `after write ${number}`).toMatchObject({ kind: 'sound' });
    await closeFlow(again);
    removeFolder(folder);
  }
}, 240_000);

test('living through it a second time is refused nothing and changes nothing', async () => {
  const flow = await openStory();
  await live(flow);
  const books = booksOf(flow);
  await live(flow);
  expect(booksOf(flow)).toEqual(books);
  const twice = flow.client.workspace.begin({ ...freePlan, planId: 'free' });
  expect(await refusalOf(twice)).toMatchObject({ code: 'workspace-already-begun' });
});
