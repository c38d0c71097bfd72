import { z } from 'zod';
import { longestClipSeconds } from '../billing/card/quote';
import { checkLook, isWholeBetween, type LookRefusal, lookFields, pictureHash } from './look';

export const clipTools = ['video', 'image-to-video'] as const;
export const clipFormats = ['mp4', 'webm'] as const;
/** H.264 in an MP4 file, or VP9 in a WebM file. */
export type ClipFormat = (typeof clipFormats)[number];

/** How the camera moves; `auto` lets the prompt and the seed decide. Ids are kept in job records. */
export const cameraMoves = [
  { id: 'auto', name: 'As the prompt says' },
  { id: 'still', name: 'Still' },
  { id: 'push-in', name: 'Push in' },
  { id: 'pull-out', name: 'Pull out' },
  { id: 'pan-left', name: 'Pan left' },
  { id: 'pan-right', name: 'Pan right' },
  { id: 'rise', name: 'Rise' },
  { id: 'sink', name: 'Sink' },
  { id: 'orbit', name: 'Orbit' },
  { id: 'handheld', name: 'Handheld' },
] as const;
export type CameraMove = (typeof cameraMoves)[number]['id'];
const cameraIds = cameraMoves.map(({ id }) => id);

/** The sizes a clip can have, in pixels: 720p and 1080p in three proportions. */
export const clipSizes = [
  { id: '720p-16:9', name: '720p', ratio: '16:9', width: 1280, height: 720 },
  { id: '720p-9:16', name: '720p', ratio: '9:16', width: 720, height: 1280 },
  { id: '720p-1:1', name: '720p', ratio: '1:1', width: 720, height: 720 },
  { id: '1080p-16:9', name: '1080p', ratio: '16:9', width: 1920, height: 1080 },
  { id: '1080p-9:16', name: '1080p', ratio: '9:16', width: 1080, height: 1920 },
  { id: '1080p-1:1', name: '1080p', ratio: '1:1', width: 1080, height: 1080 },
] as const;

/** Frames a second of every clip. */
export const framesPerSecond = 30;

/**
 * A silent clip from words alone, or from one picture, or from a first to a last one (A2, B1). With a picture the
 * tool is `image-to-video`.
 */
export const clipRequestSchema = z.strictObject({
  tool: z.enum(clipTools),
  ...lookFields,
  seconds: z.number(),
  format: z.enum(clipFormats),
  camera: z.enum(cameraIds),
  /** The picture that the clip begins with; null for one from words alone. */
  first: pictureHash.nullable(),
  /** The picture that it ends with; only beside a first one. */
  last: pictureHash.nullable(),
});

export type ClipRequest = z.output<typeof clipRequestSchema>;

export type ClipRequestRefusal =
  | LookRefusal
  | { readonly code: 'duration-invalid'; readonly seconds: number; readonly limit: number }
  | { readonly code: 'clip-size-invalid'; readonly width: number; readonly height: number }
  | { readonly code: 'first-picture-missing' };

/** Whether a clip can be made by a model up to `longestSide` pixels; null when it can. */
export function checkClipRequest(
  request: ClipRequest,
  longestSide: number,
): ClipRequestRefusal | null {
  const { tool, seconds, width, height, first, last } = request;
  const look = checkLook(request, { needsPrompt: tool === 'video' });
  if (look !== null) return look;
  if ((tool === 'image-to-video') !== (first !== null)) return { code: 'first-picture-missing' };
  if (last !== null && first === null) return { code: 'first-picture-missing' };
  if (!isWholeBetween(seconds, 1, longestClipSeconds)) {
    return { code: 'duration-invalid', seconds, limit: longestClipSeconds };
  }
  const isKnown = clipSizes.some((size) => size.width === width && size.height === height);
  if (!isKnown || Math.max(width, height) > longestSide) {
    return { code: 'clip-size-invalid', width, height };
  }
  return null;
}
