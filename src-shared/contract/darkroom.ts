import { z } from 'zod';
import { mediaTypes } from '../jobs/asset';
import { largestEnlarged } from '../jobs/edit-request';
import { largestSeed, longestPrompt, pictureHash, styleIds } from '../jobs/look';
import { checkRequest, type Request, requestSchema } from '../jobs/request';
import {
  documentTextSchema,
  largestDocument,
  longestDocumentName,
} from '../storyboard/document-text';

/** No preview is longer than this on either side, in pixels; the last one is kept as thumbnail. */
export const largestPreview = 384;
/** A file that a darkroom makes or is given is never larger than this, in bytes: a minute of 1080p, and room. */
export const largestFile = 256 * 1024 * 1024;
/** A picture that is brought in is made to fit this, in pixels on its longer side. */
export const largestBroughtIn = largestEnlarged;

const orderId = z.string().min(1).max(128);

function fileOf(limit: number) {
  return z.custom<Uint8Array>(
    (bytes) => bytes instanceof Uint8Array && bytes.byteLength > 0 && bytes.byteLength <= limit,
    'not a file of a fitting size',
  );
}

/** A request that a darkroom can work on: all its figures are in range, whatever the rate card says. */
const boundedRequest = requestSchema.refine(isBounded, 'not a request that can be made');

function isBounded(request: Request): boolean {
  const { prompt, negativePrompt, style, seed } = request;
  const hasWords = prompt.length <= longestPrompt && negativePrompt.length <= longestPrompt;
  const hasLook = styleIds.some((id) => id === style) && seed >= 0 && seed <= largestSeed;
  return hasWords && hasLook && checkRequest(request, largestEnlarged) === null;
}

/** What the main process asks of a darkroom. One order at a time. */
export const darkroomCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('make'),
    orderId,
    request: boundedRequest,
    /** The pictures that the request names, as PNG. */
    inputs: z.array(z.strictObject({ sha256: pictureHash, bytes: fileOf(largestFile) })).max(64),
  }),
  /** A picture file of any kind that the browser knows becomes a PNG no larger than `largestBroughtIn`. */
  z.strictObject({ kind: z.literal('bring-in'), orderId, file: fileOf(largestFile) }),
  /** A document of any kind that Tally reads becomes plain text in parts. */
  z.strictObject({
    kind: z.literal('read-document'),
    orderId,
    file: fileOf(largestDocument),
    name: z.string().max(longestDocumentName),
  }),
  /** Answered by `cancelled` within 100 ms, unless the result is already on its way. */
  z.strictObject({ kind: z.literal('cancel'), orderId }),
]);

export type DarkroomCommand = z.output<typeof darkroomCommandSchema>;
/** A command that ends in a report of its own. */
export type DarkroomOrder = Exclude<DarkroomCommand, { kind: 'cancel' }>;

/** What a darkroom tells. Every order ends in exactly one of made, read, refused, cancelled and failed. */
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
    kind: z.literal('made'),
    orderId,
    mediaType: z.enum(mediaTypes),
    bytes: fileOf(largestFile),
    width: z.number().int().min(1).max(16_384),
    height: z.number().int().min(1).max(16_384),
    /** What was understood of the prompt, in words for a person. */
    reading: z.string().max(4000),
  }),
  z.strictObject({ kind: z.literal('read'), orderId, document: documentTextSchema }),
  /** What it was given can't be worked on: why, as a sentence for a person. */
  z.strictObject({ kind: z.literal('refused'), orderId, message: z.string().max(500) }),
  z.strictObject({ kind: z.literal('cancelled'), orderId }),
  /** A fault of its own, for the log. */
  z.strictObject({ kind: z.literal('failed'), orderId, message: z.string().max(500) }),
]);

export type DarkroomReport = z.output<typeof darkroomReportSchema>;
/** How an order ended. */
export type DarkroomEnding = Extract<
  DarkroomReport,
  { kind: 'made' | 'read' | 'refused' | 'cancelled' | 'failed' }
>;
