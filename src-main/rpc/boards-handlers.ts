import type { BoardState, ListedBoard, MadeOutline } from '../../src-shared/contract/boards';
import type { JobsChanged } from '../../src-shared/contract/jobs';
import type { Board } from '../../src-shared/storyboard/board';
import { largestDocument } from '../../src-shared/storyboard/document-text';
import { outlineDocument as builtInOutline } from '../../src-shared/storyboard/outline-document';
import { outlineTopic as builtInFrame } from '../../src-shared/storyboard/outline-topic';
import { boardState } from '../storyboard/board-state';
import { makeOutline } from '../storyboard/make-outline';
import { type Accepted, makeVisuals as make, makeFilm } from '../storyboard/make-visuals';
import type { Studio } from '../studio';
import type { Context } from './context';
import { queued } from './jobs-handlers';
import { refuse } from './refuse';

export function list({ studio }: Context): { boards: ListedBoard[] } {
  const boards = studio.boards.all().map(({ board: { id, title, scenes }, changedAt }) => ({
    id,
    title,
    scenes: scenes.length,
    changedAt,
  }));
  return { boards };
}

export function read({ studio }: Context, id: string): { board: Board; state: BoardState } {
  const board = known(studio, id);
  return { board, state: boardState(studio.ports, board) };
}

export function save({ studio }: Context, board: Board): { state: BoardState } {
  const kept = studio.boards.save(board, studio.ports.time.now());
  return { state: boardState(studio.ports, kept) };
}

export function remove({ studio }: Context, id: string): { board: Board } {
  const board = known(studio, id);
  studio.boards.remove(id);
  return { board };
}

export async function outlineTopic(
  { studio }: Context,
  topic: string,
  signal: AbortSignal | undefined,
): Promise<MadeOutline> {
  const builtIn = builtInFrame(topic);
  if (builtIn === null) refuse({ code: 'topic-empty' });
  return makeOutline(studio.languageModel, { kind: 'topic', topic }, builtIn, signal);
}

export async function outlineDocument(
  { studio }: Context,
  { file, name }: { file: Uint8Array; name: string },
  signal: AbortSignal | undefined,
): Promise<MadeOutline> {
  if (file.byteLength === 0) unreadable('it is empty');
  if (file.byteLength > largestDocument) {
    unreadable(`it is larger than ${largestDocument / 1024 / 1024} MB`);
  }
  if (studio.readDocument === null) unreadable('no document can be read here');
  const read = await studio.readDocument(file, name, signal);
  if (read.kind === 'unreadable') unreadable(read.reason);
  const { document } = read;
  const builtIn = builtInOutline(document);
  if (builtIn === null) unreadable('it holds no sentence that could become a scene');
  return makeOutline(studio.languageModel, { kind: 'document', document }, builtIn, signal);
}

export function makeVisuals(
  { studio }: Context,
  { board, visuals }: { board: Board; visuals: { scene: string; accepted: Accepted }[] },
): JobsChanged {
  return queued(studio, make({ ...studio.ports, boards: studio.boards }, board, visuals));
}

export function assemble(
  { studio }: Context,
  { board, accepted }: { board: Board; accepted: Accepted },
): JobsChanged {
  return queued(studio, makeFilm({ ...studio.ports, boards: studio.boards }, board, accepted));
}

function known(studio: Studio, boardId: string): Board {
  const board = studio.boards.board(boardId);
  if (board === null) refuse({ code: 'board-unknown', boardId });
  return board;
}

function unreadable(reason: string): never {
  refuse({ code: 'document-unreadable', reason });
}
