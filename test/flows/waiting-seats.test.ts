import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Job } from '../../src-shared/jobs/job';
import type { TestStudio } from '../helpers/test-studio';
import {
  begun,
  change,
  expectRightBooks,
  expectSameAfterRestart,
  month,
  order,
  personal,
  plus,
  start,
  team,
  units,
} from './billing-flow';
import {
  allEnded,
  balance,
  entriesOf,
  inState,
  jobNow,
  listen,
  refusalOf,
  submit,
  submitOne,
  until,
} from './flow';

/** Pictures that wait, paid by a seat of the team. */
async function waitingFor(flow: TestStudio, seat: string, count: number): Promise<readonly Job[]> {
  await flow.client.jobs.pause();
  await flow.client.plan.workAs({ seat });
  return submit(flow, { count });
}

const standing = (flow: TestStudio, jobs: readonly Job[]) =>
  jobs.map(({ id }) => {
    const { seat, held, holds, price, state } = jobNow(flow, id);
    return `${seat} ${state.kind} ${held ? 'held' : 'unheld'} ${holds}×${price}`;
  });

async function goOn(flow: TestStudio): Promise<void> {
  await flow.client.jobs.resume();
  flow.studio.queue.work();
}

/** What is on hold in each wallet. */
const heldIn = (flow: TestStudio) =>
  Object.fromEntries(
    flow.studio.ports.database
      .prepare<[], [string, number]>(
        'select wallet, sum(held) from lot group by wallet having sum(held) > 0',
      )
      .raw()
      .all(),
  );

describe('working as another seat while jobs of the old one wait', () => {
  test('leaves them with the seat that submitted them, over a boundary too', async () => {
    const flow = await begun(team);
    const jobs = await waitingFor(flow, 'seat-1', 3);
    const others = await waitingFor(flow, 'seat-2', 2);
    expect(heldIn(flow)).toEqual({ 'seat-1': 3, 'seat-2': 2 });
    flow.clock.set(month(1));
    expect(await balance(flow)).toEqual({ available: 148, held: 2 });
    expect(heldIn(flow)).toEqual({ 'seat-1': 3, 'seat-2': 2 });
    expect(standing(flow, [...jobs, ...others])).toEqual([
      ...Array(3).fill('seat-1 waiting held 2×1'),
      ...Array(2).fill('seat-2 waiting held 2×1'),
    ]);
    const again = await expectSameAfterRestart(flow);
    await goOn(again);
    await allEnded(again);
    const { seats } = await again.client.plan.state();
    expect(seats.map(({ id, available, held }) => [id, available, held])).toEqual([
      ['seat-1', 147, 0],
      ['seat-2', 148, 0],
    ]);
  });

  test('a job tried again is paid by whoever tries it', async () => {
    const flow = await begun(team);
    const [job] = await waitingFor(flow, 'seat-1', 1);
    await flow.client.jobs.cancel({ jobId: job?.id ?? '' });
    await flow.client.plan.workAs({ seat: 'seat-2' });
    const { jobs } = await flow.client.jobs.retry({ jobId: job?.id ?? '', batchId: randomUUID() });
    expect(standing(flow, jobs)).toEqual(['seat-2 waiting held 1×1']);
    expect(heldIn(flow)).toEqual({ 'seat-2': 1 });
    expectRightBooks(flow);
  });
});

