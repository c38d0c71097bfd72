import { assertNever } from '../../assert-never';
import type { Quote } from '../card/quote';
import { creditsText } from '../credits-text';
import { dayText, lapseText } from '../day-text';
import type { Instant } from '../instant';
import type { Order } from '../plan/order';
import type { Lapse } from '../plan/step';
import type { Entry } from './entry';
import { hasDate, type LotTerms } from './lot';
import { lotWords } from './lot-words';
import { holdId, releaseId } from './plan-entries';

/** What the sentences about a job's credit need to know of it. */
export type JobFacts = {
  /** What the card of its quote calls the model, and itself. */
  readonly modelName: string;
  readonly cardName: string;
  readonly quote: Quote;
  /** How often its price was put on hold. */
  readonly holds: number;
  /** What became of it, and when; null while it is open. */
  readonly end: { readonly kind: 'done' | 'failed' | 'cancelled'; readonly at: Instant } | null;
};

/** An entry with what the ledger itself does not know about why it exists. */
export type EntryFacts = {
  readonly entry: Entry;
  readonly lot: LotTerms;
  /** The job that caused it; null for grants and lapses. */
  readonly job: JobFacts | null;
  /** The order that caused a grant; null for every other cause. */
  readonly order: Order | null;
  /** What took credit before its date; null for every other lapse. */
  readonly lapse: Lapse | null;
  /** Days are told as they are where the workspace is. */
  readonly timeZone: string;
};

/** One sentence that says why an entry exists, in the words of the rules. */
export function explainEntry(facts: EntryFacts): string {
  const { entry, job } = facts;
  switch (entry.kind) {
    case 'grant':
      return `${grantWords(facts)}; what is left of it ${lapseText(facts.lot, facts.timeZone)}.`;
    case 'hold':
      return holdWords(facts);
    case 'charge':
      return job?.end?.kind === 'failed'
        ? `Charged once for ${nameOf(job)}: it was processed, though nothing came of it.`
        : `Charged once for ${nameOf(job)}: the ${outputOf(job)} was delivered.`;
    case 'release':
      return entry.to === 'available' ? returnWords(facts) : lostWords(facts);
    case 'expire':
      return lapseWords(facts);
    default:
      return assertNever(entry);
  }
}

/** Where credit came from: a turn of the cycle, or an order (B7). */
function grantWords({ entry, lot, order }: EntryFacts): string {
  if (entry.cause.kind === 'cycle') {
    return lot.source === 'add-on'
      ? 'Renewed by itself: add-on units that were bought before'
      : 'Granted by the plan for its cycle';
  }
  switch (order?.wish.kind) {
    case 'change-plan':
      return 'Granted at once with the change of plan: what the new allowance is more than the old';
    case 'add-seat':
      return `Granted with the seat ${lot.wallet.id}: what it lacked of its allowance`;
    case 'buy-units': {
      const { count } = order.wish;
      return `Bought: ${count === 1 ? 'one add-on unit' : `${count} add-on units`}, usable at once`;
    }
    case 'buy-pack':
      return 'Bought: a pack, usable at once';
    default:
      return 'Granted by an order';
  }
}

function holdWords({ entry, lot, job, timeZone }: EntryFacts): string {
  const from = hasDate(lot)
    ? `from the ${lotWords(lot)} that lapses soonest (${dayText(lot.expiresAt, timeZone)})`
    : `from ${lotWords(lot)}, which does not lapse`;
  return isHeldAnew(entry)
    ? `Put aside anew for ${nameOf(job)}, which still waited, ${from}.`
    : `Put aside for ${nameOf(job)} when it was queued, ${from}.`;
}

function isHeldAnew({ id, lotId, cause }: Entry): boolean {
  return cause.kind === 'job' && id !== holdId(cause.job, lotId, 1);
}

/** Whether a release was the end of its job, and not of a hold that moved on to other lots. */
function isAtEnd(entry: Entry, job: JobFacts | null): boolean {
  const { id, lotId, cause } = entry;
  if (job === null || cause.kind !== 'job') return false;
  return job.end?.at === entry.at && id === releaseId(cause.job, lotId, job.holds);
}

function returnWords({ entry, job }: EntryFacts): string {
  if (!isAtEnd(entry, job)) {
    return `Given back while ${nameOf(job)} waited: other credit that it held had lapsed, so its whole hold is made anew as soon as credit can pay for it.`;
  }
  return job?.end?.kind === 'done'
    ? `Given back: ${nameOf(job)} cost less than was put aside.`
    : `Given back: ${nameOf(job)} was not made, so nothing is charged.`;
}

function lostWords({ entry, lot, job, timeZone }: EntryFacts): string {
  const lapsed =
    lot.expiresAt <= entry.at ? `on ${dayText(lot.expiresAt, timeZone)}` : 'with its plan';
  return isAtEnd(entry, job)
    ? `Given back by ${nameOf(job)}, but its credit had lapsed ${lapsed} meanwhile.`
    : `Lapsed ${lapsed} while it was put aside for ${nameOf(job)}, which still waited.`;
}

function lapseWords({ entry, lot, lapse, timeZone }: EntryFacts): string {
  const day = dayText(entry.at, timeZone);
  if (lot.expiresAt <= entry.at) {
    return lot.source === 'pack'
      ? `Lapsed unused on its date, ${day}.`
      : `Lapsed unused at the end of the cycle on ${day}.`;
  }
  if (lapse?.kind === 'end') {
    return `Lapsed unused when the plan ended on ${day}: plan and add-on credit ends with it.`;
  }
  if (lot.source === 'base' && lapse?.rollover.kind === 'none') {
    return `Lapsed unused at the end of the cycle on ${day}: nothing rolls over under the plan that ran.`;
  }
  if (lot.source === 'base' && lapse?.rollover.kind === 'capped') {
    return `Lapsed unused on ${day}: at most ${creditsText(lapse.rollover.credits)} of the plan roll over.`;
  }
  return `Lapsed unused on ${day}: it was more than rolls over.`;
}

function nameOf(job: JobFacts | null): string {
  return job === null ? 'a job' : `${job.modelName} (${job.quote.quality})`;
}

/** What a job makes, by what its price counts. */
function outputOf(job: JobFacts | null): string {
  return job?.quote.unit === 'second' ? 'clip' : 'picture';
}
