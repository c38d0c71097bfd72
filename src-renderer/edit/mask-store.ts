import { create } from 'zustand';
import { draftStore } from '../stores/draft';
import type { StartPicture } from '../stores/draft-fields';
import { type MaskWork, nextBrush, noWork, usualBrush } from './mask-work';

/** The mask of one picture, as far as it was painted. */
export type MaskSheet = {
  /** SHA-256 of the mask that was there before the first step; null for an empty one. */
  readonly base: string | null;
  readonly work: MaskWork;
  /** SHA-256 of the mask as it was last kept; null where nothing is painted, or nothing was kept. */
  readonly saved: string | null;
  /** Whether all of the work is kept. */
  readonly settled: boolean;
};

const emptySheet: MaskSheet = { base: null, work: noWork, saved: null, settled: true };

type MaskStore = {
  /** By the SHA-256 of the picture: whoever comes back to one finds its mask. */
  readonly sheets: ReadonlyMap<string, MaskSheet>;
  /** The brush's diameter in pixels of the picture. */
  readonly brush: number;
  readonly erases: boolean;
  setBrush: (brush: number) => void;
  /** The next larger or smaller brush. */
  resizeBrush: (direction: 1 | -1) => void;
  setErases: (erases: boolean) => void;
  /** Lays out a sheet for a picture that has none, and takes a brush that fits it. */
  begin: (picture: StartPicture) => void;
  /** Takes over a mask that came from elsewhere: settings used again, a restart. */
  adopt: (picture: string, mask: string) => void;
  work: (picture: string, work: MaskWork) => void;
  /** Remembers what `work` was kept as, unless more was done since. */
  keep: (picture: string, work: MaskWork, saved: string | null) => void;
};

/** The masks that were painted while this window was open; they outlive the screen. */
export const maskStore = create<MaskStore>()((set) => ({
  sheets: new Map(),
  brush: 64,
  erases: false,
  setBrush: (brush) => set({ brush }),
  resizeBrush: (direction) => set(({ brush }) => ({ brush: nextBrush(brush, direction) })),
  setErases: (erases) => set({ erases }),
  begin: (picture) =>
    set((store) =>
      store.sheets.has(picture.sha256)
        ? store
        : { ...changeSheet(picture.sha256, (sheet) => sheet)(store), brush: usualBrush(picture) },
    ),
  adopt: (picture, mask) =>
    set(changeSheet(picture, () => ({ base: mask, work: noWork, saved: mask, settled: true }))),
  work: (picture, work) =>
    set(changeSheet(picture, (sheet) => ({ ...sheet, work, settled: false }))),
  keep: (picture, work, saved) =>
    set(
      changeSheet(picture, (sheet) =>
        sheet.work === work ? { ...sheet, saved, settled: true } : sheet,
      ),
    ),
}));

function changeSheet(picture: string, change: (sheet: MaskSheet) => MaskSheet) {
  return ({ sheets }: Pick<MaskStore, 'sheets'>) => ({
    sheets: new Map(sheets).set(picture, change(sheets.get(picture) ?? emptySheet)),
  });
}

/** The mask of a picture; an empty one where nothing was painted. */
export function sheetOf(sheets: MaskStore['sheets'], picture: string): MaskSheet {
  return sheets.get(picture) ?? emptySheet;
}

/** Lays out the picture's sheet, and makes its mask and the one in the form the same, whichever changed elsewhere. */
export function reconcileMask(): void {
  const { source, mask, change } = draftStore.getState();
  if (source === null) return;
  maskStore.getState().begin(source);
  const { sheets, adopt } = maskStore.getState();
  const sheet = sheetOf(sheets, source.sha256);
  if (mask === sheet.saved || !sheet.settled) return;
  if (mask === null) change({ mask: sheet.saved });
  else adopt(source.sha256, mask);
}
