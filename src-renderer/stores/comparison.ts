import { create } from 'zustand';

type ComparisonStore = {
  /** The batches that stand side by side, by their ids; empty before the first. */
  readonly batches: readonly string[];
  show: (batches: readonly string[]) => void;
};

/** The newest comparison of the playground. */
export const comparisonStore = create<ComparisonStore>()((set) => ({
  batches: [],
  show: (batches) => set({ batches }),
}));
