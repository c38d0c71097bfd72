import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noteRestore } from '../../src-main/proof/head-files';
import { sealedKeyStore } from '../../src-main/proof/sealed-key-store';
import { stageBackup } from '../../src-main/store/backups';
import { ledgerFile } from '../../src-main/store/open-store';
import { frozenClock } from '../helpers/frozen-clock';
import { memoryVault } from '../helpers/memory-vault';
import type { TestStudio } from '../helpers/test-studio';
import { expectRightBooks, personal } from './billing-flow';
import {
  allEnded,
  balance,
  closeFlow,
  entriesOf,
  expectSound,
  openFlow,
  restart,
  submit,
} from './flow';

async function workingPersonal(): Promise<TestStudio> {
  const flow = await openFlow({ clock: frozenClock('2026-01-31T10:00:00Z') });
  await flow.client.workspace.begin(personal);
  flow.studio.queue.work();
  return flow;
}

async function made(flow: TestStudio, count: number, seed = 7) {
  const jobs = await submit(flow, { count, request: { seed } });
  await allEnded(flow);
  return jobs;
}

async function backUp(flow: TestStudio): Promise<string> {
  const { backups } = await flow.client.proof.backUpNow();
  const [newest] = backups;
  if (newest === undefined) throw new Error('there is no backup');
  return newest.name;
}

async function restored(flow: TestStudio, name: string): Promise<TestStudio> {
  await flow.client.proof.restore({ name });
  return restart(flow);
}

const foundAtStart = async (flow: TestStudio) => (await flow.client.proof.state()).atStart.kind;
const ownHead = ({ folder }: TestStudio) => {
  const heads = join(folder, 'own-configuration', 'heads');
  return join(heads, readdirSync(heads).find((name) => name.endsWith('.json')) ?? '');
};

