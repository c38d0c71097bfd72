import { choicesFor } from '../billing/card/choices';
import type { CardModel, Quality, RateCard, ToolId } from '../billing/card/rate-card';
import { recommend } from '../billing/card/recommend';
import type { Credits } from '../billing/credits';
import type { Wish } from './wish';

/** A model in one of its qualities, with what one output of it costs. */
export type Choice = {
  readonly model: CardModel;
  readonly quality: Quality;
  readonly each: Credits;
};

/** What a model is chosen for. */
export type Need = {
  readonly tool: ToolId;
  readonly seconds: number | null;
  /** The longest side that is wanted, in pixels; 0 where any will do. */
  readonly longestSide: number;
  readonly thrift: Wish['thrift'];
  readonly quality: Quality | null;
};

/** Every model of a tool in each of its qualities, in the order of the card; empty where the card has no such tool. */
export function allChoices(
  card: RateCard,
  { tool, seconds, longestSide }: Pick<Need, 'tool' | 'seconds' | 'longestSide'>,
): Choice[] {
  const request = { tool, model: '', quality: 'basic', count: 1, seconds } as const;
  return choicesFor(card, request, longestSide).map(({ model, request: { quality }, quote }) => ({
    model,
    quality,
    each: quote.each,
  }));
}

/** The model that fits a need (B11); one that can't make it as large only where none can. */
export function chooseModel(card: RateCard, need: Need): Choice | null {
  const large = allChoices(card, need);
  const able = large.length > 0 ? large : allChoices(card, { ...need, longestSide: 0 });
  const wanted = able.filter(({ quality }) => need.quality === null || quality === need.quality);
  const choices = wanted.length > 0 ? wanted : able;
  switch (need.thrift) {
    case 'cheap':
      return first(choices, (a, b) => a.each - b.each || b.model.merit - a.model.merit);
    case 'best':
      return first(choices, (a, b) => b.model.merit - a.model.merit || finer(a, b));
    case 'balance':
      return balanced(card, need) ?? first(choices, (a, b) => a.each - b.each);
  }
}

/** The card's model of best balance; null where it has none of that quality and size. */
function balanced(card: RateCard, need: Need): Choice | null {
  const { tool, seconds, longestSide, quality } = need;
  const request = { tool, model: '', quality: quality ?? 'basic', count: 1, seconds } as const;
  const best = recommend(card, request, longestSide);
  if (best === null) return null;
  // A quality that was named stays, even where the better one costs no more.
  return { model: best.model, quality: quality ?? best.quality, each: best.each };
}

function finer(a: Choice, b: Choice): number {
  return Number(b.quality === 'premium') - Number(a.quality === 'premium');
}

function first(choices: readonly Choice[], order: (a: Choice, b: Choice) => number): Choice | null {
  return choices.toSorted(order)[0] ?? null;
}
