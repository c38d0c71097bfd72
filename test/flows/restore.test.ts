import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { embedText, readTexts } from '../../src-main/gallery/png-text';
import { openBooks } from '../../src-main/proof/open-books';
import { sealedKeyStore } from '../../src-main/proof/sealed-key-store';
import { noKeyStore } from '../../src-main/proof/signing-key';
import { ledgerFile, openStore } from '../../src-main/store/open-store';
import { memoryVault } from '../helpers/memory-vault';
import { greyPng } from '../helpers/png';
import { scriptedEngine } from '../helpers/scripted-engine';
import { foxClip } from '../helpers/studio-requests';
import { temporaryFolder } from '../helpers/temporary-folder';
import type { TestStudio } from '../helpers/test-studio';
import {
  allEnded,
  balance,
  closeFlow,
  entriesOf,
  inState,
  jobNow,
  make,
  openFlow,
  refusalOf,
  restart,
  submit,
  submitOne,
  workingFlow,
} from './flow';

const made = async (flow: TestStudio, count: number) => {
  const jobs = await submit(flow, { count });
  await allEnded(flow);
  return jobs;
};

/** Makes a backup and answers its name. */
async function backUp(flow: TestStudio): Promise<string> {
  const { backups } = await flow.client.proof.backUpNow();
  const [newest] = backups;
  if (newest === undefined) throw new Error('there is no backup');
  return newest.name;
}

const foundAtStart = async (flow: TestStudio) => (await flow.client.proof.state()).atStart;
const none = { pictures: 0, credits: 0 };

/** Puts a backup in the ledger's place by hand, as a person with a file manager would. */
function putByHand(folder: string, name: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(`${ledgerFile(folder)}${suffix}`, { force: true });
  cpSync(join(folder, 'backups', name), ledgerFile(folder));
}

const pngsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.png'),
      )
    : [];

