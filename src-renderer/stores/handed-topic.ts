import { create } from 'zustand';

type HandedTopic = {
  /** What a storyboard is to be about, and how many scenes it is to have; null when nothing was handed over. */
  readonly handed: { readonly topic: string; readonly scenes: number } | null;
  hand: (topic: string, scenes: number) => void;
  /** What was handed over, once. */
  take: () => { readonly topic: string; readonly scenes: number } | null;
};

/** The topic that another screen hands to the storyboard. */
export const handedTopicStore = create<HandedTopic>()((set, get) => ({
  handed: null,
  hand: (topic, scenes) => set({ handed: { topic, scenes } }),
  take: () => {
    const { handed } = get();
    if (handed !== null) set({ handed: null });
    return handed;
  },
}));
