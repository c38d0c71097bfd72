import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyEverything } from '../../src-main/jobs/verify-everything';
import { ledgerFile } from '../../src-main/store/open-store';
import { type Database, openSqlite } from '../../src-main/store/sqlite';
import { type OpenedStudio, openStudio } from '../../src-main/studio';
import { chanceOf } from '../chaos/seeded-random';
import { frozenClock } from '../helpers/frozen-clock';
import { scriptedEngine } from '../helpers/scripted-engine';
import { removeFolder, temporaryFolder } from '../helpers/test-studio';
import { allEnded, closeFlow, openFlow, refusalOf, submit, submitOne, workingFlow } from './flow';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) removeFolder(folder);
});

/** The folder of a studio that made some pictures and was closed. */
async function usedFolder(): Promise<string> {
  const flow = await workingFlow();
  flow.engine.scripts.push({ kind: 'deliver' }, { kind: 'refuse', message: 'no' });
  await submit(flow, { count: 5 });
  await allEnded(flow);
  await closeFlow(flow);
  return flow.folder;
}

function open(dataFolder: string): Promise<OpenedStudio> {
  return openStudio({
    dataFolder,
    clock: frozenClock('2026-01-31T10:00:00Z'),
    engines: [scriptedEngine()],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
  });
}

/** All that is money, in one number. */
function money(database: Database): string {
  const tables = ['entry', 'lot', 'job'].map((table) =>
    database.prepare(`select * from ${table} order by 1`).all(),
  );
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex');
}

test.each([
  ['no JSON', '{'],
  ['no rate card', '{"schema":1}'],
])('a kept rate card that is %s stops the start as damage', async (_, content) => {
  const folder = await usedFolder();
  const database = openSqlite(ledgerFile(folder));
  database.exec('drop trigger rate_card_refuses_update');
  database.prepare('update rate_card set content_json = ?').run(content);
  database.close();
  expect(await open(folder)).toEqual({ kind: 'unusable', reason: 'damaged' });
});

test.each([
  ['an entry’s amount', 'update entry set credits = 99 where number = 2'],
  ['an entry that was taken out', 'delete from entry where number = 3'],
  ['the newest entry’s hash', 'update entry set hash = zeroblob(32) where number = 6'],
])('a ledger with %s changed outside Tally is not opened', async (_, harm) => {
  const folder = await usedFolder();
  const database = openSqlite(ledgerFile(folder));
  database.exec('drop trigger entry_refuses_update; drop trigger entry_refuses_delete');
  expect(database.prepare(harm).run().changes).toBe(1);
  database.close();
  expect(await open(folder)).toMatchObject({ kind: 'unusable', reason: 'chain-broken' });
});

test('no single flipped bit of the file changes what money says unseen', async () => {
  const folder = await usedFolder();
  const original = readFileSync(ledgerFile(folder));
  const sound = openSqlite(ledgerFile(folder));
  const before = money(sound);
  sound.close();
  const chance = chanceOf(2026);
  const verdicts = { refused: 0, found: 0, unchanged: 0 };
  for (let flip = 0; flip < 60; flip += 1) {
    const copy = temporaryFolder();
    folders.push(copy);
    cpSync(join(folder, 'library'), join(copy, 'library'), { recursive: true });
    const bytes = Buffer.from(original);
    const place = chance.below(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << chance.below(8));
    writeFileSync(ledgerFile(copy), bytes);
    verdicts[await verdictOn(copy, before, `bit at ${place}`)] += 1;
  }
  expect(verdicts.refused).toBeGreaterThan(0);
  expect(verdicts.unchanged).toBeGreaterThan(0);
}, 60_000);

/** Whether a spoilt ledger is refused at the start, found by `verify`, or says what it said. */
async function verdictOn(folder: string, before: string, what: string) {
  // What is kept beside the ledger, such as the rate card, may be beyond reading: then nothing starts.
  const opened = await open(folder).catch(() => null);
  if (opened === null || opened.kind === 'unusable') return 'refused';
  const { studio } = opened;
  try {
    let last: string | undefined;
    for await (const step of verifyEverything(studio.ports, undefined)) last = step.kind;
    if (last === 'broken') return 'found';
    expect(money(studio.ports.database), what).toBe(before);
    return 'unchanged';
  } finally {
    await studio.close();
  }
}

test('a copy is not saved where nothing can be written', async () => {
  const flow = await openFlow({ caller: 'terminal' });
  flow.studio.queue.work();
  await flow.client.workspace.begin({
    cardId: 'ai-studios',
    planId: 'free',
    cadence: 'monthly',
    timeZone: 'UTC',
  });
  const job = await submitOne(flow);
  await allEnded(flow);
  const nowhere = join(flow.folder, 'nowhere');
  const copy = () => flow.client.gallery.saveCopy({ assetId: job.id, folder: nowhere });
  expect(await refusalOf(copy())).toMatchObject({ code: 'folder-unwritable', folder: nowhere });
  mkdirSync(nowhere);
  const [first, second] = [await copy(), await copy()];
  expect(first.path).not.toBe(second.path);
  expect(readFileSync(first.path ?? '').equals(readFileSync(second.path ?? ''))).toBe(true);
});
