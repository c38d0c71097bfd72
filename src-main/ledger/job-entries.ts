import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from '../store/schema';
import { arg } from '../store/statements';

/**
 * Names one job in a query. The id of an entry begins with its kind and what caused it, so that the
 * unique index on ids finds a job's entries too, and no second index has to be written.
 */
export type JobArgs = { readonly job: string };

const kinds = ['hold', 'charge', 'release'] as const;

/** A condition that holds for every entry that the job `@job` caused. */
export function causedByJob(entry: ExpressionBuilder<Schema, 'entry'>) {
  return entry.or(kinds.map((kind) => isOfJob(entry, kind)));
}

/** A condition that holds for the entries of one kind that the job `@job` caused. */
export function isOfJob(entry: ExpressionBuilder<Schema, 'entry'>, kind: (typeof kinds)[number]) {
  // The ids run from `kind:job:` up to, but not to, `kind:job;`, for the semicolon follows the colon.
  const start = sql<string>`${sql.lit(`${kind}:`)} || ${arg<string>('job')}`;
  return entry.and([
    entry('entry.id', '>=', sql<string>`${start} || ':'`),
    entry('entry.id', '<', sql<string>`${start} || ';'`),
  ]);
}
