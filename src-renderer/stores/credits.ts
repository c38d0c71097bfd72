import { create } from 'zustand';
import type { Balance } from '../../src-shared/contract/credits';

type CreditsStore = {
  readonly balance: Balance | null;
  /** Goes up with every new balance, so that a statement knows that there are newer lines. */
  readonly revision: number;
  setBalance: (balance: Balance) => void;
};

/** The newest balance as the main process told it; nothing is ever added up here. */
export const creditsStore = create<CreditsStore>()((set) => ({
  balance: null,
  revision: 0,
  setBalance: (balance) => set((store) => ({ balance, revision: store.revision + 1 })),
}));
