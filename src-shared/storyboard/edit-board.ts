import { mostScenes } from '../jobs/assembly-request';
import { type Board, mostKept, type Scene } from './board';
import { sceneOf } from './outline';
import { seedOf } from './seeds';

/** What of a scene a person writes or chooses. */
export type SceneChange = Partial<
  Pick<Scene, 'caption' | 'prompt' | 'seconds' | 'transition' | 'quality' | 'style'>
>;

/** The board with one scene changed; a scene that is gone changes nothing. */
export function changeScene(board: Board, id: string, change: SceneChange): Board {
  return withScenes(
    board,
    board.scenes.map((scene) => (scene.id === id ? { ...scene, ...change } : scene)),
  );
}

/** The board with every scene changed alike: its quality, its style, its transition. */
export function changeScenes(
  board: Board,
  change: Pick<SceneChange, 'quality' | 'style' | 'transition'>,
): Board {
  return withScenes(
    board,
    board.scenes.map((scene) => ({ ...scene, ...change })),
  );
}

/** The board with a scene at another place, counted from 0; one beyond the ends means the end. */
export function moveScene(board: Board, id: string, place: number): Board {
  const scene = board.scenes.find((each) => each.id === id);
  if (scene === undefined) return board;
  const others = board.scenes.filter((each) => each.id !== id);
  const at = Math.min(others.length, Math.max(0, place));
  return withScenes(board, [...others.slice(0, at), scene, ...others.slice(at)]);
}

/** The board without a scene. */
export function removeScene(board: Board, id: string): Board {
  return withScenes(
    board,
    board.scenes.filter((scene) => scene.id !== id),
  );
}

/**
 * The board with a scene back where it was, under another id where a new scene has got its own meanwhile; null when there is
 * no room for it any more.
 */
export function putSceneBack(board: Board, scene: Scene, place: number): Board | null {
  if (board.scenes.some((each) => isAlike(each, scene))) return board;
  if (board.scenes.length >= mostScenes) return null;
  const isTaken = board.scenes.some(({ id }) => id === scene.id);
  const id = isTaken ? freeId(board) : scene.id;
  return moveScene(withScenes(board, [...board.scenes, { ...scene, id }]), id, place);
}

/** Whether two scenes are the same but for their ids; the seed tells scenes apart that were never touched. */
function isAlike(one: Scene, other: Scene): boolean {
  return JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' });
}

function freeId({ scenes }: Board): string {
  const numbers = scenes.map(({ id }) => Number(id)).filter(Number.isSafeInteger);
  return `${Math.max(0, scenes.length, ...numbers) + 1}`;
}

/** The board with an empty scene at its end, of the look of the last one; null when there is no room for more. */
export function addScene(board: Board): Board | null {
  if (board.scenes.length >= mostScenes) return null;
  const id = freeId(board);
  const fresh = sceneOf(id, board.id, { caption: '', prompt: '' });
  const last = board.scenes.at(-1);
  const look =
    last === undefined
      ? {}
      : { quality: last.quality, style: last.style, transition: last.transition };
  return withScenes(board, [...board.scenes, { ...fresh, ...look }]);
}

/**
 * The board whose scene has its picture made in `batch`. Made again, it gets another seed: another picture is what is
 * wanted, and paid for (A3, A5).
 */
export function withVisual(board: Board, id: string, batch: string): Board {
  return withScenes(
    board,
    board.scenes.map((scene) => {
      if (scene.id !== id || scene.batches.includes(batch)) return scene;
      const isFirst = scene.batches.length === 0;
      const seed = isFirst ? scene.seed : seedOf(`${board.id} ${id} ${batch}`);
      return { ...scene, seed, batches: [...scene.batches, batch].slice(-mostKept) };
    }),
  );
}

/** The board that is put together in `batch`. */
export function withFilm(board: Board, batch: string): Board {
  if (board.films.includes(batch)) return board;
  return { ...board, films: [...board.films, batch].slice(-mostKept) };
}

/**
 * The board with all that was made for `stored`, a state of the same board that others wrote meanwhile: what was paid for is
 * never forgotten because somebody had not heard of it yet. The oldest go beyond the limit.
 */
export function withMadeOf(board: Board, stored: Board): Board {
  const batchesOf = new Map(stored.scenes.map(({ id, batches }) => [id, batches]));
  const scenes = board.scenes.map((scene) => ({
    ...scene,
    batches: joined(batchesOf.get(scene.id) ?? [], scene.batches),
  }));
  return { ...board, scenes, films: joined(stored.films, board.films) };
}

function joined(stored: readonly string[], batches: readonly string[]): string[] {
  return [...new Set([...stored, ...batches])].slice(-mostKept);
}

function withScenes(board: Board, scenes: Scene[]): Board {
  return { ...board, scenes };
}
