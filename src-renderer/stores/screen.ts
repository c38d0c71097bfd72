import { create } from 'zustand';

export type ScreenId = 'create' | 'gallery' | 'credits' | 'settings';
type DialogId = 'shortcuts' | 'palette' | 'refunds' | 'cancel-all';

type ScreenStore = {
  readonly screen: ScreenId;
  readonly dialog: DialogId | null;
  /** The picture whose details are open. */
  readonly openAsset: string | null;
  readonly queueOpen: boolean;
  /** The job whose entries alone the statement shows. */
  readonly statementJob: string | null;
  show: (screen: ScreenId) => void;
  showDialog: (dialog: DialogId | null) => void;
  showAsset: (assetId: string | null) => void;
  showQueue: (open: boolean) => void;
  showStatementOf: (jobId: string | null) => void;
};

/** From this width on the queue stands beside the screen; below, it lies over it. */
export const roomForQueue = 1180;

/** Where the person is: the screen, and what lies over it. */
export const screenStore = create<ScreenStore>()((set) => ({
  screen: 'create',
  dialog: null,
  openAsset: null,
  queueOpen: window.innerWidth >= roomForQueue,
  statementJob: null,
  show: (screen) => set({ screen, openAsset: null }),
  showDialog: (dialog) => set({ dialog }),
  showAsset: (openAsset) => set({ openAsset }),
  showQueue: (queueOpen) => set({ queueOpen }),
  showStatementOf: (statementJob) => set({ statementJob, screen: 'credits', openAsset: null }),
}));
