import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { first } from '../../../src-main/store/migrations/0001-first';
import type { Builder, Migration } from '../../../src-main/store/migrations/migration';
import { ledgerFile, openStore } from '../../../src-main/store/open-store';
import { type Database, openSqlite } from '../../../src-main/store/sqlite';
import { write } from '../../../src-main/store/write';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

// The steps that this copy of Tally knows: an older one at first, a newer one after an update.
const known = vi.hoisted(() => ({ migrations: [] as Migration[] }));
vi.mock('../../../src-main/store/migrations/migrations', () => ({
  get migrations() {
    return known.migrations;
  },
  get newestVersion() {
    return known.migrations.length;
  },
}));

const second: Migration = {
  version: 2,
  name: 'second',
  statements: ({ schema }: Builder) => [
    schema.alterTable('setting').addColumn('note', 'text'),
    schema.createTable('extra').addColumn('id', 'integer', (column) => column.primaryKey()),
  ],
};

const failing: Migration = {
  version: 2,
  name: 'failing',
  statements: (builder: Builder) => [
    builder.schema.createTable('half').addColumn('id', 'integer'),
    { compile: () => sql.raw('insert into nowhere values (1)').compile(builder) },
  ],
};

let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  known.migrations = [first];
  const database = await openGood();
  write(database, () => database.exec("insert into setting values ('theme', '\"dark\"')"));
  database.close();
});
afterEach(() => removeFolder(folder));

async function openGood(): Promise<Database> {
  const opened = await openStore(folder);
  if (opened.kind === 'unusable') throw new Error(`unusable: ${opened.reason}`);
  return opened.database;
}

const backups = () => join(folder, 'backups');

test('an older ledger is backed up whole, then brought up to date', async () => {
  known.migrations = [first, second];
  const database = await openGood();
  expect(database.pragma('user_version', { simple: true })).toBe(2);
  expect(database.prepare('select * from setting').all()).toEqual([
    { name: 'theme', value_json: '"dark"', note: null },
  ]);
  database.close();
  expect(readdirSync(backups())).toEqual(['before-version-2.sqlite']);
  const backup = openSqlite(join(backups(), 'before-version-2.sqlite'));
  expect(backup.pragma('user_version', { simple: true })).toBe(1);
  expect(backup.prepare('select * from setting').all()).toEqual([
    { name: 'theme', value_json: '"dark"' },
  ]);
  backup.close();
});

test('a step that fails leaves the older version whole, and the next start does it', async () => {
  known.migrations = [first, failing];
  await expect(openStore(folder)).rejects.toThrow('nowhere');
  known.migrations = [first, second];
  const database = await openGood();
  const tables = database.prepare("select name from sqlite_master where name = 'half'").all();
  expect(tables).toEqual([]);
  expect(database.pragma('user_version', { simple: true })).toBe(2);
  database.close();
});

test('a ledger of this version is neither migrated nor backed up', async () => {
  (await openGood()).close();
  expect(existsSync(backups())).toBe(false);
});

test('the copy of Tally from before the update refuses the newer ledger', async () => {
  known.migrations = [first, second];
  (await openGood()).close();
  known.migrations = [first];
  expect(await openStore(folder)).toEqual({ kind: 'unusable', reason: 'newer' });
  expect(existsSync(ledgerFile(folder))).toBe(true);
});
