import { hasEnded } from '../../src-shared/jobs/job';
import type { CommandContext, Outcome } from './command';
import { type FollowedJobs, followJobs } from './follow-jobs';
import { jobLines, progressText, waitReasonText } from './job-text';
import { queuedJobJson } from './jobs-json';
import { counted } from './text';

/** Waits until every job that is queued now has ended. Ctrl+C ends the waiting, not the jobs. */
export async function waitForQueue({ tally, signal, progress }: CommandContext): Promise<Outcome> {
  const { jobs } = await tally.jobs.queue({ ended: 0 });
  const onChange = (followed: FollowedJobs) => progress.tick(progressText(followed));
  const { kind, followed } = await followJobs(tally, jobs, signal, onChange);
  const { waitReasons } = followed;
  const result = { jobs: followed.jobs.map((job) => queuedJobJson(job, waitReasons[job.id])) };
  const lines = jobLines(followed.jobs, waitReasons);
  if (kind !== 'ended') {
    const failure = whyLeft(followed);
    return { kind: 'failed', failure, result, lines, status: kind === 'interrupted' ? 130 : 1 };
  }
  const failed = followed.jobs.filter((job) => job.state.kind === 'failed').length;
  if (failed === 0) return { kind: 'done', result, lines };
  const failure = `${counted(failed, 'job')} of ${followed.jobs.length} failed.`;
  return { kind: 'failed', failure, result, lines, status: 1 };
}

function whyLeft({ jobs, waitReasons }: FollowedJobs): string {
  const left = jobs.filter((job) => !hasEnded(job.state.kind));
  const reason = left.flatMap((job) => waitReasons[job.id] ?? [])[0];
  const why = reason === undefined ? '.' : `: ${waitReasonText(reason)}.`;
  return `${counted(left.length, 'job')} of ${jobs.length} stay queued${why}`;
}
