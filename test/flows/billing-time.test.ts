import { describe, expect, test } from 'vitest';
import { isoOf } from '../../src-shared/billing/instant';
import { frozenClock } from '../helpers/frozen-clock';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  entriesOf,
  freePlan,
  inState,
  listen,
  openFlow,
  restart,
  submit,
  submitOne,
  workingFlow,
} from './flow';

/** The ends of the first fourteen months of a plan begun on 31 January, at ten o'clock. */
const boundaries = [
  '2026-02-28',
  '2026-03-31',
  '2026-04-30',
  '2026-05-31',
  '2026-06-30',
  '2026-07-31',
  '2026-08-31',
  '2026-09-30',
  '2026-10-31',
  '2026-11-30',
  '2026-12-31',
  '2027-01-31',
  '2027-02-28',
  '2027-03-31',
].map((day) => `${day}T10:00:00Z`);

/** Every entry with its instant, oldest first. */
async function books(flow: TestStudio): Promise<string[]> {
  const page = await flow.client.credits.statement({ before: null, limit: 500, jobId: null });
  return page.lines
    .toReversed()
    .map(({ kind, credits, at, lot }) => `${isoOf(at)} ${kind} ${credits} ${lot.id}`);
}

const hourBefore = (iso: string) => iso.replace('T10:', 'T09:');

describe('the clock goes forward', () => {
  test.each([1, 2, 3, 6, 12, 14])(
    'A7 A8 %i cycles in one go give the very entries that step by step gives',
    async (cycles) => {
      const passed = boundaries.slice(0, cycles);
      const stepwise = await workingFlow();
      const atOnce = await workingFlow();
      for (const flow of [stepwise, atOnce]) {
        await submitOne(flow);
        await allEnded(flow);
      }
      for (const iso of passed) {
        stepwise.clock.set(hourBefore(iso));
        await balance(stepwise);
        stepwise.clock.set(iso);
        expect(await balance(stepwise)).toEqual({ available: 16, held: 0 });
      }
      atOnce.clock.set(passed.at(-1) ?? '');
      expect(await balance(atOnce)).toEqual({ available: 16, held: 0 });
      const kept = await books(atOnce);
      // The job's own ids differ; what the clock did does not.
      expect(kept).toEqual(await books(stepwise));
      expect(kept.slice(3).map((line) => line.slice(0, 20))).toEqual(
        passed.flatMap((iso) => {
          const at = iso.replace('Z', '.000').slice(0, 20);
          return [at, at];
        }),
      );
      expect(kept.slice(3, 5)).toEqual([
        '2026-02-28T10:00:00.000Z expire 15 subscription-1:0:base:seat-1',
        '2026-02-28T10:00:00.000Z grant 16 subscription-1:1:base:seat-1',
      ]);
    },
  );

  test('while Tally was closed: all is caught up before anything is shown', async () => {
    const flow = await workingFlow();
    flow.clock.set(boundaries[13] ?? '');
    const again = await restart(flow);
    expect(again.studio.queue.balance()).toMatchObject({ available: 16, held: 0 });
    expect((await books(again)).length).toBe(1 + 14 * 2);
    // And never twice.
    const oncemore = await restart(again);
    expect((await books(oncemore)).length).toBe(1 + 14 * 2);
  });

  test('a millisecond before the end of the cycle nothing has lapsed', async () => {
    const flow = await workingFlow();
    flow.clock.set('2026-02-28T09:59:59.999Z');
    await submit(flow, { count: 16 });
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    flow.clock.advance(1);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect((await entriesOf(flow, null)).filter((line) => line.startsWith('expire'))).toEqual([]);
  });

  test('a submission is the first to notice: it is paid by the new cycle', async () => {
    const flow = await workingFlow();
    flow.clock.set(boundaries[0] ?? '');
    const heard = listen(flow);
    const job = await submitOne(flow);
    await inState(flow, job.id, 'done');
    expect((await books(flow)).at(-1)).toContain('charge 1 subscription-1:1:base');
    expect(heard.some((event) => event.kind === 'jobs-changed')).toBe(true);
    expect(heard).toContainEqual(
      expect.objectContaining({
        kind: 'workspace-changed',
        workspace: expect.objectContaining({
          renewal: { at: Date.parse(boundaries[1] ?? ''), credits: 16 },
        }),
      }),
    );
  });
});

test.each([
  [
    'A6 a year of AI Studios comes at once and lasts the year',
    'ai-studios',
    'personal',
    720,
    '2027-01-31',
  ],
  ['B4 a year of ChatNow comes month by month', 'chatnow', 'plus', 600, '2026-02-28'],
] as const)('%s', async (_, cardId, planId, granted, until) => {
  const flow = await openFlow();
  await flow.client.workspace.begin({ ...freePlan, cardId, planId, cadence: 'annual' });
  const { available, lots } = await flow.client.credits.balance();
  expect(available).toBe(granted);
  expect(lots.map(({ expiresAt }) => isoOf(expiresAt).slice(0, 10))).toEqual([until]);
  flow.clock.set(`${until}T10:00:00Z`);
  expect(await balance(flow)).toEqual({ available: granted, held: 0 });
});

