import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  backUpDaily,
  dailyBackups,
  newestBackup,
  restoreBackup,
} from '../../../src-main/store/backups';
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

describe('restoring', () => {
  const ledger = () => join(folder, 'tally.sqlite');
  const setAside = (...names: string[]) => join(folder, 'set-aside-1', ...names);

  beforeEach(async () => {
    await backUpDaily(database, backups, '2026-01-01');
    database.close();
    writeFileSync(ledger(), 'damaged');
    writeFileSync(`${ledger()}-wal`, 'its latest writes');
    mkdirSync(join(folder, 'library', 'ab'), { recursive: true });
    writeFileSync(join(folder, 'library', 'ab', 'ab12.png'), 'a picture');
  });

  const newest = () => {
    const backup = newestBackup(folder);
    if (backup === null) throw new Error('there is no backup');
    return backup;
  };

  test('puts the newest backup in the place of the ledger', async () => {
    restoreBackup(folder, newest());
    const opened = await openStore(folder);
    expect(opened.kind).toBe('open');
    if (opened.kind === 'open') opened.database.close();
  });

  test('sets aside what it replaces, and the pictures that the backup may not know', () => {
    restoreBackup(folder, newest());
    expect(readFileSync(setAside('tally.sqlite'), 'utf8')).toBe('damaged');
    expect(readFileSync(setAside('tally.sqlite-wal'), 'utf8')).toBe('its latest writes');
    expect(existsSync(`${ledger()}-wal`)).toBe(false);
    expect(readFileSync(setAside('library', 'ab', 'ab12.png'), 'utf8')).toBe('a picture');
    expect(readFileSync(join(folder, 'library', 'ab', 'ab12.png'), 'utf8')).toBe('a picture');
  });

  test('moves nothing when the copy can’t be made', () => {
    const gone = { path: join(backups, 'gone.sqlite'), day: '2026-01-02' };
    expect(() => restoreBackup(folder, gone)).toThrow();
    expect(readFileSync(ledger(), 'utf8')).toBe('damaged');
    expect(readFileSync(`${ledger()}-wal`, 'utf8')).toBe('its latest writes');
  });
});
