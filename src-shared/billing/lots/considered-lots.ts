import { type Credits, noCredits } from '../credits';
import type { Instant } from '../instant';
import { spendableLots } from './burn-order';
import { hasDate, type Lot, type LotTerms } from './lot';
import { sourceWords } from './lot-words';
import type { HeldPart } from './plan-entries';

/** A lot that could have paid for a hold, and what was taken of it. */
export type ConsideredLot = {
  readonly lot: Pick<Lot, 'id' | 'source' | 'wallet' | 'startsAt' | 'expiresAt'>;
  /** What it had right before. */
  readonly available: Credits;
  readonly taken: Credits;
  /** Why it stands where it stands, as the end of a sentence: «lapses soonest», «lapses later» … */
  readonly reason: string;
};

/**
 * The lots that could pay at `at`, in burn order, each with why it stands there and what a hold took
 * of it. `lots` are those that the seat may spend from, as they were right before the hold.
 */
export function consideredLots(
  lots: readonly Lot[],
  taken: readonly HeldPart[],
  at: Instant,
): ConsideredLot[] {
  return spendableLots(lots, at).map((lot, place, ordered) => {
    const { id, source, wallet, startsAt, expiresAt } = lot;
    return {
      lot: { id, source, wallet, startsAt, expiresAt },
      available: lot.available,
      taken: taken.find(({ lotId }) => lotId === id)?.credits ?? noCredits,
      reason: reasonOf(lot, ordered[place - 1], ordered.length),
    };
  });
}

/** The first key of the burn order in which a lot comes after the one before it. */
function reasonOf(lot: LotTerms, before: LotTerms | undefined, count: number): string {
  if (count === 1) return 'nothing else could pay';
  if (before === undefined) return hasDate(lot) ? 'lapses soonest' : 'nothing that lapses was left';
  if (lot.expiresAt !== before.expiresAt) {
    return hasDate(lot) ? 'lapses later' : 'goes after all that lapses';
  }
  const tie = hasDate(lot) ? 'lapses at the same instant' : 'does not lapse either';
  if (lot.wallet.kind !== before.wallet.kind) {
    return `${tie}, but belongs to all seats, and a seat's own credit goes first`;
  }
  if (lot.source !== before.source) {
    return `${tie}, but ${sourceWords[lot.source]} goes after ${sourceWords[before.source]}`;
  }
  if (lot.startsAt !== before.startsAt) return `${tie}, but came later`;
  return `${tie} and came at the same one; ids decide, so that no two ever tie`;
}
