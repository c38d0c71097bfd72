import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashLine } from '../../src-main/billing-clock/invoice-store';
import { noHash } from '../../src-main/ledger/chain';
import { sealedKeyStore } from '../../src-main/proof/sealed-key-store';
import { noKeyStore } from '../../src-main/proof/signing-key';
import { ledgerFile } from '../../src-main/store/open-store';
import type { InvoiceLineRow } from '../../src-main/store/schema';
import { type OpenedStudio, openStudio } from '../../src-main/studio';
import { frozenClock } from '../helpers/frozen-clock';
import { memoryVault } from '../helpers/memory-vault';
import { scriptedEngine } from '../helpers/scripted-engine';
import { forgetWhatFollowed, rehash, tamper } from '../helpers/tampering';
import { temporaryFolder } from '../helpers/temporary-folder';
import { allEnded, closeFlow, openFlow, restart, submit, workingFlow } from './flow';

const clock = () => frozenClock('2026-01-31T10:00:00Z');

type Places = { readonly folder: string; readonly ownFolder: string };

/** A closed data folder in which so many pictures were made, with its own copy of the heads elsewhere. */
async function usedPlaces(pictures = 3): Promise<Places> {
  const places = { folder: temporaryFolder(), ownFolder: temporaryFolder() };
  const flow = await workingFlow(places);
  await submit(flow, { count: pictures });
  await allEnded(flow);
  await closeFlow(flow);
  return places;
}

function open({ folder, ownFolder }: Places, keys = keysOf(folder)): Promise<OpenedStudio> {
  return openStudio({
    dataFolder: folder,
    clock: clock(),
    engines: [scriptedEngine()],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
    keys,
    ownFolder,
  });
}

function keysOf(folder: string) {
  return sealedKeyStore(folder, () => memoryVault());
}

/** The sentence with which a ledger is refused. */
async function refusalOf(places: Places): Promise<string> {
  const opened = await open(places);
  if (opened.kind === 'open') {
    await opened.studio.close();
    throw new Error('it was opened');
  }
  expect(opened.reason).toBe('chain-broken');
  return opened.detail ?? '';
}

/** What the start of a ledger finds; it is closed again. */
async function findingOf(places: Places, keys = keysOf(places.folder)) {
  const opened = await open(places, keys);
  if (opened.kind === 'unusable') throw new Error(`refused: ${opened.detail}`);
  const { atStart } = opened.studio.proof.state();
  await opened.studio.close();
  return atStart;
}

describe('heads', () => {
  test('are kept in both places, signed with one key for the life of the folder', async () => {
    const places = await usedPlaces();
    const flow = await openFlow(places);
    const state = await flow.client.proof.state();
    expect(state).toMatchObject({
      testClock: false,
      trouble: null,
      atStart: { kind: 'sound' },
      signing: { kind: 'signed', entries: 7, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const beside = readFileSync(join(places.folder, 'heads', 'head.json'), 'utf8');
    const own = readFileSync(join(places.ownFolder, 'heads', `${state.workspaceId}.json`), 'utf8');
    expect(own).toBe(beside);
    const again = await restart(flow);
    expect((await again.client.proof.state()).signing).toMatchObject(state.signing);
  });

  test('are kept unsigned where there is no key store, and the reason is told', async () => {
    const reason = 'This computer offers no key store.';
    const keys = noKeyStore(reason);
    const folder = temporaryFolder();
    const flow = await workingFlow({ folder, keys });
    await submit(flow, { count: 2 });
    await allEnded(flow);
    await closeFlow(flow);
    const again = await openFlow({ folder, keys });
    expect(await again.client.proof.state()).toMatchObject({
      signing: { kind: 'unsigned', reason },
      atStart: { kind: 'sound' },
    });
  });

  test('that can’t be written stop nothing, and it is told', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'heads'), 'a file in the way');
    const flow = await workingFlow({ folder });
    const events = await flow.client.events.subscribe();
    await flow.studio.backups.makeNow();
    const told = await events.next();
    expect(told.value).toMatchObject({ kind: 'notice', severity: 'problem' });
    expect((await flow.client.proof.state()).trouble).toContain(join(folder, 'heads'));
  });

  test('of an earlier key, or none, vouch for nothing: that is said', async () => {
    const places = await usedPlaces();
    const elsewhere = sealedKeyStore(places.folder, () => memoryVault('another computer'));
    expect(await findingOf(places, elsewhere)).toMatchObject({
      kind: 'unproven',
      reason: expect.stringContaining('another key'),
    });
    // That computer has signed now.
    expect(await findingOf(places, elsewhere)).toEqual({ kind: 'sound' });
    rmSync(join(places.folder, 'heads'), { recursive: true });
    rmSync(join(places.ownFolder, 'heads'), { recursive: true });
    expect(await findingOf(places)).toMatchObject({ kind: 'unproven' });
    expect(await findingOf(places)).toEqual({ kind: 'sound' });
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, 200)],
    ['edited', (text: string) => text.replace('"count": 7', '"count": 6')],
    [
      'without its signature',
      (text: string) => text.replace(/"signature": \{[^}]*\}/, '"signature": 5'),
    ],
  ])('that are %s are not believed', async (_, spoil) => {
    const places = await usedPlaces();
    const { workspaceId } = await stateOf(places);
    for (const file of [
      join(places.folder, 'heads', 'head.json'),
      join(places.ownFolder, 'heads', `${workspaceId}.json`),
    ]) {
      writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    }
    expect(await findingOf(places)).toMatchObject({ kind: 'unproven' });
  });
});