describe('a backup from the app', () => {
  test('takes the ledger’s place; what was delivered since is charged again, once', async () => {
    const flow = await workingFlow();
    const before = await made(flow, 2);
    const name = await backUp(flow);
    const after = await made(flow, 3);
    expect(await balance(flow)).toEqual({ available: 11, held: 0 });
    expect(await flow.client.proof.restore({ name })).toEqual({ restarting: false });
    const again = await restart(flow);
    expect(await foundAtStart(again)).toMatchObject({
      kind: 'older-backup',
      entries: 5,
      signedEntries: 11,
      charged: { pictures: 3, credits: 3 },
      unpaid: none,
      setAside: { pictures: 0 },
    });
    expect(await balance(again)).toEqual({ available: 11, held: 0 });
    for (const { id } of [...before, ...after]) {
      expect(jobNow(again, id).state.kind).toBe('done');
      expect(await entriesOf(again, id)).toEqual(['hold 1', 'charge 1']);
    }
    expect((await again.client.gallery.list({ after: null, limit: 10 })).total).toBe(5);
    const third = await restart(again);
    expect(await foundAtStart(third)).toEqual({ kind: 'sound' });
    expect(await balance(third)).toEqual({ available: 11, held: 0 });
  });

  test('is known for wanted where nothing is signed, too', async () => {
    const keys = noKeyStore('There is none here.');
    const folder = temporaryFolder();
    const flow = await workingFlow({ folder, keys });
    await made(flow, 1);
    const name = await backUp(flow);
    await made(flow, 2);
    rmSync(join(folder, 'heads'), { recursive: true });
    await flow.client.proof.restore({ name });
    await closeFlow(flow);
    const again = await openFlow({ folder, keys, clock: flow.clock });
    expect(await foundAtStart(again)).toMatchObject({
      kind: 'older-backup',
      charged: { pictures: 2, credits: 2 },
    });
  });

  test('sets the replaced ledger and all pictures aside', async () => {
    const flow = await workingFlow();
    await made(flow, 1);
    const name = await backUp(flow);
    await made(flow, 1);
    await flow.client.proof.restore({ name });
    const again = await restart(flow);
    expect(readdirSync(join(again.folder, 'set-aside-1'))).toContain('tally.sqlite');
    expect(pngsIn(join(again.folder, 'set-aside-1', 'library'))).toHaveLength(2);
  });

  test('sets clips aside like pictures; one made since is charged again, once', async () => {
    const flow = await workingFlow();
    const name = await backUp(flow);
    const clip = await make(flow, foxClip);
    const after = await balance(flow);
    await flow.client.proof.restore({ name });
    const again = await restart(flow);
    const aside = join(again.folder, 'set-aside-1', 'library');
    expect(readdirSync(aside, { recursive: true })).toContainEqual(
      expect.stringMatching(/^..\/[0-9a-f]{64}\.mp4$/),
    );
    expect(await entriesOf(again, clip.id)).toEqual(['hold 5', 'charge 5']);
    expect(await balance(again)).toEqual(after);
  });

  test('B8, B12: what was charged again counts among what was made before', async () => {
    const flow = await workingFlow();
    await submitOne(flow, { request: { prompt: 'a hare' } });
    await allEnded(flow);
    const name = await backUp(flow);
    const job = await submitOne(flow);
    await allEnded(flow);
    await flow.client.proof.restore({ name });
    const again = await restart(flow);
    const past = await again.client.past.of({ batches: [{ request: job.request, count: 1 }] });
    expect(past).toMatchObject({ triesOfPrompt: 1, spentOnPrompt: 1 });
    expect(past.identical.map(({ jobId }) => jobId)).toEqual([job.id]);
  });

  test('can be followed by a newer one, and by the replaced ledger itself', async () => {
    const flow = await workingFlow();
    const older = await backUp(flow);
    const first = await made(flow, 2);
    const newer = await backUp(flow);
    await flow.client.proof.restore({ name: older });
    const back = await restart(flow);
    const second = await made(back, 1);
    await back.client.proof.restore({ name: newer });
    const forth = await restart(back);
    expect(await foundAtStart(forth)).toMatchObject({
      kind: 'older-backup',
      charged: { pictures: 1, credits: 1 },
    });
    expect(await balance(forth)).toEqual({ available: 13, held: 0 });
    await closeFlow(forth);
    cpSync(join(forth.folder, 'set-aside-1', 'tally.sqlite'), ledgerFile(forth.folder));
    const byHand = await openFlow({ folder: forth.folder, clock: forth.clock });
    expect(await foundAtStart(byHand)).toMatchObject({ kind: 'older-backup' });
    for (const { id } of [...first, ...second]) {
      expect(await entriesOf(byHand, id)).toEqual(['hold 1', 'charge 1']);
    }
    expect(await balance(byHand)).toEqual({ available: 13, held: 0 });
  });

  test('of another workspace, of no name, or that is none is refused', async () => {
    const [flow, other] = [await workingFlow(), await workingFlow()];
    const foreign = await backUp(other);
    cpSync(
      join(other.folder, 'backups', foreign),
      join(flow.folder, 'backups', 'day-2026-01-01.sqlite'),
      { recursive: true },
    );
    writeFileSync(join(flow.folder, 'backups', 'junk.sqlite'), 'no ledger at all');
    const names = (await flow.client.proof.backups()).backups;
    expect(names).toMatchObject([{ name: 'day-2026-01-01.sqlite', ours: false, entries: 1 }]);
    const restore = (name: string) => refusalOf(flow.client.proof.restore({ name }));
    expect(await restore('day-2026-01-01.sqlite')).toMatchObject({ code: 'backup-foreign' });
    for (const name of ['junk.sqlite', 'gone.sqlite', '../tally.sqlite', '', 'day-2026-01-01']) {
      expect(await restore(name)).toMatchObject({ code: 'backup-unknown' });
    }
  });

  test('asks whoever opened Tally to start it anew', async () => {
    const flow = await workingFlow();
    let asked = 0;
    Object.assign(flow.studio, {
      startAnew: () => {
        asked += 1;
      },
    });
    const name = await backUp(flow);
    expect(await flow.client.proof.restore({ name })).toEqual({ restarting: true });
    expect(asked).toBe(1);
  });
});

