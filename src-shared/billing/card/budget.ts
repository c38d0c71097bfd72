import { type Credits, credits, noCredits } from '../credits';
import { choicesFor } from './choices';
import { largestBatch, type PricedRequest, type QuoteRefusal, quote } from './quote';
import { type CardModel, qualities, type RateCard } from './rate-card';

/** What is wished for when money is no object. */
export type BudgetWishes = {
  readonly request: PricedRequest;
  /** How many prompts take turns: outputs come in whole rounds of them. */
  readonly prompts: number;
  /** The longer sides, in pixels, that it can have: the wished one first, then smaller ones. */
  readonly sides: readonly number[];
};

/** One thing that is otherwise than it was wished. */
export type BudgetChange =
  | { readonly what: 'count' | 'seconds' | 'side'; readonly from: number; readonly to: number }
  | { readonly what: 'model' | 'quality'; readonly from: string; readonly to: string };

export type BudgetFit =
  | {
      readonly kind: 'fits';
      readonly request: PricedRequest;
      /** Pixels of the longer side. */
      readonly side: number;
      readonly total: Credits;
      /** From what was wished to what it becomes; what stays as it was is left out. */
      readonly changes: readonly BudgetChange[];
    }
  | { readonly kind: 'too-little'; readonly least: Credits }
  | { readonly kind: 'unpriced'; readonly refusal: QuoteRefusal };

type Candidate = {
  readonly model: CardModel;
  readonly request: PricedRequest;
  readonly side: number;
  readonly total: Credits;
};

/**
 * What comes nearest to the wishes for at most `budget` credits. What is made stays what it is as long as it can:
 * first its size is kept, then its length, then how many there are, then the merit of the model, then the quality;
 * more than was wished are only made with a model and a quality at least as good. At equal worth the cheaper one is
 * taken, then the wished model. A larger budget never gives less by that order.
 */
export function fitToBudget(card: RateCard, wishes: BudgetWishes, budget: Credits): BudgetFit {
  const asked = quote(card, wishes.request);
  if (asked.kind === 'refused') return { kind: 'unpriced', refusal: asked.refusal };
  const singles = candidatesOf(card, wishes);
  if (singles.length === 0) return asWished(wishes, asked.quote.total, budget);
  const wished = meritOf(card, wishes.request);
  const affordable = singles.flatMap((single) => {
    const isAsGood = meritOf(card, single.request) >= wished;
    return asManyAs(single, wishes, budget, isAsGood) ?? [];
  });
  const [first, ...others] = affordable;
  if (first === undefined) return { kind: 'too-little', least: leastOf(singles) };
  const best = others.reduce((kept, next) => (isBetter(next, kept, wishes) ? next : kept), first);
  const { request, side, total } = best;
  return { kind: 'fits', request, side, total, changes: changesOf(wishes, best) };
}

/** Where there is nothing to choose: a free tool without models, or a size that no model can make. */
function asWished(
  { request, sides: [side = 0] }: BudgetWishes,
  total: Credits,
  budget: Credits,
): BudgetFit {
  if (total > budget) return { kind: 'too-little', least: total };
  return { kind: 'fits', request, side, total, changes: [] };
}

function leastOf(candidates: readonly Candidate[]): Credits {
  return credits(Math.min(...candidates.map(({ total }) => total)));
}

/** How good a model and a quality are together; the model counts first. */
function meritOf(card: RateCard, { model, quality }: PricedRequest): number {
  const merit = card.models.find(({ id }) => id === model)?.merit ?? 0;
  return merit * qualities.length + qualities.indexOf(quality);
}

/** One round of the prompts with every model, quality and length. */
function candidatesOf(card: RateCard, { request, prompts, sides }: BudgetWishes): Candidate[] {
  return lengthsOf(request).flatMap((seconds) =>
    choicesFor(card, { ...request, seconds, count: prompts }, 0).flatMap(
      ({ model, request: choice, quote: { total } }) => {
        const side = sides.find((each) => each <= model.longestSide);
        return side === undefined ? [] : [{ model, request: choice, side, total }];
      },
    ),
  );
}

/** The lengths in seconds up to the wished one. */
function lengthsOf({ seconds }: PricedRequest): (number | null)[] {
  if (seconds === null) return [null];
  return Array.from({ length: seconds }, (_, index) => index + 1);
}

/** As many whole rounds as the budget pays for; what is free, or worse than wished, not more often than wished. */
function asManyAs(
  round: Candidate,
  { request }: BudgetWishes,
  budget: Credits,
  isAsGood: boolean,
): Candidate | null {
  const size = round.request.count;
  const wished = Math.max(1, timesIn(request.count, size));
  const most = isAsGood ? timesIn(largestBatch, size) : wished;
  const rounds = round.total === 0 ? wished : Math.min(most, timesIn(budget, round.total));
  if (rounds < 1) return null;
  const count = rounds * size;
  return {
    ...round,
    request: { ...round.request, count },
    total: round.total === 0 ? noCredits : credits(round.total * rounds),
  };
}

/** How often a whole number is contained in another: a count, exact, and no amount. */
function timesIn(whole: number, part: number): number {
  return (whole - (whole % part)) / part;
}

function isBetter(one: Candidate, other: Candidate, wishes: BudgetWishes): boolean {
  const [left, right] = [worthOf(one, wishes), worthOf(other, wishes)];
  const decisive = left.findIndex((value, index) => value !== right[index]);
  return (left[decisive] ?? 0) > (right[decisive] ?? 0);
}

/** What counts, in the order in which it does; more is better. */
function worthOf({ model, request, side, total }: Candidate, wishes: BudgetWishes): number[] {
  const isWished = model.id === wishes.request.model;
  return [
    side,
    request.seconds ?? 0,
    Math.min(request.count, wishes.request.count),
    model.merit,
    qualities.indexOf(request.quality),
    request.count,
    -total,
    isWished ? 1 : 0,
  ];
}

function changesOf({ request: wished, sides }: BudgetWishes, fit: Candidate): BudgetChange[] {
  const { request, side } = fit;
  const changes: BudgetChange[] = [
    { what: 'count', from: wished.count, to: request.count },
    { what: 'seconds', from: wished.seconds ?? 0, to: request.seconds ?? 0 },
    { what: 'side', from: sides[0] ?? side, to: side },
    { what: 'model', from: wished.model, to: request.model },
    { what: 'quality', from: wished.quality, to: request.quality },
  ];
  return changes.filter(({ from, to }) => from !== to);
}
