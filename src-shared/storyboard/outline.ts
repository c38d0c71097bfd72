import { z } from 'zod';
import { longestCaption, mostScenes, type Transition } from '../jobs/assembly-request';
import { longestPrompt } from '../jobs/look';
import { sketchStyles } from '../jobs/sketch-styles';
import { type Board, longestTopic, type Scene } from './board';
import { secondsToRead } from './reading-time';
import { seedOf } from './seeds';

/** How many scenes the built-in outline makes of a document that says enough. */
export const fewestScenes = 4;
export const usualMostScenes = 12;

/** What a video says and shows, scene by scene, before anything is made. */
export const outlineSchema = z.strictObject({
  title: z.string().max(longestTopic),
  scenes: z
    .array(
      z.strictObject({
        caption: z.string().max(longestCaption),
        prompt: z.string().max(longestPrompt),
      }),
    )
    .min(1)
    .max(mostScenes),
});

export type Outline = z.output<typeof outlineSchema>;
export type OutlinedScene = Outline['scenes'][number];

const usualTransition: Transition = 'dissolve';

/** A new board of an outline: every scene free where the card lets it be (A5), as long as its caption takes to read. */
export function boardOf(id: string, source: Board['source'], outline: Outline): Board {
  return {
    id,
    title: outline.title,
    source,
    format: 'mp4',
    size: '720p-16:9',
    burnCaptions: true,
    scenes: outline.scenes.map((scene, index) => sceneOf(`${index + 1}`, id, scene)),
    films: [],
  };
}

/** A new scene; its seed follows from its own id and its board's. */
export function sceneOf(id: string, boardId: string, { caption, prompt }: OutlinedScene): Scene {
  return {
    id,
    caption,
    prompt,
    seconds: secondsToRead(caption),
    transition: usualTransition,
    quality: 'basic',
    style: sketchStyles[0].id,
    seed: seedOf(`${boardId} ${id}`),
    batches: [],
  };
}
