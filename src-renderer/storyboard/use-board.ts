import { useEffect, useMemo } from 'react';
import type { SceneState } from '../../src-shared/contract/boards';
import { isBlank } from '../../src-shared/jobs/look';
import type { Board, Scene } from '../../src-shared/storyboard/board';
import { queueStore } from '../stores/queue';
import { followBoard } from './storyboard-actions';
import { storyboardStore } from './storyboard-store';

const nothing: SceneState = { asset: null, job: null, failure: null };

/** The board that is open; the parts of its screen may rely on it. */
export function useBoard(): Board {
  const board = storyboardStore((store) => store.board);
  if (board === null) throw new Error('no storyboard is open');
  return board;
}

/** What there is of a scene's picture. */
export function useMade(id: string): SceneState {
  return storyboardStore((store) => store.made.scenes[id]) ?? nothing;
}

/** The scenes that have no picture, have none on its way, and say what it should show. */
export function useMissing(): Scene[] {
  const { scenes } = useBoard();
  const made = storyboardStore((store) => store.made);
  return scenes.filter(({ id, prompt }) => {
    const { asset, job } = made.scenes[id] ?? nothing;
    return asset === null && job === null && !isBlank(prompt);
  });
}

/** Learns what has been made whenever a job of the board has changed. */
export function useFollowing(): void {
  const board = storyboardStore((store) => store.board);
  const jobs = queueStore((store) => store.jobs);
  const batches = useMemo(
    () => new Set(board === null ? [] : [...board.films, ...board.scenes.flatMap(batchesOf)]),
    [board],
  );
  const changes = [...jobs.values()]
    .filter(({ batchId }) => batches.has(batchId))
    .map(({ id, state }) => `${id} ${state.kind}`)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew whenever one of them has changed
  useEffect(() => {
    if (board !== null) void followBoard();
  }, [changes, board?.id]);
}

function batchesOf({ batches }: Scene): readonly string[] {
  return batches;
}
