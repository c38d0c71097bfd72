import { z } from 'zod';
import type { Extent } from '../billing/card/advice';
import { qualities } from '../billing/card/rate-card';
import { sketchStyles } from './sketch-styles';

export const longestPrompt = 2000;
export const smallestSide = 256;
export const largestSide = 2048;
/** The widest picture is so many times longer than it is high, and the other way round. */
const widestRatio = 3;
export const largestSeed = 2 ** 32 - 1;

export const styleIds = sketchStyles.map((style) => style.id);

/** Everything that decides what a picture looks like; the same request gives the same bytes. */
export const imageRequestSchema = z.strictObject({
  tool: z.literal('image'),
  prompt: z.string(),
  negativePrompt: z.string(),
  style: z.string(),
  model: z.string(),
  quality: z.enum(qualities),
  width: z.number(),
  height: z.number(),
  seed: z.number(),
});

export type ImageRequest = z.output<typeof imageRequestSchema>;

export type ImageRequestRefusal =
  | { readonly code: 'prompt-empty' }
  | {
      readonly code: 'prompt-too-long';
      readonly field: 'prompt' | 'negativePrompt';
      readonly length: number;
      readonly limit: number;
    }
  | { readonly code: 'style-unknown'; readonly style: string; readonly known: readonly string[] }
  | {
      readonly code: 'size-invalid';
      readonly width: number;
      readonly height: number;
      readonly least: number;
      readonly most: number;
      readonly ratio: number;
    }
  | { readonly code: 'seed-invalid'; readonly seed: number; readonly limit: number };

/** Whether a picture can be made of the request by a model up to `longestSide` pixels; null when it can. */
export function checkImageRequest(
  request: ImageRequest,
  longestSide: number,
): ImageRequestRefusal | null {
  if (isBlank(request.prompt)) return { code: 'prompt-empty' };
  for (const field of ['prompt', 'negativePrompt'] as const) {
    const { length } = request[field];
    if (length > longestPrompt) {
      return { code: 'prompt-too-long', field, length, limit: longestPrompt };
    }
  }
  if (!styleIds.some((id) => id === request.style)) {
    return { code: 'style-unknown', style: request.style, known: styleIds };
  }
  const { width, height, seed } = request;
  const most = Math.min(longestSide, largestSide);
  const sidesFit = [width, height].every(
    (side) => Number.isSafeInteger(side) && side >= smallestSide && side <= most,
  );
  if (!sidesFit || Math.max(width, height) > widestRatio * Math.min(width, height)) {
    return { code: 'size-invalid', width, height, least: smallestSide, most, ratio: widestRatio };
  }
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > largestSeed) {
    return { code: 'seed-invalid', seed, limit: largestSeed };
  }
  return null;
}

/** Whether nothing in a text can be seen: spaces, controls and other characters without a shape. */
function isBlank(text: string): boolean {
  return !/[^\p{C}\p{Z}]/u.test(text);
}

/** How large the picture is, for those who look for another model that can make it. */
export function extentOf({ width, height }: Pick<ImageRequest, 'width' | 'height'>): Extent {
  return { longestSide: Math.max(width, height), seconds: null };
}

/** The request of the output with number `index` of a batch: the next seed, all else the same. */
export function requestOfOutput(request: ImageRequest, index: number): ImageRequest {
  return { ...request, seed: (request.seed + index) % (largestSeed + 1) };
}
