import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStudio } from '../../src-main/studio';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../helpers/small-disk';
import { removeFolder, type TestStudio, temporaryFolder } from '../helpers/test-studio';
import {
  balance,
  closeFlow,
  entriesOf,
  expectSound,
  jobNow,
  listen,
  openFlow,
  refusalOf,
  submissionOf,
  submit,
  until,
  workingFlow,
} from './flow';

// Ledger and library on one small disk that runs full while Tally works: skipped where none can be made.
describe.skipIf(noSmallDisk !== null)(`a full disk (${noSmallDisk ?? 'mounted'})`, () => {
  let folder: string;
  let disk: SmallDisk;
  let flow: TestStudio;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    folder = temporaryFolder();
    disk = mountSmallDisk(folder, 4 << 20);
    flow = await workingFlow({ folder });
  });
  afterEach(async () => {
    vi.useRealTimers();
    disk.empty();
    await expectSound(flow);
    await closeFlow(flow);
    disk.remove();
    removeFolder(folder);
  });

  async function whileLooking(holds: () => boolean): Promise<void> {
    const looking = setInterval(() => vi.advanceTimersByTime(3_000), 1);
    await until(holds, Boolean);
    clearInterval(looking);
  }

  test('during a run: the job waits, nothing is charged, and it goes on once there is room', async () => {
    const heard = listen(flow);
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const [first, second] = await submit(flow, { count: 2 });
    if (!first || !second) throw new Error('too few jobs');
    disk.fill();
    flow.engine.release();
    await until(
      () => heard.find((event) => event.kind === 'notice'),
      (notice) => notice?.kind === 'notice' && notice.text.includes('disk is full'),
    );
    expect(await balance(flow)).toEqual({ available: 14, held: 2 });
    disk.empty();
    await whileLooking(() => jobNow(flow, second.id).state.kind === 'done');
    expect(jobNow(flow, first.id).state.kind).toBe('done');
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
  });

  test('before a submission: it is refused with a sentence, holds nothing, and works later', async () => {
    const submission = await submissionOf(flow);
    disk.fill();
    const refusal = await refusalOf(flow.client.jobs.submit(submission));
    expect(refusal).toEqual({ code: 'data-unusable', reason: 'disk-full', folder });
    expect(await balance(flow)).toEqual({ available: 16, held: 0 });
    disk.empty();
    const { jobs } = await flow.client.jobs.submit(submission);
    await whileLooking(() => jobs.every(({ id }) => jobNow(flow, id).state.kind === 'done'));
    expect(await balance(flow)).toEqual({ available: 15, held: 0 });
  });

  test('still full when Tally is closed: the job runs again at the next start, charged once', async () => {
    const heard = listen(flow);
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const [job] = await submit(flow);
    if (!job) throw new Error('too few jobs');
    disk.fill();
    flow.engine.release();
    await until(
      () => heard.filter((event) => event.kind === 'notice').length,
      (notices) => notices > 0,
    );
    await closeFlow(flow);
    disk.empty();
    flow = await openFlow({ folder });
    flow.studio.queue.work();
    await until(
      () => jobNow(flow, job.id).state.kind,
      (kind) => kind === 'done',
    );
    expect(await entriesOf(flow, job.id)).toEqual(['hold 1', 'charge 1']);
  });

  test('full at the start, with a job cut off: refused, and opened once there is room', async () => {
    flow.engine.scripts.push({ kind: 'wait-for-release' });
    const [job] = await submit(flow);
    if (!job) throw new Error('too few jobs');
    disk.fill();
    flow.engine.release();
    await closeFlow(flow);
    const refused = await openStudio({
      dataFolder: folder,
      clock: flow.clock,
      engines: [flow.engine],
      saveDialog: async () => null,
      report: (error) => {
        throw error;
      },
    });
    expect(refused).toEqual({ kind: 'unusable', reason: 'disk-full' });
    disk.empty();
    flow = await openFlow({ folder });
    expect(flow.studio.recovery.requeued).toHaveLength(1);
    flow.studio.queue.work();
    await until(
      () => jobNow(flow, job.id).state.kind,
      (kind) => kind === 'done',
    );
  });
});
