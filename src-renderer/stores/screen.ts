import { create } from 'zustand';

export type ScreenId =
  | 'create'
  | 'storyboard'
  | 'chat'
  | 'gallery'
  | 'credits'
  | 'plan'
  | 'settings'
  | 'cards';
/** The parts of the Plan screen, one of which is shown beside what one has. */
export type PlanPart = 'plans' | 'seats' | 'extra' | 'invoices' | 'orders';
/** The parts of the Credits screen. */
export type CreditsPart = 'overview' | 'statement' | 'what-if' | 'proof';
type DialogId = 'shortcuts' | 'palette' | 'refunds' | 'cancel-all';

type ScreenStore = {
  readonly screen: ScreenId;
  readonly dialog: DialogId | null;
  /** The picture whose details are open. */
  readonly openAsset: string | null;
  readonly queueOpen: boolean;
  /** The job whose entries alone the statement shows. */
  readonly statementJob: string | null;
  readonly planPart: PlanPart;
  readonly creditsPart: CreditsPart;
  /** Whether work stands on the screen that leaving it would throw away. */
  readonly unsaved: boolean;
  /** The way on that waits for the answer whether to throw it away. */
  readonly leaving: (() => void) | null;
  show: (screen: ScreenId) => void;
  showDialog: (dialog: DialogId | null) => void;
  showAsset: (assetId: string | null) => void;
  showQueue: (open: boolean) => void;
  showStatementOf: (jobId: string | null) => void;
  showPlan: (part: PlanPart) => void;
  showCredits: (part: CreditsPart) => void;
  setUnsaved: (unsaved: boolean) => void;
  /** Goes on at once where nothing would be lost, else asks first. */
  leave: (goOn: () => void) => void;
  /** Goes on only after being asked. */
  askToLeave: (goOn: () => void) => void;
  stay: () => void;
  leaveAnyway: () => void;
};

/** From this width on the queue stands beside the screen; below, it lies over it. */
export const roomForQueue = 1180;

/** Where the person is: the screen, and what lies over it. */
export const screenStore = create<ScreenStore>()((set, get) => ({
  screen: 'create',
  dialog: null,
  openAsset: null,
  queueOpen: window.innerWidth >= roomForQueue,
  statementJob: null,
  planPart: 'plans',
  creditsPart: 'overview',
  unsaved: false,
  leaving: null,
  show: (screen) => get().leave(() => set({ screen, openAsset: null })),
  showDialog: (dialog) => set({ dialog }),
  showAsset: (openAsset) => set({ openAsset }),
  showQueue: (queueOpen) => set({ queueOpen }),
  showStatementOf: (statementJob) =>
    get().leave(() =>
      set({ statementJob, screen: 'credits', creditsPart: 'statement', openAsset: null }),
    ),
  showPlan: (planPart) => get().leave(() => set({ planPart, screen: 'plan', openAsset: null })),
  showCredits: (creditsPart) =>
    get().leave(() => set({ creditsPart, screen: 'credits', openAsset: null })),
  setUnsaved: (unsaved) => set({ unsaved }),
  leave: (goOn) => (get().unsaved ? get().askToLeave(goOn) : goOn()),
  askToLeave: (leaving) => set({ leaving }),
  stay: () => set({ leaving: null }),
  leaveAnyway: () => {
    const { leaving } = get();
    set({ unsaved: false, leaving: null });
    leaving?.();
  },
}));
