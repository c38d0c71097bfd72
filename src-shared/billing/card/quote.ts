import { type Credits, noCredits, priceOf, times } from '../credits';
import {
  type CardModel,
  type CardTool,
  findPrice,
  type Price,
  type Quality,
  type RateCard,
  type ToolId,
} from './rate-card';

/** What a price depends on; a prompt or a seed never changes it. */
export type PricedRequest = {
  readonly tool: ToolId;
  readonly model: string;
  readonly quality: Quality;
  /** How many outputs; each becomes a job with a hold of its own. */
  readonly count: number;
  /** Length of each clip in whole seconds; null for pictures. */
  readonly seconds: number | null;
};

/** The most outputs of one press: more would be an accident, not a batch. */
export const largestBatch = 100;
export const longestClipSeconds = 60;

/** A price with its arithmetic, as the receipt prints it and the job remembers it. */
export type Quote = {
  readonly card: { readonly id: string; readonly version: string };
  readonly tool: ToolId;
  readonly model: string;
  readonly quality: Quality;
  readonly count: number;
  /** Units in one output: 1 for a picture, its seconds for a clip. */
  readonly units: number;
  readonly unit: Price['unit'];
  /** The card's line: `credits` for every `per` units. */
  readonly price: { readonly credits: Credits; readonly per: number };
  /** Whole credits of one output, rounded up once. */
  readonly each: Credits;
  readonly total: Credits;
  /** The card's word on why it costs this. */
  readonly rule: string;
};

export type QuoteRefusal =
  | { readonly code: 'tool-unknown'; readonly tool: string }
  | { readonly code: 'model-unknown'; readonly model: string; readonly known: readonly string[] }
  | {
      readonly code: 'quality-unsupported';
      readonly model: string;
      readonly supported: readonly Quality[];
    }
  | { readonly code: 'count-invalid'; readonly count: number; readonly limit: number }
  | { readonly code: 'duration-invalid'; readonly seconds: number | null; readonly limit: number };

export type QuoteResult =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'refused'; readonly refusal: QuoteRefusal };

/** The itemised price of a request by a card (A1–A5, B1, B2), or why there is none. */
export function quote(card: RateCard, request: PricedRequest): QuoteResult {
  const tool = toolOf(card, request.tool);
  if (tool === null) return refused({ code: 'tool-unknown', tool: request.tool });
  if (!isWholeBetween(request.count, 1, largestBatch)) {
    return refused({ code: 'count-invalid', count: request.count, limit: largestBatch });
  }
  if (tool.metering === 'free') return priced(card, tool, request, freePrice(request));
  const models = modelsFor(card, request.tool);
  const model = models.find((candidate) => candidate.id === request.model);
  if (model === undefined) {
    const known = models.map((candidate) => candidate.id);
    return refused({ code: 'model-unknown', model: request.model, known });
  }
  if (!model.qualities.includes(request.quality)) {
    const { id, qualities } = model;
    return refused({ code: 'quality-unsupported', model: id, supported: qualities });
  }
  const price = findPrice(card, request.tool, request.model, request.quality);
  if (price === null) throw new Error(`card ${card.id} has no price for ${request.tool}`);
  if (price.unit === 'second' && !isWholeBetween(request.seconds ?? 0, 1, longestClipSeconds)) {
    const { seconds } = request;
    return refused({ code: 'duration-invalid', seconds, limit: longestClipSeconds });
  }
  return priced(card, tool, request, price);
}

/** Putting scenes together is never metered, whether a card names it or not (A4). */
const assembly: CardTool = {
  id: 'assembly',
  name: 'Assembly',
  metering: 'free',
  rule: 'Putting scenes together into one video is never metered.',
};

/** A tool as a card sells it; null where the card has none of that id. */
export function toolOf(card: RateCard, id: ToolId): CardTool | null {
  const listed = card.tools.find((tool) => tool.id === id);
  return listed ?? (id === 'assembly' ? assembly : null);
}

/** The models of a card that a tool can be used with. */
export function modelsFor(card: RateCard, tool: ToolId): CardModel[] {
  return card.models.filter((model) => model.tools.includes(tool));
}

function priced(card: RateCard, tool: CardTool, request: PricedRequest, price: Price): QuoteResult {
  const units = price.unit === 'second' ? (request.seconds ?? 1) : 1;
  const each = priceOf(units, price.credits, price.per);
  return {
    kind: 'quote',
    quote: {
      card: { id: card.id, version: card.version },
      tool: tool.id,
      model: request.model,
      quality: request.quality,
      count: request.count,
      units,
      unit: price.unit,
      price: { credits: price.credits, per: price.per },
      each,
      total: times(each, request.count),
      rule: tool.rule,
    },
  };
}

/** Free for each output, however long it is (A4, B2): no length is measured, so none can be wrong. */
function freePrice(request: PricedRequest): Price {
  return { tool: request.tool, credits: noCredits, per: 1, unit: 'image' };
}

function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function refused(refusal: QuoteRefusal): QuoteResult {
  return { kind: 'refused', refusal };
}
