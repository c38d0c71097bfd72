import { remediesFor } from '../../src-shared/billing/card/advice';
import { allowanceLeft } from '../../src-shared/billing/card/pack-offer';
import { modelsFor, type Quote, quote } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Instant } from '../../src-shared/billing/instant';
import { spendableBy, spendableCredits } from '../../src-shared/billing/lots/burn-order';
import { planHolds } from '../../src-shared/billing/lots/plan-entries';
import { nextGrant } from '../../src-shared/billing/plan/next-grant';
import { checkSubmission } from '../../src-shared/jobs/check-submission';
import { checkSource } from '../../src-shared/jobs/edit-request';
import type { Job } from '../../src-shared/jobs/job';
import { promptsOf } from '../../src-shared/jobs/prompt-alternatives';
import {
  extentOf,
  inputsOf,
  pricedRequestOf,
  type Request,
  requestOfOutput,
} from '../../src-shared/jobs/request';
import type { Refusal } from '../../src-shared/refusal';
import type { BatchRow, RefusedBatchRow } from '../store/schema';
import { write } from '../store/write';
import type { JobPorts } from './job-ports';
import { inputSize } from './read-input';

/**
 * What is submitted: one request, made `count` times with following seeds. A prompt with `{a|b}` stands for several,
 * which take turns.
 */
export type Submission = {
  readonly batchId: string;
  readonly request: Request;
  readonly count: number;
  /** The price that was shown to the person. */
  readonly accepted: {
    readonly card: { readonly id: string; readonly version: string };
    readonly total: number;
  };
  readonly parentJob: string | null;
  /** The prompt is taken to the letter: braces stand for themselves. */
  readonly literal?: boolean;
};

