import { sql } from 'kysely';
import { genesisFor } from '../../scripts/proof/chain.mjs';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { EntryRow, WorkspaceIdentityRow } from './schema';
import type { Database } from './sqlite';
import { arg, prepare, queries } from './statements';
import { write } from './write';

/** Whose ledger it is, and whether it goes by a clock of its own: said once, for ever. */
export type Identity = {
  readonly workspaceId: string;
  readonly createdAt: Instant;
  readonly testClock: boolean;
  /** What the ledger's first entry is chained to. */
  readonly genesis: Uint8Array;
};

/** The ledger of a file from before identities: its first entry is chained to nothing. */
const noGenesis: Uint8Array = new Uint8Array(32);

/** The identity of a file; null in one that was never given any. */
export function readIdentity(database: Database): Identity | null {
  const row = prepare<Record<string, never>, WorkspaceIdentityRow>(
    database,
    queries.selectFrom('workspace_identity').selectAll(),
  ).get({});
  if (row === undefined) return null;
  return {
    workspaceId: row.id,
    createdAt: instant(row.created_at),
    testClock: row.test_clock === 1,
    genesis: row.genesis,
  };
}

/** What the first entry of a file is chained to. */
export function genesisOf(database: Database): Uint8Array {
  return readIdentity(database)?.genesis ?? noGenesis;
}

/**
 * Gives a file its identity when it has none. A file without entries gets a genesis made of it, so that neither the id nor
 * the mark of a test clock can be changed later without breaking the chain. One from before identities gets the id that its
 * first entry gives it: whichever of its backups comes back, it is the same workspace.
 */
export function establishIdentity(database: Database, wanted: Omit<Identity, 'genesis'>): Identity {
  const known = readIdentity(database);
  if (known !== null) return known;
  const first = firstHash(database);
  const identity: Identity =
    first === null
      ? { ...wanted, genesis: genesisFor(wanted) }
      : { ...wanted, workspaceId: idFrom(first), testClock: false, genesis: noGenesis };
  const insert = prepare<WorkspaceIdentityRow, never>(
    database,
    queries.insertInto('workspace_identity').values({
      singleton: arg('singleton'),
      id: arg('id'),
      created_at: arg('created_at'),
      test_clock: arg('test_clock'),
      genesis: arg('genesis'),
    }),
  );
  write(database, () =>
    insert.run({
      singleton: 1,
      id: identity.workspaceId,
      created_at: identity.createdAt,
      test_clock: identity.testClock ? 1 : 0,
      genesis: identity.genesis,
    }),
  );
  return identity;
}

/** The id of the workspace whose ledger a file holds, of any version; null when it holds none yet. */
export function workspaceIdOf(database: Database): string | null {
  const tables = database
    .prepare<[], string>("select name from sqlite_master where type = 'table'")
    .pluck()
    .all();
  const identity = tables.includes('workspace_identity') ? readIdentity(database) : null;
  if (identity !== null) return identity.workspaceId;
  const first = tables.includes('entry') ? firstHash(database) : null;
  return first === null ? null : idFrom(first);
}

function firstHash(database: Database): Uint8Array | null {
  const first = prepare<Record<string, never>, Pick<EntryRow, 'hash'>>(
    database,
    queries.selectFrom('entry').select('hash').orderBy('number').limit(sql.lit(1)),
  ).get({});
  return first?.hash ?? null;
}

/** An id in the usual form, of the first bytes of a hash. */
function idFrom(hash: Uint8Array): string {
  const digits = Buffer.from(hash).toString('hex');
  return [0, 8, 12, 16, 20]
    .map((start, place) => digits.slice(start, [8, 12, 16, 20, 32][place]))
    .join('-');
}
