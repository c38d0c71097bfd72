import type { ProjectHistory } from '../../src-shared/billing/advice';
import { type Job, settlementOf } from '../../src-shared/jobs/job';

/** What the jobs known to this window say of the project so far, for the warnings of B12. */
export function historyOf(jobs: Iterable<Job>, prompt: string): ProjectHistory {
  const wanted = prompt.trim();
  let newest: Job | null = null;
  let triesOfPrompt = 0;
  for (const job of jobs) {
    if (newest === null || job.createdAt >= newest.createdAt) newest = job;
    const paid = settlementOf(job.state) !== 'not charged';
    if (paid && wanted !== '' && job.request.prompt.trim() === wanted) triesOfPrompt += 1;
  }
  return { lastModel: newest?.request.model ?? null, triesOfPrompt };
}