export type Submitted =
  | { readonly kind: 'queued'; readonly jobs: readonly Job[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Quotes anew, holds the credits of every output and queues the jobs, all in one transaction, or
 * refuses and changes nothing. The same submission again answers as it did the first time, a
 * refusal for want of credit included.
 */
export function submitJob(
  ports: JobPorts,
  submission: Submission,
  at: Instant = ports.clock.settledNow(),
): Submitted {
  const card = ports.plans.cardInUse(at);
  if (card === null) return refused({ code: 'workspace-not-begun' });
  const repeated = answerRepeat(ports, submission);
  if (repeated !== null) return repeated;
  const priced = priceOf(ports, card, submission);
  if (priced.kind === 'refused') return priced;
  const { accepted } = submission;
  const { total } = priced.quote;
  if (
    accepted.card.id !== card.id ||
    accepted.card.version !== card.version ||
    accepted.total !== total
  ) {
    return remember(ports, submission, at, { code: 'price-changed', quote: priced.quote });
  }
  return hold(ports, card, submission, priced.quote, at);
}

function hold(
  ports: JobPorts,
  card: RateCard,
  submission: Submission,
  quoted: Quote,
  at: Instant,
): Submitted {
  const seat = ports.plans.workingSeat();
  const prompts = submission.literal === true ? null : promptsOf(submission.request.prompt);
  const jobs = jobsOf(submission, prompts, quoted, seat, at);
  const lots = spendableBy(ports.ledger.liveLots(), seat);
  const plan = planHolds(
    lots,
    jobs.map((job) => ({ job: job.id, credits: job.price })),
    at,
  );
  if (plan.kind === 'not-enough-credits') {
    const { needed, available, missing } = plan;
    const account = ports.plans.account();
    const grant = nextGrant(account);
    const remedies = remediesFor(card, quoted, extentOf(submission.request), {
      planId: account.subscription?.terms.planId ?? null,
      available: spendableCredits(lots, at),
      allowance: allowanceLeft(lots, seat, at),
      renewal: grant && { at: grant.at, credits: grant.creditsEach },
    });
    const refusal = { code: 'not-enough-credits', needed, available, missing, remedies } as const;
    return remember(ports, submission, at, refusal);
  }
  write(ports.database, () => {
    ports.jobs.insertBatch(batchRow(submission, prompts, quoted, seat, at));
    ports.recipes.add(submission.request, prompts, submission.batchId);
    for (const job of jobs) ports.jobs.insertJob(jobRow(job, ports.jobs.takePosition()));
    ports.post(plan.entries);
  });
  return { kind: 'queued', jobs };
}

/** The answer that this batch got before; null when it is new. */
function answerRepeat(ports: JobPorts, submission: Submission): Submitted | null {
  const { batchId } = submission;
  const batch = ports.jobs.batch(batchId);
  const before = batch ?? ports.jobs.refusedBatch(batchId);
  if (before === null) return null;
  const field = differingField(before, submission);
  if (field !== null) return refused({ code: 'submission-differs', batchId, field });
  if (batch === null && 'refusal_json' in before) {
    return refused(JSON.parse(before.refusal_json) as Refusal);
  }
  return { kind: 'queued', jobs: ports.jobs.jobsOfBatch(batchId) };
}

/** The first field in which a repeat is not what was submitted under this id before; null when it is. */
function differingField(before: BatchRow | RefusedBatchRow, submission: Submission): string | null {
  if (before.count !== submission.count) return 'count';
  if (before.parent_job !== submission.parentJob) return 'parent';
  const { request } = submission;
  const first = new Map(Object.entries(JSON.parse(before.request_json) as Request));
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(first.get(field)) !== JSON.stringify(value);
  return Object.entries(request).find(differs)?.[0] ?? null;
}

/** A refused id stays refused, even after credit has come: a late duplicate must not spend it. */
function remember(
  ports: JobPorts,
  submission: Submission,
  at: Instant,
  refusal: Refusal,
): Submitted {
  write(ports.database, () => insertRefused(ports, submission, at, refusal));
  return refused(refusal);
}

/** Remembers a refusal for each of several batches that were submitted together, as for one (`remember`). */
export function rememberRefusal(
  ports: JobPorts,
  submissions: readonly Submission[],
  refusal: Refusal,
): void {
  // Only a refusal for want of credit, or for another price, can turn out otherwise later.
  if (refusal.code !== 'not-enough-credits' && refusal.code !== 'price-changed') return;
  const at = ports.clock.settledNow();
  write(ports.database, () => {
    for (const submission of submissions) {
      const isKnown = answerRepeat(ports, submission) !== null;
      if (!isKnown) insertRefused(ports, submission, at, refusal);
    }
  });
}

function insertRefused(
  { jobs }: JobPorts,
  submission: Submission,
  at: Instant,
  refusal: Refusal,
): void {
  jobs.insertRefusedBatch({
    id: submission.batchId,
    request_json: JSON.stringify(submission.request),
    count: submission.count,
    parent_job: submission.parentJob,
    refusal_json: JSON.stringify(refusal),
    at,
  });
}

function priceOf(
  ports: JobPorts,
  card: RateCard,
  { request, count, literal = false }: Submission,
): { kind: 'quote'; quote: Quote } | { kind: 'refused'; refusal: Refusal } {
  const { tool, model } = request;
  const priced = quote(card, pricedRequestOf(request, count));
  if (priced.kind === 'refused') return priced;
  const longestSide = modelsFor(card, tool).find((each) => each.id === model)?.longestSide ?? 0;
  const problem =
    checkSubmission(request, count, longestSide, literal) ?? checkInputs(ports, request);
  return problem === null ? priced : refused(problem);
}

/** Whether the pictures that it is made from are there, and of a size that fits; null when they are. */
function checkInputs(ports: JobPorts, request: Request): Refusal | null {
  for (const sha256 of inputsOf(request)) {
    const size = inputSize(ports, sha256);
    if (size === null) return { code: 'input-missing', sha256 };
    if (request.tool !== 'edit' || sha256 !== request.source) continue;
    const problem = checkSource(request, size);
    if (problem !== null) return problem;
  }
  return null;
}

function jobsOf(
  submission: Submission,
  prompts: readonly string[] | null,
  quoted: Quote,
  seat: string,
  at: Instant,
): Job[] {
  const { batchId, request, count, parentJob } = submission;
  return Array.from({ length: count }, (_, index) => ({
    id: `${batchId}-${index}`,
    batchId,
    index,
    batchSize: count,
    request: requestOfOutput(request, index, prompts),
    quote: quoted,
    price: quoted.each,
    held: true,
    holds: 1,
    seat,
    state: { kind: 'waiting' },
    createdAt: at,
    parentId: parentJob,
  }));
}

function batchRow(
  submission: Submission,
  prompts: readonly string[] | null,
  quoted: Quote,
  seat: string,
  at: Instant,
) {
  return {
    id: submission.batchId,
    request_json: JSON.stringify(submission.request),
    prompts_json: prompts === null ? null : JSON.stringify(prompts),
    quote_json: JSON.stringify(quoted),
    count: submission.count,
    submitted_at: at,
    parent_job: submission.parentJob,
    seat,
  };
}

function jobRow(job: Job, position: number) {
  return {
    id: job.id,
    batch: job.batchId,
    index_in_batch: job.index,
    position,
    seed: job.request.seed,
    price: job.price,
    state: 'waiting',
    started_at: null,
    ended_at: null,
    failure_json: null,
    held: 1,
    holds: 1,
  } as const;
}

function refused(refusal: Refusal): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal };
}