describe('a power cut while a backup takes the ledger’s place', () => {
  /** A closed folder in which a backup of two pictures is staged, and three were made since. */
  async function staged() {
    const flow = await workingPersonal();
    await made(flow, 2);
    const name = await backUp(flow);
    const after = await made(flow, 3, 50);
    await closeFlow(flow);
    const { folder } = flow;
    stageBackup(folder, { path: join(folder, 'backups', name) });
    await noteRestore(
      folder,
      sealedKeyStore(folder, () => memoryVault()),
    );
    return { flow, after };
  }

  const openAgain = ({ folder, clock, engine }: TestStudio) => openFlow({ folder, clock, engine });

  test('before anything was moved: the ledger is as it was, and the copy is gone', async () => {
    const { flow } = await staged();
    const again = await openAgain(flow);
    expect(await foundAtStart(again)).toBe('sound');
    expect(await balance(again)).toEqual({ available: 55, held: 0 });
    expect(existsSync(`${ledgerFile(flow.folder)}.unfinished`)).toBe(false);
  });

  test('with the ledger set aside: the start finishes it, and what was made since is charged again', async () => {
    const { flow, after } = await staged();
    mkdirSync(join(flow.folder, 'set-aside-1'));
    renameSync(ledgerFile(flow.folder), join(flow.folder, 'set-aside-1', 'tally.sqlite'));
    const again = await openAgain(flow);
    expect(await foundAtStart(again)).toBe('older-backup');
    expect(await balance(again)).toEqual({ available: 55, held: 0 });
    for (const { id } of after) expect(await entriesOf(again, id)).toEqual(['hold 1', 'charge 1']);
    expectRightBooks(again);
  });

  test('with a rest of the old ledger’s log still there: it is set aside, and never read into the backup', async () => {
    const { flow } = await staged();
    mkdirSync(join(flow.folder, 'set-aside-1'));
    renameSync(ledgerFile(flow.folder), join(flow.folder, 'set-aside-1', 'tally.sqlite'));
    writeFileSync(`${ledgerFile(flow.folder)}-wal`, 'what was not yet in the ledger');
    const again = await openAgain(flow);
    expect(await balance(again)).toEqual({ available: 55, held: 0 });
    expect(readFileSync(join(flow.folder, 'set-aside-2', 'tally.sqlite-wal'), 'utf8')).toBe(
      'what was not yet in the ledger',
    );
  });

  test('or while a backup is made: no half of one is left lying about', async () => {
    const flow = await workingPersonal();
    const name = await backUp(flow);
    await closeFlow(flow);
    const folder = join(flow.folder, 'backups');
    for (const half of ['day-2026-01-30.sqlite.unfinished', 'now-1.sqlite.unfinished-journal']) {
      writeFileSync(join(folder, half), 'half');
    }
    await openAgain(flow);
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe('backups of ledgers that went different ways', () => {
  test('can follow each other: every state is known for what it is, at this start and the next', async () => {
    const first = await workingPersonal();
    const oldest = await backUp(first);
    // What was cancelled is not made again: this way is the longer one.
    await first.client.jobs.pause();
    await submit(first, { count: 10 });
    await first.client.jobs.cancelAll();
    await first.client.jobs.resume();
    const other = await backUp(first);
    const second = await restored(first, oldest);
    await made(second, 1, 90);
    // A state of the second way, at a count of entries at which the first was something else.
    await backUp(second);
    await made(second, 2, 100);
    const third = await restored(second, other);
    expect(await foundAtStart(third)).toBe('older-backup');
    await expectSound(third);
    const fourth = await restart(third);
    expect(await foundAtStart(fourth)).toBe('sound');
    await expectSound(fourth);
    expectRightBooks(fourth);
  });

  test('bring their pictures back that a state without them had moved away', async () => {
    const first = await workingPersonal();
    const oldest = await backUp(first);
    const jobs = await made(first, 4);
    const newer = await backUp(first);
    // A picture whose record says nothing is moved out of the library by a state that does not know it.
    const files = first.studio.ports.assets.everyFile();
    const second = await restored(first, oldest);
    const { library } = second.studio.ports;
    for (const { sha256 } of files) {
      await library.setAside(sha256, join(second.folder, 'pictures-not-paid'));
    }
    await second.client.proof.restore({ name: newer });
    const third = await restart(second);
    await expectSound(third);
    for (const { id } of jobs) {
      const asset = third.studio.ports.assets.everyFile().find((file) => file.id === id);
      expect(existsSync(third.studio.ports.library.pathOf(asset?.sha256 ?? ''))).toBe(true);
    }
  });
});

describe('a power cut between the two copies of a head', () => {
  /** A restored ledger whose head beside it is new, and whose second copy is still that of the replaced one. */
  async function halfKept(setClock: (flow: TestStudio) => void) {
    const flow = await workingPersonal();
    const name = await backUp(flow);
    await made(flow, 5);
    await closeFlow(flow);
    const older = readFileSync(ownHead(flow));
    const again = await openFlow({ folder: flow.folder, clock: flow.clock, engine: flow.engine });
    setClock(again);
    const back = await restored(again, name);
    await made(back, 3, 70);
    await closeFlow(back);
    writeFileSync(ownHead(back), older);
    return openFlow({ folder: flow.folder, clock: flow.clock, engine: flow.engine });
  }

  test('is no contradiction: neither at the start nor when it is verified', async () => {
    const flow = await halfKept((again) => again.clock.advance(60_000));
    expect(await foundAtStart(flow)).toBe('sound');
    await expectSound(flow);
  });

  test('nor after the clock was set back meanwhile', async () => {
    const flow = await halfKept((again) => again.clock.set('2026-01-01T00:00:00Z'));
    expect(await foundAtStart(flow)).toBe('sound');
    await expectSound(flow);
  });

  test('but a head that was never left behind still says that something else was signed', async () => {
    const flow = await workingPersonal();
    await made(flow, 3);
    await closeFlow(flow);
    const { folder, clock, engine } = flow;
    const aside = join(folder, 'aside');
    cpSync(ledgerFile(folder), join(aside, 'tally.sqlite'), { recursive: true });
    cpSync(join(folder, 'heads'), join(aside, 'heads'), { recursive: true });
    const more = await openFlow({ folder, clock, engine });
    more.studio.queue.work();
    await made(more, 2, 40);
    await closeFlow(more);
    // Somebody swaps ledger and head for older ones; the second copy remembers.
    cpSync(join(aside, 'tally.sqlite'), ledgerFile(folder));
    cpSync(join(aside, 'heads'), join(folder, 'heads'), { recursive: true });
    rmSync(aside, { recursive: true });
    const swapped = await openFlow({ folder, clock, engine });
    expect(await foundAtStart(swapped)).toBe('older-backup');
  });
});
