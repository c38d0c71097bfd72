import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Instant } from '../billing/instant';
import { mostScenes } from '../jobs/assembly-request';
import type { Asset } from '../jobs/asset';
import { type Board, boardSchema, longestTopic } from '../storyboard/board';
import { longestDocumentName } from '../storyboard/document-text';
import type { Outline } from '../storyboard/outline';
import type { JobsChanged } from './jobs';
import { procedure } from './refused';

/** What there is of a scene's picture, or of a board's film. */
export type SceneState = {
  /** The newest that was delivered and is still in the gallery. */
  readonly asset: Asset | null;
  /** The job that makes another one; null when none does. */
  readonly job: string | null;
  /** Why the last attempt failed. */
  readonly failure: string | null;
};

/** How far a board is, by scene. */
export type BoardState = {
  readonly scenes: Readonly<Record<string, SceneState>>;
  readonly film: SceneState;
};

/** A board as a list shows it. */
export type ListedBoard = {
  readonly id: string;
  readonly title: string;
  readonly scenes: number;
  readonly changedAt: Instant;
};

/** An outline, and who made it. */
export type MadeOutline = {
  readonly outline: Outline;
  readonly by: 'built-in' | 'language-model';
  /** What a person should know of it: why no model made it, or that a document was longer. */
  readonly note: string | null;
};

const boardId = z.uuid();
/** The price that was shown: a changed one is refused with the new quote. */
const accepted = z.strictObject({
  card: z.strictObject({ id: z.string().max(64), version: z.string().max(64) }),
  total: z.number(),
});

export const boards = {
  /** Every storyboard, the one changed last first. */
  list: procedure.output(type<{ readonly boards: readonly ListedBoard[] }>()),
  read: procedure
    .input(z.strictObject({ id: boardId }))
    .output(type<{ readonly board: Board; readonly state: BoardState }>()),
  /** Keeps a board as it is; one that was removed is there again. */
  save: procedure
    .input(z.strictObject({ board: boardSchema }))
    .output(type<{ readonly state: BoardState }>()),
  /** Answers with the board as it was: saving it takes the removal back. Its pictures stay in the gallery. */
  remove: procedure
    .input(z.strictObject({ id: boardId }))
    .output(type<{ readonly board: Board }>()),
  /** Scenes for a topic. Nothing is kept and nothing charged. */
  outlineTopic: procedure
    .input(z.strictObject({ topic: z.string().max(longestTopic) }))
    .output(type<MadeOutline>()),
  /** Scenes for a document, which is read where it can do no harm. Nothing is kept and nothing charged. */
  outlineDocument: procedure
    .input(
      z.strictObject({
        name: z.string().max(longestDocumentName),
        file: z.custom<Uint8Array>((file) => file instanceof Uint8Array, 'must be a file'),
      }),
    )
    .output(type<MadeOutline>()),
  /**
   * Keeps the board and makes the pictures of some scenes: for each the newest batch that the scene names, all of them
   * or none, at the price that was shown for each (A3, A5, B1). The same again answers the same.
   */
  makeVisuals: procedure
    .input(
      z.strictObject({
        board: boardSchema,
        visuals: z
          .array(z.strictObject({ scene: z.string().max(64), accepted }))
          .min(1)
          .max(mostScenes),
      }),
    )
    .output(type<JobsChanged>()),
  /** Keeps the board and puts together the scenes that have a picture, as the newest film that it names (A4). */
  assemble: procedure
    .input(z.strictObject({ board: boardSchema, accepted }))
    .output(type<JobsChanged>()),
};
