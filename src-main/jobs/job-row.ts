import type { Quote } from '../../src-shared/billing/card/quote';
import { credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Failure, Job, JobState } from '../../src-shared/jobs/job';
import { type Request, requestOfOutput } from '../../src-shared/jobs/request';
import type { BatchRow, JobRow } from '../store/schema';

/** What a job takes from its batch. */
export const batchColumns = [
  'request_json',
  'prompts_json',
  'quote_json',
  'count',
  'submitted_at',
  'parent_job',
  'seat',
] as const;

/** A job with the columns of its batch: all that a `Job` needs, in one read. */
export type JobWithBatch = JobRow & Pick<BatchRow, (typeof batchColumns)[number]>;

export function jobOf(row: JobWithBatch): Job {
  return jobOfBatch(row, parseBatch(row));
}

/** Jobs of many rows; what the jobs of a batch share is parsed once. */
export function jobsOf(rows: readonly JobWithBatch[]): Job[] {
  const batches = new Map<string, ParsedBatch>();
  return rows.map((row) => {
    const batch = batches.get(row.batch) ?? parseBatch(row);
    batches.set(row.batch, batch);
    return jobOfBatch(row, batch);
  });
}

type ParsedBatch = {
  readonly request: Request;
  readonly prompts: readonly string[] | null;
  readonly quote: Quote;
};

function parseBatch(row: JobWithBatch): ParsedBatch {
  return {
    request: JSON.parse(row.request_json) as Request,
    prompts: JSON.parse(row.prompts_json ?? 'null') as string[] | null,
    quote: JSON.parse(row.quote_json) as Quote,
  };
}

function jobOfBatch(row: JobWithBatch, { request, prompts, quote }: ParsedBatch): Job {
  return {
    id: row.id,
    batchId: row.batch,
    index: row.index_in_batch,
    batchSize: row.count,
    request: { ...requestOfOutput(request, row.index_in_batch, prompts), seed: row.seed },
    quote,
    price: credits(row.price),
    held: row.held === 1,
    holds: row.holds,
    seat: row.seat,
    state: stateOf(row),
    createdAt: instant(row.submitted_at),
    parentId: row.parent_job,
  };
}

function stateOf(row: JobRow): JobState {
  switch (row.state) {
    case 'waiting':
      return { kind: 'waiting' };
    case 'running':
    case 'unknown':
      return { kind: row.state, startedAt: at(row, row.started_at) };
    case 'done':
    case 'cancelled':
      return { kind: row.state, endedAt: at(row, row.ended_at) };
    case 'failed': {
      const failure = JSON.parse(row.failure_json ?? 'null') as Failure;
      return { kind: 'failed', endedAt: at(row, row.ended_at), failure };
    }
    default:
      throw new Error(`job ${row.id} is in the unknown state ${String(row.state)}`);
  }
}

function at(row: JobRow, milliseconds: number | null): Instant {
  if (milliseconds === null) throw new Error(`job ${row.id} is ${row.state} without a time`);
  return instant(milliseconds);
}

/** The columns of a job's state. */
export function stateColumns(
  state: JobState,
): Pick<JobRow, 'state' | 'started_at' | 'ended_at' | 'failure_json'> {
  return {
    state: state.kind,
    started_at: 'startedAt' in state ? state.startedAt : null,
    ended_at: 'endedAt' in state ? state.endedAt : null,
    failure_json: state.kind === 'failed' ? JSON.stringify(state.failure) : null,
  };
}
