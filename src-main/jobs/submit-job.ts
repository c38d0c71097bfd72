import { remediesFor } from '../../src-shared/billing/card/advice';
import { allowanceLeft } from '../../src-shared/billing/card/pack-offer';
import { modelsFor, type Quote, quote } from '../../src-shared/billing/card/quote';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Instant } from '../../src-shared/billing/instant';
import { spendableBy, spendableCredits } from '../../src-shared/billing/lots/burn-order';
import { planHolds } from '../../src-shared/billing/lots/plan-entries';
import { nextGrant } from '../../src-shared/billing/plan/next-grant';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import { checkImageRequest, extentOf, requestOfOutput } from '../../src-shared/jobs/image-request';
import type { Job } from '../../src-shared/jobs/job';
import type { Refusal } from '../../src-shared/refusal';
import type { BatchRow, RefusedBatchRow } from '../store/schema';
import { write } from '../store/write';
import type { JobPorts } from './job-ports';

/** What is submitted: one request, made `count` times with following seeds. */
export type Submission = {
  readonly batchId: string;
  readonly request: ImageRequest;
  readonly count: number;
  /** The price that was shown to the person. */
  readonly accepted: {
    readonly card: { readonly id: string; readonly version: string };
    readonly total: number;
  };
  readonly parentJob: string | null;
};

export type Submitted =
  | { readonly kind: 'queued'; readonly jobs: readonly Job[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Quotes anew, holds the credits of every output and queues the jobs, all in one transaction, or
 * refuses and changes nothing. The same submission again answers as it did the first time, a
 * refusal for want of credit included.
 */
export function submitJob(ports: JobPorts, submission: Submission): Submitted {
  const at = ports.clock.settledNow();
  const card = ports.plans.cardInUse(at);
  if (card === null) return refused({ code: 'workspace-not-begun' });
  const repeated = answerRepeat(ports, submission);
  if (repeated !== null) return repeated;
  const priced = priceOf(card, submission);
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
  const jobs = jobsOf(submission, quoted, seat, at);
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
    ports.jobs.insertBatch(batchRow(submission, quoted, seat, at));
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
  const first = JSON.parse(before.request_json) as ImageRequest;
  const fields = Object.keys(request) as (keyof ImageRequest)[];
  return fields.find((field) => first[field] !== request[field]) ?? null;
}

/** A refused id stays refused, even after credit has come: a late duplicate must not spend it. */
function remember(
  ports: JobPorts,
  submission: Submission,
  at: Instant,
  refusal: Refusal,
): Submitted {
  write(ports.database, () => {
    ports.jobs.insertRefusedBatch({
      id: submission.batchId,
      request_json: JSON.stringify(submission.request),
      count: submission.count,
      parent_job: submission.parentJob,
      refusal_json: JSON.stringify(refusal),
      at,
    });
  });
  return refused(refusal);
}

function priceOf(
  card: RateCard,
  { request, count }: Submission,
): { kind: 'quote'; quote: Quote } | { kind: 'refused'; refusal: Refusal } {
  const { tool, model, quality } = request;
  const priced = quote(card, { tool, model, quality, count, seconds: null });
  if (priced.kind === 'refused') return priced;
  const longestSide = modelsFor(card, tool).find((each) => each.id === model)?.longestSide ?? 0;
  const problem = checkImageRequest(request, longestSide);
  return problem === null ? priced : refused(problem);
}

function jobsOf(submission: Submission, quoted: Quote, seat: string, at: Instant): Job[] {
  const { batchId, request, count, parentJob } = submission;
  return Array.from({ length: count }, (_, index) => ({
    id: `${batchId}-${index}`,
    batchId,
    index,
    batchSize: count,
    request: requestOfOutput(request, index),
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

function batchRow(submission: Submission, quoted: Quote, seat: string, at: Instant) {
  return {
    id: submission.batchId,
    request_json: JSON.stringify(submission.request),
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
