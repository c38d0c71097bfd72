import { assertNever } from '../../src-shared/assert-never';
import { type Credits, sum } from '../../src-shared/billing/credits';
import type { Balance } from '../../src-shared/contract/credits';
import { hasEnded, type Job, settlementOf, type WaitReason } from '../../src-shared/jobs/job';
import { nounOf } from '../../src-shared/jobs/output-words';
import { mediaTypeOf } from '../../src-shared/jobs/request';
import type { Refusal } from '../../src-shared/refusal';
import type { Outcome } from './command';
import { waitReasonText } from './job-text';
import { assetJson, jobJson } from './jobs-json';
import type { JsonObject } from './json';
import { refusalJson } from './refusal-json';
import { refusalSentence } from './refusal-text';
import type { SavedPicture } from './save-copies';
import { creditsText, outputsOf, program, table } from './text';

/** What became of a batch by the time its command ends. */
export type Delivery = {
  readonly batchId: string;
  readonly jobs: readonly Job[];
  readonly pictures: readonly SavedPicture[];
  /** Why a copy of a picture could not be saved; null when all were, or none was asked for. */
  readonly unsaved: Refusal | null;
  /** `queued`: not waited for. `cancelled`: by Ctrl+C. The others as `Following` says. */
  readonly end: 'queued' | 'ended' | 'stuck' | 'cut-off' | 'cancelled';
  readonly balance: Balance;
  /** Why the jobs that are left wait. */
  readonly reason?: WaitReason | undefined;
};

/** The outcome of a command that makes something: what was made, what it cost, and what is still to come. */
export function generateOutcome(delivery: Delivery): Outcome {
  const result = resultOf(delivery);
  const lines = linesOf(delivery);
  const failure = failureOf(delivery);
  if (failure !== null) {
    const status = delivery.end === 'cancelled' ? 130 : 1;
    return { kind: 'failed', failure, result, lines, status };
  }
  return { kind: 'done', result, lines, notes: [summaryOf(delivery)] };
}

function resultOf({ batchId, jobs, pictures, unsaved, balance }: Delivery): JsonObject {
  return {
    batchId,
    jobs: jobs.map(jobJson),
    pictures: pictures.map(({ asset, path }) => ({ ...assetJson(asset), path })),
    unsaved: unsaved === null ? null : refusalJson(unsaved),
    charged: settled(jobs, 'charged'),
    notCharged: settled(jobs, 'not charged'),
    held: settled(jobs, 'held'),
    balance: { available: balance.available, held: balance.held },
  };
}

/** Paths of saved copies alone, for the next program of a pipe; else a list for a person. */
function linesOf({ jobs, pictures, end }: Delivery): string[] {
  if (end === 'queued') return jobs.map((job) => job.id);
  if (pictures.some(({ path }) => path !== null)) return pictures.flatMap(({ path }) => path ?? []);
  return table(
    pictures.map(({ asset, job }) => [
      asset.id,
      `${asset.width}×${asset.height}`,
      `seed ${job.request.seed}`,
      creditsText(job.price),
    ]),
    [3],
  );
}

/** What did not come of the batch that was asked for, in sentences; null when all of it did. */
function failureOf(delivery: Delivery): string | null {
  const { jobs, end, unsaved, reason } = delivery;
  const left = jobs.filter((job) => !hasEnded(job.state.kind));
  switch (end) {
    case 'queued':
      return null;
    case 'cancelled':
      return `Stopped. ${summaryOf(delivery)}`;
    case 'cut-off':
      return `Tally is closing. ${summaryOf(delivery)} What is queued is made when Tally runs again.`;
    case 'stuck': {
      const why = reason === undefined ? '' : `: ${waitReasonText(reason)}`;
      return `${madeOf(left)} can't be made now${why}. ${summaryOf(delivery)} «${program} queue wait» waits for what is queued.`;
    }
    case 'ended':
      return failedOf(jobs, delivery) ?? (unsaved === null ? null : unsavedText(delivery, unsaved));
    default:
      return assertNever(end);
  }
}

function failedOf(jobs: readonly Job[], delivery: Delivery): string | null {
  if (jobs.every((job) => job.state.kind === 'done')) return null;
  const reasons = new Set(
    jobs.flatMap(({ state }) => (state.kind === 'failed' ? [state.failure.message] : [])),
  );
  return [summaryOf(delivery), ...reasons].join(' ');
}

function unsavedText({ jobs }: Delivery, unsaved: Refusal): string {
  const cost = creditsText(settled(jobs, 'charged'));
  const [first] = jobs;
  const noun = first === undefined ? 'picture' : nounOf(mediaTypeOf(first.request));
  return `The ${noun}s were made and charged (${cost}) and are in the gallery, but not all could be saved: ${refusalSentence(unsaved)} «${program} gallery save» saves them from there.`;
}

/** `2 of 3 pictures made; 2 credits charged, 1 credit not charged; 13 credits available.` */
function summaryOf({ jobs, balance }: Delivery): string {
  const made = jobs.filter((job) => job.state.kind === 'done').length;
  const money = (['charged', 'not charged', 'held', 'waits for credit'] as const)
    .map((settlement) => ({ settlement, credits: settled(jobs, settlement) }))
    .filter(({ settlement, credits }) => credits > 0 || settlement === 'charged')
    .map(({ settlement, credits }) => `${creditsText(credits)} ${settlementWords[settlement]}`)
    .join(', ');
  return `${made} of ${madeOf(jobs)} made; ${money}; ${creditsText(balance.available)} available.`;
}

function madeOf(jobs: readonly Job[]): string {
  return outputsOf(jobs.map((job) => mediaTypeOf(job.request)));
}

const settlementWords = {
  charged: 'charged',
  'not charged': 'not charged',
  held: 'on hold',
  'waits for credit': 'to come',
} as const;

function settled(jobs: readonly Job[], settlement: ReturnType<typeof settlementOf>): Credits {
  return sum(jobs.filter((job) => settlementOf(job) === settlement).map((job) => job.price));
}
