import { create } from 'zustand';
import type { Past } from '../../src-shared/contract/past';

type PastStore = {
  /** What was made before of `asked`; null before the first answer. */
  readonly past: Past | null;
  /** The press that `past` is about, as JSON text of its batches. */
  readonly asked: string;
  /** The prompts of that press, as JSON text. */
  readonly prompts: string;
  tell: (past: Past, asked: string, prompts: string) => void;
};

/** The main process's last word on what was made before of what stands in the form. */
export const pastStore = create<PastStore>()((set) => ({
  past: null,
  asked: '',
  prompts: '',
  tell: (past, asked, prompts) => set({ past, asked, prompts }),
}));
