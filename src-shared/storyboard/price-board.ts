import { type Quote, type QuoteRefusal, quote } from '../billing/card/quote';
import type { Quality, RateCard } from '../billing/card/rate-card';
import type { Payment } from '../billing/card/receipt';
import { type Credits, shortfall, subtract, sum } from '../billing/credits';
import type { Instant } from '../billing/instant';
import { spendableCredits, spendableLots, takeFrom } from '../billing/lots/burn-order';
import type { Lot } from '../billing/lots/lot';
import type { Board, Scene } from './board';
import { pricedVisual } from './visual-request';

/** What the picture of one scene costs, each time it is made (A3, A5, B1). */
export type ScenePrice = { readonly scene: string; readonly quote: Quote };

export type BoardPrice =
  | {
      readonly kind: 'priced';
      readonly scenes: readonly ScenePrice[];
      readonly total: Credits;
    }
  | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };

/** What the picture of a scene costs by a card, or why it can't be had. */
export function priceScene(card: RateCard, board: Board, scene: Scene): ReturnType<typeof quote> {
  return quote(card, pricedVisual(card, board, scene));
}

/** What the pictures of these scenes cost together. */
export function priceBoard(card: RateCard, board: Board, scenes: readonly Scene[]): BoardPrice {
  const prices: ScenePrice[] = [];
  for (const scene of scenes) {
    const result = priceScene(card, board, scene);
    if (result.kind === 'refused') return result;
    prices.push({ scene: scene.id, quote: result.quote });
  }
  return { kind: 'priced', scenes: prices, total: sum(prices.map((price) => price.quote.total)) };
}

/** Scenes of the same price, as one line of a receipt. */
export type PriceLine = {
  readonly quality: Quality;
  readonly model: string;
  readonly count: number;
  readonly each: Credits;
  readonly total: Credits;
  readonly rule: string;
};

/** The lines of a receipt: what costs the same stands together, the dearest first. */
export function priceLines(prices: readonly ScenePrice[]): PriceLine[] {
  const groups = new Map<string, Quote[]>();
  for (const { quote: each } of prices) {
    const key = `${each.quality} ${each.model}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .flatMap((quotes) => {
      const [first] = quotes;
      if (first === undefined) return [];
      const { quality, model, each, rule } = first;
      const total = sum(quotes.map((priced) => priced.total));
      return [{ quality, model, each, rule, count: quotes.length, total }];
    })
    .sort((left, right) => right.each - left.each);
}

/** What paying `total` would do to the balance, by the very burn order that the holds will use (D2). */
export type BoardReceipt = { readonly total: Credits; readonly before: Credits } & (
  | { readonly kind: 'payable'; readonly payments: readonly Payment[]; readonly after: Credits }
  | { readonly kind: 'short'; readonly missing: Credits }
);

export function boardReceipt(total: Credits, lots: readonly Lot[], at: Instant): BoardReceipt {
  const before = spendableCredits(lots, at);
  const takes = takeFrom(spendableLots(lots, at), total);
  if (takes === null) return { kind: 'short', total, before, missing: shortfall(total, before) };
  const payments = takes.map(({ lot, credits }) => ({
    lotId: lot.id,
    source: lot.source,
    wallet: lot.wallet.kind,
    expiresAt: lot.expiresAt,
    credits,
  }));
  return { kind: 'payable', total, before, payments, after: subtract(before, total) };
}
