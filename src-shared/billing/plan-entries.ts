import { spendableCredits, spendableLots, takeFrom } from './burn-order';
import { type Credits, noCredits, shortfall, smaller, subtract, sum } from './credits';
import type { Entry } from './entry';
import type { Instant } from './instant';
import { hasExpired, type Lot, type LotTerms, moveCredit } from './lot';

/**
 * The ids of entries derive from what caused them, and begin with kind and job: the ledger finds a job's
 * entries by them.
 */
function entryIdOf(kind: 'hold' | 'charge' | 'release', job: string, lotId: string): string {
  return `${kind}:${job}:${lotId}`;
}

/** What one job is to hold. */
export type HoldRequest = { readonly job: string; readonly credits: Credits };

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
        id: entryIdOf('hold', request.job, lot.id),
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
): Entry[] {
  const entries: Entry[] = [];
  let left = amount;
  for (const part of held) {
    const charged = smaller(left, part.credits);
    left = subtract(left, charged);
    if (charged > 0) {
      entries.push({
        id: entryIdOf('charge', job, part.lotId),
        kind: 'charge',
        lotId: part.lotId,
        credits: charged,
        at,
        cause: { kind: 'job', job },
      });
    }
    const rest = subtract(part.credits, charged);
    if (rest > 0) entries.push(releaseOf(job, { lotId: part.lotId, credits: rest }, lots, at));
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
): Entry[] {
  return held.map((part) => releaseOf(job, part, lots, at));
}

function releaseOf(
  job: string,
  part: HeldPart,
  lots: ReadonlyMap<string, LotTerms>,
  at: Instant,
): Entry {
  const lot = lots.get(part.lotId);
  if (lot === undefined)
    throw new Error(`job ${job} holds credit of the unknown lot ${part.lotId}`);
  return {
    id: entryIdOf('release', job, part.lotId),
    kind: 'release',
    lotId: part.lotId,
    credits: part.credits,
    at,
    cause: { kind: 'job', job },
    to: hasExpired(lot, at) ? 'expired' : 'available',
  };
}

/** The grant of a turn of a subscription, one lot a wallet; its id derives from what caused it. */
export function planGrant(terms: LotTerms, subscription: string, index: number): Entry {
  return {
    id: `grant:${terms.id}`,
    kind: 'grant',
    lotId: terms.id,
    credits: terms.granted,
    at: terms.startsAt,
    cause: { kind: 'cycle', subscription, index },
    terms,
  };
}

/** What is left of a lot lapses at its expiry (A8); held credit is left to its job. */
export function planExpiry(lot: Lot): Entry | null {
  if (lot.available === noCredits) return null;
  return {
    id: `expire:${lot.id}`,
    kind: 'expire',
    lotId: lot.id,
    credits: lot.available,
    at: lot.expiresAt,
    cause: { kind: 'expiry' },
  };
}
