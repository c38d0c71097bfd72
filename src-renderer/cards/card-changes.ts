import {
  findPrice,
  type Plan,
  type Price,
  type Quality,
  qualities,
  type RateCard,
  type ToolId,
} from '../../src-shared/billing/card/rate-card';
import { rolloverWords } from '../ui/plan-words';
import { addOnWords, creditsWords, offerWords, packWords } from './card-words';
import { formatMicros } from './dollars';

/** One thing that two versions of a card say differently; null where one of them does not have it. */
export type Change = {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What another version of a card says differently, as those who pay by it would see it. */
export type CardChanges = {
  readonly prices: readonly Change[];
  /** What the provider asks of whoever sells the credits. */
  readonly costs: readonly Change[];
  /** Plans, add-ons and packs. */
  readonly offers: readonly Change[];
  /** What else is said differently, in a word or two each. */
  readonly rest: readonly string[];
};

export function cardChanges(before: RateCard, after: RateCard): CardChanges {
  return {
    prices: changesOfThings(before, after, priceOf),
    costs: changesOfThings(before, after, costOf),
    offers: [
      ...planChanges(before, after),
      ...itemChanges(before.addOns, after.addOns, [before, after], addOnWords),
      ...itemChanges(before.packs, after.packs, [before, after], packWords),
    ],
    rest: restChanges(before, after),
  };
}

/** Whether there is nothing but the version itself that differs. */
export function isUnchanged({ prices, costs, offers, rest }: CardChanges): boolean {
  return [prices, costs, offers, rest].every((list) => list.length === 0);
}

/** Something that can be pressed: a tool with a model and a quality. */
type Thing = { readonly tool: ToolId; readonly model: string; readonly quality: Quality };

/** What a card says of a thing; null where there is nothing to say. */
type Say = (card: RateCard, thing: Thing) => string | null;

/** What is paid in the end for each thing, whichever line says so; both qualities as one where they agree. */
function changesOfThings(before: RateCard, after: RateCard, say: Say): Change[] {
  return joined(before.tools, after.tools).flatMap((tool) =>
    joined(before.models, after.models).flatMap((model) => {
      const said = qualities.map((quality) => {
        const thing = { tool: tool.id, model: model.id, quality };
        return { what: quality, before: say(before, thing), after: say(after, thing) };
      });
      const told = said.filter((each) => each.before !== null || each.after !== null);
      const [first] = told;
      if (first === undefined) return [];
      const what = `${tool.name} · ${model.name}`;
      if (told.every((each) => isSameChange(each, first)))
        return [{ ...first, what }].filter(differs);
      return told.filter(differs).map((each) => ({ ...each, what: `${what}, ${each.what}` }));
    }),
  );
}

function isSameChange(left: Change, right: Change): boolean {
  return left.before === right.before && left.after === right.after;
}

function differs({ before, after }: Change): boolean {
  return before !== after;
}

/** What is in either list, once, as the newer one has it. */
function joined<Item extends { readonly id: string }>(
  before: readonly Item[],
  after: readonly Item[],
): Item[] {
  return [...after, ...before.filter(({ id }) => itemOf(after, id) === null)];
}

function itemOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
): Item | null {
  return items.find((item) => item.id === id) ?? null;
}

function priceOf(card: RateCard, thing: Thing): string | null {
  const line = lineFor(card, thing);
  if (line === null || line === 'not metered') return line;
  return creditsWords(line);
}

function costOf(card: RateCard, thing: Thing): string | null {
  const line = lineFor(card, thing);
  if (line === null || line === 'not metered' || line.providerCost === undefined) return null;
  return `${formatMicros(line.providerCost)} ${line.unit === 'image' ? 'an image' : 'a second'}`;
}

/** The line that a thing is paid by; null where it can't be pressed. */
function lineFor(card: RateCard, { tool, model, quality }: Thing): Price | 'not metered' | null {
  const known = itemOf(card.models, model);
  const isOffered = known?.tools.includes(tool) === true && known.qualities.includes(quality);
  const metering = isOffered ? (itemOf(card.tools, tool)?.metering ?? null) : null;
  if (metering === null) return null;
  return metering === 'free' ? 'not metered' : findPrice(card, tool, model, quality);
}

function planChanges(before: RateCard, after: RateCard): Change[] {
  return joined(before.plans, after.plans).flatMap(({ id, name }) => {
    const was = itemOf(before.plans, id);
    const is = itemOf(after.plans, id);
    const change = (what: string, say: (plan: Plan) => string | null): Change => {
      return { what: `${name}, ${what}`, before: was && say(was), after: is && say(is) };
    };
    const offers = [
      change('monthly', (plan) => offerWords(plan, 'monthly')),
      change('annual', (plan) => offerWords(plan, 'annual')),
    ];
    const left = change('what is left', (plan) => rolloverWords(plan.rollover));
    return [...offers, ...(was === null || is === null ? [] : [left])].filter(differs);
  });
}

/** Add-ons or packs that are new, gone, or said in other words. */
function itemChanges<Item extends { readonly id: string; readonly name: string }>(
  before: readonly Item[],
  after: readonly Item[],
  [cardBefore, cardAfter]: readonly [RateCard, RateCard],
  say: (item: Item, card: RateCard) => string,
): Change[] {
  return joined(before, after)
    .map(({ id, name }): Change => {
      const was = itemOf(before, id);
      const is = itemOf(after, id);
      return {
        what: name,
        before: was && say(was, cardBefore),
        after: is && say(is, cardAfter),
      };
    })
    .filter(differs);
}

/** Parts of a card that are too long to be told before and after. */
const longParts: readonly (readonly [name: string, part: (card: RateCard) => unknown])[] = [
  ['its name', ({ name, service }) => [name, service]],
  ['where its figures come from', ({ origin, figures }) => [origin, figures]],
  ['the words on tools', ({ tools }) => tools.map(({ id, name, rule }) => [id, name, rule])],
  [
    'the words on models',
    ({ models }) => models.map(({ id, name, description }) => [id, name, description]),
  ],
  [
    'merit and size of models',
    ({ models }) => models.map(({ id, merit, longestSide }) => [id, merit, longestSide]),
  ],
  [
    'names of plans and offers',
    ({ plans, addOns, packs }) =>
      [plans, addOns, packs].map((list) => list.map(({ id, name }) => [id, name])),
  ],
  ['why there are no refunds', ({ policies }) => policies.refunds],
  ['the words on expiry and renewal', ({ policies }) => [policies.expiry, policies.renewal]],
  [
    'the words on add-on units',
    ({ policies }) => [policies.unitRenewal, policies.unitCancellation],
  ],
  ['the warnings', ({ warnings }) => warnings],
];

function restChanges(before: RateCard, after: RateCard): string[] {
  return longParts
    .filter(([, part]) => JSON.stringify(part(before)) !== JSON.stringify(part(after)))
    .map(([name]) => name);
}
