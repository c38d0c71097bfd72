import { cheapestOutput } from '../../billing/card/pack-offer';
import { modelsFor } from '../../billing/card/quote';
import {
  type CardModel,
  type CardTool,
  findPrice,
  type Price,
  type RateCard,
} from '../../billing/card/rate-card';
import { creditsText } from '../../billing/credits-text';
import { chooseModel } from '../choose-model';
import type { Facts } from '../facts';

/** Every price of the card, tool by tool (A1–A5, B1, B10). */
export function pricesAnswer({ card }: Facts): string {
  return [
    'What things cost:',
    ...card.tools.map((tool) => toolLine(card, tool)),
    origin(card),
  ].join('\n');
}

/** The prices of one tool and its models. */
export function toolPriceAnswer({ card }: Facts, id: CardTool['id']): string {
  const tool = card.tools.find((each) => each.id === id);
  if (tool === undefined)
    return `The rate card «${card.name}» has no such tool, so nothing is charged for it.`;
  return [toolLine(card, tool), tool.rule, origin(card)].join('\n');
}

function toolLine(card: RateCard, tool: CardTool): string {
  if (tool.metering === 'free') return `- ${tool.name}: free`;
  const prices = modelsFor(card, tool.id).map((model) => modelPrices(card, tool, model));
  const single = prices.length === 1;
  return `- ${tool.name}: ${prices.map(({ name, text }) => (single ? text : `${name} ${text}`)).join('; ')}`;
}

function modelPrices(
  card: RateCard,
  tool: CardTool,
  model: CardModel,
): { readonly name: string; readonly text: string } {
  const lines = model.qualities.flatMap((quality) => {
    const price = findPrice(card, tool.id, model.id, quality);
    return price === null ? [] : [{ quality, text: priceText(price) }];
  });
  const texts = new Set(lines.map(({ text }) => text));
  const [only] = texts;
  const text =
    texts.size === 1 && only !== undefined
      ? only
      : lines.map((line) => `${line.text} (${line.quality})`).join(', ');
  return { name: model.name, text };
}

function priceText({ credits, per, unit }: Price): string {
  if (credits === 0) return 'free';
  const noun = unit === 'second' ? 'second' : 'picture';
  return `${creditsText(credits)} ${per === 1 ? `a ${noun}` : `for ${per} ${noun}s`}`;
}

function origin({ figures, origin: words }: RateCard): string {
  return figures === 'ours' ? words : 'These are the figures of the service’s own documents.';
}

/** What costs nothing, and why (A4, A5, B2). */
export function freeAnswer({ card }: Facts): string {
  const free = card.tools.filter(({ metering }) => metering === 'free');
  const half = card.tools.filter(({ metering }) => metering === 'quality');
  return [
    'What is free:',
    ...free.map(({ name, rule }) => `- ${name}: ${rule}`),
    ...half.map(({ name, rule }) => `- ${name}, basic: ${rule}`),
    '- Putting scenes of a storyboard together into one video is never metered.',
  ].join('\n');
}

/** Chat is never metered and has no cap (B2). */
export function chatFreeAnswer({ card }: Facts): string {
  const rule = card.tools.find(({ id }) => id === 'chat')?.rule ?? '';
  return `Chat is free: no message costs a credit, and there is no cap on messages. ${rule}`.trim();
}

/** What the credit at hand would pay for. */
export function affordAnswer({ card, balance }: Facts, credits: number | null): string {
  const purse = credits ?? balance.available;
  if (purse < cheapestOutput(card)) {
    return `${creditsText(purse)} ${purse === 1 ? 'pays' : 'pay'} for nothing that is metered on this card; what is free stays free.`;
  }
  const lines = card.tools.flatMap((tool) => affordLine(card, tool, purse));
  return [`For ${creditsText(purse)} you can make one of these:`, ...lines].join('\n');
}

function affordLine(
  card: RateCard,
  { id: tool, metering, name }: CardTool,
  purse: number,
): string[] {
  if (metering === 'free') return [];
  const seconds = tool === 'video' || tool === 'image-to-video' ? 1 : null;
  const need = { tool, seconds, longestSide: 0, thrift: 'cheap', quality: null } as const;
  const choice = chooseModel(card, need);
  if (choice === null || choice.each === 0) return [];
  const outputs = Math.floor(purse / choice.each);
  const noun = seconds === null ? (outputs === 1 ? 'picture' : 'pictures') : 'clips of 1 s';
  return [
    `- ${name}: ${outputs.toLocaleString('en')} ${noun} with ${choice.model.name} (${choice.quality})`,
  ];
}

/** Every model with what it is good for; the one of best balance is named (B10, B11). */
export function modelsAnswer({ card }: Facts): string {
  const lines = card.models.map(
    ({ name, description, merit }) => `- ${name}: ${description} Merit ${merit} of 5.`,
  );
  return ['The models of this card:', ...lines, ...recommendations(card)].join('\n');
}

/** The model of best balance, the cheapest and the best one (B11). */
export function bestModelAnswer({ card }: Facts): string {
  return [...recommendations(card), 'The best balance is the most merit for a credit.'].join('\n');
}

function recommendations(card: RateCard): string[] {
  return (['image', 'video'] as const).flatMap((tool) => {
    const name = tool === 'image' ? 'pictures' : 'clips';
    const seconds = tool === 'video' ? 5 : null;
    const pick = (thrift: 'cheap' | 'balance' | 'best') => {
      const choice = chooseModel(card, { tool, seconds, longestSide: 0, thrift, quality: null });
      if (choice === null) return null;
      const length = seconds === null ? '' : ' for 5 s';
      return `${choice.model.name} (${choice.quality}, ${creditsText(choice.each)}${length})`;
    };
    const [balance, cheap, best] = [pick('balance'), pick('cheap'), pick('best')];
    if (balance === null) return [];
    return [
      `For ${name}: **${balance}** has the best balance; cheapest is ${cheap}, finest ${best}.`,
    ];
  });
}
