import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from './sqlite';

/** How many daily backups are kept; those made before a migration stay. */
const daysKept = 7;
const daily = /^day-(\d{4}-\d{2}-\d{2})\.sqlite$/;

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** Copies the open database, whole and consistent, to `<folder>/<name>.sqlite`; answers the path. */
export async function backUp(database: Database, folder: string, name: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.sqlite`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  await database.backup(unfinished);
  renameSync(unfinished, target);
  return target;
}

/** One backup a day, the newest seven kept; `today` as YYYY-MM-DD. */
export async function backUpDaily(
  database: Database,
  folder: string,
  today: string,
): Promise<void> {
  const name = `day-${today}`;
  const made = dailyBackups(folder);
  if (made.includes(`${name}.sqlite`)) return;
  await backUp(database, folder, name);
  const outdated = dailyBackups(folder).slice(0, -daysKept);
  for (const file of outdated) rmSync(join(folder, file));
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
 * away: those that the backup has never heard of leave the library at the next start. A disk that can't
 * take the copies throws before anything is moved.
 */
export function restoreBackup(dataFolder: string, backup: Backup): void {
  const restored = join(dataFolder, 'tally.sqlite');
  copyFileSync(backup.path, `${restored}.unfinished`);
  const aside = freeFolder(join(dataFolder, 'set-aside'));
  nameAgain(join(dataFolder, 'library'), join(aside, 'library'));
  for (const suffix of ['', '-wal', '-shm']) {
    const file = join(dataFolder, `tally.sqlite${suffix}`);
    if (existsSync(file)) renameSync(file, join(aside, `tally.sqlite${suffix}`));
  }
  renameSync(`${restored}.unfinished`, restored);
}

/** Gives the pictures of a folder second names in another; where names can't be given they are copied. */
function nameAgain(folder: string, target: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((path) => path.endsWith('.png'))) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    try {
      linkSync(join(folder, name), join(target, name));
    } catch {
      copyFileSync(join(folder, name), join(target, name));
    }
  }
}

function freeFolder(path: string): string {
  for (let number = 1; ; number += 1) {
    const folder = `${path}-${number}`;
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}
