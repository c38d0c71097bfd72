import { type Instant, instant } from '../../src-shared/billing/instant';
import { type Board, boardSchema } from '../../src-shared/storyboard/board';
import { withMadeOf } from '../../src-shared/storyboard/edit-board';
import type { BoardRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { write } from '../store/write';

export type BoardStore = ReturnType<typeof prepareBoards>;

/** A board in a list. */
export type KeptBoard = { readonly board: Board; readonly changedAt: Instant };

/** The storyboards on disk. What can't be read as one is left out of every answer and left where it is. */
export function prepareBoards(database: Database) {
  const boards = queries.selectFrom('board').selectAll();
  const every = prepare<Record<string, never>, BoardRow>(
    database,
    boards.orderBy('changed_at', 'desc').orderBy('id'),
  );
  const byId = prepare<{ id: string }, BoardRow>(
    database,
    boards.where('id', '=', arg<string>('id')),
  );
  const upsert = prepare<BoardRow, never>(
    database,
    queries
      .insertInto('board')
      .values({
        id: arg('id'),
        title: arg('title'),
        content_json: arg('content_json'),
        changed_at: arg('changed_at'),
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          title: arg<string>('title'),
          content_json: arg<string>('content_json'),
          changed_at: arg<number>('changed_at'),
        }),
      ),
  );
  const remove = prepare<{ id: string }, never>(
    database,
    queries.deleteFrom('board').where('id', '=', arg<string>('id')),
  );
  const read = (id: string): Board | null => {
    const row = byId.get({ id });
    return row === undefined ? null : (keptOf(row)?.board ?? null);
  };
  return {
    /** Every board, the one changed last first. */
    all: (): KeptBoard[] => every.all({}).flatMap((row) => keptOf(row) ?? []),
    board: read,
    /** Keeps a board, with what was made for it that its writer did not know of yet; answers what is kept. */
    save: (board: Board, at: Instant): Board =>
      write(database, () => {
        const stored = read(board.id);
        const kept = stored === null ? board : withMadeOf(board, stored);
        const { id, title } = kept;
        upsert.run({ id, title, content_json: JSON.stringify(kept), changed_at: at });
        return kept;
      }),
    remove: (id: string): void => {
      write(database, () => remove.run({ id }));
    },
  };
}

function keptOf({ content_json, changed_at }: BoardRow): KeptBoard | null {
  const board = boardSchema.safeParse(jsonOf(content_json)).data;
  return board === undefined ? null : { board, changedAt: instant(changed_at) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
