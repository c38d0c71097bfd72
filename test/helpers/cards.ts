import aiStudiosFile from '../../resources/rate-cards/ai-studios.json';
import chatNowFile from '../../resources/rate-cards/chatnow.json';
import {
  type PricedRequest,
  type Quote,
  type QuoteRefusal,
  quote,
} from '../../src-shared/billing/card/quote';
import { type Plan, parseRateCard, type RateCard } from '../../src-shared/billing/card/rate-card';

/** The files of both cards as they lie on the disk, before anything has checked them. */
export const cardFiles = { 'ai-studios': aiStudiosFile, chatnow: chatNowFile } as const;

/** The card of a file; a file that doesn't parse fails the test that asked for it. */
function cardOf(file: unknown): RateCard {
  const parsed = parseRateCard(file);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
  return parsed.card;
}

export const aiStudios = cardOf(aiStudiosFile);
export const chatNow = cardOf(chatNowFile);

/** What is asked for when a test doesn't care: one premium picture by AI Studios. */
export const onePicture: PricedRequest = {
  tool: 'image',
  model: 'image-generator',
  quality: 'premium',
  count: 1,
  seconds: null,
};

/** The quote of a request that must have one. */
export function quoteOf(card: RateCard, request: Partial<PricedRequest>): Quote {
  const result = quote(card, { ...onePicture, ...request });
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.quote;
}

/** The refusal of a request that must have no quote. */
export function refusalOf(card: RateCard, request: Partial<PricedRequest>): QuoteRefusal {
  const result = quote(card, { ...onePicture, ...request });
  if (result.kind === 'quote') throw new Error(`quoted: ${JSON.stringify(result.quote)}`);
  return result.refusal;
}

export function planOf(card: RateCard, id: string): Plan {
  const plan = card.plans.find((candidate) => candidate.id === id);
  if (plan === undefined) throw new Error(`${card.id} has no plan ${id}`);
  return plan;
}
