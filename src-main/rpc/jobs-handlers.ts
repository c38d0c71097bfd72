import type { JobsChanged, QueueState } from '../../src-shared/contract/jobs';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import { retryJob } from '../jobs/retry-job';
import { type Submission, type Submitted, submitJob } from '../jobs/submit-job';
import { submitTogether as submitAll } from '../jobs/submit-together';
import type { Studio } from '../studio';
import type { Context } from './context';
import { refuse } from './refuse';

export function submit(
  { studio }: Context,
  submission: Omit<Submission, 'parentJob'>,
): JobsChanged {
  return queued(studio, submitJob(studio.ports, { ...submission, parentJob: null }));
}

export function submitTogether(
  { studio }: Context,
  batches: readonly Omit<Submission, 'parentJob'>[],
): JobsChanged {
  const submissions = batches.map((batch) => ({ ...batch, parentJob: null }));
  return queued(studio, submitAll(studio.ports, submissions));
}

export function retry(
  { studio }: Context,
  { jobId, batchId }: { jobId: string; batchId: string },
): JobsChanged {
  return queued(studio, retryJob(studio.ports, jobId, batchId));
}

/** The jobs that were submitted, told to everybody and put to work; a refusal is thrown. */
export function queued(studio: Studio, submitted: Submitted): JobsChanged {
  if (submitted.kind === 'refused') refuse(submitted.refusal);
  studio.queue.publish(submitted.jobs);
  studio.queue.work();
  return changed(studio, submitted.jobs);
}

export function queue({ studio }: Context, ended: number): QueueState {
  studio.ports.clock.catchUp();
  return studio.queue.state(ended);
}

export function setPaused({ studio }: Context, paused: boolean): QueueState {
  studio.queue.setPaused(paused);
  if (!paused) studio.queue.work();
  return studio.queue.state(0);
}

export async function cancel({ studio }: Context, jobId: string): Promise<JobsChanged> {
  const job = studio.ports.jobs.job(jobId);
  if (job === null) refuse({ code: 'job-unknown', jobId });
  if (hasEnded(job.state.kind)) refuse({ code: 'job-ended', jobId, state: job.state.kind });
  return changed(studio, await studio.queue.cancel([job]));
}

export async function cancelWaiting({ studio }: Context): Promise<JobsChanged> {
  const waiting = studio.ports.jobs.unfinished().filter((job) => job.state.kind === 'waiting');
  return changed(studio, await studio.queue.cancel(waiting));
}

export async function cancelAll({ studio }: Context): Promise<JobsChanged> {
  return changed(studio, await studio.queue.cancel(studio.ports.jobs.unfinished()));
}

function changed(studio: Studio, jobs: readonly Job[]): JobsChanged {
  return { jobs, balance: studio.queue.balance() };
}
