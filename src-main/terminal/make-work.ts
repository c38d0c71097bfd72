import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import { mediaTypeOf } from '../../src-shared/jobs/request';
import { cancelJobs } from './cancel-jobs';
import type { CommandContext, Option, Outcome } from './command';
import { interruptionOf } from './command-call';
import { deliveredAssets } from './delivered-assets';
import { type FollowedJobs, followJobs } from './follow-jobs';
import { type Delivery, generateOutcome } from './generate-outcome';
import { progressText } from './job-text';
import type { PricedWork } from './priced-work';
import { folderProblem, saveCopies } from './save-copies';
import { creditsText, outputsOf } from './text';
import { givenWarnings } from './warnings';
import { begunWorkspace } from './workspace';

/** The options of every command that makes something. */
export const makeOptions = {
  out: { kind: 'text', value: 'DIR', summary: 'save copies of what is made there' },
  'no-wait': { kind: 'flag', value: '', summary: 'queue it and do not wait for it' },
} as const satisfies Readonly<Record<string, Option>>;

export const makeFields = {
  out: z.string().min(1).max(4096).optional(),
  noWait: z.boolean().optional(),
};

type MakeInput = {
  readonly batch?: string | undefined;
  readonly out?: string | undefined;
  readonly noWait?: boolean | undefined;
};

/** What a command makes, with its price, by the card in use and the id of the batch; or why it can't be made. */
type Price = (
  card: RateCard,
  batchId: string,
) => PricedWork | Outcome | Promise<PricedWork | Outcome>;

/**
 * Holds the credits of what a command makes, queues it, waits for it and saves copies; Ctrl+C cancels those of this
 * batch that have not ended.
 */
export async function makeWork(
  context: CommandContext,
  { batch, out, noWait }: MakeInput,
  price: Price,
): Promise<Outcome> {
  const workspace = await begunWorkspace(context.tally);
  if (workspace.kind !== 'begun') return workspace;
  const batchId = batch ?? randomUUID();
  const work = await price(workspace.card, batchId);
  if (work.kind !== 'priced') return work;
  const folder = await folderProblem(context, out);
  if (folder !== null) return { kind: 'refused', refusal: folder };
  if (context.signal.aborted) return nothingDone(batchId);
  for (const { sentence } of await givenWarnings(context.tally, workspace.card, work)) {
    context.progress.step(sentence);
  }
  const { card, total, count } = work.quote;
  const { request } = work;
  const accepted = { card, total };
  const { jobs } = await context.tally.jobs.submit({ batchId, request, count, accepted });
  const made = outputsOf(jobs.map((job) => mediaTypeOf(job.request)));
  context.progress.step(`${creditsText(total)} on hold for ${made}.`);
  return settleJobs(context, { batchId, out, noWait }, jobs);
}

/** Waits for what was queued and saves copies of it, unless it need not be waited for. */
export async function settleJobs(
  context: CommandContext,
  { batchId, out, noWait }: Omit<MakeInput, 'batch'> & { readonly batchId: string },
  jobs: readonly Job[],
): Promise<Outcome> {
  return noWait === true
    ? queued(context, batchId, jobs)
    : deliver(context, { batchId, out }, jobs);
}

function nothingDone(batchId: string): Outcome {
  const failure = 'Stopped before anything was queued; nothing was charged.';
  return { kind: 'failed', failure, result: { batchId, jobs: [] }, lines: [], status: 130 };
}

async function queued(
  { tally }: CommandContext,
  batchId: string,
  jobs: readonly Job[],
): Promise<Outcome> {
  const balance = await tally.credits.balance();
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
  const items = await deliveredAssets(tally, done, assets);
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