describe('removing a seat whose jobs wait', () => {
  test('keeps their holds until its credit lapses, and then they wait for credit', async () => {
    const flow = await begun(team);
    const jobs = await waitingFor(flow, 'seat-2', 2);
    await order(flow, { kind: 'remove-seat', seat: 'seat-2' });
    expect(standing(flow, jobs)).toEqual(Array(2).fill('seat-2 waiting held 1×1'));
    flow.clock.set(month(1));
    expect(await balance(flow)).toEqual({ available: 150, held: 0 });
    expect(standing(flow, jobs)).toEqual(Array(2).fill('seat-2 waiting unheld 1×1'));
    const again = await expectSameAfterRestart(flow);
    await goOn(again);
    const { waitReasons } = await again.client.jobs.queue({ ended: 0 });
    expect(waitReasons[jobs[0]?.id ?? '']).toEqual({ kind: 'needs-credit', credits: 1 });
    // Its own wallet is empty; the pool is everybody's.
    await order(again, units('team-unit', 1));
    await allEnded(again);
    expect(await balance(again)).toEqual({ available: 150 + 198, held: 0 });
  });

  test('adding it again lets them run at once, by its own new credit', async () => {
    const flow = await begun(team);
    const jobs = await waitingFor(flow, 'seat-2', 2);
    await order(flow, { kind: 'remove-seat', seat: 'seat-2' });
    flow.clock.set(month(1));
    await balance(flow);
    await goOn(flow);
    await order(flow, { kind: 'add-seat', seat: 'seat-2', name: '' });
    await allEnded(flow);
    expect(standing(flow, jobs)).toEqual(Array(2).fill('seat-2 done held 2×1'));
    const { seats } = await flow.client.plan.state();
    expect(seats[1]).toMatchObject({ available: 148, held: 0 });
  });

  test('this computer then works as another, and cannot work as it', async () => {
    const flow = await begun(team);
    await waitingFor(flow, 'seat-2', 1);
    await order(flow, { kind: 'remove-seat', seat: 'seat-2' });
    expect((await flow.client.plan.state()).workingSeat).toBe('seat-1');
    expect(await refusalOf(flow.client.plan.workAs({ seat: 'seat-2' }))).toEqual({
      code: 'seat-removed',
      seat: 'seat-2',
    });
    expect(standing(flow, await submit(flow))).toEqual(['seat-1 waiting held 1×1']);
  });

  test('a plan without seats does the same to all but the first', async () => {
    const flow = await begun(team);
    const jobs = [
      ...(await waitingFor(flow, 'seat-2', 1)),
      ...(await waitingFor(flow, 'seat-1', 1)),
    ];
    await order(flow, change('personal'));
    flow.clock.set(month(1));
    await balance(flow);
    expect(standing(flow, jobs)).toEqual(['seat-2 waiting unheld 1×1', 'seat-1 waiting held 2×1']);
    await expectSameAfterRestart(flow);
  });
});

describe('ending a plan with running jobs', () => {
  async function runningAtTheEnd() {
    const flow = await begun(personal);
    flow.studio.queue.work();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const running = await submitOne(flow);
    const waiting = await submitOne(flow);
    await inState(flow, running.id, 'running');
    await order(flow, { kind: 'end-plan' });
    flow.clock.set(month(1));
    expect(await balance(flow)).toEqual({ available: 0, held: 1 });
    expect(standing(flow, [running, waiting])).toEqual([
      'seat-1 running held 1×1',
      'seat-1 waiting unheld 1×1',
    ]);
    return { flow, running, waiting };
  }

  test('A13 what was running is charged to the credit that it held', async () => {
    const { flow, running, waiting } = await runningAtTheEnd();
    flow.engine.release();
    await inState(flow, running.id, 'done');
    expect(await entriesOf(flow, running.id)).toEqual(['hold 1', 'charge 1']);
    expect(await entriesOf(flow, waiting.id)).toEqual(['hold 1', 'release 1']);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    await expectSameAfterRestart(flow);
  });

  test('A13 what is cancelled then gives its credit to expired, and nobody else gets it', async () => {
    const { flow, running, waiting } = await runningAtTheEnd();
    await flow.client.jobs.cancel({ jobId: running.id });
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
    expect(standing(flow, [waiting])).toEqual(['seat-1 waiting unheld 1×1']);
    await order(flow, start('free'));
    await allEnded(flow);
    expect(await balance(flow)).toEqual({ available: 15, held: 0 });
  });

  test('a job that was cut off runs again under its old hold, whoever else waits for credit', async () => {
    const { flow, running, waiting } = await runningAtTheEnd();
    const again = await expectSameAfterRestart(flow);
    await goOn(again);
    await inState(again, running.id, 'done');
    expect(await entriesOf(again, running.id)).toEqual(['hold 1', 'charge 1']);
    expect(standing(again, [waiting])).toEqual(['seat-1 waiting unheld 1×1']);
    expectRightBooks(again);
  });
});

