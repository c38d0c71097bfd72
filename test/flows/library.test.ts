import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mountSmallDisk, noSmallDisk } from '../helpers/small-disk';
import type { TestStudio } from '../helpers/test-studio';
import {
  balance,
  closeFlow,
  entriesOf,
  inState,
  jobNow,
  listen,
  refusalOf,
  restart,
  submit,
  submitOne,
  until,
  verify,
  workingFlow,
} from './flow';

// The queue looks again every few seconds; here the clock on the wall need not turn for that.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const library = (flow: TestStudio) => flow.studio.ports.library.folder;

async function waitsForLibrary(flow: TestStudio, jobId: string): Promise<string> {
  const reason = await until(
    () => flow.studio.queue.state(0).waitReasons[jobId],
    (found) => found?.kind === 'library-unwritable',
  );
  return reason?.kind === 'library-unwritable' ? reason.message : '';
}

/** Lets the queue look at the library again and again until something holds. */
async function whileLooking(holds: () => boolean): Promise<void> {
  const stop = setInterval(() => vi.advanceTimersByTime(3_000), 1);
  await until(holds, Boolean);
  clearInterval(stop);
}

describe('a library that can’t be written', () => {
  test('makes the job wait and charges nothing; the queue goes on by itself once it can', async () => {
    const flow = await workingFlow();
    const heard = listen(flow);
    writeFileSync(library(flow), 'a file in the place of the folder');
    const [first, second] = await submit(flow, { count: 2 });
    if (!first || !second) throw new Error('too few jobs');
    expect(await waitsForLibrary(flow, first.id)).toContain(library(flow));
    expect(await balance(flow)).toEqual({ available: 14, held: 2 });
    expect(flow.engine.orders).toHaveLength(1);
    const notices = heard.filter((event) => event.kind === 'notice');
    expect(notices.map(({ severity }) => severity)).toEqual(['problem']);

    let looks = 0;
    const { check } = flow.studio.ports.library;
    Object.assign(flow.studio.ports.library, {
      check: () => {
        looks += 1;
        return check();
      },
    });
    await whileLooking(() => looks > 2);
    expect(jobNow(flow, first.id).state.kind).toBe('waiting');
    rmSync(library(flow));
    await whileLooking(() => jobNow(flow, second.id).state.kind === 'done');
    expect(await entriesOf(flow, first.id)).toEqual(['hold 1', 'charge 1']);
    expect(await balance(flow)).toEqual({ available: 14, held: 0 });
  });

  test('that vanished between two jobs is made again', async () => {
    const flow = await workingFlow();
    const first = await submitOne(flow);
    await inState(flow, first.id, 'done');
    const away = join(flow.folder, 'away');
    renameSync(library(flow), away);
    const second = await submitOne(flow);
    await inState(flow, second.id, 'done');
    expect(await verify(flow)).toMatchObject({ kind: 'broken', message: 'its file is missing' });
    // Both pictures are there once the folder is put back.
    renameSync(library(flow), join(flow.folder, 'newer'));
    renameSync(away, library(flow));
    const { sha256 } = (await flow.client.gallery.detail({ assetId: second.id })).asset;
    const shelf = sha256.slice(0, 2);
    mkdirSync(join(library(flow), shelf), { recursive: true });
    renameSync(
      join(flow.folder, 'newer', shelf, `${sha256}.png`),
      join(library(flow), shelf, `${sha256}.png`),
    );
  });

  test('still waits after a restart, under its hold, and can be cancelled', async () => {
    const flow = await workingFlow();
    writeFileSync(library(flow), 'a file in the place of the folder');
    const job = await submitOne(flow);
    await waitsForLibrary(flow, job.id);
    const again = await restart(flow);
    await waitsForLibrary(again, job.id);
    expect(await balance(again)).toEqual({ available: 15, held: 1 });
    await again.client.jobs.cancel({ jobId: job.id });
    expect(await balance(again)).toEqual({ available: 16, held: 0 });
    rmSync(library(again));
  });

  test.skipIf(noSmallDisk !== null)(
    'because its disk is full waits until there is room',
    async () => {
      const flow = await workingFlow();
      mkdirSync(library(flow));
      const disk = mountSmallDisk(library(flow), 64 * 1024);
      try {
        disk.fill();
        const job = await submitOne(flow);
        expect(await waitsForLibrary(flow, job.id)).toContain('disk is full');
        expect(await entriesOf(flow, job.id)).toEqual(['hold 1']);
        disk.empty();
        await whileLooking(() => jobNow(flow, job.id).state.kind === 'done');
        expect(await verify(flow)).toMatchObject({ kind: 'sound', files: 1 });
        await closeFlow(flow);
      } finally {
        disk.remove();
      }
    },
  );
});

describe('a file that is gone or changed is shown as such', () => {
  test.each([
    ['missing', (path: string) => rmSync(path)],
    ['altered', (path: string) => writeFileSync(path, 'something else')],
  ] as const)('%s', async (condition, spoil) => {
    const flow = await workingFlow({ caller: 'terminal' });
    const job = await submitOne(flow);
    await inState(flow, job.id, 'done');
    const { asset } = await flow.client.gallery.detail({ assetId: job.id });
    const path = flow.studio.ports.library.pathOf(asset.sha256);
    renameSync(path, `${path}.kept`);
    writeFileSync(path, 'x');
    spoil(path);
    const detail = await flow.client.gallery.detail({ assetId: job.id });
    expect(detail.condition).toBe(condition);
    const copy = flow.client.gallery.saveCopy({ assetId: job.id, folder: flow.folder });
    expect(await refusalOf(copy)).toEqual({ code: `asset-file-${condition}`, assetId: job.id });
    expect(await verify(flow)).toMatchObject({
      kind: 'broken',
      at: `picture ${job.id}`,
      message: `its file is ${condition}`,
    });
    renameSync(`${path}.kept`, path);
  });

  test('a picture that is not there is refused', async () => {
    const flow = await workingFlow();
    const refusal = { code: 'asset-unknown', assetId: 'nobody' };
    expect(await refusalOf(flow.client.gallery.detail({ assetId: 'nobody' }))).toEqual(refusal);
    expect(await refusalOf(flow.client.gallery.remove({ assetIds: ['nobody'] }))).toEqual(refusal);
    const copy = flow.client.gallery.saveCopy({ assetId: 'nobody', folder: null });
    expect(await refusalOf(copy)).toEqual(refusal);
  });

  test('only the terminal may name a folder for a copy, and only one that can be written', async () => {
    const flow = await workingFlow();
    const job = await submitOne(flow);
    await inState(flow, job.id, 'done');
    const byPage = flow.client.gallery.saveCopy({ assetId: job.id, folder: flow.folder });
    expect(await refusalOf(byPage)).toEqual({ code: 'folder-not-allowed' });
  });
});
