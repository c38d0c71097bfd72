import { longestClipSeconds, modelsFor } from '../card/quote';
import {
  type CardModel,
  findPrice,
  type Price,
  type Quality,
  type RateCard,
  type ToolId,
} from '../card/rate-card';
import { type Credits, credits, priceOf, sum } from '../credits';
import { wholeTimes } from './whole-times';

/** A way to use credit that is about to lapse, in outputs of one model. */
export type Suggestion = {
  readonly tool: string;
  readonly model: string;
  readonly modelName: string;
  /** Pictures, or seconds of clips. */
  readonly outputs: number;
  readonly credits: Credits;
  readonly words: string;
};

const mostSuggestions = 4;

/**
 * What credit pays for on a card, the best models first, each in its best quality. `purses` are amounts
 * that can't be put together: one picture is paid by one seat. What is free needs no credit, and is not suggested.
 */
export function suggestionsFor(card: RateCard, purses: readonly Credits[]): Suggestion[] {
  const seen = new Set<string>();
  const choices: { readonly merit: number; readonly suggestion: Suggestion }[] = [];
  for (const { id: tool } of card.tools.filter(({ metering }) => metering !== 'free')) {
    for (const model of modelsFor(card, tool)) {
      if (seen.has(model.id)) continue;
      seen.add(model.id);
      const suggestion = suggest(card, tool, model, purses);
      if (suggestion !== null) choices.push({ merit: model.merit, suggestion });
    }
  }
  return choices
    .toSorted((a, b) => b.merit - a.merit)
    .slice(0, mostSuggestions)
    .map(({ suggestion }) => suggestion);
}

function suggest(
  card: RateCard,
  tool: ToolId,
  model: CardModel,
  purses: readonly Credits[],
): Suggestion | null {
  const price = findPrice(card, tool, model.id, bestQuality(model));
  if (price === null || price.credits === 0) return null;
  const uses = purses.map((purse) =>
    price.unit === 'second' ? clips(purse, price) : pictures(purse, price),
  );
  const outputs = uses.reduce((total, use) => total + use.outputs, 0);
  if (outputs === 0) return null;
  const toolName = card.tools.find(({ id }) => id === tool)?.name ?? tool;
  return {
    tool,
    model: model.id,
    modelName: model.name,
    outputs,
    credits: sum(uses.map((use) => use.credits)),
    words: `${outputText(outputs, tool, price.unit, toolName)} with ${model.name}`,
  };
}

/** The quality in which a model is suggested: the fullest that it has. */
export function bestQuality({ qualities }: CardModel): Quality {
  return qualities.includes('premium') ? 'premium' : 'basic';
}

type Bought = { readonly outputs: number; readonly credits: Credits };

function pictures(purse: Credits, price: Price): Bought {
  const each = priceOf(1, price.credits, price.per);
  const outputs = wholeTimes(each, purse);
  return { outputs, credits: credits(outputs * each) };
}

/** Clips of the greatest length, and one of what is left then: each is rounded up by itself. */
function clips(purse: Credits, price: Price): Bought {
  const longest = priceOf(longestClipSeconds, price.credits, price.per);
  const whole = wholeTimes(longest, purse);
  const rest = purse - whole * longest;
  const seconds = wholeTimes(price.credits, rest * price.per);
  return {
    outputs: whole * longestClipSeconds + seconds,
    credits: credits(whole * longest + priceOf(seconds, price.credits, price.per)),
  };
}

function outputText(outputs: number, tool: ToolId, unit: Price['unit'], toolName: string): string {
  const number = outputs.toLocaleString('en');
  const one = outputs === 1;
  if (unit === 'second') return `${number} ${one ? 'second' : 'seconds'} of video`;
  if (tool === 'image' || tool === 'edit') return `${number} ${one ? 'picture' : 'pictures'}`;
  return `${number} ${one ? 'visual' : 'visuals'} (${toolName})`;
}
