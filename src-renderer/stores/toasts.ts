import { create } from 'zustand';

type Toast = {
  readonly id: number;
  readonly severity: 'information' | 'problem';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
};

type ToastStore = {
  readonly toasts: readonly Toast[];
  tell: (toast: Omit<Toast, 'id'>) => void;
  dismiss: (id: number) => void;
};

const mostAtOnce = 4;
let lastId = 0;

/** Short words that come and go in a corner: what happened, and how to undo it. */
export const toastStore = create<ToastStore>()((set) => ({
  toasts: [],
  tell: (toast) => {
    lastId += 1;
    const id = lastId;
    set((store) => ({ toasts: [...store.toasts, { ...toast, id }].slice(-mostAtOnce) }));
  },
  dismiss: (id) => set((store) => ({ toasts: store.toasts.filter((toast) => toast.id !== id) })),
}));

/** Says what a person may want to know and need do nothing about. */
export function tellInformation(text: string): void {
  toastStore.getState().tell({ severity: 'information', text, action: null });
}

/** Says that something asked for did not happen. */
export function tellProblem(text: string): void {
  toastStore.getState().tell({ severity: 'problem', text, action: null });
}
