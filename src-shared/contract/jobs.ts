import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Job, WaitReason } from '../jobs/job';
import { requestSchema } from '../jobs/request';
import type { Balance } from './credits';
import { procedure } from './refused';

const jobId = z.string().min(1).max(128);
/** The price that was shown: a changed one is refused with the new quote. */
const accepted = z.strictObject({
  card: z.strictObject({ id: z.string().max(64), version: z.string().max(64) }),
  total: z.number(),
});
const submission = z.strictObject({
  batchId: z.uuid(),
  request: requestSchema,
  count: z.number(),
  accepted,
});

/** The most batches of one press: a storyboard's scenes. */
const mostTogether = 40;

/** The jobs that have not ended, in the order in which they will run, and the newest that have. */
export type QueueState = {
  readonly paused: boolean;
  readonly jobs: readonly Job[];
  /** Why each waiting job waits, by job id. */
  readonly waitReasons: Readonly<Record<string, WaitReason>>;
};

/** Jobs as they are after a call, with the balance that goes with them. */
export type JobsChanged = { readonly jobs: readonly Job[]; readonly balance: Balance };

export const jobs = {
  /**
   * Holds the credits of all outputs and queues them, or does nothing. `batchId` is the caller's
   * own: submitting the same again answers with the same jobs, so that a double click costs nothing.
   */
  submit: procedure.input(submission).output(type<JobsChanged>()),
  /** Holds and queues several batches, all of them or none; each under its own id, as with `submit`. */
  submitTogether: procedure
    .input(z.strictObject({ batches: z.array(submission).min(1).max(mostTogether) }))
    .output(type<JobsChanged>()),
  queue: procedure
    .input(z.strictObject({ ended: z.number().int().min(0).max(500) }))
    .output(type<QueueState>()),
  cancel: procedure.input(z.strictObject({ jobId })).output(type<JobsChanged>()),
  /** Cancels every job that has not begun. */
  cancelWaiting: procedure.output(type<JobsChanged>()),
  /** Cancels every job, the running ones too. */
  cancelAll: procedure.output(type<JobsChanged>()),
  /** Lets running jobs finish and starts no other, over restarts too. */
  pause: procedure.output(type<QueueState>()),
  resume: procedure.output(type<QueueState>()),
  /** Tries an ended job again: a new job with a hold of its own (B8), linked to the old one. */
  retry: procedure.input(z.strictObject({ jobId, batchId: z.uuid() })).output(type<JobsChanged>()),
};
