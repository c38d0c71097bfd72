import { create } from 'zustand';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { CardCheck, KnownCard } from '../../src-shared/contract/cards';
import { screenStore } from '../stores/screen';
import { type CardDraft, isSameDraft } from './card-draft';
import { forgetDraft, keepDraft } from './kept-draft';

/** What the screen shows: a card to read, a text to import, or a draft to write. */
export type CardsPlace =
  /** Null: the card in use. */
  | { readonly kind: 'card'; readonly ref: CardRef | null }
  | { readonly kind: 'import' }
  | { readonly kind: 'edit' };

/** The parts of the editor, one of which is shown. */
export type EditorPart = 'card' | 'prices' | 'plans' | 'offers' | 'models' | 'words';

/** A text that may be a card's. */
export type CardReading = {
  readonly text: string;
  /** Where it came from; a draft's text can't be written in, since the draft would not know. */
  readonly source:
    | { readonly kind: 'written' }
    | { readonly kind: 'file'; readonly name: string }
    | { readonly kind: 'draft' };
  /** What was found, and in which text: a later one has not been read yet. */
  readonly checked: { readonly text: string; readonly found: CardCheck } | null;
  /** Why nothing was found, or nothing could be kept. */
  readonly problem: string | null;
  readonly importing: boolean;
};

export type Editing = {
  readonly draft: CardDraft;
  /** As it was opened, to know whether anything would be lost; null where it was never the same as a card. */
  readonly opened: CardDraft | null;
  readonly part: EditorPart;
};

type CardsStore = {
  /** Every version that Tally knows; null until the main process has said. */
  readonly cards: readonly KnownCard[] | null;
  /** Why there is no newer word of the cards; null while there is. */
  readonly problem: string | null;
  readonly place: CardsPlace;
  readonly reading: CardReading;
  readonly editing: Editing | null;
  setCards: (cards: readonly KnownCard[]) => void;
  setProblem: (problem: string) => void;
  show: (place: CardsPlace) => void;
  read: (text: string, source: CardReading['source']) => void;
  changeReading: (change: Partial<CardReading>) => void;
  open: (draft: CardDraft) => void;
  /** Goes on with a draft that was kept when the window was closed. */
  resume: (draft: CardDraft) => void;
  edit: (change: (draft: CardDraft) => CardDraft) => void;
  showPart: (part: EditorPart) => void;
  /** The draft is saved, or thrown away. */
  close: () => void;
};

const nothingRead: CardReading = {
  text: '',
  source: { kind: 'written' },
  checked: null,
  problem: null,
  importing: false,
};

/** Known cards, the text that is being read, and the card that is being written. */
export const cardsStore = create<CardsStore>()((set, get) => ({
  cards: null,
  problem: null,
  place: { kind: 'card', ref: null },
  reading: nothingRead,
  editing: null,
  setCards: (cards) => set({ cards, problem: null }),
  setProblem: (problem) => set({ problem }),
  show: (place) => set({ place }),
  read: (text, source) => set({ reading: { ...nothingRead, text, source } }),
  changeReading: (change) => set(({ reading }) => ({ reading: { ...reading, ...change } })),
  open: (draft) =>
    set({ editing: { draft, opened: draft, part: 'prices' }, place: { kind: 'edit' } }),
  resume: (draft) => {
    set({ editing: { draft, opened: null, part: 'prices' }, place: { kind: 'edit' } });
    screenStore.getState().setUnsaved(true);
  },
  edit: (change) => {
    const { editing } = get();
    if (editing === null) return;
    const draft = change(editing.draft);
    const unsaved = editing.opened === null || !isSameDraft(draft, editing.opened);
    set({ editing: { ...editing, draft } });
    screenStore.getState().setUnsaved(unsaved);
    if (unsaved) keepDraft(draft);
    else forgetDraft();
  },
  showPart: (part) => set(({ editing }) => ({ editing: editing && { ...editing, part } })),
  close: () => {
    // A draft of an earlier window may still wait to be gone on with: that one is nobody's to forget here.
    if (get().editing !== null) forgetDraft();
    set(({ reading, place }) => {
      const ofDraft = reading.source.kind === 'draft';
      const gone = place.kind === 'edit' || (place.kind === 'import' && ofDraft);
      return {
        editing: null,
        reading: ofDraft ? nothingRead : reading,
        place: gone ? { kind: 'card', ref: null } : place,
      };
    });
    screenStore.getState().setUnsaved(false);
  },
}));
