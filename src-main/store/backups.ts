import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileEndings } from '../../src-shared/jobs/asset';
import { type Database, openSqlite } from './sqlite';

/** How many daily backups are kept; those made before a migration stay. */
const daysKept = 7;
const daily = /^day-(\d{4}-\d{2}-\d{2})\.sqlite$/;

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/**
 * Copies the open database, whole and consistent, to `<folder>/<name>.sqlite`; answers the path. A backup is one file: it
 * can be read later without anything being written beside it.
 */
export async function backUp(database: Database, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.sqlite`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  await database.backup(unfinished);
  const copy = openSqlite(unfinished);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
  renameSync(unfinished, target);
  return target;
}

/** One backup a day, the newest seven kept; `today` as YYYY-MM-DD. Answers the path of a new one, else null. */
export async function backUpDaily(
  database: Database,
  folder: string,
  today: string,
): Promise<string | null> {
  const name = `day-${today}`;
  const made = dailyBackups(folder);
  if (made.includes(`${name}.sqlite`)) return null;
  const path = await backUp(database, folder, name);
  const outdated = dailyBackups(folder).slice(0, -daysKept);
  for (const file of outdated) rmSync(join(folder, file));
  return path;
}

/** File names of the backups in `folder`, oldest first. */
export function dailyBackups(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((file) => daily.test(file))
    .sort();
}

export type Backup = { readonly path: string; readonly day: string };

/** The newest daily backup of a data folder; null when there is none. */
export function newestBackup(dataFolder: string): Backup | null {
  const file = dailyBackups(backupFolder(dataFolder)).at(-1);
  const day = file === undefined ? undefined : daily.exec(file)?.[1];
  if (file === undefined || day === undefined) return null;
  return { path: join(backupFolder(dataFolder), file), day };
}

/**
 * Puts a backup in the place of the ledger, which is set aside with all delivered files and never thrown
 * away. A disk that can't take the copies throws before anything is moved.
 */
export function restoreBackup(dataFolder: string, backup: Pick<Backup, 'path'>): void {
  stageBackup(dataFolder, backup);
  putStagedInPlace(dataFolder);
}

/** Makes a copy of a backup that waits to take the ledger's place; the ledger may still be open. */
export function stageBackup(dataFolder: string, { path }: Pick<Backup, 'path'>): void {
  const staged = stagedFile(dataFolder);
  copyFileSync(path, staged);
  // Once the ledger is set aside it is all there is.
  const file = openSync(staged, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Puts in order what a crash left of backups: a restore that was cut off with the ledger set aside is finished, one that had
 * moved nothing yet is dropped, and halves of copies are removed. Only while nobody has the ledger open.
 */
export function tidyBackups(dataFolder: string): void {
  if (!existsSync(join(dataFolder, 'tally.sqlite')) && existsSync(stagedFile(dataFolder))) {
    putStagedInPlace(dataFolder);
  }
  rmSync(stagedFile(dataFolder), { force: true });
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return;
  const halves = readdirSync(folder).filter((name) => /\.unfinished(-\w+)?$/.test(name));
  for (const name of halves) rmSync(join(folder, name));
}

/** Puts the staged copy in the place of the ledger, which must be closed. */
export function putStagedInPlace(dataFolder: string): void {
  const aside = freeFolder(join(dataFolder, 'set-aside'));
  nameAgain(join(dataFolder, 'library'), join(aside, 'library'));
  for (const suffix of ['', '-wal', '-shm']) {
    const file = join(dataFolder, `tally.sqlite${suffix}`);
    if (existsSync(file)) renameSync(file, join(aside, `tally.sqlite${suffix}`));
  }
  renameSync(stagedFile(dataFolder), join(dataFolder, 'tally.sqlite'));
}

/** The libraries as they were when backups took the ledger's place. */
export function librariesSetAside(dataFolder: string): string[] {
  return readdirSync(dataFolder)
    .filter((name) => /^set-aside-\d+$/.test(name))
    .map((name) => join(dataFolder, name, 'library'));
}

function stagedFile(dataFolder: string): string {
  return join(dataFolder, 'tally.sqlite.unfinished');
}

/** Gives the delivered files of a folder second names in another; where names can't be given they are copied. */
function nameAgain(folder: string, target: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter(isDelivered)) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    try {
      linkSync(join(folder, name), join(target, name));
    } catch {
      copyFileSync(join(folder, name), join(target, name));
    }
  }
}

function isDelivered(path: string): boolean {
  return Object.values(fileEndings).some((ending) => path.endsWith(`.${ending}`));
}

function freeFolder(path: string): string {
  for (let number = 1; ; number += 1) {
    const folder = `${path}-${number}`;
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}
