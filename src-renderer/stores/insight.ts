import { create } from 'zustand';

/** Something that is explained over the screen: why an entry is there, or the balance of a day. */
export type Insight =
  | { readonly kind: 'why'; readonly entryId: string }
  /** YYYY-MM-DD, where the workspace is. */
  | { readonly kind: 'day'; readonly day: string };

type InsightStore = {
  /** The way that led to what is shown, which is last; empty when nothing is. */
  readonly trail: readonly Insight[];
  open: (insight: Insight) => void;
  /** Another day, entry, in place of what is shown. */
  replace: (insight: Insight) => void;
  /** Shows what led to it; nothing leads to the first. */
  back: () => void;
  close: () => void;
};

/** What is being explained, and how one came to it. */
export const insightStore = create<InsightStore>()((set) => ({
  trail: [],
  open: (insight) => set(({ trail }) => ({ trail: [...trail, insight] })),
  replace: (insight) => set(({ trail }) => ({ trail: [...trail.slice(0, -1), insight] })),
  back: () => set(({ trail }) => ({ trail: trail.length > 1 ? trail.slice(0, -1) : trail })),
  close: () => set({ trail: [] }),
}));
