import { sql } from 'kysely';
import { noHash } from '../ledger/chain';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

/** How long a chain is, and its newest hash, in hex; zeros while it is empty. */
export type ChainTip = { readonly count: number; readonly head: string };

export const chainNames = ['entries', 'orders', 'lines'] as const;
export type ChainName = (typeof chainNames)[number];

/** The three chains of a workspace: ledger entries, orders, and invoice lines. */
export type Tip = { readonly [chain in ChainName]: ChainTip };

/** The chains of a database as far as their hashes go. */
export type ChainReader = {
  tip(): Tip;
  /** The hash of one row, in hex; null when there is none of that number. */
  hashAt(chain: ChainName, number: number): string | null;
};

export const emptyChain: ChainTip = { count: 0, head: Buffer.from(noHash).toString('hex') };

/** Compiles the questions about the chains' hashes. */
export function prepareChains(database: Database): ChainReader {
  const chains = {
    entries: prepareEntryChain(database),
    orders: prepareChain(database, 'plan_order'),
    lines: prepareChain(database, 'invoice_line'),
  };
  return {
    tip: () => ({
      entries: chains.entries.tip(),
      orders: chains.orders.tip(),
      lines: chains.lines.tip(),
    }),
    hashAt: (chain, number) => chains[chain].hashAt(number),
  };
}

/** The chain of the ledger's entries, which every version of a file has. */
export function prepareEntryChain(database: Database) {
  return prepareChain(database, 'entry');
}

function prepareChain(database: Database, table: 'entry' | 'plan_order' | 'invoice_line') {
  type Row = { number: number; hash: Uint8Array };
  const rows = queries.selectFrom(table).select(['number', 'hash']);
  const newest = prepare<Record<string, never>, Row>(
    database,
    rows.orderBy('number', 'desc').limit(sql.lit(1)),
  );
  const one = prepare<{ number: number }, Row>(
    database,
    rows.where('number', '=', arg<number>('number')),
  );
  return {
    tip: (): ChainTip => {
      const row = newest.get({});
      return row === undefined ? emptyChain : { count: row.number, head: hexOf(row.hash) };
    },
    hashAt: (number: number): string | null => {
      const row = one.get({ number });
      return row === undefined ? null : hexOf(row.hash);
    },
  };
}

/** What is no hash at all is an empty one, which agrees with none. */
export function hexOf(hash: unknown): string {
  return hash instanceof Uint8Array ? Buffer.from(hash).toString('hex') : '';
}

export function isSameTip(left: Tip, right: Tip): boolean {
  return chainNames.every(
    (chain) => left[chain].count === right[chain].count && left[chain].head === right[chain].head,
  );
}
