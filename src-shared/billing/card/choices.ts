import { modelsFor, type PricedRequest, type Quote, quote } from './quote';
import type { CardModel, RateCard } from './rate-card';

/** A model and a quality of the card that could make what is asked for, with the price of it. */
export type Choice = {
  readonly model: CardModel;
  readonly request: PricedRequest;
  readonly quote: Quote;
};

/** Every model and quality of the tool that can make an output of that size, in the order of the card. */
export function choicesFor(card: RateCard, request: PricedRequest, longestSide: number): Choice[] {
  return modelsFor(card, request.tool)
    .filter((model) => model.longestSide >= longestSide)
    .flatMap((model) =>
      model.qualities.flatMap((quality) => {
        const asked = { ...request, model: model.id, quality };
        const priced = quote(card, asked);
        return priced.kind === 'quote' ? [{ model, request: asked, quote: priced.quote }] : [];
      }),
    );
}

/** The best of the choices that cost less than `total`, and at most `available`; null when there is none (B11). */
export function bestBelow(
  choices: readonly Choice[],
  total: number,
  available = Number.POSITIVE_INFINITY,
): Choice | null {
  const cheaper = choices.filter(({ quote }) => quote.total < total && quote.total <= available);
  const byMerit = (a: Choice, b: Choice) =>
    b.model.merit - a.model.merit || a.quote.total - b.quote.total;
  return cheaper.toSorted(byMerit)[0] ?? null;
}
