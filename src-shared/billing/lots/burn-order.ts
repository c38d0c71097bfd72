import { type Credits, noCredits, smaller, subtract, sum } from '../credits';
import type { Instant } from '../instant';
import { isSpendable, type Lot, type LotTerms, lotSources, walletKinds } from './lot';

/** Part of a hold: so much from this lot. */
export type Take = { readonly lot: Lot; readonly credits: Credits };

/**
 * The total order in which lots pay: sooner expiry, then seat before pool, then base, add-on, pack,
 * then earlier start, then id, so that no two lots can ever tie.
 */
export function byBurnOrder(left: LotTerms, right: LotTerms): number {
  return (
    left.expiresAt - right.expiresAt ||
    walletKinds.indexOf(left.wallet.kind) - walletKinds.indexOf(right.wallet.kind) ||
    lotSources.indexOf(left.source) - lotSources.indexOf(right.source) ||
    left.startsAt - right.startsAt ||
    (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
  );
}

/** The lots that a seat may spend from: its own and those of the pool. */
export function spendableBy<Terms extends LotTerms>(lots: readonly Terms[], seat: string): Terms[] {
  return lots.filter(({ wallet }) => wallet.kind === 'pool' || wallet.id === seat);
}

/** The lots that can pay at `at`, in the order in which they do. */
export function spendableLots(lots: readonly Lot[], at: Instant): Lot[] {
  return lots.filter((lot) => isSpendable(lot, at)).sort(byBurnOrder);
}

export function spendableCredits(lots: readonly Lot[], at: Instant): Credits {
  return sum(spendableLots(lots, at).map((lot) => lot.available));
}

/** Which lots pay `amount`, soonest to lapse first; null when they hold less. */
export function takeFrom(ordered: readonly Lot[], amount: Credits): Take[] | null {
  const takes: Take[] = [];
  let missing = amount;
  for (const lot of ordered) {
    if (missing === noCredits) break;
    const part = smaller(missing, lot.available);
    if (part === noCredits) continue;
    takes.push({ lot, credits: part });
    missing = subtract(missing, part);
  }
  return missing === noCredits ? takes : null;
}
