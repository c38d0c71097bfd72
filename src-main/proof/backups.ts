import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { BackupState } from '../../src-shared/contract/proof';
import { workspaceIdOf } from '../store/identity';
import { type Database, openSqlite, sqliteCode } from '../store/sqlite';
import { type ChainTip, prepareEntryChain } from './tip';

/** A backup as its file says. */
export type FoundBackup = {
  readonly name: string;
  readonly path: string;
  readonly madeAt: Instant;
  readonly bytes: number;
  /** Null in one of which nothing can be read. */
  readonly workspaceId: string | null;
  readonly tip: ChainTip;
};

/** The backups in a folder, newest first. Files of others and unfinished ones are none. */
export function findBackups(folder: string): FoundBackup[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .flatMap((name) => inspectBackup(folder, name) ?? [])
    .sort((left, right) => right.madeAt - left.madeAt || (left.name < right.name ? 1 : -1));
}

/** One backup of a folder by its name; null when there is none of that name, or it can't be read as one. */
export function inspectBackup(folder: string, name: string): FoundBackup | null {
  const path = join(folder, name);
  if (!/^[^/\\]+\.sqlite$/.test(name) || !existsSync(path)) return null;
  const { size, mtimeMs } = statSync(path);
  const read = readOnly(path, (database) => ({
    workspaceId: workspaceIdOf(database),
    tip: prepareEntryChain(database).tip(),
  }));
  if (read === null) return null;
  return { name, path, madeAt: instant(Math.trunc(mtimeMs)), bytes: size, ...read };
}

/** A backup in the contract's words. */
export function backupState(backup: FoundBackup, workspaceId: string): BackupState {
  const { name, madeAt, bytes, tip } = backup;
  return { name, madeAt, bytes, entries: tip.count, ours: backup.workspaceId === workspaceId };
}

/** What `read` finds in a file that is left as it is; null when it is no ledger that can be read. */
function readOnly<Value>(path: string, read: (database: Database) => Value): Value | null {
  const beside = [`${path}-wal`, `${path}-shm`].filter((file) => !existsSync(file));
  let database: Database | null = null;
  try {
    database = openSqlite(path, { readonly: true, fileMustExist: true });
    return read(database);
  } catch (error) {
    // Whatever it is, it can't be restored.
    if (sqliteCode(error) === null) throw error;
    return null;
  } finally {
    database?.close();
    // An older backup is in the mode of the ledger, in which reading leaves two empty files behind.
    for (const file of beside) rmSync(file, { force: true });
  }
}
