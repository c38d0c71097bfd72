import { z } from 'zod';
import { assertNever } from '../../src-shared/assert-never';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Request } from '../../src-shared/jobs/request';
import { clipInput, clipOptions, priceClip } from './clip-options';
import type { Option } from './command';
import { priceEdit } from './edit-options';
import { contradictionIn, imageInput, imageOptions, pixelSize, priceImage } from './image-options';
import { requestJson } from './jobs-json';
import type { JsonObject } from './json';
import { lookFields } from './look-options';
import type { PricedWork } from './priced-work';

const quotedTools = ['image', 'edit', 'video', 'image-to-video'] as const;

/** The options of a quote: those of the commands that make something which bear on what it is. */
export const quoteOptions: Readonly<Record<string, Option>> = {
  tool: { kind: 'text', value: 'TOOL', summary: `${quotedTools.join(', ')} (image)` },
  ...imageOptions,
  ...clipOptions,
  size: { kind: 'text', value: 'SIZE', summary: 'as generate and video take it' },
};

export const quoteInput = z.strictObject({
  tool: z.enum(quotedTools).optional(),
  ...imageInput.shape,
  ...clipInput.shape,
  size: z
    .string()
    .regex(/^(?:\d{1,9}[x×]\d{1,9}|720p|1080p)$/i, 'must be 1024x768, 720p or 1080p')
    .optional(),
});

export type QuoteInput = z.output<typeof quoteInput>;

/** What is wrong with the combination of options, in a sentence; null when nothing is. */
export function quoteContradiction({ tool = 'image', ...input }: QuoteInput): string | null {
  const own = schemaOf(tool).safeParse(input);
  if (own.success) return tool === 'image' ? contradictionIn(imageInput.parse(input)) : null;
  const [issue] = own.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  return `--${String(name)} ${issue?.code === 'unrecognized_keys' ? 'has no meaning' : 'has another meaning'} for --tool ${tool}; «help ${commandOf(tool)}» shows what it takes.`;
}

const editShape = z.strictObject({ ...lookFields, size: pixelSize.optional() });

function schemaOf(tool: (typeof quotedTools)[number]) {
  switch (tool) {
    case 'image':
      return imageInput;
    case 'edit':
      return editShape;
    case 'video':
    case 'image-to-video':
      return clipInput;
    default:
      return assertNever(tool);
  }
}

function commandOf(tool: (typeof quotedTools)[number]): string {
  switch (tool) {
    case 'image':
      return 'generate';
    case 'edit':
      return 'edit';
    case 'video':
    case 'image-to-video':
      return 'video';
    default:
      return assertNever(tool);
  }
}

/** Stands for the words and the picture that a price does not depend on. */
const anyPrompt = 'a picture';
const anyPicture = '0'.repeat(64);
const anySource = { sha256: anyPicture, width: 1024, height: 1024 };

/** The price of what the options describe. Words and pictures change no price, so that a quote needs none. */
export function priceQuoted(card: RateCard, input: QuoteInput, batchId: string): PricedWork {
  const { tool = 'image', ...rest } = input;
  const given = { ...rest, prompt: rest.prompt ?? anyPrompt };
  switch (tool) {
    case 'image':
      return priceImage(card, imageInput.parse(given), batchId);
    case 'edit': {
      const action = { kind: 'restyle', strength: 60 } as const;
      return priceEdit(card, editShape.parse(given), anySource, action, batchId);
    }
    case 'video':
    case 'image-to-video': {
      const first = tool === 'video' ? null : anyPicture;
      return priceClip(card, clipInput.parse(given), { first, last: null }, batchId);
    }
    default:
      return assertNever(tool);
  }
}

/** The request that was priced; a picture that nobody named is null. */
export function quotedRequestJson(request: Request): JsonObject {
  const json = requestJson(request);
  const named = Object.entries(json).map(([name, value]) => [
    name,
    value === anyPicture ? null : value,
  ]);
  return Object.fromEntries(named);
}
