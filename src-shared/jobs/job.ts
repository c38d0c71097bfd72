import { assertNever } from '../assert-never';
import type { Quote } from '../billing/card/quote';
import type { Credits } from '../billing/credits';
import type { Instant } from '../billing/instant';
import type { Request } from './request';

/** Why a job ended without a result. `processed` says whether the engine did the work (B8). */
export type Failure = {
  readonly code: 'engine-refused' | 'engine-unreachable' | 'engine-crashed' | 'result-unreadable';
  readonly message: string;
  readonly processed: boolean;
};

/**
 * Where a job is. `done` and a processed `failed` were charged, `cancelled` and an unprocessed
 * `failed` were released; in every other state the hold stands.
 */
export type JobState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly startedAt: Instant }
  /** The engine may or may not have done the work: the hold stays until that is known. */
  | { readonly kind: 'unknown'; readonly startedAt: Instant }
  | { readonly kind: 'done'; readonly endedAt: Instant }
  | { readonly kind: 'failed'; readonly endedAt: Instant; readonly failure: Failure }
  | { readonly kind: 'cancelled'; readonly endedAt: Instant };

export type JobStateKind = JobState['kind'];
export const jobStateKinds = [
  'waiting',
  'running',
  'unknown',
  'done',
  'failed',
  'cancelled',
] as const satisfies readonly JobStateKind[];

/** Why a waiting job does not run now; worked out when shown, never stored. */
export type WaitReason =
  | { readonly kind: 'its-turn'; readonly ahead: number }
  | { readonly kind: 'paused' }
  /** Its hold lapsed with its lot, or credit ran out at a boundary: it runs once there is enough. */
  | { readonly kind: 'needs-credit'; readonly credits: Credits }
  | { readonly kind: 'engine-missing'; readonly message: string }
  | { readonly kind: 'library-unwritable'; readonly message: string };

/** One billable output: one picture or one clip. */
export type Job = {
  readonly id: string;
  readonly batchId: string;
  /** Its place in the batch, from 0, and the batch's size. */
  readonly index: number;
  readonly batchSize: number;
  readonly request: Request;
  readonly quote: Quote;
  /** Credits held, and charged when it is done; locked at submission. */
  readonly price: Credits;
  /** Whether its price is on hold; a waiting job can lose its hold when credit lapses. */
  readonly held: boolean;
  /** How often its price was put on hold: part of the ids of its entries. */
  readonly holds: number;
  /** Whose wallet pays, with the pool. */
  readonly seat: string;
  readonly state: JobState;
  readonly createdAt: Instant;
  /** The job that this one tries again. */
  readonly parentId: string | null;
};

const legalMoves: Record<JobStateKind, readonly JobStateKind[]> = {
  waiting: ['running', 'cancelled'],
  running: ['waiting', 'unknown', 'done', 'failed', 'cancelled'],
  unknown: ['waiting', 'done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
};

/** Whether a job may go from one state to the other; an ended job never moves again. */
export function mayMove(from: JobStateKind, to: JobStateKind): boolean {
  return legalMoves[from].includes(to);
}

export function hasEnded(state: JobStateKind): boolean {
  return legalMoves[state].length === 0;
}

/** What became of a job's hold, in the word a receipt prints; the ledger always agrees with it. */
export function settlementOf({
  state,
  held,
}: Pick<Job, 'state' | 'held'>): 'held' | 'waits for credit' | 'charged' | 'not charged' {
  switch (state.kind) {
    case 'waiting':
      return held ? 'held' : 'waits for credit';
    case 'running':
    case 'unknown':
      return 'held';
    case 'done':
      return 'charged';
    case 'failed':
      return state.failure.processed ? 'charged' : 'not charged';
    case 'cancelled':
      return 'not charged';
    default:
      return assertNever(state);
  }
}
