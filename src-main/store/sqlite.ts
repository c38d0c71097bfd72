import { createRequire } from 'node:module';
import type Sqlite from 'better-sqlite3';

export type Database = Sqlite.Database;

/**
 * The only place that loads SQLite: the native module stays outside the bundle, so that each
 * runtime resolves the build that fits it.
 */
export const openSqlite: (path: string, options?: Sqlite.Options) => Database = (path, options) =>
  new Driver(path, options);

const Driver = createRequire(import.meta.url)('better-sqlite3') as typeof Sqlite;

/** SQLite's own code of an error that it threw, such as `SQLITE_FULL`; null for any other error. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Driver.SqliteError)) return null;
  return error.code;
}

/** Whether the disk that holds the ledger could not take a write; nothing of that write is there then. */
export function isDiskFull(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR)/.test(sqliteCode(error) ?? '');
}
