import { z } from 'zod';
import {
  checkLook,
  isWholeBetween,
  type LookRefusal,
  largestSide,
  lookFields,
  smallestSide,
} from './look';

/** The widest picture is so many times longer than it is high, and the other way round. */
const widestRatio = 3;

/** The tools that paint a picture from words: on its own, or for a scene of a storyboard (A5). */
export const pictureTools = ['image', 'topic-to-video', 'helper-visual'] as const;

/** Everything that decides what a picture looks like; the same request gives the same bytes (A1, A5, B1). */
export const imageRequestSchema = z.strictObject({ tool: z.enum(pictureTools), ...lookFields });

export type ImageRequest = z.output<typeof imageRequestSchema>;

export type SizeRefusal = {
  readonly code: 'size-invalid';
  readonly width: number;
  readonly height: number;
  readonly least: number;
  readonly most: number;
  readonly ratio: number;
};

export type ImageRequestRefusal = LookRefusal | SizeRefusal;

/** Whether a picture can be made of the request by a model up to `longestSide` pixels; null when it can. */
export function checkImageRequest(
  request: ImageRequest,
  longestSide: number,
): ImageRequestRefusal | null {
  return checkLook(request, { needsPrompt: true }) ?? checkSize(request, longestSide);
}

/** Whether a picture of this size can be painted by a model up to `longestSide` pixels; null when it can. */
export function checkSize(
  { width, height }: { readonly width: number; readonly height: number },
  longestSide: number,
): SizeRefusal | null {
  const most = Math.min(longestSide, largestSide);
  const sidesFit = [width, height].every((side) => isWholeBetween(side, smallestSide, most));
  if (sidesFit && Math.max(width, height) <= widestRatio * Math.min(width, height)) return null;
  return { code: 'size-invalid', width, height, least: smallestSide, most, ratio: widestRatio };
}
