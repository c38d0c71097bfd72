import {
  addScene,
  moveScene,
  putSceneBack,
  removeScene,
} from '../../src-shared/storyboard/edit-board';
import { toastStore } from '../stores/toasts';
import { edit } from './keep-board';
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
  const undo = () => {
    // Another board may have been opened since.
    if (storyboardStore.getState().board?.id !== board.id) return;
    edit((each) => putSceneBack(each, scene, place));
  };
  toastStore.getState().tell({
    severity: 'information',
    text: `Scene ${place + 1} deleted.`,
    action: { label: 'Undo', run: undo },
  });
}

export function add(): void {
  edit((board) => addScene(board) ?? board);
}
