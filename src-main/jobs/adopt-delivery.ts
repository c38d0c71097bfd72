import { longestClipSeconds } from '../../src-shared/billing/card/quote';
import { type Credits, noCredits, priceOf, times } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import { spendableBy } from '../../src-shared/billing/lots/burn-order';
import { planHolds } from '../../src-shared/billing/lots/plan-entries';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import { largestSeed } from '../../src-shared/jobs/look';
import type { WholeRecord } from '../gallery/delivery-record';
import { write } from '../store/write';
import type { JobPorts } from './job-ports';
import { type Delivery, settleDelivered } from './settle-job';

/** The highest price that a rate card can name. */
const highestPrice = 1_000_000_000;

/** A delivered picture that the ledger knows nothing of, with what it says about itself. */
export type Stray = { readonly delivery: Omit<Delivery, 'reading'>; readonly record: WholeRecord };

/** What became of a stray: charged once like any delivery, or not, and why. */
export type Adoption =
  | { readonly kind: 'adopted'; readonly credits: Credits }
  /** No lot that may pay has enough. */
  | { readonly kind: 'unpaid'; readonly credits: Credits }
  /** It can't have been delivered the way it says. */
  | { readonly kind: 'unfit' };

/**
 * Charges a picture that was delivered after the state that an older backup brought back: its job is made anew from the
 * picture's own record and paid by the lots that can pay now, in burn order, under the ids that it has always had. Doing it
 * again changes nothing.
 */
export function adoptDelivery(ports: JobPorts, stray: Stray, at: Instant): Adoption {
  const { record } = stray;
  if (!isFit(ports, record)) return { kind: 'unfit' };
  const { each: credits } = record.quote;
  // Credit of a seat that was added later is not there to pay with.
  const isSeated = ports.plans.account().seats.some(({ id }) => id === record.seat);
  if (!isSeated) return { kind: 'unpaid', credits };
  const known = ports.jobs.job(record.job);
  if (known !== null && hasEnded(known.state.kind)) return { kind: 'unfit' };
  const isHeld = known?.held ?? false;
  const job = known ?? { id: record.job, holds: 0, price: credits, seat: record.seat };
  const holds = isHeld ? { kind: 'entries' as const, entries: [] } : holdsFor(ports, job, at);
  if (holds.kind !== 'entries') return { kind: 'unpaid', credits };
  write(ports.database, () => {
    if (known === null) insertJob(ports, record, at);
    ports.post(holds.entries);
    if (known !== null && !isHeld) ports.jobs.markHeldAgain(known.id);
    const { reading } = record;
    settleDelivered(ports, running(ports, record.job, at), { ...stray.delivery, reading }, at);
  });
  return { kind: 'adopted', credits };
}

function holdsFor(
  ports: JobPorts,
  { id, holds, price, seat }: Pick<Job, 'id' | 'holds' | 'price' | 'seat'>,
  at: Instant,
) {
  if (price === noCredits) return { kind: 'entries' as const, entries: [] };
  const lots = spendableBy(ports.ledger.liveLots(), seat);
  return planHolds(lots, [{ job: id, credits: price, holds }], at);
}

/** Whether a record hangs together: the ids, the place in the batch, and the price by its own figures. */
function isFit(
  { identity }: JobPorts,
  { workspace, job, batch, index, quote }: WholeRecord,
): boolean {
  const isOurs = workspace === identity.workspaceId && job === `${batch}-${index}`;
  const { units, price, each, count, total } = quote;
  const isPriced =
    index < count &&
    units <= longestClipSeconds &&
    price.credits <= highestPrice &&
    each === priceOf(units, price.credits, price.per) &&
    total === times(each, count);
  return isOurs && isPriced;
}

/** The job as it was right before its delivery; its batch too, unless a sibling has brought it back already. */
function insertJob({ jobs, recipes }: JobPorts, record: WholeRecord, at: Instant): void {
  const { batch, index, request, prompts, quote, parent, seat, submittedAt } = record;
  if (jobs.batch(batch) === null) {
    const step = Math.floor(index / (prompts?.length ?? 1));
    const seed = (request.seed - step + largestSeed + 1) % (largestSeed + 1);
    jobs.insertBatch({
      id: batch,
      request_json: JSON.stringify({ ...request, prompt: prompts?.[0] ?? request.prompt, seed }),
      prompts_json: prompts === null ? null : JSON.stringify(prompts),
      quote_json: JSON.stringify(quote),
      count: quote.count,
      submitted_at: submittedAt,
      parent_job: parent,
      seat,
    });
    recipes.add(request, prompts, batch);
  }
  jobs.insertJob({
    id: record.job,
    batch,
    index_in_batch: index,
    position: jobs.takePosition(),
    seed: request.seed,
    price: quote.each,
    state: 'running',
    started_at: at,
    ended_at: null,
    failure_json: null,
    held: 1,
    holds: 1,
  });
}

/** A job that may be delivered: one that waited is taken as started. */
function running({ jobs }: JobPorts, id: string, startedAt: Instant): Job {
  const job = jobs.job(id);
  if (job === null) throw new Error(`the job ${id} was not brought back`);
  return job.state.kind === 'waiting' ? jobs.move(job, { kind: 'running', startedAt }) : job;
}