describe('a backup put in place by hand', () => {
  test('is known by the signed head, and told to the first window', async () => {
    const flow = await workingFlow();
    const name = await backUp(flow);
    await made(flow, 2);
    await closeFlow(flow);
    putByHand(flow.folder, name);
    const again = await openFlow({ folder: flow.folder, clock: flow.clock });
    const events = await again.client.events.subscribe();
    const { value } = await events.next();
    expect(value).toMatchObject({
      kind: 'notice',
      text: 'An older backup came back: it has 1 ledger entry of 5 signed ones. 2 files made since then were charged again, for 2 credits.',
    });
  });

  test('is known when the whole folder came back as it was', async () => {
    const ownFolder = temporaryFolder();
    const flow = await workingFlow({ ownFolder });
    await made(flow, 1);
    await closeFlow(flow);
    const asItWas = temporaryFolder();
    cpSync(flow.folder, asItWas, { recursive: true });
    const later = await openFlow({ folder: flow.folder, ownFolder, clock: flow.clock });
    later.studio.queue.work();
    await made(later, 4);
    await closeFlow(later);
    const again = await openFlow({ folder: asItWas, ownFolder, clock: flow.clock });
    expect(await foundAtStart(again)).toMatchObject({
      kind: 'older-backup',
      entries: 3,
      signedEntries: 11,
      charged: none,
    });
  });

  test('a job that waited in it was delivered since: it is charged its hold and not made again', async () => {
    const flow = await workingFlow();
    await flow.client.jobs.pause();
    const job = await submitOne(flow);
    const name = await backUp(flow);
    await flow.client.jobs.resume();
    await inState(flow, job.id, 'done');
    await closeFlow(flow);
    putByHand(flow.folder, name);
    const engine = scriptedEngine();
    const again = await openFlow({ folder: flow.folder, clock: flow.clock, engine });
    expect(await foundAtStart(again)).toMatchObject({ charged: { pictures: 1, credits: 1 } });
    await again.client.jobs.resume();
    again.studio.queue.work();
    await allEnded(again);
    expect(engine.orders).toEqual([]);
    expect(await entriesOf(again, job.id)).toEqual(['hold 1', 'charge 1']);
    expect(await balance(again)).toEqual({ available: 15, held: 0 });
  });

  test('a picture that can’t be paid is kept in a folder with a name', async () => {
    const flow = await workingFlow();
    const begun = await backUp(flow);
    const first = await made(flow, 10);
    flow.clock.set('2026-03-01T10:00:00Z');
    const second = await made(flow, 10);
    await closeFlow(flow);
    putByHand(flow.folder, begun);
    // The clock of the older state has not turned the cycle yet: it has 16 credits for 20 pictures.
    flow.clock.set('2026-01-31T11:00:00Z');
    const again = await openFlow({ folder: flow.folder, clock: flow.clock });
    const folder = join(flow.folder, 'pictures-not-paid');
    expect(await foundAtStart(again)).toMatchObject({
      charged: { pictures: 16, credits: 16 },
      unpaid: { pictures: 4, credits: 4, folder },
    });
    expect(pngsIn(folder)).toHaveLength(4);
    expect(await balance(again)).toEqual({ available: 0, held: 0 });
    for (const { id } of [...first, ...second.slice(0, 6)]) {
      expect(jobNow(again, id).state.kind).toBe('done');
    }
    const picture = readFileSync(join(folder, pngsIn(folder)[0] ?? ''));
    expect(JSON.parse(readTexts(picture)?.get('tally') ?? '')).toMatchObject({ schema: 2 });
  });

  test('pictures of another workspace, without a record, or of an older Tally are never charged', async () => {
    const [flow, other] = [await workingFlow(), await workingFlow()];
    const name = await backUp(flow);
    const mine = await submitOne(flow, { request: { seed: 1 } });
    const theirs = await submitOne(other, { request: { seed: 2 } });
    await allEnded(flow);
    await allEnded(other);
    const { library } = flow.studio.ports;
    const foreign = readFileSync(other.studio.ports.library.pathOf(shaOf(other, theirs.id)));
    await library.save(foreign, 'image/png');
    await library.save(greyPng(3, 3), 'image/png');
    const older = { schema: 1, job: 'batch-9-0', batch: 'batch-9', index: 0, credits: 1 };
    await library.save(
      embedText(greyPng(4, 4), [{ keyword: 'tally', text: JSON.stringify(older) }]),
      'image/png',
    );
    const sha256 = shaOf(flow, mine.id);
    await closeFlow(flow);
    putByHand(flow.folder, name);
    const again = await openFlow({ folder: flow.folder, clock: flow.clock });
    expect(await foundAtStart(again)).toMatchObject({
      charged: { pictures: 1, credits: 1 },
      setAside: { pictures: 3, folder: join(flow.folder, 'pictures-set-aside') },
    });
    expect(pngsIn(join(flow.folder, 'pictures-set-aside'))).toHaveLength(3);
    expect(pngsIn(join(flow.folder, 'library'))).toEqual([
      join(sha256.slice(0, 2), `${sha256}.png`),
    ]);
  });

  test('a crash right after it was recognised changes nothing: the next start goes on', async () => {
    const flow = await workingFlow();
    const name = await backUp(flow);
    await made(flow, 3);
    await closeFlow(flow);
    putByHand(flow.folder, name);
    await crashWhileOpening(flow);
    const again = await openFlow({ folder: flow.folder, clock: flow.clock });
    expect(await foundAtStart(again)).toMatchObject({
      kind: 'older-backup',
      entries: 1,
      signedEntries: 7,
      charged: { pictures: 3, credits: 3 },
    });
    expect(await balance(again)).toEqual({ available: 13, held: 0 });
  });

  test('a picture that can’t be moved away stays, and the next start tries again', async () => {
    const flow = await workingFlow();
    const name = await backUp(flow);
    await flow.studio.ports.library.save(greyPng(3, 3), 'image/png');
    await made(flow, 1);
    await closeFlow(flow);
    putByHand(flow.folder, name);
    const inTheWay = join(flow.folder, 'pictures-set-aside');
    writeFileSync(inTheWay, 'a file');
    const again = await openFlow({ folder: flow.folder, clock: flow.clock });
    expect(pngsIn(join(flow.folder, 'library'))).toHaveLength(2);
    await closeFlow(again);
    rmSync(inTheWay);
    const third = await openFlow({ folder: flow.folder, clock: flow.clock });
    expect(await foundAtStart(third)).toMatchObject({
      kind: 'older-backup',
      charged: none,
      setAside: { pictures: 1 },
    });
    expect(pngsIn(inTheWay)).toHaveLength(1);
    const fourth = await restart(third);
    expect(await foundAtStart(fourth)).toEqual({ kind: 'sound' });
  });
});

