import type { AssemblyRequest } from '../jobs/assembly-request';
import { sketchStyles } from '../jobs/sketch-styles';
import type { Board, Scene } from './board';
import { sizeOf } from './visual-request';

/** What is made of a board whose scenes have these pictures, by scene: one film, never metered (A4). */
export function assemblyOf(board: Board, pictures: ReadonlyMap<string, string>): AssemblyRequest {
  const { width, height } = sizeOf(board.size);
  return {
    tool: 'assembly',
    prompt: board.title,
    negativePrompt: '',
    style: sketchStyles[0].id,
    model: 'assembly',
    quality: 'basic',
    width,
    height,
    seed: 0,
    format: board.format,
    burnCaptions: board.burnCaptions,
    scenes: board.scenes.flatMap(({ id, caption, seconds, transition }) => {
      const picture = pictures.get(id);
      return picture === undefined ? [] : [{ picture, caption, seconds, transition }];
    }),
  };
}

/** How long a film of these scenes is, in whole seconds. */
export function filmSeconds(scenes: readonly Scene[]): number {
  return scenes.reduce((sum, { seconds }) => sum + seconds, 0);
}
