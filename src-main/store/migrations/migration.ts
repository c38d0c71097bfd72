import type { Compilable, Kysely } from 'kysely';

export type Dialect = 'sqlite' | 'postgres';

/** Builds statements without a connection; the schema at the time of a migration has no types. */
export type Builder = Kysely<unknown>;

/**
 * A step from one version of the schema to the next: plain statements, compiled for either
 * database, run in one transaction. Landed migrations are never edited.
 */
export type Migration = {
  readonly version: number;
  readonly name: string;
  statements(builder: Builder, dialect: Dialect): Compilable[];
};
