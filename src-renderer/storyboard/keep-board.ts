import type { Board } from '../../src-shared/storyboard/board';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { tellProblem } from '../stores/toasts';
import { storyboardStore } from './storyboard-store';

/** A change is kept when nothing else was changed for so long, in milliseconds. */
const quiet = 300;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Changes the open board and keeps it a moment later. */
export function edit(change: (board: Board) => Board): void {
  const { board } = storyboardStore.getState();
  if (board === null) return;
  const changed = change(board);
  if (changed === board) return;
  storyboardStore.getState().change(changed);
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), quiet);
}

/** Keeps what was changed at once; with nothing changed it does nothing. */
export async function keepNow(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { board, kept, settle } = storyboardStore.getState();
  if (board === null || kept) return;
  const answer = await ask(tally().boards.save({ board }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  // What was changed meanwhile has a timer of its own.
  if (storyboardStore.getState().board === board) {
    settle(true);
    storyboardStore.getState().follow(answer.value.state);
  }
}