test('a picture of a job that the ledger never had is moved away, never removed', async () => {
  const [flow, other] = [await workingFlow(), await workingFlow()];
  const theirs = await submitOne(other);
  await allEnded(other);
  const picture = readFileSync(other.studio.ports.library.pathOf(shaOf(other, theirs.id)));
  await made(flow, 1);
  await flow.studio.ports.library.save(picture, 'image/png');
  const again = await restart(flow);
  expect(await foundAtStart(again)).toEqual({ kind: 'sound' });
  expect(again.studio.recovery.sweptFiles).toBe(0);
  expect(pngsIn(join(flow.folder, 'pictures-set-aside'))).toHaveLength(1);
});

/** Opens the books of a folder and ends there, as a loss of power would. */
async function crashWhileOpening(flow: TestStudio): Promise<void> {
  const store = await openStore(flow.folder);
  if (store.kind === 'unusable') throw new Error(`the ledger is ${store.reason}`);
  const books = await openBooks(
    {
      database: store.database,
      dataFolder: flow.folder,
      ownFolder: join(flow.folder, 'own-configuration'),
      keys: sealedKeyStore(flow.folder, () => memoryVault()),
      now: () => flow.clock.now(),
      onTrouble: ({ reason }) => expect(reason).toBe(''),
      report: (error) => {
        throw error;
      },
    },
    { workspaceId: 'another', createdAt: flow.clock.now(), testClock: false },
  );
  expect(books.kind).toBe('open');
  store.database.close();
}

function shaOf(flow: TestStudio, assetId: string): string {
  const asset = flow.studio.ports.assets.asset(assetId);
  if (asset === null) throw new Error(`there is no picture ${assetId}`);
  return asset.sha256;
}
