import { create } from 'zustand';
import type { Settings } from '../../src-shared/contract/settings';

type SettingsStore = {
  readonly settings: Settings | null;
  set: (settings: Settings) => void;
};

export const settingsStore = create<SettingsStore>()((set) => ({
  settings: null,
  set: (settings) => set({ settings }),
}));
