import type { Database } from './sqlite';

/**
 * The one way to write: `work` runs in one `BEGIN IMMEDIATE` transaction, commits when it returns
 * and leaves no trace when it throws; inside another `write` it is part of that one. It must be synchronous: a promise inside a transaction would
 * hold the ledger open across an engine's work.
 */
export function write<Result>(database: Database, work: () => NotPromise<Result>): Result {
  if (database.inTransaction) return work() as Result;
  return transactionOn(database)(work) as Result;
}

type NotPromise<Result> = Result extends PromiseLike<unknown> ? never : Result;
type RunInTransaction = (work: () => unknown) => unknown;

const transactions = new WeakMap<Database, RunInTransaction>();

/** The driver builds a transaction's functions anew each time, which costs as much as a small write. */
function transactionOn(database: Database): RunInTransaction {
  const known = transactions.get(database);
  if (known !== undefined) return known;
  const run = database.transaction((work: () => unknown) => work()).immediate;
  transactions.set(database, run);
  return run;
}
