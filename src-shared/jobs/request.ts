import { z } from 'zod';
import { assertNever } from '../assert-never';
import type { Extent } from '../billing/card/advice';
import type { PricedRequest } from '../billing/card/quote';
import {
  type AssemblyRequestRefusal,
  assemblyRequestSchema,
  assemblySeconds,
  checkAssemblyRequest,
} from './assembly-request';
import type { MediaType } from './asset';
import {
  type ClipFormat,
  type ClipRequestRefusal,
  checkClipRequest,
  clipRequestSchema,
} from './clip-request';
import { checkEditRequest, type EditRequestRefusal, editRequestSchema } from './edit-request';
import { checkImageRequest, type ImageRequestRefusal, imageRequestSchema } from './image-request';
import { largestSeed } from './look';

/** Everything that decides what is made; the same request gives the same picture, or the same frames. */
export const requestSchema = z.discriminatedUnion('tool', [
  imageRequestSchema,
  editRequestSchema,
  clipRequestSchema,
  assemblyRequestSchema,
]);

export type Request = z.output<typeof requestSchema>;

export type RequestRefusal =
  | ImageRequestRefusal
  | EditRequestRefusal
  | ClipRequestRefusal
  | AssemblyRequestRefusal;

/** Whether the request can be made by a model up to `longestSide` pixels; null when it can. */
export function checkRequest(request: Request, longestSide: number): RequestRefusal | null {
  switch (request.tool) {
    case 'image':
    case 'topic-to-video':
    case 'helper-visual':
      return checkImageRequest(request, longestSide);
    case 'edit':
      return checkEditRequest(request, longestSide);
    case 'video':
    case 'image-to-video':
      return checkClipRequest(request, longestSide);
    case 'assembly':
      return checkAssemblyRequest(request);
    default:
      return assertNever(request);
  }
}

/** How long the result is, in whole seconds; null for a picture. */
export function secondsOf(request: Request): number | null {
  switch (request.tool) {
    case 'video':
    case 'image-to-video':
      return request.seconds;
    case 'assembly':
      return assemblySeconds(request);
    case 'image':
    case 'topic-to-video':
    case 'helper-visual':
    case 'edit':
      return null;
    default:
      return assertNever(request);
  }
}

const typesOfFormats: Record<ClipFormat, MediaType> = { mp4: 'video/mp4', webm: 'video/webm' };

/** What kind of file the request makes. */
export function mediaTypeOf(request: Request): MediaType {
  return 'format' in request ? typesOfFormats[request.format] : 'image/png';
}

/** The pictures that it is made from, by their SHA-256; none for what is made from words alone. */
export function inputsOf(request: Request): string[] {
  switch (request.tool) {
    case 'image':
    case 'topic-to-video':
    case 'helper-visual':
      return [];
    case 'edit': {
      const { source, action } = request;
      return action.kind === 'inside' ? [source, action.mask] : [source];
    }
    case 'video':
    case 'image-to-video':
      return [request.first, request.last].filter((picture) => picture !== null);
    case 'assembly':
      return [...new Set(request.scenes.map(({ picture }) => picture))];
    default:
      return assertNever(request);
  }
}

/** What the price of `count` of it depends on. */
export function pricedRequestOf(request: Request, count: number): PricedRequest {
  const { tool, model, quality } = request;
  return { tool, model, quality, count, seconds: secondsOf(request) };
}

/** How large the result is, for those who look for another model that can make it. */
export function extentOf(request: Request): Extent {
  // What is enlarged is bounded by the network, not by a model's canvas.
  const isEnlarged = request.tool === 'edit' && request.action.kind === 'enlarge';
  const longestSide = isEnlarged ? 0 : Math.max(request.width, request.height);
  return { longestSide, seconds: secondsOf(request) };
}

/**
 * The request of the output with number `index` of a batch: the next of its `prompts` in turn, and once all had
 * their turn the next seed. Without prompts the next seed, all else the same.
 */
export function requestOfOutput(
  request: Request,
  index: number,
  prompts: readonly string[] | null = null,
): Request {
  const turn = prompts === null || prompts.length === 0 ? 1 : prompts.length;
  const prompt = prompts?.[index % turn] ?? request.prompt;
  const seed = (request.seed + Math.floor(index / turn)) % (largestSeed + 1);
  return { ...request, prompt, seed };
}
