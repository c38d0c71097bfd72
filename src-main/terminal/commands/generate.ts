import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { hasEnded, type Job } from '../../../src-shared/jobs/job';
import { cancelJobs } from '../cancel-jobs';
import { type CommandContext, defineCommand, type Outcome } from '../command';
import { interruptionOf } from '../command-call';
import { deliveredPictures } from '../delivered-pictures';
import { type FollowedJobs, followJobs } from '../follow-jobs';
import { type Delivery, generateOutcome } from '../generate-outcome';
import { contradictionIn, imageInput, imageOptions, priceImage } from '../image-options';
import { progressText } from '../job-text';
import { folderProblem, saveCopies } from '../save-copies';
import { counted, creditsText } from '../text';
import { givenWarnings } from '../warnings';
import { begunWorkspace } from '../workspace';

const input = imageInput.extend({
  prompt: z.string(),
  out: z.string().min(1).max(4096).optional(),
  noWait: z.boolean().optional(),
});

/** Holds, queues and waits for pictures; Ctrl+C cancels those of this batch that have not ended. */
export const generate = defineCommand({
  name: 'generate',
  summary: 'make pictures from a prompt',
  usage: ['generate PROMPT [--count N] [--style STYLE] [--size WxH] [--seed N] [--out DIR] …'],
  words: { kind: 'joined', name: 'prompt' },
  options: {
    ...imageOptions,
    out: { kind: 'text', value: 'DIR', summary: 'save copies of the pictures there' },
    'no-wait': { kind: 'flag', value: '', summary: 'queue the pictures and do not wait for them' },
  },
  input,
  async run(context, input) {
    const contradiction = contradictionIn(input);
    if (contradiction !== null) return { kind: 'usage', sentence: contradiction };
    const workspace = await begunWorkspace(context.tally);
    if (workspace.kind !== 'begun') return workspace;
    const batchId = input.batch ?? randomUUID();
    const image = priceImage(workspace.card, input, batchId);
    if (image.kind === 'refused') return image;
    const folder = await folderProblem(context, input.out);
    if (folder !== null) return { kind: 'refused', refusal: folder };
    if (context.signal.aborted) return nothingDone(batchId);
    for (const { text } of await givenWarnings(context.tally, workspace.card, image)) {
      context.progress.step(text);
    }
    const { card, total, count } = image.quote;
    const { request } = image;
    const accepted = { card, total };
    const { jobs } = await context.tally.jobs.submit({ batchId, request, count, accepted });
    context.progress.step(`${creditsText(total)} on hold for ${counted(jobs.length, 'picture')}.`);
    const delivery = { batchId, out: input.out };
    if (input.noWait === true) return queued(context, delivery, jobs);
    return deliver(context, delivery, jobs);
  },
});

function nothingDone(batchId: string): Outcome {
  const failure = 'Stopped before anything was queued; nothing was charged.';
  return { kind: 'failed', failure, result: { batchId, jobs: [] }, lines: [], status: 130 };
}

async function queued(
  context: CommandContext,
  { batchId }: { readonly batchId: string },
  jobs: readonly Job[],
): Promise<Outcome> {
  const balance = await context.tally.credits.balance();
  return generateOutcome({ batchId, jobs, pictures: [], unsaved: null, end: 'queued', balance });
}

async function deliver(
  context: CommandContext,
  { batchId, out }: { readonly batchId: string; readonly out: string | undefined },
  submitted: readonly Job[],
): Promise<Outcome> {
  const { tally } = context;
  const { end, followed } = await followToEnd(context, submitted);
  const { jobs, assets, waitReasons } = followed;
  const done = jobs.filter((job) => job.state.kind === 'done');
  const items = await deliveredPictures(tally, done, assets);
  const { pictures, unsaved } = await saveCopies(context, items, out);
  const balance = await tally.credits.balance();
  const left = jobs.filter((job) => !hasEnded(job.state.kind));
  const reason = left.flatMap((job) => waitReasons[job.id] ?? [])[0];
  return generateOutcome({ batchId, jobs, pictures, unsaved, end, balance, reason });
}

async function followToEnd(
  { tally, signal, progress }: CommandContext,
  submitted: readonly Job[],
): Promise<{ readonly end: Delivery['end']; readonly followed: FollowedJobs }> {
  const onChange = (followed: FollowedJobs) => progress.tick(progressText(followed));
  const { kind, followed } = await followJobs(tally, submitted, signal, onChange);
  if (kind !== 'interrupted') return { end: kind, followed };
  if (interruptionOf(signal) !== 'interrupted') return { end: 'cut-off', followed };
  return { end: 'cancelled', followed: await cancelJobs(tally, followed.jobs) };
}
