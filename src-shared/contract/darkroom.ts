import { z } from 'zod';
import {
  imageRequestSchema,
  largestSeed,
  largestSide,
  longestPrompt,
  smallestSide,
  styleIds,
} from '../jobs/image-request';

/** No preview is longer than this on either side, in pixels; the last one is kept as thumbnail. */
export const largestPreview = 384;
/** A picture's file is never larger than this: 2048 × 2048 pixels of four bytes, and room. */
const largestFile = 24 * 1024 * 1024;

const orderId = z.string().min(1).max(128);
const side = z.number().int().min(smallestSide).max(largestSide);

/** What the main process asks of a darkroom. One order at a time. */
export const darkroomCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paint'),
    orderId,
    request: imageRequestSchema.extend({
      prompt: z.string().max(longestPrompt),
      negativePrompt: z.string().max(longestPrompt),
      style: z.enum(styleIds),
      width: side,
      height: side,
      seed: z.number().int().min(0).max(largestSeed),
    }),
  }),
  /** Answered by `cancelled` within 100 ms, unless the picture is already on its way. */
  z.strictObject({ kind: z.literal('cancel'), orderId }),
]);

export type DarkroomCommand = z.output<typeof darkroomCommandSchema>;

function fileOf(limit: number) {
  return z.custom<Uint8Array>(
    (bytes) => bytes instanceof Uint8Array && bytes.byteLength > 0 && bytes.byteLength <= limit,
    'not a file of a fitting size',
  );
}

/** What a darkroom tells. Every order ends in exactly one of painted, cancelled and failed. */
export const darkroomReportSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('progress'), orderId, fraction: z.number().min(0).max(1) }),
  z.strictObject({
    kind: z.literal('preview'),
    orderId,
    mediaType: z.enum(['image/png', 'image/webp']),
    bytes: fileOf(1024 * 1024),
  }),
  z.strictObject({
    kind: z.literal('painted'),
    orderId,
    /** The picture as PNG. */
    bytes: fileOf(largestFile),
    /** What was understood of the prompt, in words for a person. */
    reading: z.string().max(4000),
  }),
  z.strictObject({ kind: z.literal('cancelled'), orderId }),
  z.strictObject({ kind: z.literal('failed'), orderId, message: z.string().max(500) }),
]);

export type DarkroomReport = z.output<typeof darkroomReportSchema>;
