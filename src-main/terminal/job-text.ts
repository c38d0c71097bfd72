import { assertNever } from '../../src-shared/assert-never';
import { hasEnded, type Job, settlementOf, type WaitReason } from '../../src-shared/jobs/job';
import type { FollowedJobs } from './follow-jobs';
import { creditsText, program, shortened, table } from './text';

/** Why a job waits and what to do about it, as the end of «It waits: …». */
export function waitReasonText(reason: WaitReason): string {
  switch (reason.kind) {
    case 'its-turn':
      return reason.ahead === 0 ? 'it is next' : `${reason.ahead} ahead of it`;
    case 'paused':
      return `the queue is paused; «${program} queue resume» lets it run`;
    case 'needs-credit':
      return `it needs ${creditsText(reason.credits)}; it runs once there are enough`;
    case 'engine-missing':
    case 'library-unwritable':
      return reason.message;
    default:
      return assertNever(reason);
  }
}

/** A list of jobs, one line each. */
export function jobLines(
  jobs: readonly Job[],
  waitReasons: Readonly<Record<string, WaitReason>>,
): string[] {
  const rows = jobs.map((job) => [
    job.id,
    job.state.kind,
    creditsText(job.price),
    settlementOf(job),
    noteOf(job, waitReasons[job.id]) ?? shortened(job.request.prompt),
  ]);
  return table(rows, [2]);
}

function noteOf(job: Job, reason: WaitReason | undefined): string | null {
  const prompt = shortened(job.request.prompt, 40);
  if (job.state.kind === 'failed') return `${prompt} (${job.state.failure.message})`;
  if (job.state.kind === 'waiting' && reason !== undefined) {
    return `${prompt} (${waitReasonText(reason)})`;
  }
  return null;
}

/** `2 of 3 done, 1 running (40 %)`: how far some jobs are. */
export function progressText({ jobs, fractions }: FollowedJobs): string {
  const ended = jobs.filter((job) => hasEnded(job.state.kind)).length;
  const running = jobs.filter((job) => job.state.kind === 'running');
  const parts = running.map((job) => `${Math.floor((fractions.get(job.id) ?? 0) * 100)} %`);
  const making = parts.length === 0 ? '' : `, at work (${parts.join(', ')})`;
  return `${ended} of ${jobs.length} ended${making}`;
}