describe('credit that comes back', () => {
  /** The first picture waits for credit, the second has the last that there is. */
  async function firstUnheld() {
    const flow = await begun({ ...plus, planId: 'free' });
    await flow.client.jobs.pause();
    const swift = { model: 'image-swift' } as const;
    const [big] = await submit(flow, { request: { model: 'image-studio' } });
    const small = await submit(flow, { count: 18, request: swift });
    if (big === undefined) throw new Error('nothing was queued');
    await order(flow, { kind: 'end-plan' });
    flow.clock.set(month(1));
    await order(flow, start('free'));
    return { flow, big, small };
  }

  test('holds all anew, in the order of the queue, when a plan starts again', async () => {
    const { flow, big, small } = await firstUnheld();
    expect(await balance(flow)).toEqual({ available: 0, held: 40 });
    expect(standing(flow, [big])).toEqual(['seat-1 waiting held 2×4']);
    expect(new Set(standing(flow, small))).toEqual(new Set(['seat-1 waiting held 2×2']));
    expectRightBooks(flow);
  });

  test('from a cancelled job goes at once to one that waits for it', async () => {
    const flow = await begun(personal);
    await flow.client.jobs.pause();
    const [first, ...others] = await submit(flow, { count: 60 });
    await order(flow, change('free'));
    flow.clock.set(month(1));
    await balance(flow);
    const late = others.at(-1);
    const held = others.filter(({ id }) => jobNow(flow, id).held);
    expect(held).toHaveLength(15);
    if (first === undefined || late === undefined) throw new Error('too few jobs');
    const next = others[15];
    await flow.client.jobs.cancel({ jobId: first.id });
    expect(jobNow(flow, next?.id ?? '')).toMatchObject({ held: true, holds: 2 });
    expect(await balance(flow)).toEqual({ available: 0, held: 16 });
    expectRightBooks(flow);
  });

  test('from a picture that failed goes at once to one that waits for it', async () => {
    const flow = await begun(personal);
    await flow.client.jobs.pause();
    const jobs = await submit(flow, { count: 20 });
    await order(flow, change('free'));
    flow.clock.set(month(1));
    await balance(flow);
    flow.engine.scripts.push(...Array(4).fill({ kind: 'refuse', message: 'Not this one.' }));
    await goOn(flow);
    await allEnded(flow);
    const ended = jobs.map(({ id }) => jobNow(flow, id).state.kind);
    expect(ended.filter((kind) => kind === 'failed')).toHaveLength(4);
    expect(ended.filter((kind) => kind === 'done')).toHaveLength(16);
    expect(await balance(flow)).toEqual({ available: 0, held: 0 });
  });
});

describe('everybody is told', () => {
  test('which jobs lost their hold when credit lapsed, and which found it again, without asking', async () => {
    const flow = await begun(personal);
    await goOn(flow);
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const jobs = await submit(flow, { count: 3 });
    await inState(flow, jobs[0]?.id ?? '', 'running');
    await order(flow, { kind: 'end-plan' });
    const heard = listen(flow);
    const told = () =>
      heard.flatMap((event) =>
        event.kind === 'jobs-changed'
          ? event.jobs.map(({ id, held }) => `${id.slice(-1)} ${held ? 'held' : 'unheld'}`)
          : [],
      );
    flow.clock.set(month(1));
    flow.studio.lookAtClock();
    await until(told, (lines) => lines.includes('1 unheld') && lines.includes('2 unheld'));
    await until(
      () => heard.findLast((event) => event.kind === 'queue-changed'),
      (event) => event?.waitReasons[jobs[2]?.id ?? '']?.kind === 'needs-credit',
    );
    await order(flow, start('free'));
    await until(told, (lines) => lines.includes('1 held') && lines.includes('2 held'));
    flow.engine.release();
    await allEnded(flow);
  });
});

describe('two hundred jobs that wait over a boundary, with credit for half of them', () => {
  test('the first half is held, in the order of the queue, and the rest runs as credit comes', async () => {
    const flow = await begun({ ...team, seats: 1 });
    await order(flow, units('team-unit', 1));
    await flow.client.jobs.pause();
    const jobs = [...(await submit(flow, { count: 100 })), ...(await submit(flow, { count: 100 }))];
    await order(flow, change('personal'));
    flow.clock.set(month(1));
    await order(flow, units('personal-unit', 1));
    // Sixty of the plan come first, and sixty of the unit right after.
    expect(await balance(flow)).toEqual({ available: 0, held: 120 });
    const held = jobs.map(({ id }) => jobNow(flow, id).held);
    expect(held).toEqual([...Array(120).fill(true), ...Array(80).fill(false)]);
    const again = await expectSameAfterRestart(flow);
    again.clock.set(month(2));
    expect(await balance(again)).toEqual({ available: 0, held: 120 });
    await goOn(again);
    await Promise.all(jobs.slice(0, 120).map(({ id }) => inState(again, id, 'done')));
    expect(again.studio.ports.jobs.unfinished()).toHaveLength(80);
    await order(again, units('personal-unit', 2));
    await allEnded(again);
    const delivered = again.engine.orders.map(({ jobId }) => jobId);
    expect(delivered).toEqual(jobs.map(({ id }) => id));
    expect(await balance(again)).toEqual({ available: 40, held: 0 });
  });
});
