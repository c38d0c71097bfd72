import type { Credits } from '../credits';
import type { Instant } from '../instant';
import { bestBelow, choicesFor } from './choices';
import { packNotYet } from './pack-offer';
import { type PricedRequest, type Quote, quote } from './quote';
import type { AddOn, Pack, RateCard } from './rate-card';
import { recommend } from './recommend';

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
  const choices = choicesFor(card, requestOf(refused, extent), extent.longestSide);
  const best = bestBelow(choices, refused.total, available);
  return best === null ? null : { kind: 'cheaper', request: best.request, total: best.quote.total };
}

/** The id of the model of best balance among those with the wanted quality (B11); null when the tool has none. */
export function recommendedModel(card: RateCard, request: PricedRequest): string | null {
  return recommend(card, request)?.model.id ?? null;
}
