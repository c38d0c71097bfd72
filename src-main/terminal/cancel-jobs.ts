import { hasEnded, type Job } from '../../src-shared/jobs/job';
import type { TallyClient } from './command';
import { type FollowedJobs, followJobs } from './follow-jobs';
import { refusalIn } from './refusal-in';

/** Cancels those of `jobs` that have not ended, and waits until they have. */
export async function cancelJobs(tally: TallyClient, jobs: readonly Job[]): Promise<FollowedJobs> {
  const left = jobs.filter((job) => !hasEnded(job.state.kind));
  // The last first and none waited for: a job that ends would let the next one begin.
  await Promise.all(left.toReversed().map((job) => cancelUnlessEnded(tally, job.id)));
  const { followed } = await followJobs(tally, jobs, new AbortController().signal, () => undefined);
  return followed;
}

async function cancelUnlessEnded(tally: TallyClient, jobId: string): Promise<void> {
  try {
    await tally.jobs.cancel({ jobId });
  } catch (error) {
    // It ended while we were on our way to cancel it.
    if (refusalIn(error)?.code !== 'job-ended') throw error;
  }
}
