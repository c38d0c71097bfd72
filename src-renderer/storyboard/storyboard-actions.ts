import type { MadeOutline } from '../../src-shared/contract/boards';
import type { Board } from '../../src-shared/storyboard/board';
import { largestDocument, longestDocumentName } from '../../src-shared/storyboard/document-text';
import { boardOf } from '../../src-shared/storyboard/outline';
import { type Answer, ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { tellInformation, tellProblem, toastStore } from '../stores/toasts';
import { keepNow } from './keep-board';
import { nothingMade, storyboardStore } from './storyboard-store';

/** Reads the list of boards anew. */
export async function listBoards(): Promise<void> {
  const answer = await ask(tally().boards.list());
  if (answer.kind === 'answered') storyboardStore.getState().list(answer.value.boards);
  else tellProblem(sentenceOf(answer));
}

export async function openBoard(id: string): Promise<void> {
  const answer = await ask(tally().boards.read({ id }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  storyboardStore.getState().open(answer.value.board, answer.value.state);
}

/** Keeps the open board and goes back to the list. */
export async function closeBoard(): Promise<void> {
  await keepNow();
  storyboardStore.getState().close();
  await listBoards();
}

/** Learns what has been made of the open board by now. */
export async function followBoard(): Promise<void> {
  const { board } = storyboardStore.getState();
  // One that was never kept is not known yet.
  if (board === null) return;
  const answer = await ask(tally().boards.read({ id: board.id }));
  const isOpen = storyboardStore.getState().board?.id === board.id;
  if (answer.kind === 'answered' && isOpen) storyboardStore.getState().follow(answer.value.state);
}

let stopping: AbortController | null = null;

/** Gives up the scenes that are being made. */
export function stopOutline(): void {
  stopping?.abort();
}

/** Makes scenes of a topic and opens them as a new board. */
export async function beginWithTopic(topic: string): Promise<void> {
  await begin('topic', (signal) => ask(tally().boards.outlineTopic({ topic }, { signal })));
}

/** Makes scenes of a document and opens them as a new board. */
export async function beginWithFile(file: Blob, name: string): Promise<void> {
  await begin('document', async (signal) => {
    if (file.size > largestDocument) {
      const reason = `it is larger than ${largestDocument / 1024 / 1024} MB`;
      return { kind: 'refused', refusal: { code: 'document-unreadable', reason } };
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const call = { file: bytes, name: name.slice(-longestDocumentName) };
    return ask(tally().boards.outlineDocument(call, { signal }));
  });
}

async function begin(
  source: Board['source'],
  outline: (signal: AbortSignal) => Promise<Answer<MadeOutline>>,
): Promise<void> {
  const store = storyboardStore.getState();
  if (store.busy !== 'none') return;
  store.setBusy('outline');
  store.refuse(null);
  const stop = new AbortController();
  stopping = stop;
  const answer = await outline(stop.signal);
  store.setBusy('none');
  if (stop.signal.aborted) return;
  if (answer.kind === 'refused') return store.refuse(answer.refusal);
  if (answer.kind === 'unanswered') return tellProblem(sentenceOf(answer));
  const { outline: made, note } = answer.value;
  if (note !== null) tellInformation(note);
  store.open(boardOf(crypto.randomUUID(), source, made), nothingMade);
  store.settle(false);
  await keepNow();
}

/** Removes a board and offers to bring it back; its pictures stay in the gallery. */
export async function removeBoard(id: string): Promise<void> {
  const answer = await ask(tally().boards.remove({ id }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  const { board } = answer.value;
  await listBoards();
  toastStore.getState().tell({
    severity: 'information',
    text: `«${board.title}» deleted. Its pictures stay in the gallery.`,
    action: { label: 'Undo', run: () => void bringBack(board) },
  });
}

async function bringBack(board: Board): Promise<void> {
  const answer = await ask(tally().boards.save({ board }));
  if (answer.kind !== 'answered') return tellProblem(sentenceOf(answer));
  await listBoards();
}
