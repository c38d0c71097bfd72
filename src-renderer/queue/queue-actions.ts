import type { JobsChanged, QueueState } from '../../src-shared/contract/jobs';
import type { Job } from '../../src-shared/jobs/job';
import type { Answer } from '../app/ask';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { openJobs, queueStore } from '../stores/queue';
import { screenStore } from '../stores/screen';
import { tellInformation, tellProblem } from '../stores/toasts';

/** Takes over what a call says of jobs and balance; its event will say the same. */
export function takeOver(changed: JobsChanged): void {
  queueStore.getState().change(changed.jobs);
  creditsStore.getState().setBalance(changed.balance);
}

export async function cancelJob(jobId: string): Promise<void> {
  settle(await ask(tally().jobs.cancel({ jobId })));
}

/** Cancels every job that has not begun. */
export async function cancelWaiting(): Promise<void> {
  settle(await ask(tally().jobs.cancelWaiting()));
}

/** Asks whether every job should end; with none there is nothing to ask. */
export function askToCancelAll(): void {
  const count = openJobs(queueStore.getState().jobs).length;
  if (count > 0) screenStore.getState().showDialog('cancel-all');
  else tellInformation('Nothing runs or waits, so there is nothing to cancel.');
}

export async function cancelAllJobs(): Promise<void> {
  settle(await ask(tally().jobs.cancelAll()));
}

/** Pauses a running queue and resumes a paused one. */
export async function togglePause(): Promise<void> {
  const { paused } = queueStore.getState();
  const answer = await ask(paused ? tally().jobs.resume() : tally().jobs.pause());
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  takeOverQueue(answer.value);
}

function takeOverQueue({ paused, waitReasons }: QueueState): void {
  queueStore.getState().setWaiting(paused, waitReasons);
}

/** The batch id of each job that is being tried again, kept until that is answered. */
const retries = new Map<string, string>();

/** Tries an ended job again as a new job with a hold of its own; a double click makes only one. */
export async function retryJob(job: Job): Promise<void> {
  const batchId = retries.get(job.id) ?? crypto.randomUUID();
  retries.set(job.id, batchId);
  const answer = await ask(tally().jobs.retry({ jobId: job.id, batchId }));
  if (answer.kind !== 'unanswered') retries.delete(job.id);
  settle(answer);
}

function settle(answer: Answer<JobsChanged>): void {
  if (answer.kind === 'answered') takeOver(answer.value);
  else tellProblem(sentenceOf(answer));
}