async function stateOf(places: Places) {
  const opened = await open(places);
  if (opened.kind === 'unusable') throw new Error(`refused: ${opened.detail}`);
  const state = opened.studio.proof.state();
  await opened.studio.close();
  return state;
}

describe('a start names', () => {
  test('truncation: entries cut off the end', async () => {
    const places = await usedPlaces();
    tamper(places.folder, (database) => database.exec('delete from entry where number > 5'));
    expect(await refusalOf(places)).toContain('newer entries are missing');
  });

  test('truncation to nothing', async () => {
    const places = await usedPlaces();
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(`${ledgerFile(places.folder)}${suffix}`, { force: true });
    }
    expect(await refusalOf(places)).toMatch(/7 entries of it were signed, and an empty one/);
  });

  test('an edit, whoever made all hashes anew after it', async () => {
    const places = await usedPlaces();
    tamper(places.folder, (database) => {
      database.exec('update entry set at = at + 1 where number = 2');
      rehash(database);
    });
    expect(await refusalOf(places)).toBe('Entry 7 is not the one that was signed.');
  });

  test('an edit that made no hash anew', async () => {
    const places = await usedPlaces();
    tamper(places.folder, (database) =>
      database.exec('update entry set at = at + 1 where number = 2'),
    );
    expect(await refusalOf(places)).toContain('Entry 2');
  });

  test('reordering', async () => {
    const places = await usedPlaces();
    tamper(places.folder, (database) => {
      database.exec(`update entry set number = -2 where number = 2;
        update entry set number = 2 where number = 3; update entry set number = 3 where number = -2`);
      rehash(database);
    });
    expect(await refusalOf(places)).toBe('Entry 7 is not the one that was signed.');
  });

  test('an edit hidden behind a truncation', async () => {
    const places = await usedPlaces();
    await findingOf(places);
    tamper(places.folder, (database) => {
      database.exec('delete from entry where number > 6');
      database.exec('update entry set at = at - 1 where number = 1');
      rehash(database);
      forgetWhatFollowed(database);
    });
    expect(await refusalOf(places)).toMatch(/^It is an older state, and/);
  });

  test('an order that was taken out, with credit that came of it', async () => {
    const places = await usedPlaces();
    tamper(places.folder, (database) => database.exec('delete from plan_order'));
    expect(await refusalOf(places)).toContain('it grants credit that follows from no order');
  });

  test('an invoice line that was changed, whoever made its hash anew', async () => {
    const places = await usedPlaces();
    tamper(places.folder, (database) => {
      const row = database.prepare<[], InvoiceLineRow>('select * from invoice_line').get();
      if (row === undefined) throw new Error('nothing was billed');
      const hash = hashLine({ ...row, cents: 1 }, noHash);
      database.prepare('update invoice_line set cents = 1, hash = ?').run(hash);
    });
    expect(await refusalOf(places)).toBe('Invoice line 1 is not the one that was signed.');
  });

  test('a swapped file', async () => {
    const [places, other] = [await usedPlaces(), await usedPlaces(1)];
    cpSync(ledgerFile(other.folder), ledgerFile(places.folder));
    expect(await refusalOf(places)).toBe(
      'It is the ledger of another workspace than the one that was signed here.',
    );
  });
});
