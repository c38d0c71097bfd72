import { z } from 'zod';
import { assertNever } from '../assert-never';
import {
  largestBatch,
  longestClipSeconds,
  type PricedRequest,
  type QuoteResult,
  quote,
  toolOf,
} from '../billing/card/quote';
import { qualities, type RateCard, type ToolId } from '../billing/card/rate-card';
import { clipFormats } from '../jobs/clip-request';
import { editKinds, enlargeFactors, largestEnlarged } from '../jobs/edit-request';
import { longestPrompt, smallestSide, styleIds } from '../jobs/look';
import { outputsFor } from '../jobs/prompt-alternatives';
import type { Request } from '../jobs/request';

/** What a conversation can prepare; a storyboard is a picture for each of its scenes. */
export const formTools = ['image', 'edit', 'video', 'image-to-video', 'storyboard'] as const;
export type FormTool = (typeof formTools)[number];

const side = z.int().min(smallestSide).max(largestEnlarged);

/**
 * A form of the studio as a conversation filled it. It is never submitted by itself: a person presses, and the seed
 * is drawn then.
 */
export const chatFormSchema = z.strictObject({
  tool: z.enum(formTools),
  /** For a storyboard: its topic. */
  prompt: z.string().max(longestPrompt),
  negativePrompt: z.string().max(longestPrompt),
  style: z.string().refine((style) => styleIds.some((id) => id === style), 'no such style'),
  model: z.string().max(64),
  quality: z.enum(qualities),
  /** Variations of each prompt that `{a|b}` stands for; the scenes of a storyboard. */
  count: z.int().min(1).max(largestBatch),
  width: side,
  height: side,
  /** Of a clip; null for everything else. */
  seconds: z.int().min(1).max(longestClipSeconds).nullable(),
  format: z.enum(clipFormats).nullable(),
  /** What is done to a picture; null for everything else. */
  edit: z.enum(editKinds).nullable(),
  /** How many times larger, for an enlargement; null for everything else. */
  factor: z.literal(enlargeFactors).nullable(),
});

export type ChatForm = z.output<typeof chatFormSchema>;

/** The tool of the rate card that a form is priced by: the visuals of scenes are a tool of their own where a card has it (A5). */
export function cardToolOf(card: RateCard, tool: FormTool): ToolId {
  if (tool !== 'storyboard') return tool;
  return toolOf(card, 'topic-to-video') === null ? 'image' : 'topic-to-video';
}

/** How many outputs a press makes: so many of each prompt that the form stands for. */
export function outputsOfForm({ tool, prompt, count }: ChatForm): number {
  return tool === 'storyboard' ? count : outputsFor(prompt, count);
}

export function pricedForm(card: RateCard, form: ChatForm): PricedRequest {
  const { tool, model, quality, seconds } = form;
  return { tool: cardToolOf(card, tool), model, quality, count: outputsOfForm(form), seconds };
}

/** What a form would cost by a card, by the very function that a hold is priced by (A1–A5, B1). */
export function quoteForm(card: RateCard, form: ChatForm): QuoteResult {
  return quote(card, pricedForm(card, form));
}

/**
 * What the main process would be asked for; null where something must be chosen on another screen first: a picture
 * to start from, or the scenes of a storyboard.
 */
export function requestOfForm(form: ChatForm, seed: number): Request | null {
  const { tool, prompt, negativePrompt, style, model, quality, width, height } = form;
  const look = { prompt, negativePrompt, style, model, quality, width, height, seed };
  switch (tool) {
    case 'image':
      return { tool, ...look };
    case 'video': {
      const { seconds, format } = form;
      if (seconds === null || format === null) return null;
      return { tool, ...look, seconds, format, camera: 'auto', first: null, last: null };
    }
    case 'edit':
    case 'image-to-video':
    case 'storyboard':
      return null;
    default:
      return assertNever(tool);
  }
}
