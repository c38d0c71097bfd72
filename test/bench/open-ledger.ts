import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareToPost } from '../../src-main/ledger/post-entries';
import { type LedgerReader, prepareToRead } from '../../src-main/ledger/read-ledger';
import { openStore } from '../../src-main/store/open-store';
import type { Database } from '../../src-main/store/sqlite';
import { write } from '../../src-main/store/write';
import { credits } from '../../src-shared/billing/credits';
import { instant } from '../../src-shared/billing/instant';
import type { LotTerms } from '../../src-shared/billing/lots/lot';
import { planGrant } from '../../src-shared/billing/lots/plan-entries';

/** When everything in these measurements happens. */
export const now = instant(Date.UTC(2026, 0, 31, 10));

/** One lot that outlasts every measurement, so that each side only ever moves this one. */
export const plenty: LotTerms = {
  id: 'lot-of-plenty',
  wallet: { id: 'seat-1', kind: 'seat' },
  source: 'base',
  startsAt: instant(Date.UTC(2026, 0, 1)),
  expiresAt: instant(Date.UTC(2026, 1, 1)),
  granted: credits(1_000_000_000),
};

/** Runs `work` with a folder that is gone afterwards. */
export async function withFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'tally-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database exactly as Tally opens it: migrated, WAL, `synchronous=FULL`. */
export async function openDatabase(folder: string): Promise<Database> {
  const opened = await openStore(folder);
  if (opened.kind === 'unusable') throw new Error(`the data folder is ${opened.reason}`);
  return opened.database;
}

export type OpenLedger = {
  readonly database: Database;
  readonly post: ReturnType<typeof prepareToPost>;
  readonly read: LedgerReader;
};

/** Tally's ledger on a new file, with the one ample lot in it. */
export async function openLedger(folder: string): Promise<OpenLedger> {
  const database = await openDatabase(folder);
  const post = prepareToPost(database);
  write(database, () =>
    post([planGrant({ terms: plenty, cause: { kind: 'order', order: 'bench' } })]),
  );
  return { database, post, read: prepareToRead(database) };
}

/** Throws unless both files hold the very same rows: only then is a comparison one. */
export function expectSameRows(left: Database, right: Database, tables: readonly string[]): void {
  for (const table of tables) {
    const rows = (database: Database) =>
      JSON.stringify(database.prepare(`select * from ${table} order by 1`).all());
    if (rows(left) !== rows(right))
      throw new Error(`the two sides wrote different rows to ${table}`);
  }
}
