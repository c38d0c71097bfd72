import { createHash } from 'node:crypto';
import type { Database } from '../../src-main/store/sqlite';

type ChainedRow = { readonly number: number; readonly hash: Uint8Array } & Record<string, unknown>;
type IdentityRow = {
  readonly id: string;
  readonly created_at: number;
  readonly test_clock: number;
  readonly genesis: Uint8Array;
};

/** The columns that a row's hash covers, in their order. */
const chained = {
  entry: [
    'number',
    'id',
    'kind',
    'lot',
    'wallet',
    'credits',
    'at',
    'cause_json',
    'released_to',
    'terms_json',
    'job',
    'available_after',
    'held_after',
  ],
  plan_order: ['number', 'id', 'at', 'wish_json'],
  invoice_line: [
    'number',
    'id',
    'at',
    'kind',
    'name',
    'seat',
    'quantity',
    'cents',
    'credits',
    'subscription',
    'cycle_starts_at',
    'cycle_ends_at',
  ],
} as const;

/** What is wrong with the numbers, the hashes and the instants of the three chains. */
export function chainProblems(database: Database): string[] {
  const identity = database
    .prepare<[], IdentityRow>('select id, created_at, test_clock, genesis from workspace_identity')
    .get();
  if (identity === undefined) return [];
  const nothing = Buffer.alloc(32);
  const genesis = genesisOf(identity);
  const problems = genesis.equals(identity.genesis) ? [] : ['the genesis is of another workspace'];
  problems.push(...walk(database, 'entry', genesis));
  for (const table of ['plan_order', 'invoice_line'] as const) {
    problems.push(...walk(database, table, nothing));
  }
  return problems;
}

function genesisOf({ id, created_at, test_clock }: IdentityRow): Buffer {
  const clock = test_clock === 1 ? 'test clock' : 'computer';
  return sha256(`tally workspace ${id} ${created_at} ${clock}`, Buffer.alloc(0));
}

/** The first thing that is wrong in a chain: all that follows it would be wrong too. */
function walk(database: Database, table: keyof typeof chained, first: Uint8Array): string[] {
  const rows = database.prepare<[], ChainedRow>(`select * from ${table} order by number`).iterate();
  let [number, at, hash] = [0, Number.NEGATIVE_INFINITY, first];
  for (const row of rows) {
    number += 1;
    const place = `${table} ${row.number}`;
    if (row.number !== number) return [`${place} stands where ${number} should`];
    const text = chained[table].map((column) => lengthAndValue(row[column])).join('');
    if (!sha256(text, hash).equals(row.hash)) return [`${place} has another hash than its content`];
    if (Number(row['at']) < at) return [`${place} is older than the one before`];
    [at, hash] = [Number(row['at']), row.hash];
  }
  return [];
}

function lengthAndValue(value: unknown): string {
  if (value === null) return '-:';
  const text = String(value);
  return `${text.length}:${text}`;
}

function sha256(text: string, previous: Uint8Array): Buffer {
  return createHash('sha256').update(text).update(previous).digest();
}
