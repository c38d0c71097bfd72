import { z } from 'zod';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import {
  type ClipRequest,
  cameraMoves,
  clipFormats,
  clipSizes,
} from '../../src-shared/jobs/clip-request';
import type { Option } from './command';
import { chooseLook, lookFields, lookOptions } from './look-options';
import { type PricedWork, priceWork } from './priced-work';

const clipSizeNames = [...new Set(clipSizes.map(({ name }) => name))];
const clipRatios = [...new Set(clipSizes.map(({ ratio }) => ratio))];
const cameraIds = cameraMoves.map(({ id }) => id);

/** The options that say which clip, the same for `video` and `quote`; `size` has another meaning for a picture. */
export const clipOptions: Readonly<Record<string, Option>> = {
  ...lookOptions,
  seconds: { kind: 'number', value: 'N', summary: 'how long, in whole seconds up to 60 (5)' },
  size: { kind: 'text', value: 'SIZE', summary: `${clipSizeNames.join(' or ')} (720p)` },
  ratio: { kind: 'text', value: 'RATIO', summary: `${clipRatios.join(', ')} (16:9)` },
  format: { kind: 'text', value: 'FORMAT', summary: `${clipFormats.join(' or ')} (mp4)` },
  camera: { kind: 'text', value: 'MOVE', summary: `${cameraIds.join(', ')} (auto)` },
};

export const clipInput = z.strictObject({
  ...lookFields,
  seconds: z.number().optional(),
  size: z.enum(clipSizeNames).optional(),
  ratio: z.enum(clipRatios).optional(),
  format: z.enum(clipFormats).optional(),
  camera: z.enum(cameraIds).optional(),
});

export type ClipInput = z.output<typeof clipInput>;

/** The pictures that a clip begins and ends with, by their SHA-256; null for none. */
export type ClipEnds = Pick<ClipRequest, 'first' | 'last'>;

const usualSeconds = 5;

/** The clip that the options describe, with its price on `card`: one from a picture is another tool (B1). */
export function priceClip(
  card: RateCard,
  input: ClipInput,
  { first, last }: ClipEnds,
  batchId: string,
): PricedWork {
  const tool = first === null ? 'video' : 'image-to-video';
  const { look } = chooseLook(card, tool, input, batchId);
  const { width, height } = sizeOf(input);
  const request: ClipRequest = {
    tool,
    ...look,
    width,
    height,
    seconds: input.seconds ?? usualSeconds,
    format: input.format ?? 'mp4',
    camera: input.camera ?? 'auto',
    first,
    last,
  };
  return priceWork(card, request, input.count ?? 1);
}

function sizeOf({ size = '720p', ratio = '16:9' }: ClipInput) {
  const found = clipSizes.find((each) => each.name === size && each.ratio === ratio);
  if (found === undefined) throw new Error(`no clip has the size ${size} in ${ratio}`);
  return found;
}
