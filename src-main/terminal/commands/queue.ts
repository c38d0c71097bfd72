import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { assertNever } from '../../../src-shared/assert-never';
import type { JobsChanged, QueueState } from '../../../src-shared/contract/jobs';
import { type CommandContext, defineCommand, done, type Outcome } from '../command';
import { jobLines } from '../job-text';
import { jobJson, queuedJobJson } from '../jobs-json';
import { creditsText } from '../text';
import { waitForQueue } from '../wait-for-queue';

const usualEnded = 10;

const input = z.strictObject({
  action: z.enum(['list', 'pause', 'resume', 'cancel', 'retry', 'wait']).optional(),
  job: z.string().min(1).max(128).optional(),
  waiting: z.boolean().optional(),
  all: z.boolean().optional(),
  ended: z.number().int().min(0).max(500).optional(),
});

type QueueInput = z.output<typeof input>;

/** Shows and steers the queue. */
export const queue = defineCommand({
  name: 'queue',
  summary: 'show the queue; pause, resume, cancel, retry or wait',
  usage: [
    'queue [list] [--ended N]',
    'queue pause | resume | wait',
    'queue cancel JOB | --waiting | --all',
    'queue retry JOB',
  ],
  words: { kind: 'ordered', names: ['action', 'job'] },
  options: {
    ended: { kind: 'number', value: 'N', summary: `also the newest N that ended (${usualEnded})` },
    waiting: { kind: 'flag', value: '', summary: 'cancel every job that has not begun' },
    all: { kind: 'flag', value: '', summary: 'cancel every job, running ones too' },
  },
  input,
  async run(context, input) {
    const misplaced = misplacedIn(input);
    if (misplaced !== null) return { kind: 'usage', sentence: misplaced };
    const { tally } = context;
    const action = input.action ?? 'list';
    switch (action) {
      case 'list':
        return listed(await tally.jobs.queue({ ended: input.ended ?? usualEnded }));
      case 'pause':
        return listed(await tally.jobs.pause());
      case 'resume':
        return listed(await tally.jobs.resume());
      case 'cancel':
        return cancel(context, input);
      case 'retry':
        return retry(context, input);
      case 'wait':
        return waitForQueue(context);
      default:
        return assertNever(action);
    }
  },
});

function misplacedIn({ action, job, waiting, all, ended }: QueueInput): string | null {
  const takesJob = action === 'cancel' || action === 'retry';
  if (job !== undefined && !takesJob) return `«queue ${action ?? 'list'}» takes no job.`;
  if ((waiting === true || all === true) && action !== 'cancel') {
    return '--waiting and --all belong to «queue cancel».';
  }
  if (ended !== undefined && action !== undefined && action !== 'list') {
    return '--ended belongs to «queue list».';
  }
  return null;
}

async function cancel({ tally }: CommandContext, input: QueueInput): Promise<Outcome> {
  const { job, waiting = false, all = false } = input;
  if ([job !== undefined, waiting, all].filter(Boolean).length !== 1) {
    const sentence = 'Say what to cancel: queue cancel JOB, --waiting or --all.';
    return { kind: 'usage', sentence };
  }
  if (job !== undefined) return changed(await tally.jobs.cancel({ jobId: job }));
  return changed(await (all ? tally.jobs.cancelAll() : tally.jobs.cancelWaiting()));
}

async function retry({ tally }: CommandContext, { job }: QueueInput): Promise<Outcome> {
  if (job === undefined) {
    return { kind: 'usage', sentence: 'Say which job to try again: queue retry JOB.' };
  }
  return changed(await tally.jobs.retry({ jobId: job, batchId: randomUUID() }));
}

function listed({ paused, jobs, waitReasons }: QueueState): Outcome {
  const result = { paused, jobs: jobs.map((job) => queuedJobJson(job, waitReasons[job.id])) };
  const state = paused ? 'The queue is paused.' : 'The queue is running.';
  return done(result, jobLines(jobs, waitReasons), [state]);
}

function changed({ jobs, balance }: JobsChanged): Outcome {
  const { available, held } = balance;
  const result = { jobs: jobs.map(jobJson), balance: { available, held } };
  return done(result, jobLines(jobs, {}), [`${creditsText(available)} available.`]);
}
