import {
  addScene,
  moveScene,
  putSceneBack,
  removeScene,
} from '../../src-shared/storyboard/edit-board';
import { toastStore } from '../stores/toasts';
import { edit, keepNow } from './keep-board';
import { storyboardStore } from './storyboard-store';

/** Moves a scene to a place, counted from 0, and says so. */
export function move(id: string, place: number): void {
  const { board } = storyboardStore.getState();
  const from = board?.scenes.findIndex((scene) => scene.id === id) ?? -1;
  const last = (board?.scenes.length ?? 0) - 1;
  const to = Math.min(last, Math.max(0, place));
  if (from < 0 || from === to) return;
  edit((each) => moveScene(each, id, to));
  storyboardStore.getState().say(`Scene ${from + 1} is now scene ${to + 1} of ${last + 1}.`);
}

/** Takes a scene out and offers to bring it back; its picture stays in the gallery. */
export function remove(id: string): void {
  const board = storyboardStore.getState().board;
  const place = board?.scenes.findIndex((scene) => scene.id === id) ?? -1;
  const scene = board?.scenes[place];
  if (board === null || scene === undefined) return;
  edit((each) => removeScene(each, id));
  // A new scene may get this id: kept at once, it does not inherit what was made for this one.
  void keepNow();
  const undo = () => {
    const open = storyboardStore.getState().board;
    // Another board may have been opened since.
    if (open?.id !== board.id) return;
    const back = putSceneBack(open, scene, place);
    if (back === null) offer('The storyboard is full; delete another scene, then undo.', undo);
    else edit(() => back);
  };
  offer(`Scene ${place + 1} deleted.`, undo);
}

function offer(text: string, undo: () => void): void {
  const action = { label: 'Undo', run: undo };
  toastStore.getState().tell({ severity: 'information', text, action });
}

export function add(): void {
  edit((board) => addScene(board) ?? board);
}
