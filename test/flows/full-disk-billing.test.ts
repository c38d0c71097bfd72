import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStudio } from '../../src-main/studio';
import { frozenClock } from '../helpers/frozen-clock';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../helpers/small-disk';
import { removeFolder, type TestStudio, temporaryFolder } from '../helpers/test-studio';
import {
  bills,
  change,
  expectRightBooks,
  grants,
  month,
  order,
  personal,
  units,
} from './billing-flow';
import {
  allEnded,
  balance,
  closeFlow,
  expectSound,
  jobNow,
  openFlow,
  refusalOf,
  restart,
  submit,
  until,
} from './flow';

// Ledger and library on one small disk that runs full while plans go on: skipped where none can be made.
describe.skipIf(noSmallDisk !== null)(`a full disk (${noSmallDisk ?? 'mounted'})`, () => {
  let folder: string;
  let disk: SmallDisk;
  let flow: TestStudio;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    folder = temporaryFolder();
    disk = mountSmallDisk(folder, 4 << 20);
    flow = await openFlow({ folder, clock: frozenClock(month(0)) });
    await flow.client.workspace.begin(personal);
  });
  afterEach(async () => {
    vi.useRealTimers();
    disk.empty();
    expectRightBooks(flow);
    await expectSound(flow);
    await closeFlow(flow);
    disk.remove();
    removeFolder(folder);
  });

  const full = () => ({ code: 'data-unusable', reason: 'disk-full', folder });
  /** What the account holds in memory must be what a fresh look at the disk works out. */
  async function expectSameAccount(): Promise<void> {
    const { plans } = flow.studio.ports;
    const account = plans.account();
    flow = await restart(flow, false);
    expect(flow.studio.ports.plans.account()).toEqual(account);
  }

  test('at an order: refused with a sentence, nothing is billed; the same order is placed once there is room', async () => {
    const orderId = randomUUID();
    disk.fill();
    const buy = () => order(flow, units('personal-unit', 2), orderId);
    expect(await refusalOf(buy())).toEqual(full());
    expect(await balance(flow)).toEqual({ available: 60, held: 0 });
    expect(await refusalOf(buy())).toEqual(full());
    expect((await flow.client.plan.state()).units).toEqual([]);
    disk.empty();
    expect(await buy()).toMatchObject({ existed: false, order: { cents: 2000, credits: 120 } });
    expect(await buy()).toMatchObject({ existed: true });
    expect(await balance(flow)).toEqual({ available: 180, held: 0 });
    expect(bills(flow)).toHaveLength(2);
    await expectSameAccount();
  });

  test('at an order that is refused: it is not remembered, and may be placed once there is room', async () => {
    const orderId = randomUUID();
    disk.fill();
    const keep = () => order(flow, { kind: 'keep-plan' }, orderId);
    expect(await refusalOf(keep())).toEqual(full());
    disk.empty();
    await order(flow, { kind: 'end-plan' });
    expect(await keep()).toMatchObject({ existed: false });
    await expectSameAccount();
  });

  test('at every kind of order: the account stays what the disk says', async () => {
    const unit = randomUUID();
    await order(flow, units('personal-unit', 2), unit);
    disk.fill();
    for (const wish of [
      change('team'),
      change('free'),
      { kind: 'end-plan' },
      { kind: 'cancel-units', unit, count: 1 },
      units('personal-unit', 1),
    ] as const) {
      expect(await refusalOf(order(flow, wish)), wish.kind).toEqual(full());
    }
    disk.empty();
    await expectSameAccount();
    flow.clock.set(month(1));
    expect(await balance(flow)).toEqual({ available: 180, held: 0 });
  });

  test('at a boundary: it is crossed whole once there is room, and nobody is told before', async () => {
    await flow.client.jobs.pause();
    const jobs = await submit(flow, { count: 5 });
    disk.fill();
    flow.clock.set(month(1));
    expect(await refusalOf(flow.client.credits.balance())).toEqual(full());
    flow.studio.lookAtClock();
    expect(grants(flow)).toHaveLength(1);
    expect(jobs.map(({ id }) => jobNow(flow, id).holds)).toEqual([1, 1, 1, 1, 1]);
    disk.empty();
    flow.studio.lookAtClock();
    expect(await balance(flow)).toEqual({ available: 55, held: 5 });
    expect(jobs.map(({ id }) => jobNow(flow, id).holds)).toEqual([2, 2, 2, 2, 2]);
    await expectSameAccount();
  });

  test('in the middle of many boundaries: those that fitted are done, the rest follow, none twice', async () => {
    await order(flow, units('personal-unit', 1));
    // So many jobs wait that each boundary takes room of its own.
    await flow.client.jobs.pause();
    await submit(flow, { count: 100 });
    disk.fill(200 * 1024);
    flow.clock.set(month(8));
    expect(await refusalOf(flow.client.credits.balance())).toEqual(full());
    const done = grants(flow).length;
    expect(done).toBeGreaterThan(2);
    expect(done).toBeLessThan(18);
    expect(await refusalOf(order(flow, { kind: 'end-plan' }))).toEqual(full());
    disk.empty();
    expect(await balance(flow)).toEqual({ available: 20, held: 100 });
    const expected = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(month);
    expect(grants(flow).map((line) => line.slice(0, 24))).toEqual(
      expected.flatMap((iso) => [iso, iso]),
    );
    await expectSameAccount();
  });

  test('at the start, with boundaries due: refused, and caught up once there is room', async () => {
    await flow.client.jobs.pause();
    await submit(flow, { count: 60 });
    await closeFlow(flow);
    disk.fill(100 * 1024);
    flow.clock.set(month(8));
    const reported: unknown[] = [];
    const refused = await openStudio({
      dataFolder: folder,
      clock: flow.clock,
      engines: [flow.engine],
      saveDialog: async () => null,
      report: (error) => reported.push(error),
    });
    expect(refused).toEqual({ kind: 'unusable', reason: 'disk-full' });
    vi.advanceTimersByTime(60_000);
    expect(reported).toEqual([]);
    disk.empty();
    flow = await openFlow({ folder, clock: flow.clock });
    expect(grants(flow)).toHaveLength(9);
    await expectSameAccount();
  });

  test('while pictures are finished at a boundary: all are charged once, each to what it held', async () => {
    flow.studio.queue.work();
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const jobs = await submit(flow, { count: 3 });
    await until(
      () => flow.engine.orders.length,
      (orders) => orders === 1,
    );
    disk.fill();
    flow.clock.set(month(1));
    flow.engine.release();
    await until(
      () => flow.studio.queue.runningCount(),
      (running) => running === 0,
    );
    expect(grants(flow)).toHaveLength(1);
    disk.empty();
    const looking = setInterval(() => vi.advanceTimersByTime(3_000), 1);
    await allEnded(flow);
    clearInterval(looking);
    expect(jobs.map(({ id }) => jobNow(flow, id).state.kind)).toEqual(['done', 'done', 'done']);
    expect(await balance(flow)).toEqual({ available: 58, held: 0 });
    await expectSameAccount();
  });
});
