import type { LotTerms } from '../../src-shared/billing/lots/lot';
import { genesisOf } from '../store/identity';
import type { EntryRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { isSameHash } from './chain';
import { type Break, findStaleBalance, type ReplayedLot } from './compare-balances';
import { hashEntry } from './entry-hash';

export type EntriesVerified =
  | { readonly kind: 'sound'; readonly entries: number; readonly head: string }
  | ({ readonly kind: 'broken' } & Break);

/** A wallet's totals while they are replayed; each entry tells what they were after it. */
type ReplayedWallet = { available: number; held: number };

type Replay = {
  number: number;
  hash: Uint8Array;
  readonly lots: Map<string, ReplayedLot>;
  readonly wallets: Map<string, ReplayedWallet>;
};

const pageSize = 5_000;

/**
 * Replays the ledger from its first entry: numbers without a gap, every hash, no bucket ever
 * negative, every running total, and at the end the kept lots. Reads page by page and
 * tells after each, so that the caller can show progress, let others in, or stop.
 */
export function* verifyEntries(database: Database): Generator<number, EntriesVerified> {
  const page = prepare<{ after: number; limit: number }, EntryRow>(
    database,
    queries
      .selectFrom('entry')
      .selectAll()
      .where('number', '>', arg<number>('after'))
      .orderBy('number')
      .limit(arg<number>('limit')),
  );
  const replay: Replay = {
    number: 0,
    hash: genesisOf(database),
    lots: new Map(),
    wallets: new Map(),
  };
  // Numbers below one would be read by others, so they must be found here.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = page.all({ after, limit: pageSize });
    for (const row of rows) {
      const problem = replayEntry(replay, row);
      if (problem !== null) return { kind: 'broken', ...problem };
    }
    if (rows.length < pageSize) break;
    after = replay.number;
    yield after;
  }
  const stale = findStaleBalance(database, replay.lots);
  if (stale !== null) return { kind: 'broken', ...stale };
  return { kind: 'sound', entries: replay.number, head: Buffer.from(replay.hash).toString('hex') };
}

function replayEntry(replay: Replay, row: EntryRow): Break | null {
  const at = `entry ${row.number} (${row.id})`;
  if (row.number !== replay.number + 1) {
    return { at, message: `entry ${replay.number + 1} is missing` };
  }
  const hash = hashEntry(row, replay.hash);
  if (!isSameHash(hash, row.hash)) {
    return { at, message: 'its content or its place was changed after it was written' };
  }
  replay.number = row.number;
  replay.hash = hash;
  const lot = row.kind === 'grant' ? grantedLot(replay, row) : replay.lots.get(row.lot);
  if (lot === undefined) return { at, message: `the lot ${row.lot} was never granted, or twice` };
  if (row.wallet !== lot.terms.wallet.id)
    return { at, message: 'it names another wallet than its lot' };
  const wallet = replay.wallets.get(row.wallet) ?? { available: 0, held: 0 };
  replay.wallets.set(row.wallet, wallet);
  moveBuckets(lot, wallet, row);
  if (lot.available < 0 || lot.held < 0) return { at, message: 'it takes more than the lot holds' };
  if (wallet.available !== row.available_after || wallet.held !== row.held_after) {
    return { at, message: 'its running balance does not add up' };
  }
  return null;
}

function grantedLot(replay: Replay, row: EntryRow): ReplayedLot | undefined {
  if (replay.lots.has(row.lot) || row.terms_json === null) return undefined;
  const terms = JSON.parse(row.terms_json) as LotTerms;
  if (terms.id !== row.lot || terms.granted !== row.credits) return undefined;
  const lot = { terms, available: 0, held: 0, spent: 0, expired: 0 };
  replay.lots.set(row.lot, lot);
  return lot;
}

function moveBuckets(lot: ReplayedLot, wallet: ReplayedWallet, row: EntryRow): void {
  const { credits } = row;
  if (row.kind === 'grant') {
    lot.available += credits;
    wallet.available += credits;
  } else if (row.kind === 'hold') {
    lot.available -= credits;
    lot.held += credits;
    wallet.available -= credits;
    wallet.held += credits;
  } else if (row.kind === 'charge') {
    lot.held -= credits;
    lot.spent += credits;
    wallet.held -= credits;
  } else if (row.kind === 'expire') {
    lot.available -= credits;
    lot.expired += credits;
    wallet.available -= credits;
  } else {
    const back = row.released_to === 'available' ? credits : 0;
    lot.held -= credits;
    lot.available += back;
    lot.expired += credits - back;
    wallet.held -= credits;
    wallet.available += back;
  }
}
