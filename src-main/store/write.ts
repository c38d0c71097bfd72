import type { Database } from './sqlite';

/**
 * The one way to write: `work` runs in one `BEGIN IMMEDIATE` transaction, commits when it returns
 * and leaves no trace when it throws. It must be synchronous: a promise inside a transaction would
 * hold the ledger open across an engine's work.
 */
export function write<Result>(database: Database, work: () => NotPromise<Result>): Result {
  return database.transaction(work).immediate() as Result;
}

type NotPromise<Result> = Result extends PromiseLike<unknown> ? never : Result;
