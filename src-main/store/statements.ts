import {
  type Compilable,
  type CompiledQuery,
  type Dialect,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Schema } from './schema';
import type { Database } from './sqlite';

const dialect: Dialect = {
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
};

/** Builds queries without a connection: they are compiled once and run as prepared statements. */
export const queries = new Kysely<Schema>({ dialect });

/** Builds the statements of migrations, which know no types. */
export const schemaBuilder = new Kysely<unknown>({ dialect });

export type SqlValue = string | number | Uint8Array | null;

/** A named value of a query, given anew at every run. */
export function arg<Value extends SqlValue>(name: string): RawBuilder<Value> {
  return sql.raw<Value>(`@${name}`);
}

export type Statement<Args, Row> = {
  run(args: Args): number;
  get(args: Args): Row | undefined;
  all(args: Args): Row[];
  iterate(args: Args): IterableIterator<Row>;
};

/**
 * Compiles a query and prepares it for `database`. `run` answers how many rows changed. Kysely's
 * own executor is asynchronous and costs most of a hot write; prepared statements do not.
 */
export function prepare<Args extends Record<string, SqlValue>, Row>(
  database: Database,
  query: Compilable<Row>,
): Statement<Args, Row> {
  const compiled: CompiledQuery<Row> = query.compile();
  if (compiled.parameters.length > 0) {
    throw new Error(`give values by arg() or sql.lit(), not by value: ${compiled.sql}`);
  }
  const statement = database.prepare<[Args], Row>(compiled.sql);
  return {
    run: (args) => statement.run(args).changes,
    get: (args) => statement.get(args),
    all: (args) => statement.all(args),
    iterate: (args) => statement.iterate(args),
  };
}
