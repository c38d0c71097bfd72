import { add, credits, noCredits, subtract, sum, times } from '../../src-shared/billing/credits';
import { type Job, settlementOf } from '../../src-shared/jobs/job';
import type { Break } from '../ledger/compare-balances';
import { causedByJob } from '../ledger/job-entries';
import type { EntryRow, JobRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { batchColumns, type JobWithBatch, jobOf } from './job-row';

type JobEntry = Pick<EntryRow, 'job' | 'kind' | 'credits'>;
const pageSize = 2_000;

/**
 * Checks every job against the ledger: a hold of its price each time it was held; when it was delivered, charged that
 * much once and its asset is there; all else given back, but for what is still on hold.
 */
export function* verifyJobs(database: Database): Generator<number, Break | null> {
  const reads = prepareReads(database);
  let after = '';
  let checked = 0;
  for (;;) {
    const rows = reads.jobs.all({ after, limit: pageSize });
    for (const row of rows) {
      const problem = checkJob(
        row,
        reads.entries.all({ job: row.id }),
        reads.asset.get({ job: row.id }) !== undefined,
      );
      if (problem !== null) return problem;
      after = row.id;
    }
    checked += rows.length;
    if (rows.length < pageSize) return reads.orphan.get({}) === undefined ? null : orphanBreak;
    yield checked;
  }
}

const orphanBreak: Break = {
  at: 'ledger',
  message: 'credit is held for a job that does not exist',
};

function checkJob(
  row: JobWithBatch,
  entries: readonly JobEntry[],
  hasAsset: boolean,
): Break | null {
  const at = `job ${row.id}`;
  const job = readableJob(row);
  if (job === null) return { at, message: "it was changed outside Tally and can't be read" };
  const total = (kind: EntryRow['kind']) =>
    sum(entries.filter((entry) => entry.kind === kind).map((entry) => credits(entry.credits)));
  const settlement = settlementOf(job);
  const charged = settlement === 'charged' ? job.price : noCredits;
  const stillHeld = settlement === 'held' ? job.price : noCredits;
  const held = times(job.price, job.holds);
  const released = subtract(held, add(charged, stillHeld));
  if (total('hold') !== held) return { at, message: 'its holds are not its price' };
  if (total('charge') !== charged)
    return { at, message: `it is ${job.state.kind} but its charge says otherwise` };
  if (total('release') !== released)
    return { at, message: `it is ${job.state.kind} but its release says otherwise` };
  if ((job.state.kind === 'done') !== hasAsset)
    return { at, message: 'its charge and its picture do not go together' };
  return null;
}

/** The job of a row; null when the row is none that Tally has written. */
function readableJob(row: JobWithBatch): Job | null {
  try {
    return jobOf(row);
  } catch {
    return null;
  }
}

function prepareReads(database: Database) {
  return {
    jobs: prepare<{ after: string; limit: number }, JobWithBatch>(
      database,
      queries
        .selectFrom('job')
        .innerJoin('batch', 'batch.id', 'job.batch')
        .selectAll('job')
        .select(batchColumns)
        .where('job.id', '>', arg<string>('after'))
        .orderBy('job.id')
        .limit(arg<number>('limit')),
    ),
    entries: prepare<{ job: string }, JobEntry>(
      database,
      queries.selectFrom('entry').select(['job', 'kind', 'credits']).where(causedByJob),
    ),
    asset: prepare<{ job: string }, { id: string }>(
      database,
      queries.selectFrom('asset').select('id').where('id', '=', arg<string>('job')),
    ),
    orphan: prepare<Record<string, never>, Pick<JobRow, 'id'>>(
      database,
      queries
        .selectFrom('entry')
        .leftJoin('job', 'job.id', 'entry.job')
        .select('entry.job as id')
        .where('entry.job', 'is not', null)
        .where('job.id', 'is', null)
        .$narrowType<{ id: string }>(),
    ),
  };
}
