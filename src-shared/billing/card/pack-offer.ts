import { type Credits, credits, sum } from '../credits';
import type { Instant } from '../instant';
import { isSpendable, type Lot } from '../lots/lot';
import type { OrderRefusal } from '../plan/order-refusal';
import { modelsFor, quote } from './quote';
import type { Pack, RateCard } from './rate-card';

/** Base credit that a seat can still spend: its allowance. */
export function allowanceLeft(lots: readonly Lot[], seat: string, at: Instant): Credits {
  const own = lots.filter(
    (lot) => lot.source === 'base' && lot.wallet.id === seat && isSpendable(lot, at),
  );
  return sum(own.map((lot) => lot.available));
}

/** What the cheapest metered output of a card costs: one picture or one second. */
export function cheapestOutput(card: RateCard): Credits {
  let cheapest = Number.POSITIVE_INFINITY;
  for (const { id: tool, metering } of card.tools) {
    if (metering === 'free') continue;
    for (const model of modelsFor(card, tool)) {
      for (const quality of model.qualities) {
        const priced = quote(card, { tool, model: model.id, quality, count: 1, seconds: 1 });
        if (priced.kind === 'quote' && priced.quote.total > 0) {
          cheapest = Math.min(cheapest, priced.quote.total);
        }
      }
    }
  }
  return credits(Number.isFinite(cheapest) ? cheapest : 1);
}

/** Why a pack is not sold yet; null when it is (B5). The allowance is used up when it pays for nothing on the card. */
export function packNotYet(
  card: RateCard,
  pack: Pack,
  left: Credits,
): { readonly left: Credits; readonly cheapest: Credits } | null {
  if (!pack.onlyWhenUsedUp) return null;
  const cheapest = cheapestOutput(card);
  return left < cheapest ? null : { left, cheapest };
}

/** Why a seat can't buy a pack of a card now; null when it can, or when there is no such pack to ask about. */
export function packRefusal(
  card: RateCard,
  packId: string,
  seat: string,
  lots: readonly Lot[],
  at: Instant,
): OrderRefusal | null {
  const pack = card.packs.find(({ id }) => id === packId);
  if (pack === undefined) return null;
  const notYet = packNotYet(card, pack, allowanceLeft(lots, seat, at));
  return notYet === null ? null : { code: 'pack-not-yet', packId, ...notYet };
}
