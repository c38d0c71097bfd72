import { sql } from 'kysely';
import { applyEntry, type Entry } from '../../src-shared/billing/entry';
import type { Lot } from '../../src-shared/billing/lot';
import type { EntryRow, LotRow, WalletRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries, type Statement } from '../store/statements';
import { hashEntry, noHash } from './entry-hash';
import { columnsOf, type EntryColumns, effectOnWallet, lotOf, rowOfLot } from './entry-row';

/** What became of posting: how many entries were new, and how many were there already. */
export type Posted = { readonly written: number; readonly existed: number };

/**
 * Makes the one function that adds to the ledger. It belongs inside `write`: entries, hashes, lots
 * and wallets change together or not at all. A faithful repeat of an entry changes nothing; a
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
  readonly lots: Map<string, Lot>;
  readonly wallets: Map<string, WalletRow>;
};

function beginPosting(statements: Statements): Posting {
  const tip = statements.tip.get({});
  return {
    statements,
    number: tip?.number ?? 0,
    hash: tip?.hash ?? noHash,
    lots: new Map(),
    wallets: new Map(),
  };
}

function append(posting: Posting, entry: Entry, columns: EntryColumns): void {
  const lot = applyEntry(findLot(posting, entry.lotId), entry);
  const wallet = findWallet(posting, lot.wallet.id);
  const effect = effectOnWallet(entry);
  wallet.available += effect.available;
  wallet.held += effect.held;
  const row = {
    ...columns,
    number: posting.number + 1,
    wallet: wallet.id,
    available_after: wallet.available,
    held_after: wallet.held,
  };
  const hash = hashEntry(row, posting.hash);
  posting.statements.insertEntry.run({ ...row, hash });
  posting.lots.set(lot.id, lot);
  posting.number = row.number;
  posting.hash = hash;
}

function findLot(posting: Posting, id: string): Lot | null {
  const known = posting.lots.get(id);
  if (known !== undefined) return known;
  const row = posting.statements.lotById.get({ id });
  return row === undefined ? null : lotOf(row);
}

function findWallet(posting: Posting, id: string): WalletRow {
  const known = posting.wallets.get(id);
  if (known !== undefined) return known;
  const row = posting.statements.walletById.get({ id }) ?? { id, available: 0, held: 0 };
  posting.wallets.set(id, row);
  return row;
}

function finishPosting({ statements, lots, wallets }: Posting): void {
  for (const lot of lots.values()) {
    if (statements.updateLot.run(bucketsOf(lot)) === 0) statements.insertLot.run(rowOfLot(lot));
  }
  if (lots.size === 0) return;
  for (const wallet of wallets.values()) {
    if (statements.updateWallet.run(wallet) === 0) statements.insertWallet.run(wallet);
  }
}

function bucketsOf({ id, available, held, spent, expired }: Lot) {
  return { id, available, held, spent, expired };
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
    ...walletStatements(database),
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
    insertLot: prepare<LotRow, never>(
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
      }),
    ),
  };
}

function walletStatements(database: Database) {
  return {
    walletById: prepare<{ id: string }, WalletRow>(
      database,
      queries.selectFrom('wallet').selectAll().where('id', '=', arg<string>('id')),
    ),
    updateWallet: prepare<WalletRow, never>(
      database,
      queries
        .updateTable('wallet')
        .set({ available: arg('available'), held: arg('held') })
        .where('id', '=', arg<string>('id')),
    ),
    insertWallet: prepare<WalletRow, never>(
      database,
      queries
        .insertInto('wallet')
        .values({ id: arg('id'), available: arg('available'), held: arg('held') }),
    ),
  };
}
