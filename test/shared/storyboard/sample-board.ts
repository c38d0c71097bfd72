import type { Board, Scene } from '../../../src-shared/storyboard/board';
import { boardOf } from '../../../src-shared/storyboard/outline';
import { outlineTopic } from '../../../src-shared/storyboard/outline-topic';

/** A board of a topic, as a person has it right after asking for it: six scenes, all basic, no picture yet. */
export function topicBoard(topic = 'Lighthouse keepers of the Atlantic'): Board {
  const outline = outlineTopic(topic);
  if (outline === null) throw new Error('the topic has no word');
  return boardOf('0b8f4f0e-6f4e-4d0f-9a55-0a9d2a1c7b10', 'topic', outline);
}

/** The same board, as if it had been made of a document. */
export function documentBoard(): Board {
  return { ...topicBoard(), source: 'document' };
}

export function sceneAt(board: Board, place: number): Scene {
  const scene = board.scenes[place];
  if (scene === undefined) throw new Error(`the board has no scene ${place}`);
  return scene;
}
