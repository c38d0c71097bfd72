import { create } from 'zustand';

type HandedTopic = {
  /** What a storyboard is to be about; null when nothing was handed over. */
  readonly topic: string | null;
  hand: (topic: string) => void;
  /** It was taken over into the form. */
  taken: () => void;
};

/** The topic that another screen hands to the storyboard. */
export const handedTopicStore = create<HandedTopic>()((set) => ({
  topic: null,
  hand: (topic) => set({ topic }),
  taken: () => set({ topic: null }),
}));
