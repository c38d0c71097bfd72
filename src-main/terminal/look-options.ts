import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recommendedModel } from '../../src-shared/billing/card/advice';
import { modelsFor } from '../../src-shared/billing/card/quote';
import {
  type CardModel,
  type Quality,
  qualities,
  type RateCard,
  type ToolId,
} from '../../src-shared/billing/card/rate-card';
import type { Look } from '../../src-shared/jobs/look';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import type { Option } from './command';

/** The options that say how something looks and how often it is made, whatever is made. */
export const lookOptions = {
  count: { kind: 'number', value: 'N', summary: 'how many of each prompt (1)' },
  style: { kind: 'text', value: 'STYLE', summary: `the style (${sketchStyles[0].id})` },
  seed: { kind: 'number', value: 'N', summary: 'the same seed makes the same thing again' },
  quality: { kind: 'text', value: 'QUALITY', summary: `${qualities.join(' or ')}` },
  model: { kind: 'text', value: 'MODEL', summary: 'a model of the rate card' },
  negative: { kind: 'text', value: 'TEXT', summary: 'what should not be shown' },
  batch: { kind: 'text', value: 'UUID', summary: 'an id of your own: repeating it costs nothing' },
} as const satisfies Readonly<Record<string, Option>>;

export const lookFields = {
  prompt: z.string().optional(),
  count: z.number().optional(),
  style: z.string().optional(),
  seed: z.number().optional(),
  quality: z.enum(qualities).optional(),
  model: z.string().optional(),
  negative: z.string().optional(),
  batch: z.uuid('must be a UUID').optional(),
};

const lookInput = z.strictObject(lookFields);
export type LookInput = z.output<typeof lookInput>;

type ChosenLook = {
  readonly look: Omit<Look, 'width' | 'height'>;
  /** Pixels of the longer side that the model can make; null where the card has no such model. */
  readonly longestSide: number | null;
};

/**
 * What every request says, by the options: where none is given, the model of best balance (B11), premium where it
 * has that, and a seed that follows from the batch's id, so that repeating a batch repeats what it made.
 */
export function chooseLook(
  card: RateCard,
  tool: ToolId,
  input: LookInput,
  batchId: string,
): ChosenLook {
  const model = input.model ?? usualModel(card, tool, input.quality ?? 'premium') ?? '';
  const chosen = modelsFor(card, tool).find(({ id }) => id === model);
  const look = {
    prompt: input.prompt ?? '',
    negativePrompt: input.negative ?? '',
    style: input.style ?? sketchStyles[0].id,
    model,
    quality: input.quality ?? usualQuality(chosen),
    seed: input.seed ?? seedOf(batchId),
  };
  return { look, longestSide: chosen?.longestSide ?? null };
}

/** Any length tells the best balance of a model: its price is by the second. */
const anySeconds = 5;

function usualModel(card: RateCard, tool: ToolId, quality: Quality): string | null {
  return recommendedModel(card, { tool, model: '', quality, count: 1, seconds: anySeconds });
}

function usualQuality(model: CardModel | undefined): Quality {
  const supported = model?.qualities ?? [];
  return supported.includes('premium') ? 'premium' : (supported[0] ?? 'premium');
}

function seedOf(batchId: string): number {
  return createHash('sha256').update(batchId).digest().readUInt32BE(0);
}
