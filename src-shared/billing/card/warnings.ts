import { type Credits, noCredits, sum } from '../credits';
import { bestBelow, choicesFor } from './choices';
import { modelsFor, type PricedRequest, quote } from './quote';
import type { Quality, RateCard, WarningSituation } from './rate-card';
import { recommend } from './recommend';

/** What is known of a project's past, for the warnings of B12. */
export type ProjectHistory = {
  /** The model of the newest job of the project; null before the first. */
  readonly lastModel: string | null;
  /** How often the very same prompt was made and paid for; a batch is one try. */
  readonly triesOfPrompt: number;
  /** Credits charged or held for those tries (B8). */
  readonly spentOnPrompt: Credits;
  /** Whether a result of one of them is still in the gallery. */
  readonly hasResult: boolean;
};

/** One thing that a press asks for; a comparison asks for several. */
export type Part = {
  readonly request: PricedRequest;
  /** Pixels of the longer side. */
  readonly longestSide: number;
};

/** A cheaper way to what a warning is about, as a change of the request. */
export type CheaperWay =
  | {
      readonly kind:
        | 'one-first'
        | 'shorter'
        | 'basic'
        | 'smaller-model'
        | 'picture-first'
        | 'former-model';
      readonly request: PricedRequest;
      readonly total: Credits;
    }
  /** What was already paid for. */
  | { readonly kind: 'earlier-result'; readonly total: Credits };

export type GivenWarning = {
  readonly situation: WarningSituation;
  /** The card's own words. */
  readonly text: string;
  /** Credits of the press that it is given before. */
  readonly cost: Credits;
  /** What costs less in this situation; null where nothing does. */
  readonly remedy: CheaperWay | null;
};

/** The card's warnings that fit a press, each with its cost and a cheaper way (B12). They inform; nothing is blocked. */
export function warningsFor(
  card: RateCard,
  press: readonly Part[],
  history: ProjectHistory,
): GivenWarning[] {
  const cost = costOf(card, press);
  if (cost === null) return [];
  return card.warnings
    .filter(({ situation, from }) => measures[situation](press, history) >= from)
    .map(({ situation, text }) => {
      const ways = waysOf[situation](card, press, history);
      const remedy = ways.find((way) => way !== null && way.total < cost) ?? null;
      return { situation, text, cost, remedy };
    });
}

/** Credits of all that a press asks for; null while a part of it has no price. */
function costOf(card: RateCard, press: readonly Part[]): Credits | null {
  const totals = press.map(({ request }) => totalOf(card, request));
  const known = totals.filter((total) => total !== null);
  return known.length === totals.length ? sum(known) : null;
}

function totalOf(card: RateCard, request: PricedRequest): Credits | null {
  const priced = quote(card, request);
  return priced.kind === 'quote' ? priced.quote.total : null;
}

type Measure = (press: readonly Part[], history: ProjectHistory) => number;

const measures: Record<WarningSituation, Measure> = {
  'several-variations': (press) => press.reduce((count, { request }) => count + request.count, 0),
  video: (press) => (press.some(isClip) ? 1 : 0),
  'model-switch': (press, { lastModel }) =>
    lastModel !== null && press.every(({ request }) => request.model !== lastModel) ? 1 : 0,
  'prompt-retried': (_, { triesOfPrompt }) => triesOfPrompt,
};

function isClip({ request: { tool } }: Part): boolean {
  return tool === 'video' || tool === 'image-to-video';
}

type Ways = (
  card: RateCard,
  press: readonly Part[],
  history: ProjectHistory,
) => (CheaperWay | null)[];

/** The ways in each situation, the one that changes least first. */
const waysOf: Record<WarningSituation, Ways> = {
  'several-variations': (card, press) => [oneFirst(card, press)],
  video: (card, press) => ofAlone(press, (part) => clipWays(card, part)),
  'model-switch': (card, press, history) =>
    ofAlone(press, (part) => [formerModel(card, part, history)]),
  'prompt-retried': (card, press, { hasResult }) => [
    hasResult ? { kind: 'earlier-result', total: noCredits } : null,
    ...ofAlone(press, (part) => [smallerModel(card, part)]),
  ],
};

/** A change of one thing is no way where several are compared. */
function ofAlone(
  press: readonly Part[],
  ways: (part: Part) => (CheaperWay | null)[],
): (CheaperWay | null)[] {
  const [part, ...others] = press;
  return part === undefined || others.length > 0 ? [] : ways(part);
}

function clipWays(card: RateCard, part: Part): (CheaperWay | null)[] {
  return [
    shorter(card, part, usualSeconds),
    basic(card, part),
    smallerModel(card, part),
    pictureFirst(card, part),
    shorter(card, part, shortestTry),
  ];
}

/** Seconds of a usual clip (A2), and of one that only tries an idea. */
const usualSeconds = 5;
const shortestTry = 2;

type WayKind = Exclude<CheaperWay['kind'], 'earlier-result'>;

function wayOf(card: RateCard, kind: WayKind, request: PricedRequest): CheaperWay | null {
  const total = totalOf(card, request);
  return total === null ? null : { kind, request, total };
}

/** A single output of the cheapest part. */
function oneFirst(card: RateCard, press: readonly Part[]): CheaperWay | null {
  const ways = press.flatMap(
    ({ request }) => wayOf(card, 'one-first', { ...request, count: 1 }) ?? [],
  );
  return ways.toSorted((a, b) => a.total - b.total)[0] ?? null;
}

function shorter(card: RateCard, { request }: Part, seconds: number): CheaperWay | null {
  if (request.seconds === null || request.seconds <= seconds) return null;
  return wayOf(card, 'shorter', { ...request, seconds });
}

const simplest: Quality = 'basic';

function basic(card: RateCard, { request }: Part): CheaperWay | null {
  return wayOf(card, 'basic', { ...request, quality: simplest });
}

/** The best model and quality that costs less and can make it as large (B11). */
function smallerModel(card: RateCard, { request, longestSide }: Part): CheaperWay | null {
  const total = totalOf(card, request);
  if (total === null) return null;
  const best = bestBelow(choicesFor(card, request, longestSide), total);
  if (best === null) return null;
  return { kind: 'smaller-model', request: best.request, total: best.quote.total };
}

/** One picture of the same words; a clip from a picture has that already. */
function pictureFirst(card: RateCard, { request }: Part): CheaperWay | null {
  if (request.tool !== 'video') return null;
  const picture = { tool: 'image', model: '', quality: simplest, count: 1, seconds: null } as const;
  const best = recommend(card, picture);
  if (best === null) return null;
  return wayOf(card, 'picture-first', { ...picture, model: best.model.id });
}

function formerModel(
  card: RateCard,
  { request, longestSide }: Part,
  { lastModel }: ProjectHistory,
): CheaperWay | null {
  const former = modelsFor(card, request.tool).find(({ id }) => id === lastModel);
  if (former === undefined || former.longestSide < longestSide) return null;
  const quality = former.qualities.includes(request.quality)
    ? request.quality
    : former.qualities[0];
  if (quality === undefined) return null;
  return wayOf(card, 'former-model', { ...request, model: former.id, quality });
}
