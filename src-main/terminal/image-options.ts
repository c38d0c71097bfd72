import { z } from 'zod';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Option } from './command';
import { chooseLook, lookFields, lookOptions } from './look-options';
import { type PricedWork, priceWork } from './priced-work';

/** The options that say which picture, the same for `generate` and `quote`. */
export const imageOptions: Readonly<Record<string, Option>> = {
  ...lookOptions,
  size: { kind: 'text', value: 'WxH', summary: 'width and height in pixels (1024x1024)' },
  width: { kind: 'number', value: 'N', summary: 'the width alone' },
  height: { kind: 'number', value: 'N', summary: 'the height alone' },
};

const sizePattern = /^(\d{1,9})[x×](\d{1,9})$/i;

/** A size in pixels as it is typed. */
export const pixelSize = z.string().regex(sizePattern, 'must be written as 1024x768');

export const imageInput = z.strictObject({
  ...lookFields,
  size: pixelSize.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});

export type ImageInput = z.output<typeof imageInput>;

const usualSide = 1024;

/** The picture that the options describe, with its price on `card`. */
export function priceImage(card: RateCard, input: ImageInput, batchId: string): PricedWork {
  const { look, longestSide } = chooseLook(card, 'image', input, batchId);
  const usual = Math.min(usualSide, longestSide ?? usualSide);
  const { width = usual, height = usual } = input.size === undefined ? input : sidesOf(input.size);
  return priceWork(card, { tool: 'image', ...look, width, height }, input.count ?? 1);
}

/** What is wrong with the combination of options, in a sentence; null when nothing is. */
export function contradictionIn(input: ImageInput): string | null {
  if (input.size === undefined) return null;
  if (input.width === undefined && input.height === undefined) return null;
  return 'Give the size either as --size or as --width and --height, not both.';
}

/** Width and height of a size in pixels. */
export function sidesOf(size: string): { width: number; height: number } {
  const [, width, height] = sizePattern.exec(size) ?? [];
  return { width: Number(width), height: Number(height) };
}