test('the month ends where the workspace is, not where the computer thinks', async () => {
  const flow = await openFlow({ clock: frozenClock('2026-01-31T23:30:00Z') });
  await flow.client.workspace.begin({ ...freePlan, timeZone: 'Asia/Tokyo' });
  // It is 1 February, 08:30, in Tokyo.
  const [lot] = (await flow.client.credits.balance()).lots;
  expect(lot && isoOf(lot.expiresAt)).toBe('2026-02-28T23:30:00.000Z');
});

describe('a job that runs over the end of a cycle', () => {
  async function runningOverTheEnd() {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const job = await submitOne(flow);
    await inState(flow, job.id, 'running');
    flow.clock.set(boundaries[0] ?? '');
    expect(await balance(flow)).toEqual({ available: 16, held: 1 });
    return { flow, job };
  }

  test('is charged to the old lot', async () => {
    const { flow, job } = await runningOverTheEnd();
    flow.engine.release();
    await inState(flow, job.id, 'done');
    expect((await books(flow)).slice(1)).toEqual([
      '2026-01-31T10:00:00.000Z hold 1 subscription-1:0:base:seat-1',
      '2026-02-28T10:00:00.000Z expire 15 subscription-1:0:base:seat-1',
      '2026-02-28T10:00:00.000Z grant 16 subscription-1:1:base:seat-1',
      '2026-02-28T10:00:00.000Z charge 1 subscription-1:0:base:seat-1',
    ]);
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });

  test('gives its credit to expired when it is cancelled, and the statement says so', async () => {
    const { flow, job } = await runningOverTheEnd();
    await flow.client.jobs.cancel({ jobId: job.id });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    const page = await flow.client.credits.statement({ before: null, limit: 1, jobId: job.id });
    expect(page.lines[0]).toMatchObject({ kind: 'release', availableAfter: 16, heldAfter: 0 });
    expect(page.lines[0]?.explanation).toContain('had lapsed on 28 Feb 2026');
  });

  test('is cancelled at the very end before anybody noticed it: the credit is not saved', async () => {
    const flow = await workingFlow();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const job = await submitOne(flow);
    await inState(flow, job.id, 'running');
    flow.clock.set(boundaries[0] ?? '');
    await flow.client.jobs.cancel({ jobId: job.id });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
  });

  test('survives a power cut over several cycles', async () => {
    const { flow, job } = await runningOverTheEnd();
    flow.clock.set(boundaries[5] ?? '');
    const again = await restart(flow);
    await inState(again, job.id, 'done');
    expect((await books(again)).at(-1)).toContain('charge 1 subscription-1:0:base');
    expect(await balance(again)).toEqual({ available: 16, held: 0 });
  });
});

describe('the clock goes back', () => {
  test('nothing is minted or lost, time stands still, and it is said', async () => {
    const flow = await workingFlow();
    await submitOne(flow);
    await allEnded(flow);
    flow.clock.set(boundaries[1] ?? '');
    await balance(flow);
    const before = await books(flow);
    flow.clock.set('2026-01-01T00:00:00Z');
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    expect((await flow.client.credits.balance()).at).toBe(Date.parse(boundaries[1] ?? ''));
    expect(await flow.client.workspace.state()).toMatchObject({
      clockBehind: Date.parse(boundaries[1] ?? '') - Date.parse('2026-01-01T00:00:00Z'),
    });
    expect(await books(flow)).toEqual(before);
    flow.clock.set(boundaries[1] ?? '');
    expect(await flow.client.workspace.state()).toMatchObject({ clockBehind: 0 });
    expect(await books(flow)).toEqual(before);
  });

  test('over a restart, too; jobs go on, and no entry is older than what was seen', async () => {
    const flow = await workingFlow();
    flow.clock.set(boundaries[2] ?? '');
    await balance(flow);
    flow.clock.set('2025-06-01T00:00:00Z');
    const again = await restart(flow);
    const seen = Date.parse(boundaries[2] ?? '');
    expect((await again.client.credits.balance()).at).toBe(seen);
    expect(await again.client.workspace.state()).toMatchObject({
      clockBehind: seen - Date.parse('2025-06-01T00:00:00Z'),
    });
    await submitOne(again);
    await allEnded(again);
    const lines = (await books(again)).slice(-2).map((line) => line.slice(0, 24));
    expect(new Set(lines)).toEqual(new Set([isoOf((await again.client.credits.balance()).at)]));
    // Back and forth again and again: the next turn still comes once, in its time.
    for (let times = 0; times < 3; times += 1) {
      again.clock.set('2026-01-31T10:00:00Z');
      await balance(again);
      again.clock.set(boundaries[3] ?? '');
      expect(await balance(again)).toEqual({ available: 16, held: 0 });
    }
    const grants = (await books(again)).filter((line) => line.includes(' grant '));
    expect(grants).toHaveLength(5);
  });
});
