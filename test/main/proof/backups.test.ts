import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findBackups, inspectBackup } from '../../../src-main/proof/backups';
import { openSqlite } from '../../../src-main/store/sqlite';
import { allEnded, closeFlow, openFlow, submit, workingFlow } from '../../flows/flow';

test('the list says what each backup holds, newest first, and leaves every file as it is', async () => {
  const flow = await workingFlow();
  await flow.studio.backUp();
  await submit(flow, { count: 2 });
  await allEnded(flow);
  await flow.client.proof.backUpNow();
  const folder = join(flow.folder, 'backups');
  writeFileSync(join(folder, 'day-2026-01-30.sqlite.unfinished'), 'half');
  writeFileSync(join(folder, 'notes.txt'), 'a person’s own');
  const files = readdirSync(folder).sort();
  const { backups } = await flow.client.proof.backups();
  expect(backups).toMatchObject([
    { name: 'now-2026-01-31T10-00-00.sqlite', entries: 5, ours: true },
    { name: 'day-2026-01-31.sqlite', entries: 1, ours: true },
  ]);
  for (const { bytes } of backups) expect(bytes).toBeGreaterThan(10_000);
  expect(readdirSync(folder).sort()).toEqual(files);
});

test('backups made in one second get names of their own', async () => {
  const flow = await workingFlow();
  await flow.client.proof.backUpNow();
  const { backups } = await flow.client.proof.backUpNow();
  expect(backups.map(({ name }) => name).sort()).toEqual([
    'now-2026-01-31T10-00-00-2.sqlite',
    'now-2026-01-31T10-00-00.sqlite',
  ]);
});

test('no daily backup is made of a workspace that has not begun', async () => {
  const flow = await openFlow();
  await flow.studio.backUp();
  expect(findBackups(join(flow.folder, 'backups'))).toEqual([]);
});

test('a copy of the ledger in its own mode is read without leaving anything behind', async () => {
  const flow = await workingFlow();
  await closeFlow(flow);
  const folder = join(flow.folder, 'backups');
  await openFlow({ folder: flow.folder, clock: flow.clock }).then(({ studio }) => studio.backUp());
  const copy = join(folder, 'by-hand.sqlite');
  copyFileSync(join(folder, 'day-2026-01-31.sqlite'), copy);
  const database = openSqlite(copy);
  database.pragma('journal_mode = WAL');
  database.close();
  expect(inspectBackup(folder, 'by-hand.sqlite')).toMatchObject({ tip: { count: 1 } });
  expect(readdirSync(folder).sort()).toEqual(['by-hand.sqlite', 'day-2026-01-31.sqlite']);
});

test('what is no ledger, or outside the folder, is no backup', async () => {
  const flow = await workingFlow();
  await flow.studio.backUp();
  const folder = join(flow.folder, 'backups');
  writeFileSync(join(folder, 'junk.sqlite'), 'no ledger');
  const empty = openSqlite(join(folder, 'other.sqlite'));
  empty.exec('create table entry (something)');
  empty.close();
  expect(findBackups(folder).map(({ name }) => name)).toEqual(['day-2026-01-31.sqlite']);
  for (const name of ['../tally.sqlite', '..', '', 'junk', join(folder, 'day-2026-01-31.sqlite')]) {
    expect(inspectBackup(folder, name)).toBeNull();
  }
  expect(findBackups(join(folder, 'nowhere'))).toEqual([]);
});
