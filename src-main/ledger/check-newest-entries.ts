import { genesisOf } from '../store/identity';
import type { EntryRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { isSameHash } from './chain';
import type { Break } from './compare-balances';
import { hashEntry } from './entry-hash';
import { totalsStatement } from './post-entries';

/** How many of the newest entries every start checks; `verify` checks all. */
const checkedAtStart = 500;

/**
 * Checks the hashes and the numbering of the newest entries, and that the kept balance is the one that the very newest left
 * behind; null when they hold together.
 */
export function checkNewestEntries(database: Database): Break | null {
  const newest = prepare<{ limit: number }, EntryRow>(
    database,
    queries.selectFrom('entry').selectAll().orderBy('number', 'desc').limit(arg<number>('limit')),
  );
  const genesis = genesisOf(database);
  const rows = newest.all({ limit: checkedAtStart + 1 }).reverse();
  let before = rows.length > checkedAtStart ? rows.shift() : undefined;
  for (const row of rows) {
    const follows = row.number === (before?.number ?? 0) + 1;
    if (!follows || !isSameHash(hashEntry(row, before?.hash ?? genesis), row.hash)) {
      return { at: `entry ${row.number}`, message: 'it does not follow from the entry before it' };
    }
    before = row;
  }
  return before === undefined ? null : findLostEntries(database, before);
}

/** Entries that were cut off the end leave a kept balance behind that goes further than they do. */
function findLostEntries(database: Database, newest: EntryRow): Break | null {
  const { wallet, number } = newest;
  const kept = totalsStatement(database).get({ wallet });
  if (kept?.available === newest.available_after && kept.held === newest.held_after) return null;
  return {
    at: `entry ${number}`,
    message:
      'the kept balance goes further than it, so newer entries are missing or the balance was changed',
  };
}
