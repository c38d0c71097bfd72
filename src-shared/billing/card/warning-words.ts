import { assertNever } from '../../assert-never';
import { creditsText } from '../credits-text';
import type { PricedRequest } from './quote';
import type { RateCard } from './rate-card';
import type { Recommendation } from './recommend';
import type { CheaperWay, GivenWarning, Part, ProjectHistory } from './warnings';

/** What exactly a warning is about would cost, in a sentence beside the card's own words (B12). */
export function costSentence(
  card: RateCard,
  { situation, cost }: GivenWarning,
  press: readonly Part[],
  { triesOfPrompt, spentOnPrompt }: ProjectHistory,
): string {
  const outputs = press.reduce((count, { request }) => count + request.count, 0);
  const [first] = press;
  switch (situation) {
    case 'several-variations':
      return `${countedOutputs(outputs, first)} cost ${creditsText(cost)}.`;
    case 'video':
      return `${outputs === 1 ? 'This clip' : countedOutputs(outputs, first)}${lengthOf(first)} ${outputs === 1 ? 'costs' : 'cost'} ${creditsText(cost)}.`;
    case 'model-switch':
      return press.length === 1
        ? `With ${nameOf(card, first?.request.model ?? '')} this costs ${creditsText(cost)}.`
        : `All of it costs ${creditsText(cost)}.`;
    case 'prompt-retried':
      return `${triesOfPrompt} tries cost ${creditsText(spentOnPrompt)} so far; this one costs ${creditsText(cost)}.`;
    default:
      return assertNever(situation);
  }
}

/** A cheaper way with its price, as the words on a button. */
export function wayWords(card: RateCard, way: CheaperWay): string {
  if (way.kind === 'earlier-result') return 'Open the earlier result · no credits';
  return `${changeWords(card, way.kind, way.request)} · ${creditsText(way.total)}`;
}

type ChangeKind = Exclude<CheaperWay['kind'], 'earlier-result'>;

function changeWords(card: RateCard, kind: ChangeKind, request: PricedRequest): string {
  const name = nameOf(card, request.model);
  switch (kind) {
    case 'one-first':
      return 'Make one first';
    case 'shorter':
      return `Make it ${request.seconds} s`;
    case 'basic':
      return 'Use basic quality';
    case 'smaller-model':
      return `Use ${name}, ${request.quality}`;
    case 'picture-first':
      return 'Try it as a picture first';
    case 'former-model':
      return `Stay with ${name}`;
    default:
      return assertNever(kind);
  }
}

/** How often a prompt was tried, this press counted in, and what that has cost (B8); null before the first. */
export function triesSentence({ triesOfPrompt, spentOnPrompt }: ProjectHistory): string | null {
  if (triesOfPrompt === 0) return null;
  return `${ordinal(triesOfPrompt + 1)} try of this prompt: ${creditsText(spentOnPrompt)} so far.`;
}

/** Why a model is recommended, in numbers (B11). */
export function recommendationSentence(
  card: RateCard,
  { model, quality, each, betterForTheSame }: Recommendation,
  request: PricedRequest,
): string {
  const unit = request.seconds === null ? 'an image' : `a clip of ${request.seconds} s`;
  const isOnly = card.models.filter(({ tools }) => tools.includes(request.tool)).length === 1;
  if (isOnly) {
    return betterForTheSame
      ? `Best value: ${quality}, at the same ${creditsText(each)} ${unit}.`
      : `One model, one price: ${creditsText(each)} ${unit}.`;
  }
  return `Best value: ${model.name}, ${model.merit} of 5 merit for ${creditsText(each)} ${unit}.`;
}

function nameOf(card: RateCard, id: string): string {
  return card.models.find((model) => model.id === id)?.name ?? id;
}

function countedOutputs(count: number, part: Part | undefined): string {
  const noun = part?.request.seconds == null ? 'image' : 'clip';
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function lengthOf(part: Part | undefined): string {
  return part?.request.seconds == null ? '' : ` of ${part.request.seconds} s`;
}

function ordinal(place: number): string {
  const isTeen = place % 100 >= 11 && place % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place.toLocaleString('en')}${ending}`;
}
