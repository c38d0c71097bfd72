import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newestVersion } from '../../../src-main/store/migrations/migrations';
import { ledgerFile, openStore } from '../../../src-main/store/open-store';
import { type Database, openSqlite } from '../../../src-main/store/sqlite';
import { write } from '../../../src-main/store/write';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

async function openGood(): Promise<Database> {
  const opened = await openStore(folder);
  if (opened.kind === 'unusable') throw new Error(`unusable: ${opened.reason}`);
  return opened.database;
}

/** Changes a closed ledger's file as a person or a failing disk might. */
function spoil(change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(ledgerFile(folder));
  change(bytes);
  writeFileSync(ledgerFile(folder), bytes);
}

async function expectRefused(reason: string): Promise<void> {
  const before = readFileSync(ledgerFile(folder));
  expect(await openStore(folder)).toEqual({ kind: 'unusable', reason });
  expect(readFileSync(ledgerFile(folder)).equals(before), 'the file was changed').toBe(true);
}

describe('a new data folder', () => {
  test('is made, with the newest schema and every commit flushed', async () => {
    folder = join(folder, 'not', 'there', 'yet');
    const database = await openGood();
    const pragma = (name: string) => database.pragma(name, { simple: true });
    expect(pragma('user_version')).toBe(newestVersion);
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    database.close();
  });

  test('opens again as it was left', async () => {
    const database = await openGood();
    write(database, () => database.exec("insert into setting values ('theme', '1')"));
    database.close();
    const again = await openGood();
    expect(again.prepare('select * from setting').all()).toEqual([
      { name: 'theme', value_json: '1' },
    ]);
    again.close();
  });
});

describe('a ledger that can’t be trusted is refused and left as it is', () => {
  test('random bytes', async () => {
    writeFileSync(ledgerFile(folder), Buffer.from('not a ledger at all '.repeat(500)));
    await expectRefused('damaged');
  });

  test('a file cut off in the middle', async () => {
    (await openGood()).close();
    truncateSync(ledgerFile(folder), 3 * 4096 + 17);
    await expectRefused('damaged');
  });

  test('a page of rubbish in its schema', async () => {
    (await openGood()).close();
    spoil((bytes) => bytes.fill(0xa5, 100, 1000));
    await expectRefused('damaged');
  });

  test('a page of rubbish in a table', async () => {
    const database = await openGood();
    write(database, () => database.exec("insert into setting values ('theme', '1')"));
    database.close();
    spoil((bytes) => bytes.fill(0x5a, bytes.length - 4096));
    await expectRefused('damaged');
  });

  test('one written by a newer Tally', async () => {
    (await openGood()).close();
    const newer = openSqlite(ledgerFile(folder));
    newer.pragma(`user_version = ${newestVersion + 1}`);
    newer.close();
    await expectRefused('newer');
  });

  test('a folder in the place of the file', async () => {
    mkdirSync(ledgerFile(folder));
    expect(await openStore(folder)).toEqual({ kind: 'unusable', reason: 'read-only' });
  });

  test('a file in the place of the folder', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    expect(await openStore(file)).toEqual({ kind: 'unusable', reason: 'read-only' });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('one that another process has locked', async () => {
    (await openGood()).close();
    const other = openSqlite(ledgerFile(folder));
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(await openStore(folder)).toEqual({ kind: 'unusable', reason: 'in-use' });
    other.close();
  }, 20_000);
});
