import { z } from 'zod';
import { credits } from '../credits';
import { type CardFault, faultsOf } from './card-faults';

/** What a person can make or do; each is metered or free by the word of a rate card. */
export const toolIds = [
  'image',
  'edit',
  'video',
  'image-to-video',
  'avatar-video',
  'docs-to-video',
  'topic-to-video',
  'helper-visual',
  'chat',
  'assembly',
] as const;
export type ToolId = (typeof toolIds)[number];

export const qualities = ['basic', 'premium'] as const;
/** *basic* is the simpler and quicker way of making a thing, *premium* the full one (A5). */
export type Quality = (typeof qualities)[number];

const id = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'must be an id of small letters, digits and hyphens, at most 64 of them',
  );
const words = z.string().min(1).max(2000);
const amount = z.number().int().min(0).max(1_000_000_000).transform(credits);
const positiveAmount = z.number().int().min(1).max(1_000_000_000).transform(credits);
/** Money in cents of a US dollar; `null` where the source document names no figure. */
const cents = z.number().int().min(0).max(100_000_000).nullable();
const toolId = z.enum(toolIds);
const quality = z.enum(qualities);

/** What happens to credit left at its expiry (A8, B6): nothing rolls over unless said. */
const rolloverSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('capped'), credits: positiveAmount }),
  z.strictObject({ kind: z.literal('cycles'), cycles: z.number().int().min(1).max(120) }),
]);

const modelSchema = z.strictObject({
  id,
  name: words,
  description: words,
  tools: z.array(toolId).min(1),
  qualities: z.array(quality).min(1),
  /** How good the results are, 1 to 5, by the maker of the card. */
  merit: z.number().int().min(1).max(5),
  /** The longest side of a picture, in pixels. */
  longestSide: z.number().int().min(256).max(8192),
});

const priceSchema = z.strictObject({
  tool: toolId,
  /** Left out: the price holds for every model of the tool. */
  model: id.optional(),
  /** Left out: the price holds for both qualities. */
  quality: quality.optional(),
  credits: amount,
  /** `credits` pay for this many units. */
  per: z.number().int().min(1).max(1_000_000),
  unit: z.enum(['image', 'second']),
  /** What the provider asks of whoever sells these credits: millionths of a US dollar a unit. */
  providerCost: z.number().int().min(0).max(1_000_000_000).optional(),
});

const toolSchema = z.strictObject({
  id: toolId,
  name: words,
  /** `quality`: only premium is metered, basic is always free (A5). */
  metering: z.enum(['metered', 'free', 'quality']),
  rule: words,
});

const grantSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    credits: positiveAmount,
    /** How often the grant comes: a yearly plan may grant once (A6) or monthly (B4). */
    everyMonths: z.union([z.literal(1), z.literal(12)]),
  }),
  z.strictObject({ kind: z.literal('contract') }),
]);

const cadenceSchema = z.strictObject({ grant: grantSchema, priceCents: cents });

const planSchema = z.strictObject({
  id,
  name: words,
  kind: z.enum(['free', 'paid', 'contract']),
  /** Whether every seat gets the grant, in a wallet of its own. */
  perSeat: z.boolean(),
  monthly: cadenceSchema.nullable(),
  annual: cadenceSchema.nullable(),
  rollover: rolloverSchema,
});

const addOnSchema = z.strictObject({
  id,
  name: words,
  plans: z.array(id).min(1),
  credits: positiveAmount,
  priceCents: cents,
  wallet: z.enum(['seat', 'pool']),
});

const packSchema = z.strictObject({
  id,
  name: words,
  credits: positiveAmount,
  priceCents: cents,
  wallet: z.enum(['seat', 'pool']),
  /** Whether a pack is only sold once the allowance is used up (B5). */
  onlyWhenUsedUp: z.boolean(),
  rollover: rolloverSchema,
});

/** The situations in which Tally warns before credit is spent (B12). */
export const warningSituations = [
  'several-variations',
  'video',
  'model-switch',
  'prompt-retried',
] as const;

const warningSchema = z.strictObject({
  situation: z.enum(warningSituations),
  /** From which count on: variations at once, or tries of the same prompt. */
  from: z.number().int().min(1).max(1000),
  text: words,
});

const policiesSchema = z.strictObject({
  /** Why there are no refunds, readable before spending (B8, B9). */
  refunds: z.array(words).min(1),
  /** What becomes of unused credit, and when. */
  expiry: words,
  /** How credits come back. */
  renewal: words,
  /** Told before an add-on is bought and before it renews (A14); blanks: {name} {date} {price} {credits}. */
  unitRenewal: words.nullable(),
  /** What a unit's buyer should know of cancelling (A12, A13). */
  unitCancellation: words.nullable(),
});

/** A rate card as its file says it; every reference inside it is checked by `parseRateCard`. */
export const rateCardSchema = z.strictObject({
  schema: z.literal(1),
  id,
  version: z
    .string()
    .regex(
      /^\d{4}-\d{2}-\d{2}(\.\d+)?$/,
      'must be a day like 2026-11-01, with .2, .3 … for further versions of that day',
    ),
  name: words,
  service: words,
  /** Which figures come from the service's own documents, and which are ours (B10). */
  origin: words,
  figures: z.enum(['documented', 'ours']),
  currency: z.literal('USD'),
  tools: z.array(toolSchema).min(1),
  models: z.array(modelSchema).min(1),
  prices: z.array(priceSchema).min(1),
  plans: z.array(planSchema).min(1),
  addOns: z.array(addOnSchema),
  packs: z.array(packSchema),
  policies: policiesSchema,
  warnings: z.array(warningSchema),
});

