import { z } from 'zod';
import { clipFormats, clipSizes } from './clip-request';
import { checkLook, isWholeBetween, type LookRefusal, lookFields, pictureHash } from './look';

export const mostScenes = 40;
export const longestCaption = 400;
export const longestScene = 30;

/** How a scene gives way to the next. Ids are kept in job records. */
export const transitions = [
  { id: 'cut', name: 'Cut' },
  { id: 'dissolve', name: 'Dissolve' },
  { id: 'fade', name: 'Fade through black' },
  { id: 'slide', name: 'Slide' },
  { id: 'wipe', name: 'Wipe' },
] as const;
export type Transition = (typeof transitions)[number]['id'];
const transitionIds = transitions.map(({ id }) => id);

const sceneSchema = z.strictObject({
  picture: pictureHash,
  caption: z.string(),
  /** Whole seconds on the screen. */
  seconds: z.number(),
  /** Into the next scene. */
  transition: z.enum(transitionIds),
});

/** Pictures of a storyboard put together into one video; never metered (A4). The prompt is its title. */
export const assemblyRequestSchema = z.strictObject({
  tool: z.literal('assembly'),
  ...lookFields,
  format: z.enum(clipFormats),
  scenes: z.array(sceneSchema).max(mostScenes),
  /** Whether the captions are painted into the picture; they are always to be had as a file too. */
  burnCaptions: z.boolean(),
});

export type AssemblyRequest = z.output<typeof assemblyRequestSchema>;
export type AssemblyScene = AssemblyRequest['scenes'][number];

export type AssemblyRequestRefusal =
  | LookRefusal
  | { readonly code: 'scenes-missing' }
  | { readonly code: 'scene-duration-invalid'; readonly scene: number; readonly limit: number }
  | { readonly code: 'caption-too-long'; readonly scene: number; readonly limit: number }
  | { readonly code: 'clip-size-invalid'; readonly width: number; readonly height: number };

/** Whether the scenes can be put together; null when they can. Scenes are counted from 1. */
export function checkAssemblyRequest(request: AssemblyRequest): AssemblyRequestRefusal | null {
  const look = checkLook(request, { needsPrompt: false });
  if (look !== null) return look;
  const { scenes, width, height } = request;
  if (scenes.length === 0) return { code: 'scenes-missing' };
  for (const [index, { seconds, caption }] of scenes.entries()) {
    if (!isWholeBetween(seconds, 1, longestScene)) {
      return { code: 'scene-duration-invalid', scene: index + 1, limit: longestScene };
    }
    if (caption.length > longestCaption) {
      return { code: 'caption-too-long', scene: index + 1, limit: longestCaption };
    }
  }
  const isKnown = clipSizes.some((size) => size.width === width && size.height === height);
  return isKnown ? null : { code: 'clip-size-invalid', width, height };
}

/** How long the whole video is, in whole seconds: transitions lie inside their scenes. */
export function assemblySeconds({ scenes }: Pick<AssemblyRequest, 'scenes'>): number {
  return scenes.reduce((sum, { seconds }) => sum + seconds, 0);
}
