import { z } from 'zod';
import { qualities } from '../billing/card/rate-card';
import { longestCaption, longestScene, mostScenes, transitions } from '../jobs/assembly-request';
import { clipFormats, clipSizes } from '../jobs/clip-request';
import { largestSeed, longestPrompt, styleIds } from '../jobs/look';

/** A topic, or a title, is never longer, in characters. */
export const longestTopic = 200;
/** So many of a scene's pictures, or of a board's films, are remembered. */
export const mostKept = 20;

const sizeIds = clipSizes.map(({ id }) => id);
const transitionIds = transitions.map(({ id }) => id);
/** Ids of batches, the oldest first. */
const batches = z.array(z.uuid()).max(mostKept);

const sceneSchema = z.strictObject({
  id: z.string().min(1).max(64),
  caption: z.string().max(longestCaption),
  /** What its picture shows. */
  prompt: z.string().max(longestPrompt),
  /** Whole seconds on the screen. */
  seconds: z.number().int().min(1).max(longestScene),
  /** Into the next scene. */
  transition: z.enum(transitionIds),
  /** Premium is metered, each time; basic is free where the card says so (A5). */
  quality: z.enum(qualities),
  style: z.string().refine((style) => styleIds.some((id) => id === style), 'no such style'),
  seed: z.number().int().min(0).max(largestSeed),
  /** The batches in which its pictures were made: the newest that was delivered is the one that counts. */
  batches,
});

/** A video in the making: its scenes in their order, and how they are put together. */
export const boardSchema = z.strictObject({
  id: z.uuid(),
  title: z.string().max(longestTopic),
  /** What it was made of, which decides the tool of its pictures (A5). */
  source: z.enum(['topic', 'document']),
  format: z.enum(clipFormats),
  size: z.enum(sizeIds),
  /** Whether captions are painted into the film; they are to be had as a file in any case. */
  burnCaptions: z.boolean(),
  scenes: z.array(sceneSchema).max(mostScenes).refine(haveOwnIds, 'two scenes have the same id'),
  /** The batches in which it was put together. */
  films: batches,
});

export type Board = z.output<typeof boardSchema>;
export type Scene = Board['scenes'][number];
export type BoardSize = Board['size'];

function haveOwnIds(scenes: readonly { readonly id: string }[]): boolean {
  return new Set(scenes.map(({ id }) => id)).size === scenes.length;
}
