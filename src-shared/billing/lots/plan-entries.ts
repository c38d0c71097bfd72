import { type Credits, shortfall, smaller, subtract, sum } from '../credits';
import type { Instant } from '../instant';
import type { Grant } from '../plan/step';
import { spendableCredits, spendableLots, takeFrom } from './burn-order';
import type { Entry } from './entry';
import { hasExpired, type Lot, type LotTerms, moveCredit } from './lot';

/**
 * The ids of entries derive from what caused them, and begin with kind and job: the ledger finds a job's
 * entries by them. `holds` counts the job's holds: at a boundary a waiting job is held anew.
 */
function entryIdOf(
  kind: 'hold' | 'charge' | 'release',
  job: string,
  lotId: string,
  holds: number,
): string {
  const again = holds > 1 ? `:${holds}` : '';
  return `${kind}:${job}:${lotId}${again}`;
}

/** The id of the entry by which a job holds credit of a lot, the `hold`th time. */
export function holdId(job: string, lotId: string, hold: number): string {
  return entryIdOf('hold', job, lotId, hold);
}

/** The id of the entry that gives back what a job holds of a lot, the `hold`th time. */
export function releaseId(job: string, lotId: string, hold: number): string {
  return entryIdOf('release', job, lotId, hold);
}

/** What one job is to hold; `holds` counts how often it was held before, none when left out. */
export type HoldRequest = {
  readonly job: string;
  readonly credits: Credits;
  readonly holds?: number;
};

/** What a job has on hold in one lot, as its hold entry says. */
export type HeldPart = { readonly lotId: string; readonly credits: Credits };

export type HoldPlan =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[]; readonly lots: readonly Lot[] }
  | {
      readonly kind: 'not-enough-credits';
      readonly needed: Credits;
      readonly available: Credits;
      readonly missing: Credits;
    };

/**
 * Holds for all jobs of a batch, or for none: every job takes from the lots in burn order and
 * remembers which it took. `lots` of the answer are all spendable lots as they are after the holds.
 */
export function planHolds(
  lots: readonly Lot[],
  requests: readonly HoldRequest[],
  at: Instant,
): HoldPlan {
  const available = spendableCredits(lots, at);
  const needed = sum(requests.map((request) => request.credits));
  const missing = shortfall(needed, available);
  if (missing > 0) return { kind: 'not-enough-credits', needed, available, missing };
  const ordered = spendableLots(lots, at);
  const entries: Entry[] = [];
  for (const request of requests) {
    const takes = takeFrom(ordered, request.credits);
    if (takes === null) throw new Error('holds exceed the credit that was counted');
    for (const { lot, credits } of takes) {
      entries.push({
        id: entryIdOf('hold', request.job, lot.id, (request.holds ?? 0) + 1),
        kind: 'hold',
        lotId: lot.id,
        credits,
        at,
        cause: { kind: 'job', job: request.job },
      });
      ordered[ordered.indexOf(lot)] = moveCredit(lot, 'available', 'held', credits);
    }
  }
  return { kind: 'entries', entries, lots: ordered };
}

/**
 * Charges `amount` of a job's holds, lots in the order of the holds, and releases the rest. The
 * whole hold is the usual amount; a smaller one is a partial charge.
 */
export function planCharge(
  job: string,
  held: readonly HeldPart[],
  amount: Credits,
  lots: ReadonlyMap<string, LotTerms>,
  at: Instant,
  holds = 1,
): Entry[] {
  const entries: Entry[] = [];
  let left = amount;
  for (const part of held) {
    const charged = smaller(left, part.credits);
    left = subtract(left, charged);
    if (charged > 0) {
      entries.push({
        id: entryIdOf('charge', job, part.lotId, 1),
        kind: 'charge',
        lotId: part.lotId,
        credits: charged,
        at,
        cause: { kind: 'job', job },
      });
    }
    const rest = subtract(part.credits, charged);
    if (rest > 0)
      entries.push(releaseOf(job, { lotId: part.lotId, credits: rest }, lots, at, holds));
  }
  if (left > 0) throw new Error(`job ${job} would be charged ${left} credits more than it holds`);
  return entries;
}

/** Gives a job's whole hold back: to its own lots, or to expired where a lot has lapsed meanwhile. */
export function planRelease(
  job: string,
  held: readonly HeldPart[],
  lots: ReadonlyMap<string, LotTerms>,
  at: Instant,
  holds = 1,
): Entry[] {
  return held.map((part) => releaseOf(job, part, lots, at, holds));
}

function releaseOf(
  job: string,
  part: HeldPart,
  lots: ReadonlyMap<string, LotTerms>,
  at: Instant,
  holds: number,
): Entry {
  const lot = lots.get(part.lotId);
  if (lot === undefined)
    throw new Error(`job ${job} holds credit of the unknown lot ${part.lotId}`);
  return {
    id: releaseId(job, part.lotId, holds),
    kind: 'release',
    lotId: part.lotId,
    credits: part.credits,
    at,
    cause: { kind: 'job', job },
    to: hasExpired(lot, at) ? 'expired' : 'available',
  };
}

/** The entry of a grant; its id derives from the lot, and the lot's from what caused it. */
export function planGrant({ terms, cause }: Grant): Entry {
  return {
    id: `grant:${terms.id}`,
    kind: 'grant',
    lotId: terms.id,
    credits: terms.granted,
    at: terms.startsAt,
    cause,
    terms,
  };
}

/** Credit of a lot that lapses at `at`: at its date (A8), or before, when a plan takes it (A13, B6). */
export function planExpiry(lot: Lot, amount: Credits, at: Instant): Entry {
  return {
    id: at === lot.expiresAt ? `expire:${lot.id}` : `expire:${lot.id}:${at}`,
    kind: 'expire',
    lotId: lot.id,
    credits: amount,
    at,
    cause: { kind: 'expiry' },
  };
}
