import type { ProjectHistory } from '../billing/card/advice';
import { type Job, settlementOf } from './job';

/**
 * What the known jobs say of the project so far, for the warnings of B12. A batch is one try of its
 * prompt, however many pictures it makes; one that cost nothing is none.
 */
export function historyOf(jobs: Iterable<Job>, prompt: string): ProjectHistory {
  const wanted = prompt.trim();
  let newest: Job | null = null;
  const tries = new Set<string>();
  for (const job of jobs) {
    if (newest === null || job.createdAt >= newest.createdAt) newest = job;
    const paid = settlementOf(job) !== 'not charged';
    if (paid && wanted !== '' && job.request.prompt.trim() === wanted) tries.add(job.batchId);
  }
  return { lastModel: newest?.request.model ?? null, triesOfPrompt: tries.size };
}
