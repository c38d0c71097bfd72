import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpDaily, dailyBackups } from '../../../src-main/store/backups';
import { openStore } from '../../../src-main/store/open-store';
import { type Database, openSqlite } from '../../../src-main/store/sqlite';
import { write } from '../../../src-main/store/write';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';

let folder: string;
let backups: string;
let database: Database;
beforeEach(async () => {
  folder = temporaryFolder();
  backups = join(folder, 'backups');
  const opened = await openStore(folder);
  if (opened.kind === 'unusable') throw new Error(`unusable: ${opened.reason}`);
  database = opened.database;
});
afterEach(() => {
  database.close();
  removeFolder(folder);
});

test('a day has one backup, and the newest seven are kept', async () => {
  for (let day = 1; day <= 10; day += 1) {
    const today = `2026-01-${String(day).padStart(2, '0')}`;
    await backUpDaily(database, backups, today);
    await backUpDaily(database, backups, today);
  }
  const kept = [4, 5, 6, 7, 8, 9, 10].map(
    (day) => `day-2026-01-${String(day).padStart(2, '0')}.sqlite`,
  );
  expect(dailyBackups(backups)).toEqual(kept);
  expect(readdirSync(backups).sort()).toEqual(kept);
});

test('what else lies in the folder stays', async () => {
  await backUpDaily(database, backups, '2026-01-01');
  writeFileSync(join(backups, 'before-version-2.sqlite'), 'kept');
  for (let day = 10; day < 20; day += 1) await backUpDaily(database, backups, `2026-01-${day}`);
  expect(existsSync(join(backups, 'before-version-2.sqlite'))).toBe(true);
});

test('a backup is whole while the ledger is written', async () => {
  write(database, () => database.exec("insert into setting values ('theme', '1')"));
  await backUpDaily(database, backups, '2026-01-01');
  const backup = openSqlite(join(backups, 'day-2026-01-01.sqlite'));
  expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(backup.prepare('select count(*) as n from setting').get()).toEqual({ n: 1 });
  backup.close();
});

test('an unfinished backup of a crash is never taken for one', async () => {
  await backUpDaily(database, backups, '2026-01-01');
  writeFileSync(join(backups, 'day-2026-01-02.sqlite.unfinished'), 'half');
  expect(dailyBackups(backups)).toEqual(['day-2026-01-01.sqlite']);
  await backUpDaily(database, backups, '2026-01-02');
  expect(readdirSync(backups).sort()).toEqual(['day-2026-01-01.sqlite', 'day-2026-01-02.sqlite']);
});
