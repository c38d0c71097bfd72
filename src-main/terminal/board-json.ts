import { isoOf } from '../../src-shared/billing/instant';
import type { BoardState, ListedBoard, SceneState } from '../../src-shared/contract/boards';
import type { Board } from '../../src-shared/storyboard/board';
import type { JsonObject } from './json';
import { counted, shortened, table } from './text';

export function listedBoardJson({ id, title, scenes, changedAt }: ListedBoard): JsonObject {
  return { id, title, scenes, changedAt: isoOf(changedAt) };
}

/** A board with what has been made of it. */
export function boardJson(board: Board, state: BoardState): JsonObject {
  const { id, title, source, format, size, burnCaptions } = board;
  const scenes = board.scenes.map((scene) => {
    const { caption, prompt, seconds, transition, quality, style, seed } = scene;
    const look = { caption, prompt, seconds, transition, quality, style, seed };
    return { id: scene.id, ...look, ...madeJson(state.scenes[scene.id]) };
  });
  return { id, title, source, format, size, burnCaptions, scenes, film: madeJson(state.film) };
}

function madeJson(state: SceneState | undefined): JsonObject {
  return {
    asset: state?.asset?.id ?? null,
    job: state?.job ?? null,
    failure: state?.failure ?? null,
  };
}

/** The scenes in their order: place, seconds, quality, picture, caption. */
export function boardLines(board: Board, state: BoardState): string[] {
  const rows = board.scenes.map(({ id, seconds, quality, caption }, index) => [
    `${index + 1}`,
    `${seconds} s`,
    quality,
    madeText(state.scenes[id]),
    shortened(caption),
  ]);
  const film = state.film.asset === null ? [] : [`film ${state.film.asset.id}`];
  const heading = `${board.id}  ${board.title} · ${counted(board.scenes.length, 'scene')}`;
  return [heading, ...table(rows, [0, 1]), ...film];
}

function madeText(state: SceneState | undefined): string {
  if (state === undefined) return 'no picture';
  if (state.job !== null) return 'being made';
  if (state.asset !== null) return 'picture';
  return state.failure === null ? 'no picture' : 'failed';
}
