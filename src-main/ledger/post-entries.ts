import { sql } from 'kysely';
import { applyEntry, type Entry } from '../../src-shared/billing/lots/entry';
import type { Lot } from '../../src-shared/billing/lots/lot';
import { genesisOf } from '../store/identity';
import type { EntryRow, LotRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries, type Statement } from '../store/statements';
import { hashEntry } from './entry-hash';
import { columnsOf, type EntryColumns, effectOnWallet, isLive, lotOf, rowOfLot } from './entry-row';

/** What became of posting: how many entries were new, and how many were there already. */
export type Posted = { readonly written: number; readonly existed: number };

/**
 * Makes the one function that adds to the ledger. It belongs inside `write`: entries, hashes and
 * lots change together or not at all. A faithful repeat of an entry changes nothing; a
 * repeat with another content is a bug and throws, naming the field.
 */
export function prepareToPost(database: Database): (entries: readonly Entry[]) => Posted {
  const statements = prepareStatements(database);
  return (entries) => {
    const posting = beginPosting(statements);
    let written = 0;
    for (const entry of entries) {
      const columns = columnsOf(entry);
      const existing = statements.entryById.get({ id: entry.id });
      if (existing === undefined) {
        append(posting, entry, columns);
        written += 1;
      } else {
        expectSame(existing, columns);
      }
    }
    finishPosting(posting);
    return { written, existed: entries.length - written };
  };
}

type Statements = ReturnType<typeof prepareStatements>;

/** The ledger's tip and the lots and wallets touched so far, in memory until the posting ends. */
type Posting = {
  readonly statements: Statements;
  number: number;
  hash: Uint8Array;
  readonly lots: Map<string, TouchedLot>;
  readonly wallets: Map<string, Totals>;
};

/** A lot as it is kept (null before its grant), and as it is after the entries so far. */
type TouchedLot = { readonly kept: Lot | null; readonly now: Lot };

type Totals = { available: number; held: number };

function beginPosting(statements: Statements): Posting {
  const tip = statements.tip.get({});
  return {
    statements,
    number: tip?.number ?? 0,
    hash: tip?.hash ?? statements.genesis,
    lots: new Map(),
    wallets: new Map(),
  };
}

function append(posting: Posting, entry: Entry, columns: EntryColumns): void {
  const touched = posting.lots.get(entry.lotId);
  const kept = touched === undefined ? keptLot(posting, entry.lotId) : touched.kept;
  const lot = applyEntry(touched?.now ?? kept, entry);
  const totals = totalsOf(posting, lot.wallet.id);
  const effect = effectOnWallet(entry);
  totals.available += effect.available;
  totals.held += effect.held;
  const row = {
    ...columns,
    number: posting.number + 1,
    wallet: lot.wallet.id,
    available_after: totals.available,
    held_after: totals.held,
  };
  const hash = hashEntry(row, posting.hash);
  posting.statements.insertEntry.run({ ...row, hash });
  posting.lots.set(lot.id, { kept, now: lot });
  posting.number = row.number;
  posting.hash = hash;
}

function keptLot({ statements }: Posting, id: string): Lot | null {
  const row = statements.lotById.get({ id });
  return row === undefined ? null : lotOf(row);
}

/** A wallet's totals before this posting, and then as its entries move them. */
function totalsOf({ statements, wallets }: Posting, wallet: string): Totals {
  const known = wallets.get(wallet) ?? statements.totals.get({ wallet });
  if (known === undefined) throw new Error('a sum has no row');
  wallets.set(wallet, known);
  return known;
}

function finishPosting({ statements, lots }: Posting): void {
  for (const { kept, now } of lots.values()) {
    if (kept === null) {
      statements.insertLot.run(rowOfLot(now));
      continue;
    }
    const { id, available, held, spent, expired } = now;
    statements.updateLot.run({ id, available, held, spent, expired });
    // Apart from the amounts, for it costs the index of live lots a page.
    if (isLive(kept) !== isLive(now)) statements.markLot.run({ id, live: isLive(now) ? 1 : 0 });
  }
}

function expectSame(existing: EntryColumns, repeated: EntryColumns): void {
  for (const field of Object.keys(repeated) as (keyof EntryColumns)[]) {
    if (existing[field] !== repeated[field]) {
      throw new Error(`entry ${repeated.id} was posted before with another ${field}`);
    }
  }
}

function prepareStatements(database: Database) {
  return {
    genesis: genesisOf(database),
    tip: tipStatement(database),
    entryById: prepare<{ id: string }, EntryRow>(
      database,
      queries.selectFrom('entry').selectAll().where('id', '=', arg<string>('id')),
    ),
    insertEntry: prepare<EntryRow, never>(
      database,
      queries.insertInto('entry').values({
        number: arg('number'),
        id: arg('id'),
        kind: arg('kind'),
        lot: arg('lot'),
        wallet: arg('wallet'),
        credits: arg('credits'),
        at: arg('at'),
        cause_json: arg('cause_json'),
        released_to: arg('released_to'),
        terms_json: arg('terms_json'),
        job: arg('job'),
        available_after: arg('available_after'),
        held_after: arg('held_after'),
        hash: arg('hash'),
      }),
    ),
    ...lotStatements(database),
  };
}

/** The newest entry's number and hash: what the next one is chained to. */
export function tipStatement(
  database: Database,
): Statement<Record<string, never>, Pick<EntryRow, 'number' | 'hash' | 'at'>> {
  return prepare(
    database,
    queries
      .selectFrom('entry')
      .select(['number', 'hash', 'at'])
      .orderBy('number', 'desc')
      .limit(sql.lit(1)),
  );
}

function lotStatements(database: Database) {
  return {
    lotById: prepare<{ id: string }, LotRow>(
      database,
      queries.selectFrom('lot').selectAll().where('id', '=', arg<string>('id')),
    ),
    updateLot: prepare<Pick<LotRow, 'id' | 'available' | 'held' | 'spent' | 'expired'>, never>(
      database,
      queries
        .updateTable('lot')
        .set({
          available: arg('available'),
          held: arg('held'),
          spent: arg('spent'),
          expired: arg('expired'),
        })
        .where('id', '=', arg<string>('id')),
    ),
    markLot: prepare<Pick<LotRow, 'id' | 'live'>, never>(
      database,
      queries
        .updateTable('lot')
        .set({ live: arg<LotRow['live']>('live') })
        .where('id', '=', arg<string>('id')),
    ),
    totals: totalsStatement(database),
    insertLot: prepareToInsertLot(database),
  };
}

/** What a wallet has available and on hold: the sums of its live lots. */
export function totalsStatement(database: Database): Statement<{ wallet: string }, Totals> {
  return prepare<{ wallet: string }, Totals>(
    database,
    queries
      .selectFrom('lot')
      .select([
        sql<number>`coalesce(sum(available), 0)`.as('available'),
        sql<number>`coalesce(sum(held), 0)`.as('held'),
      ])
      .where('wallet', '=', arg<string>('wallet'))
      .where('live', '=', sql.lit(1 as const)),
  );
}

export function prepareToInsertLot(database: Database): Statement<LotRow, never> {
  return prepare<LotRow, never>(
    database,
    queries.insertInto('lot').values({
      id: arg('id'),
      wallet: arg('wallet'),
      wallet_kind: arg('wallet_kind'),
      source: arg('source'),
      starts_at: arg('starts_at'),
      expires_at: arg('expires_at'),
      granted: arg('granted'),
      available: arg('available'),
      held: arg('held'),
      spent: arg('spent'),
      expired: arg('expired'),
      live: arg('live'),
    }),
  );
}
