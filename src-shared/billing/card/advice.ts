import type { Credits } from '../credits';
import type { Instant } from '../instant';
import { packNotYet } from './pack-offer';
import { modelsFor, type PricedRequest, type Quote, quote } from './quote';
import type { AddOn, Pack, RateCard, Warning, WarningSituation } from './rate-card';

/** What the form knows of a project's past, for the warnings of B12. */
export type ProjectHistory = {
  /** The model of the newest job of the project; null before the first. */
  readonly lastModel: string | null;
  /** How many outputs were already made from the very same prompt. */
  readonly triesOfPrompt: number;
};

export type GivenWarning = { readonly situation: WarningSituation; readonly text: string };

/** The card's warnings that fit a request (B12). They inform; nothing is blocked. */
export function warningsFor(
  card: RateCard,
  request: PricedRequest,
  history: ProjectHistory,
): GivenWarning[] {
  return card.warnings
    .filter((warning) => measureOf(warning.situation, request, history) >= warning.from)
    .map(({ situation, text }: Warning) => ({ situation, text }));
}

function measureOf(
  situation: WarningSituation,
  request: PricedRequest,
  history: ProjectHistory,
): number {
  const measures: Record<WarningSituation, () => number> = {
    'several-variations': () => request.count,
    video: () => (request.tool === 'video' || request.tool === 'image-to-video' ? 1 : 0),
    'model-switch': () =>
      history.lastModel !== null && history.lastModel !== request.model ? 1 : 0,
    'prompt-retried': () => history.triesOfPrompt,
  };
  return measures[situation]();
}

/** A way to do what the credit at hand does not pay for. */
export type Remedy =
  | { readonly kind: 'fewer'; readonly count: number; readonly total: Credits }
  | { readonly kind: 'cheaper'; readonly request: PricedRequest; readonly total: Credits }
  | { readonly kind: 'add-on'; readonly addOn: AddOn }
  | { readonly kind: 'pack'; readonly pack: Pack }
  | { readonly kind: 'wait'; readonly renewsAt: Instant; readonly credits: Credits };

/** The next renewal and what it will grant; null when nothing renews. */
export type Renewal = { readonly at: Instant; readonly credits: Credits } | null;

/** How large an output is: pixels of its longer side, and seconds of a clip (null for a picture). */
export type Extent = { readonly longestSide: number; readonly seconds: number | null };

/** What the person has to pay with. */
export type Means = {
  /** Null while no plan runs: then nothing can be bought. */
  readonly planId: string | null;
  readonly available: Credits;
  /** What is left of the seat's base credit (B5). */
  readonly allowance: Credits;
  readonly renewal: Renewal;
};

/** What can be done about too little credit, the cheapest for the person first. */
export function remediesFor(
  card: RateCard,
  refused: Quote,
  extent: Extent,
  { planId, available, allowance, renewal }: Means,
): Remedy[] {
  const remedies: Remedy[] = [];
  const fewer = refused.each > 0 ? Math.floor(available / refused.each) : 0;
  if (fewer >= 1) {
    const request = { ...requestOf(refused, extent), count: fewer };
    const priced = quote(card, request);
    if (priced.kind === 'quote')
      remedies.push({ kind: 'fewer', count: fewer, total: priced.quote.total });
  }
  const cheaper = cheapestAlternative(card, refused, extent, available);
  if (cheaper !== null) remedies.push(cheaper);
  for (const addOn of card.addOns) {
    if (planId !== null && addOn.plans.includes(planId)) remedies.push({ kind: 'add-on', addOn });
  }
  for (const pack of card.packs) {
    if (planId !== null && packNotYet(card, pack, allowance) === null) {
      remedies.push({ kind: 'pack', pack });
    }
  }
  if (renewal !== null)
    remedies.push({ kind: 'wait', renewsAt: renewal.at, credits: renewal.credits });
  return remedies;
}

function requestOf(quoted: Quote, { seconds }: Extent): PricedRequest {
  const { tool, model, quality, count } = quoted;
  return { tool, model, quality, count, seconds };
}

/** The best model and quality that the credit at hand pays for at a lower price (B11). */
function cheapestAlternative(
  card: RateCard,
  refused: Quote,
  extent: Extent,
  available: Credits,
): Remedy | null {
  const choices: { request: PricedRequest; total: Credits; merit: number }[] = [];
  for (const model of modelsFor(card, refused.tool)) {
    if (model.longestSide < extent.longestSide) continue;
    for (const quality of model.qualities) {
      const request = { ...requestOf(refused, extent), model: model.id, quality };
      const result = quote(card, request);
      if (result.kind === 'refused') continue;
      const { total } = result.quote;
      if (total < refused.total && total <= available)
        choices.push({ request, total, merit: model.merit });
    }
  }
  choices.sort((a, b) => b.merit - a.merit || a.total - b.total);
  const best = choices[0];
  return best === undefined ? null : { kind: 'cheaper', request: best.request, total: best.total };
}

/**
 * The model of best balance among those with the wanted quality: the most merit for a credit; a tie
 * goes to the better one (B11).
 */
export function recommendedModel(card: RateCard, request: PricedRequest): string | null {
  const rated = modelsFor(card, request.tool).flatMap((model) => {
    const result = quote(card, { ...request, count: 1, model: model.id });
    if (result.kind === 'refused') return [];
    return [{ id: model.id, merit: model.merit, each: result.quote.each }];
  });
  // merit / each, compared without a fraction; a free model beats every paid one.
  rated.sort((a, b) => b.merit * a.each - a.merit * b.each || b.merit - a.merit);
  return rated[0]?.id ?? null;
}
