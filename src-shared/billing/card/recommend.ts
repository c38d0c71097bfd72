import type { Credits } from '../credits';
import { modelsFor, type PricedRequest, quote } from './quote';
import { type CardModel, type Quality, qualities, type RateCard } from './rate-card';

/** The model of best balance for a request, and what it gives for what (B11). */
export type Recommendation = {
  readonly model: CardModel;
  readonly quality: Quality;
  /** Whole credits of one output of the request. */
  readonly each: Credits;
  /** Whether the better quality costs no more than the one that was wanted. */
  readonly betterForTheSame: boolean;
};

/**
 * The model of best balance among those with the wanted quality: the most merit for a credit; a tie goes to the
 * better one (B11). Where a better quality of it costs the same, that. Null for a tool without models.
 */
export function recommend(
  card: RateCard,
  request: PricedRequest,
  longestSide = 0,
): Recommendation | null {
  const rated = modelsFor(card, request.tool).flatMap((model) => {
    const each = priceOfOne(card, { ...request, model: model.id });
    return each === null || model.longestSide < longestSide ? [] : [{ model, each }];
  });
  // merit / each, compared without a fraction; a free model beats every paid one.
  rated.sort(
    (a, b) => b.model.merit * a.each - a.model.merit * b.each || b.model.merit - a.model.merit,
  );
  const best = rated[0];
  if (best === undefined) return null;
  const { model, each } = best;
  const quality = bestQualityFor(card, { ...request, model: model.id }, model, each);
  return { model, quality, each, betterForTheSame: quality !== request.quality };
}

/** Whole credits of one output; null where the card has no price of it. */
function priceOfOne(card: RateCard, request: PricedRequest): Credits | null {
  const result = quote(card, { ...request, count: 1 });
  return result.kind === 'quote' ? result.quote.each : null;
}

function bestQualityFor(
  card: RateCard,
  request: PricedRequest,
  model: CardModel,
  each: Credits,
): Quality {
  const asGood = qualities
    .slice(qualities.indexOf(request.quality))
    .filter((quality) => model.qualities.includes(quality))
    .filter((quality) => priceOfOne(card, { ...request, quality }) === each);
  return asGood.at(-1) ?? request.quality;
}

/** Credits that trying an output once more costs: a try is charged like the first (A3, B8); null where it has no price. */
export function priceOfRetry(card: RateCard, request: PricedRequest): Credits | null {
  return priceOfOne(card, request);
}
