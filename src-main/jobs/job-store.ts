import { sql } from 'kysely';
import type { Job, JobState } from '../../src-shared/jobs/job';
import { hasEnded, mayMove } from '../../src-shared/jobs/job';
import type { BatchRow, JobRow, RefusedBatchRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { prepareJobHolds } from './job-holds';
import { batchColumns, type JobWithBatch, jobOf, jobsOf, stateColumns } from './job-row';

export type JobStore = ReturnType<typeof prepareJobs>;

/** The queue on disk. Writing belongs inside `write`. */
export function prepareJobs(database: Database) {
  const reads = prepareReads(database);
  const writes = { ...prepareInserts(database), ...prepareMoves(database) };
  let position = reads.lastPosition.get({})?.position ?? 0;
  return {
    ...prepareJobHolds(database),
    job: (id: string): Job | null => first(reads.byId.all({ id })),
    jobsOfBatch: (batch: string): Job[] =>
      jobsOf(reads.byBatch.all({ first: `${batch}-`, end: `${batch}.` })),
    batch: (id: string): BatchRow | null => reads.batch.get({ id }) ?? null,
    /** The prompts that the outputs of a batch take in turn; null where all have the request's own. */
    promptsOfBatch: (id: string): string[] | null =>
      JSON.parse(reads.batch.get({ id })?.prompts_json ?? 'null') as string[] | null,
    refusedBatch: (id: string): RefusedBatchRow | null => reads.refused.get({ id }) ?? null,
    /** All that has not ended, in the order of the queue. */
    unfinished: (): Job[] => jobsOf(reads.unfinished.all({})),
    /** The waiting jobs that have their hold, in the order of the queue, each read when it is asked for. */
    *waiting(): Generator<Job, void, void> {
      let row = reads.nextWaiting.get({ after: 0 });
      while (row !== undefined) {
        yield jobOf(row);
        row = reads.nextWaiting.get({ after: row.position });
      }
    },
    /** The newest that have ended, newest first. */
    ended: (limit: number): Job[] => jobsOf(reads.ended.all({ limit })),
    /** The next free place at the end of the queue. */
    takePosition: (): number => {
      position += 1;
      return position;
    },
    insertBatch: (row: BatchRow): void => {
      writes.insertBatch.run(row);
    },
    insertJob: (row: JobRow): void => {
      writes.insertJob.run(row);
    },
    insertRefusedBatch: (row: RefusedBatchRow): void => {
      writes.insertRefused.run(row);
    },
    /** Moves a job to another state; an illegal move is a bug and throws. */
    move: (job: Job, state: JobState): Job => {
      if (!mayMove(job.state.kind, state.kind)) {
        throw new Error(`job ${job.id} can't go from ${job.state.kind} to ${state.kind}`);
      }
      const columns = { id: job.id, before: job.state.kind, ...stateColumns(state) };
      const changed = hasEnded(state.kind) ? writes.end.run(columns) : writes.goOn.run(columns);
      if (changed !== 1) throw new Error(`job ${job.id} is no longer ${job.state.kind}`);
      return { ...job, state };
    },
  };
}

function first(rows: JobWithBatch[]): Job | null {
  return rows[0] === undefined ? null : jobOf(rows[0]);
}

function prepareReads(database: Database) {
  const jobs = queries
    .selectFrom('job')
    .innerJoin('batch', 'batch.id', 'job.batch')
    .selectAll('job')
    .select(batchColumns);
  return {
    byId: prepare<{ id: string }, JobWithBatch>(
      database,
      jobs.where('job.id', '=', arg<string>('id')),
    ),
    // The ids of a batch's jobs begin with the batch's and a hyphen, after which comes the full stop.
    byBatch: prepare<{ first: string; end: string }, JobWithBatch>(
      database,
      jobs
        .where('job.id', '>=', arg<string>('first'))
        .where('job.id', '<', arg<string>('end'))
        .orderBy('index_in_batch'),
    ),
    unfinished: prepare<Record<string, never>, JobWithBatch>(
      database,
      jobs.where('ended_at', 'is', null).orderBy('position'),
    ),
    nextWaiting: prepare<{ after: number }, JobWithBatch>(
      database,
      jobs
        .where('ended_at', 'is', null)
        .where('state', '=', sql.lit('waiting' as const))
        .where('held', '=', sql.lit(1 as const))
        .where('position', '>', arg<number>('after'))
        .orderBy('position')
        .limit(sql.lit(1)),
    ),
    ended: prepare<{ limit: number }, JobWithBatch>(
      database,
      jobs
        .where('ended_at', 'is not', null)
        .orderBy('ended_at', 'desc')
        .orderBy('position', 'desc')
        .limit(arg<number>('limit')),
    ),
    lastPosition: prepare<Record<string, never>, Pick<JobRow, 'position'>>(
      database,
      queries
        .selectFrom('job')
        .select('position')
        .where('ended_at', 'is', null)
        .orderBy('position', 'desc')
        .limit(sql.lit(1)),
    ),
    batch: prepare<{ id: string }, BatchRow>(
      database,
      queries.selectFrom('batch').selectAll().where('id', '=', arg<string>('id')),
    ),
    refused: prepare<{ id: string }, RefusedBatchRow>(
      database,
      queries.selectFrom('refused_batch').selectAll().where('id', '=', arg<string>('id')),
    ),
  };
}

function prepareInserts(database: Database) {
  return {
    insertBatch: prepare<BatchRow, never>(
      database,
      queries.insertInto('batch').values({
        id: arg('id'),
        request_json: arg('request_json'),
        prompts_json: arg('prompts_json'),
        quote_json: arg('quote_json'),
        count: arg('count'),
        submitted_at: arg('submitted_at'),
        parent_job: arg('parent_job'),
        seat: arg('seat'),
      }),
    ),
    insertJob: prepare<JobRow, never>(
      database,
      queries.insertInto('job').values({
        id: arg('id'),
        batch: arg('batch'),
        index_in_batch: arg('index_in_batch'),
        position: arg('position'),
        seed: arg('seed'),
        price: arg('price'),
        state: arg('state'),
        started_at: arg('started_at'),
        ended_at: arg('ended_at'),
        failure_json: arg('failure_json'),
        held: arg('held'),
        holds: arg('holds'),
      }),
    ),
    insertRefused: prepare<RefusedBatchRow, never>(
      database,
      queries.insertInto('refused_batch').values({
        id: arg('id'),
        request_json: arg('request_json'),
        count: arg('count'),
        parent_job: arg('parent_job'),
        refusal_json: arg('refusal_json'),
        at: arg('at'),
      }),
    ),
  };
}

function prepareMoves(database: Database) {
  return {
    // Apart from the end: a job that goes on stays where it is in the index of the queue.
    goOn: prepare<Pick<JobRow, 'id' | 'state' | 'started_at'> & { before: string }, never>(
      database,
      queries
        .updateTable('job')
        .set({ state: arg('state'), started_at: arg('started_at') })
        .where('id', '=', arg<string>('id'))
        .where('state', '=', arg<JobRow['state']>('before')),
    ),
    end: prepare<
      Pick<JobRow, 'id' | 'state' | 'started_at' | 'ended_at' | 'failure_json'> & {
        before: string;
      },
      never
    >(
      database,
      queries
        .updateTable('job')
        .set({
          state: arg('state'),
          started_at: arg('started_at'),
          ended_at: arg('ended_at'),
          failure_json: arg('failure_json'),
        })
        .where('id', '=', arg<string>('id'))
        .where('state', '=', arg<JobRow['state']>('before')),
    ),
  };
}
