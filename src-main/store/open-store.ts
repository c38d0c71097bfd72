import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataProblem } from '../../src-shared/refusal';
import { backUp, backupFolder, tidyBackups } from './backups';
import { migrate, needsMigration, versionOf } from './migrate';
import { newestVersion } from './migrations/migrations';
import { type Database, openSqlite, sqliteCode } from './sqlite';
import { systemCode } from './system-code';
import { UnreadableData } from './unreadable-data';

export type OpenedStore =
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'unusable'; readonly reason: DataProblem };

export function ledgerFile(dataFolder: string): string {
  return join(dataFolder, 'tally.sqlite');
}

/**
 * Opens the ledger of a data folder, finishes a restore that was cut off, backs it up before a migration, and migrates it. A file that is damaged, newer or can't be written is left as it is and never worked around.
 */
export async function openStore(dataFolder: string): Promise<OpenedStore> {
  let database: Database | null = null;
  try {
    mkdirSync(dataFolder, { recursive: true });
    tidyBackups(dataFolder);
    const file = ledgerFile(dataFolder);
    const isNew = !existsSync(file);
    if (!isNew) accessSync(file, constants.R_OK | constants.W_OK);
    database = openSqlite(file);
    if (versionOf(database) > newestVersion) return refuse(database, 'newer');
    configure(database);
    if (!isSound(database)) return refuse(database, 'damaged');
    if (versionOf(database) > 0 && needsMigration(database)) {
      await backUp(database, backupFolder(dataFolder), `before-version-${newestVersion}`);
    }
    migrate(database);
    return { kind: 'open', database };
  } catch (error) {
    const reason = problemOf(error);
    if (reason === null) throw error;
    return refuse(database, reason);
  }
}

/** Every commit reaches the disk before it is believed: money allows no less than FULL. */
function configure(database: Database): void {
  database.pragma('busy_timeout = 5000');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Without it `insert or replace` deletes a row behind the back of the append-only triggers.
  database.pragma('recursive_triggers = ON');
}

/** Up to so many bytes a file is checked at every start, indexes and all, or at least its tables. */
const checkedWhole = 4 * 1024 * 1024;
const checkedQuickly = 64 * 1024 * 1024;

function isSound(database: Database): boolean {
  const pages = Number(database.pragma('page_count', { simple: true }));
  const bytes = pages * Number(database.pragma('page_size', { simple: true }));
  if (bytes > checkedQuickly) return true;
  const check = bytes > checkedWhole ? 'quick_check(1)' : 'integrity_check(1)';
  return database.pragma(check, { simple: true }) === 'ok';
}

function refuse(database: Database | null, reason: DataProblem): OpenedStore {
  database?.close();
  return { kind: 'unusable', reason };
}

/** What a failure of the disk or of SQLite means for the person; null when it is a bug. */
export function problemOf(error: unknown): DataProblem | null {
  if (error instanceof UnreadableData) return 'damaged';
  const code = sqliteCode(error) ?? systemCode(error);
  if (code === null) return null;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return 'damaged';
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) {
    return 'read-only';
  }
  if (/^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT)/.test(code)) return 'disk-full';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'in-use';
  return null;
}