export type RateCard = z.output<typeof rateCardSchema>;
export type CardModel = RateCard['models'][number];
export type CardTool = RateCard['tools'][number];
export type Price = RateCard['prices'][number];
export type Rollover = z.output<typeof rolloverSchema>;
export type Plan = RateCard['plans'][number];
export type AddOn = RateCard['addOns'][number];
export type Pack = RateCard['packs'][number];
export type Warning = RateCard['warnings'][number];
export type WarningSituation = (typeof warningSituations)[number];

/** One thing wrong with a card's file: where in it, and what. */
export type CardProblem = { readonly path: string; readonly message: string };

/** A problem with its place in the card's text; lines and columns from 1. */
export type PlacedProblem = CardProblem & { readonly line: number; readonly column: number };

export type ParsedCard =
  | { readonly kind: 'card'; readonly card: RateCard }
  | { readonly kind: 'invalid'; readonly problems: readonly CardProblem[] };

/** Reads a rate card from parsed JSON; an invalid one lists every problem with its place. */
export function parseRateCard(data: unknown): ParsedCard {
  const read = readCard(data);
  if (read.kind === 'card') return read;
  return { kind: 'invalid', problems: read.faults.map(problemOf) };
}

/** A fault as it is told: its place as a path of names and numbers, from 0. */
export function problemOf({ place, message }: CardFault): CardProblem {
  return { path: place.join('.') || 'card', message };
}

export type ReadCard =
  | { readonly kind: 'card'; readonly card: RateCard }
  | { readonly kind: 'invalid'; readonly faults: readonly CardFault[] };

/** Reads a rate card from parsed JSON, its faults with their places as they are. */
export function readCard(data: unknown): ReadCard {
  const parsed = rateCardSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { kind: 'invalid', faults: faultsOf(parsed.error.issues) };
  const card = parsed.data;
  const faults = [
    ...repeatedNames(card),
    ...danglingReferences(card),
    ...wrongPrices(card),
    ...meteredAssembly(card),
  ];
  return faults.length > 0 ? { kind: 'invalid', faults } : { kind: 'card', card };
}

function repeatedNames(card: RateCard): CardFault[] {
  const faults: CardFault[] = [];
  for (const list of ['tools', 'models', 'plans', 'addOns', 'packs'] as const) {
    const ids = card[list].map((item) => item.id);
    ids.forEach((id, index) => {
      if (ids.indexOf(id) === index) return;
      faults.push({ place: [list, index, 'id'], message: `«${id}» is listed twice` });
    });
  }
  const lines = card.prices.map(({ tool, model, quality }) => `${tool} ${model} ${quality}`);
  lines.forEach((line, index) => {
    if (lines.indexOf(line) === index) return;
    faults.push({ place: ['prices', index], message: 'the same thing has a price already' });
  });
  return faults;
}

function danglingReferences(card: RateCard): CardFault[] {
  const models = new Set(card.models.map((model) => model.id));
  const tools = new Set<string>(card.tools.map((tool) => tool.id));
  const plans = new Set(card.plans.map((plan) => plan.id));
  const faults: CardFault[] = [];
  const expect = (known: boolean, place: CardFault['place'], message: string) => {
    if (!known) faults.push({ place, message });
  };
  card.models.forEach((model, index) => {
    model.tools.forEach((tool, nth) => {
      expect(tools.has(tool), ['models', index, 'tools', nth], `there is no tool «${tool}»`);
    });
  });
  card.prices.forEach(({ tool, model }, index) => {
    expect(tools.has(tool), ['prices', index, 'tool'], `there is no tool «${tool}»`);
    if (model === undefined) return;
    expect(models.has(model), ['prices', index, 'model'], `there is no model «${model}»`);
  });
  card.addOns.forEach((addOn, index) => {
    addOn.plans.forEach((plan, nth) => {
      expect(plans.has(plan), ['addOns', index, 'plans', nth], `there is no plan «${plan}»`);
    });
  });
  return faults;
}

/** A metered tool that could be pressed but never paid, or a basic quality that costs (A5). */
function wrongPrices(card: RateCard): CardFault[] {
  const faults: CardFault[] = [];
  for (const { id: tool, metering } of card.tools.filter((one) => one.metering !== 'free')) {
    card.models.forEach((model, index) => {
      if (!model.tools.includes(tool)) return;
      model.qualities.forEach((quality, nth) => {
        const price = findPrice(card, tool, model.id, quality);
        const what = `${tool} with ${model.id} (${quality})`;
        if (price === null) {
          const place = ['models', index, 'qualities', nth];
          faults.push({ place, message: `no price for ${what}` });
        } else if (metering === 'quality' && quality === 'basic' && price.credits > 0) {
          const place = ['prices', card.prices.indexOf(price), 'credits'];
          faults.push({ place, message: `basic is always free, but not ${what}` });
        }
      });
    });
  }
  return faults;
}

/** Putting scenes together makes nothing new: their visuals were paid for (A4). */
function meteredAssembly(card: RateCard): CardFault[] {
  const index = card.tools.findIndex(
    ({ id, metering }) => id === 'assembly' && metering !== 'free',
  );
  if (index < 0) return [];
  return [{ place: ['tools', index, 'metering'], message: 'assembly is never metered' }];
}

/** The price of a tool with a model and quality: the most particular line wins, model before quality. */
export function findPrice(
  card: RateCard,
  tool: ToolId,
  model: string,
  quality: Quality,
): Price | null {
  const particularity = (price: Price) =>
    (price.model === undefined ? 0 : 2) + (price.quality === undefined ? 0 : 1);
  const fitting = card.prices.filter(
    (price) =>
      price.tool === tool &&
      (price.model === undefined || price.model === model) &&
      (price.quality === undefined || price.quality === quality),
  );
  return fitting.toSorted((a, b) => particularity(b) - particularity(a))[0] ?? null;
}
