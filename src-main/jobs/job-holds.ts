import { sql } from 'kysely';
import { type Credits, credits } from '../../src-shared/billing/credits';
import type { BatchRow, JobRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

type WaitingRow = Pick<JobRow, 'id' | 'price' | 'held' | 'holds'> & Pick<BatchRow, 'seat'>;

/** A waiting job as far as its hold is concerned. */
export type WaitingJob = Omit<WaitingRow, 'price'> & { readonly price: Credits };

/** Which waiting jobs have their price on hold. Writing belongs inside `write`. */
export function prepareJobHolds(database: Database) {
  const reads = prepareReads(database);
  const writes = prepareWrites(database);
  return {
    /** Every waiting job with its hold, in the order of the queue. */
    waitingHolds: (): WaitingJob[] =>
      reads.waitingHolds.all({}).map((row) => ({ ...row, price: credits(row.price) })),
    /** The ids of the jobs that wait without their price on hold. */
    unheld: (): string[] => reads.unheld.all({}).map(({ id }) => id),
    markUnheld: (id: string): void => {
      writes.markUnheld.run({ id });
    },
    markHeldAgain: (id: string): void => {
      writes.markHeldAgain.run({ id });
    },
  };
}

function prepareReads(database: Database) {
  return {
    waitingHolds: prepare<Record<string, never>, WaitingRow>(
      database,
      queries
        .selectFrom('job')
        .innerJoin('batch', 'batch.id', 'job.batch')
        .select(['job.id', 'job.price', 'job.held', 'job.holds', 'batch.seat'])
        .where('ended_at', 'is', null)
        .where('state', '=', sql.lit('waiting' as const))
        .orderBy('position'),
    ),
    unheld: prepare<Record<string, never>, Pick<JobRow, 'id'>>(
      database,
      queries
        .selectFrom('job')
        .select('id')
        .where('ended_at', 'is', null)
        .where('state', '=', sql.lit('waiting' as const))
        .where('held', '=', sql.lit(0 as const)),
    ),
  };
}

function prepareWrites(database: Database) {
  return {
    markUnheld: prepare<{ id: string }, never>(
      database,
      queries
        .updateTable('job')
        .set({ held: sql.lit(0 as const) })
        .where('id', '=', arg<string>('id')),
    ),
    markHeldAgain: prepare<{ id: string }, never>(
      database,
      queries
        .updateTable('job')
        .set({ held: sql.lit(1 as const), holds: sql<number>`holds + 1` })
        .where('id', '=', arg<string>('id')),
    ),
  };
}
