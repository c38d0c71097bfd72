import { modelsFor } from '../../src-shared/billing/card/quote';
import { findPrice, type Price, type RateCard } from '../../src-shared/billing/card/rate-card';
import type { TriedPrice } from '../../src-shared/billing/future/pace';
import { bestQuality } from '../../src-shared/billing/future/suggestions';
import { formatCount, formatCredits } from '../ui/figures';
import { priceKey } from './trial-problems';

/** A price of the card that another can be tried for. */
export type PriceOffer = {
  readonly key: string;
  /** The model, and the tool where it is not the only one. */
  readonly name: string;
  readonly unit: 'picture' | 'second';
  /** What the card asks, in words. */
  readonly now: string;
  /** What it asks in the fullest quality: where a trial starts from. */
  readonly price: TriedPrice;
};

/** Every metered model of a card, tool by tool. */
export function priceOffers(card: RateCard): PriceOffer[] {
  const tools = card.tools.filter(({ metering }) => metering !== 'free');
  return tools.flatMap(({ id: tool, name: toolName }) =>
    modelsFor(card, tool).flatMap((model): PriceOffer[] => {
      const found = findPrice(card, tool, model.id, bestQuality(model));
      if (found === null || found.credits === 0) return [];
      const { credits, per } = found;
      const price = { tool, model: model.id, credits, per };
      const prices = model.qualities.flatMap(
        (quality) => findPrice(card, tool, model.id, quality) ?? [],
      );
      return [
        {
          key: priceKey(price),
          name: `${model.name}, ${toolName}`,
          unit: found.unit === 'second' ? 'second' : 'picture',
          now: nowText(prices),
          price,
        },
      ];
    }),
  );
}

/** What is asked by now: «6 credits a picture», «4 to 6 credits a picture». */
function nowText(prices: readonly Price[]): string {
  const amounts = prices.map(({ credits }) => credits);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const [first] = prices;
  const unit = first?.unit === 'second' ? 'second' : 'picture';
  const rate =
    least === most ? formatCredits(most) : `${formatCount(least)} to ${formatCredits(most)}`;
  return first === undefined || first.per === 1
    ? `${rate} a ${unit}`
    : `${rate} for ${formatCount(first.per)} ${unit}s`;
}
