import { createHash } from 'node:crypto';
import { z } from 'zod';
import { recommendedModel } from '../../src-shared/billing/card/advice';
import {
  modelsFor,
  type PricedRequest,
  type Quote,
  quote,
} from '../../src-shared/billing/card/quote';
import { type Quality, qualities, type RateCard } from '../../src-shared/billing/card/rate-card';
import { checkImageRequest, type ImageRequest } from '../../src-shared/jobs/image-request';
import { sketchStyles } from '../../src-shared/jobs/sketch-styles';
import type { Refusal } from '../../src-shared/refusal';
import type { Option } from './command';

/** The options that say which picture, the same for `generate` and `quote`. */
export const imageOptions: Readonly<Record<string, Option>> = {
  count: { kind: 'number', value: 'N', summary: 'how many pictures (1)' },
  style: { kind: 'text', value: 'STYLE', summary: `the style (${sketchStyles[0].id})` },
  size: { kind: 'text', value: 'WxH', summary: 'width and height in pixels (1024x1024)' },
  width: { kind: 'number', value: 'N', summary: 'the width alone' },
  height: { kind: 'number', value: 'N', summary: 'the height alone' },
  seed: { kind: 'number', value: 'N', summary: 'the same seed paints the same picture' },
  quality: { kind: 'text', value: 'QUALITY', summary: `${qualities.join(' or ')}` },
  model: { kind: 'text', value: 'MODEL', summary: 'a model of the rate card' },
  negative: { kind: 'text', value: 'TEXT', summary: 'what the picture should not show' },
  batch: { kind: 'text', value: 'UUID', summary: 'an id of your own: repeating it costs nothing' },
};

export const imageInput = z.strictObject({
  prompt: z.string().optional(),
  count: z.number().optional(),
  style: z.string().optional(),
  size: z
    .string()
    .regex(/^\d{1,9}[x×]\d{1,9}$/i, 'must be written as 1024x768')
    .optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  seed: z.number().optional(),
  quality: z.enum(qualities).optional(),
  model: z.string().optional(),
  negative: z.string().optional(),
  batch: z.uuid('must be a UUID').optional(),
});

export type ImageInput = z.output<typeof imageInput>;

export type PricedImage =
  | {
      readonly kind: 'priced';
      readonly request: ImageRequest;
      readonly priced: PricedRequest;
      readonly quote: Quote;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const usualSide = 1024;

/**
 * The picture that the options describe, with its price on `card`. The seed that is used when none
 * was given follows from the batch's id, so that repeating a batch repeats its pictures.
 */
export function priceImage(card: RateCard, input: ImageInput, batchId: string): PricedImage {
  const { width, height } = sidesOf(input);
  const model = input.model ?? usualModel(card, input.quality ?? 'premium') ?? '';
  const chosen = modelsFor(card, 'image').find(({ id }) => id === model);
  const quality = input.quality ?? usualQuality(chosen?.qualities ?? []);
  const usual = Math.min(usualSide, chosen?.longestSide ?? usualSide);
  const request: ImageRequest = {
    tool: 'image',
    prompt: input.prompt ?? '',
    negativePrompt: input.negative ?? '',
    style: input.style ?? sketchStyles[0].id,
    model,
    quality,
    width: width ?? usual,
    height: height ?? usual,
    seed: input.seed ?? seedOf(batchId),
  };
  const priced = { tool: 'image', model, quality, count: input.count ?? 1, seconds: null } as const;
  const result = quote(card, priced);
  if (result.kind === 'refused') return result;
  const refusal = checkImageRequest(request, chosen?.longestSide ?? usualSide);
  if (refusal !== null) return { kind: 'refused', refusal };
  return { kind: 'priced', request, priced, quote: result.quote };
}

/** What is wrong with the combination of options, in a sentence; null when nothing is. */
export function contradictionIn(input: ImageInput): string | null {
  if (input.size === undefined) return null;
  if (input.width === undefined && input.height === undefined) return null;
  return 'Give the size either as --size or as --width and --height, not both.';
}

function sidesOf(input: ImageInput): { width: number | undefined; height: number | undefined } {
  if (input.size === undefined) return { width: input.width, height: input.height };
  const [width, height] = input.size.split(/[x×]/i).map(Number);
  return { width, height };
}

/** The model of best balance (B11) among those of the image tool. */
function usualModel(card: RateCard, quality: Quality): string | null {
  return recommendedModel(card, { tool: 'image', model: '', quality, count: 1, seconds: null });
}

function usualQuality(supported: readonly Quality[]): Quality {
  return supported.includes('premium') ? 'premium' : (supported[0] ?? 'premium');
}

function seedOf(batchId: string): number {
  return createHash('sha256').update(batchId).digest().readUInt32BE(0);
}
