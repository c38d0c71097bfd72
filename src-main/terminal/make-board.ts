import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { assertNever } from '../../src-shared/assert-never';
import type { Quality } from '../../src-shared/billing/card/rate-card';
import type { BoardState, MadeOutline, SceneState } from '../../src-shared/contract/boards';
import type { Board, Scene } from '../../src-shared/storyboard/board';
import { largestDocument, longestDocumentName } from '../../src-shared/storyboard/document-text';
import { changeScene, withFilm, withVisual } from '../../src-shared/storyboard/edit-board';
import { boardOf } from '../../src-shared/storyboard/outline';
import { priceBoard } from '../../src-shared/storyboard/price-board';
import { boardJson, boardLines } from './board-json';
import { type CommandContext, done, type Outcome } from './command';
import { settleJobs } from './make-work';
import { readWholeFile } from './read-whole-file';
import { folderProblem } from './save-copies';
import { counted, creditsText } from './text';
import { begunWorkspace } from './workspace';

type Delivery = { readonly out?: string | undefined; readonly noWait?: boolean | undefined };

/** Makes a board of a topic and keeps it. */
export async function boardOfTopic(context: CommandContext, topic: string): Promise<Outcome> {
  return keep(context, 'topic', await context.tally.boards.outlineTopic({ topic }));
}

/** Makes a board of a document, a file read against the working folder, and keeps it. */
export async function boardOfFile(context: CommandContext, file: string): Promise<Outcome> {
  const read = await readDocument(resolve(context.workingFolder, file));
  if (read.kind !== 'document') return read;
  const { tally } = context;
  const outline = await tally.boards.outlineDocument({ file: read.bytes, name: read.name });
  return keep(context, 'document', outline);
}

async function readDocument(
  path: string,
): Promise<{ kind: 'document'; bytes: Uint8Array; name: string } | Outcome> {
  const read = await readWholeFile(path, largestDocument);
  switch (read.kind) {
    case 'whole': {
      const name = basename(path).slice(-longestDocumentName);
      return { kind: 'document', bytes: read.bytes, name };
    }
    case 'empty':
      return unreadable('it is empty');
    case 'too-large':
      return unreadable('it is larger than 20 MB');
    case 'no-file':
      return unreadable('it is no file');
    case 'failed':
      return { kind: 'usage', sentence: `The file can't be read (${read.code}).` };
    default:
      return assertNever(read);
  }
}

function unreadable(reason: string): Outcome {
  return { kind: 'refused', refusal: { code: 'document-unreadable', reason } };
}

async function keep(
  { tally }: CommandContext,
  source: Board['source'],
  { outline, by, note }: MadeOutline,
): Promise<Outcome> {
  const board = boardOf(randomUUID(), source, outline);
  const { state } = await tally.boards.save({ board });
  const notes = note === null ? [] : [note];
  return done({ board: boardJson(board, state), by }, boardLines(board, state), notes);
}

/** Which scenes, by their places from 1; where none are named, those that have no picture and none on its way. */
export type VisualsWish = Delivery & {
  readonly scenes?: string | undefined;
  readonly quality?: Quality | undefined;
  readonly style?: string | undefined;
};

/** Makes the pictures of scenes, all or none, and waits for them. One that has a picture is made anew, and charged anew. */
export async function makeVisuals(
  context: CommandContext,
  id: string,
  wish: VisualsWish,
): Promise<Outcome> {
  const workspace = await begunWorkspace(context.tally);
  if (workspace.kind !== 'begun') return workspace;
  const { board, state } = await context.tally.boards.read({ id });
  const places = wish.scenes?.split(',').map(Number);
  const chosen = board.scenes.filter(({ id: scene }, index) =>
    places === undefined ? isMissing(state.scenes[scene]) : places.includes(index + 1),
  );
  if (places?.some((place) => board.scenes[place - 1] === undefined) === true) {
    const sentence = `The storyboard has ${counted(board.scenes.length, 'scene')}; name places from 1 on.`;
    return { kind: 'usage', sentence };
  }
  if (chosen.length === 0) {
    return done({ board: id, jobs: [] }, [], [nothingMissing(state)]);
  }
  const folder = await folderProblem(context, wish.out);
  if (folder !== null) return { kind: 'refused', refusal: folder };
  const made = chosen.reduce((each, scene) => withNewVisual(each, scene, wish), board);
  const ids = new Set(chosen.map((scene) => scene.id));
  const price = priceBoard(
    workspace.card,
    made,
    made.scenes.filter((scene) => ids.has(scene.id)),
  );
  if (price.kind === 'refused') return price;
  const visuals = price.scenes.map(({ scene, quote: { card, total } }) => ({
    scene,
    accepted: { card, total },
  }));
  const { jobs } = await context.tally.boards.makeVisuals({ board: made, visuals });
  context.progress.step(
    `${creditsText(price.total)} on hold for ${counted(jobs.length, 'picture')}.`,
  );
  return ofBoard(id, await settleJobs(context, { batchId: id, ...wish }, jobs));
}

/** A picture that is on its way is paid for already. */
function isMissing(made: SceneState | undefined): boolean {
  return made === undefined || (made.asset === null && made.job === null);
}

function nothingMissing({ scenes }: BoardState): string {
  return Object.values(scenes).every(({ asset }) => asset !== null)
    ? 'Every scene has its picture; name scenes with --scenes to make theirs anew.'
    : 'The pictures that are missing are already being made; nothing was added.';
}

function withNewVisual(board: Board, { id }: Scene, { quality, style }: VisualsWish): Board {
  const look = { ...(quality && { quality }), ...(style !== undefined && { style }) };
  return withVisual(changeScene(board, id, look), id, randomUUID());
}

/** Puts the scenes that have a picture together into one film; that costs nothing (A4). */
export async function assemble(
  context: CommandContext,
  id: string,
  delivery: Delivery,
): Promise<Outcome> {
  const workspace = await begunWorkspace(context.tally);
  if (workspace.kind !== 'begun') return workspace;
  const folder = await folderProblem(context, delivery.out);
  if (folder !== null) return { kind: 'refused', refusal: folder };
  const { board, state } = await context.tally.boards.read({ id });
  const without = board.scenes.filter((scene) => state.scenes[scene.id]?.asset == null).length;
  if (without > 0) {
    context.progress.step(`${counted(without, 'scene')} without a picture left out.`);
  }
  const { card } = workspace;
  const accepted = { card: { id: card.id, version: card.version }, total: 0 };
  const film = withFilm(board, randomUUID());
  const { jobs } = await context.tally.boards.assemble({ board: film, accepted });
  return ofBoard(id, await settleJobs(context, { batchId: id, ...delivery }, jobs));
}

/** The same outcome, told of a board: its jobs are of several batches. */
function ofBoard(board: string, outcome: Outcome): Outcome {
  if (outcome.kind !== 'done' && outcome.kind !== 'failed') return outcome;
  const { batchId: _several, ...result } = outcome.result;
  return { ...outcome, result: { board, ...result } };
}
