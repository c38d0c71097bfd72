import type { EntryRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import type { Break } from './compare-balances';
import { hashEntry, isSameHash, noHash } from './entry-hash';

/** How many of the newest entries every start checks; `verify` checks all. */
const checkedAtStart = 500;

/** Checks the hashes and the numbering of the newest entries; null when they hold together. */
export function checkNewestEntries(database: Database): Break | null {
  const newest = prepare<{ limit: number }, EntryRow>(
    database,
    queries.selectFrom('entry').selectAll().orderBy('number', 'desc').limit(arg<number>('limit')),
  );
  const rows = newest.all({ limit: checkedAtStart + 1 }).reverse();
  let before = rows.length > checkedAtStart ? rows.shift() : undefined;
  for (const row of rows) {
    const follows = row.number === (before?.number ?? 0) + 1;
    if (!follows || !isSameHash(hashEntry(row, before?.hash ?? noHash), row.hash)) {
      return { at: `entry ${row.number}`, message: 'it does not follow from the entry before it' };
    }
    before = row;
  }
  return null;
}
