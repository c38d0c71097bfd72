import { z } from 'zod';
import { qualities } from '../billing/card/rate-card';
import { sketchStyles } from './sketch-styles';

export const longestPrompt = 2000;
export const smallestSide = 256;
/** The longest side of what is painted; what is enlarged may be `largestEnlarged`. */
export const largestSide = 2048;
export const largestSeed = 2 ** 32 - 1;

export const styleIds = sketchStyles.map((style) => style.id);

/** What every request says, whatever is made: the words, the way of painting, the size in pixels, the seed. */
export const lookFields = {
  prompt: z.string(),
  negativePrompt: z.string(),
  style: z.string(),
  model: z.string(),
  quality: z.enum(qualities),
  width: z.number(),
  height: z.number(),
  seed: z.number(),
};

const lookSchema = z.strictObject(lookFields);
export type Look = z.output<typeof lookSchema>;

/** The SHA-256 of a picture that something is made from, in hex: a delivered one, or one that was brought in. */
export const pictureHash = z.string().regex(/^[0-9a-f]{64}$/, 'must be the SHA-256 of a picture');

export type LookRefusal =
  | { readonly code: 'prompt-empty' }
  | {
      readonly code: 'prompt-too-long';
      readonly field: 'prompt' | 'negativePrompt';
      readonly length: number;
      readonly limit: number;
    }
  | { readonly code: 'style-unknown'; readonly style: string; readonly known: readonly string[] }
  | { readonly code: 'seed-invalid'; readonly seed: number; readonly limit: number };

/** What is wrong with the words, the style or the seed; null when nothing is. */
export function checkLook(
  look: Look,
  { needsPrompt }: { readonly needsPrompt: boolean },
): LookRefusal | null {
  if (needsPrompt && isBlank(look.prompt)) return { code: 'prompt-empty' };
  for (const field of ['prompt', 'negativePrompt'] as const) {
    const { length } = look[field];
    if (length > longestPrompt) {
      return { code: 'prompt-too-long', field, length, limit: longestPrompt };
    }
  }
  if (!styleIds.some((id) => id === look.style)) {
    return { code: 'style-unknown', style: look.style, known: styleIds };
  }
  const { seed } = look;
  if (!isWholeBetween(seed, 0, largestSeed)) {
    return { code: 'seed-invalid', seed, limit: largestSeed };
  }
  return null;
}

export function isWholeBetween(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

/** Whether nothing in a text can be seen: spaces, controls and other characters without a shape. */
export function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}]/u.test(text);
}
