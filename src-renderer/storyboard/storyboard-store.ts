import { create } from 'zustand';
import type { BoardState, ListedBoard } from '../../src-shared/contract/boards';
import type { Refusal } from '../../src-shared/refusal';
import type { Board } from '../../src-shared/storyboard/board';

/** What is on its way and can't be asked for a second time meanwhile. */
export type Busy = 'none' | 'outline' | 'visuals' | 'film';

type StoryboardStore = {
  /** The board that is open; null while one is chosen or begun. */
  readonly board: Board | null;
  /** What has been made of it, as the main process told last. */
  readonly made: BoardState;
  /** Every board there is; null until it is known. */
  readonly boards: readonly ListedBoard[] | null;
  readonly busy: Busy;
  /** Why the last wish was not met, until something changes. */
  readonly refusal: Refusal | null;
  /** Whether all that was changed is kept. */
  readonly kept: boolean;
  /** What was done just now, for a screen reader. */
  readonly said: string;
  list: (boards: readonly ListedBoard[]) => void;
  open: (board: Board, made: BoardState) => void;
  close: () => void;
  change: (board: Board) => void;
  settle: (kept: boolean) => void;
  follow: (made: BoardState) => void;
  setBusy: (busy: Busy) => void;
  refuse: (refusal: Refusal | null) => void;
  say: (said: string) => void;
};

/** What there is of a board of which nothing is known. */
export const nothingMade: BoardState = {
  scenes: {},
  film: { asset: null, job: null, failure: null },
};

/** The storyboards and the one that is open: a copy from the main process with what was changed since. */
export const storyboardStore = create<StoryboardStore>()((set) => ({
  board: null,
  made: nothingMade,
  boards: null,
  busy: 'none',
  refusal: null,
  kept: true,
  said: '',
  list: (boards) => set({ boards }),
  open: (board, made) => set({ board, made, refusal: null, kept: true, said: '' }),
  close: () => set({ board: null, made: nothingMade, refusal: null }),
  change: (board) => set({ board, refusal: null, kept: false }),
  settle: (kept) => set({ kept }),
  follow: (made) => set({ made }),
  setBusy: (busy) => set({ busy }),
  refuse: (refusal) => set({ refusal }),
  say: (said) => set({ said }),
}));
