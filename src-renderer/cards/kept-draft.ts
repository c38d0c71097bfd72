import { z } from 'zod';
import { qualities, rateCardSchema, toolIds } from '../../src-shared/billing/card/rate-card';
import type { CardDraft } from './card-draft';

/** Under this name the page keeps a draft that was not saved, so that closing the window loses nothing. */
const name = 'tally.card-draft';

const text = z.string();
const line = { key: text, removed: z.boolean(), fresh: z.boolean() };
const wallet = z.enum(['seat', 'pool']);
const tool = z.enum(toolIds);
const quality = z.enum(qualities);
const rollover = z.object({
  kind: z.enum(['none', 'all', 'capped', 'cycles']),
  credits: text,
  cycles: text,
});
const offer = z.object({
  offered: z.boolean(),
  contract: z.boolean(),
  credits: text,
  everyMonths: z.union([z.literal(1), z.literal(12)]),
  price: text,
});

/** A draft as it was written down, perhaps by an older Tally. */
const draftSchema: z.ZodType<CardDraft> = z.object({
  kind: z.enum(['own', 'version']),
  from: z.object({ id: text, version: text }),
  base: rateCardSchema,
  id: text,
  day: text,
  name: text,
  service: text,
  origin: text,
  tools: z.array(
    z.object({
      id: tool,
      name: text,
      metering: z.enum(['metered', 'free', 'quality']),
      rule: text,
    }),
  ),
  policies: z.object({
    refunds: text,
    expiry: text,
    renewal: text,
    unitRenewal: text,
    unitCancellation: text,
  }),
  models: z.array(
    z.object({
      ...line,
      id: text,
      name: text,
      description: text,
      tools: z.array(tool),
      qualities: z.array(quality),
      merit: text,
      longestSide: text,
    }),
  ),
  prices: z.array(
    z.object({
      ...line,
      tool,
      model: text.nullable(),
      quality: quality.nullable(),
      credits: text,
      per: text,
      unit: z.enum(['image', 'second']),
      cost: text,
    }),
  ),
  plans: z.array(
    z.object({
      ...line,
      id: text,
      name: text,
      kind: z.enum(['free', 'paid', 'contract']),
      perSeat: z.boolean(),
      monthly: offer,
      annual: offer,
      rollover,
    }),
  ),
  addOns: z.array(
    z.object({
      ...line,
      id: text,
      name: text,
      plans: z.array(text),
      credits: text,
      price: text,
      wallet,
    }),
  ),
  packs: z.array(
    z.object({
      ...line,
      id: text,
      name: text,
      credits: text,
      price: text,
      wallet,
      onlyWhenUsedUp: z.boolean(),
      rollover,
    }),
  ),
});

/** Keeps a draft on this computer; one that finds no room is still in the window. */
export function keepDraft(draft: CardDraft): void {
  try {
    window.localStorage.setItem(name, JSON.stringify(draft));
  } catch (error) {
    console.error('the draft of a card could not be kept', error);
  }
}

/** The draft that was kept when the window was last closed; null where there is none that can be read. */
export function keptDraft(): CardDraft | null {
  const kept = window.localStorage.getItem(name);
  if (kept === null) return null;
  const read = draftSchema.safeParse(jsonOf(kept));
  return read.success ? read.data : null;
}

export function forgetDraft(): void {
  window.localStorage.removeItem(name);
}

function jsonOf(kept: string): unknown {
  try {
    return JSON.parse(kept);
  } catch (error) {
    console.error('the kept draft of a card could not be read', error);
    return null;
  }
}
