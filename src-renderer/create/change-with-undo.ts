import { draftStore, fieldsOf } from '../stores/draft';
import type { DraftFields } from '../stores/draft-fields';
import { toastStore } from '../stores/toasts';

/** The offer to undo the change before: a new one takes its place. */
let lastOffer: number | null = null;

/** Changes the form at once and offers, in a toast, to put it back as it was. */
export function changeWithUndo(fields: DraftFields, text: string): void {
  const { change } = draftStore.getState();
  const before = fieldsOf(draftStore.getState());
  change(fields);
  const { tell, dismiss } = toastStore.getState();
  if (lastOffer !== null) dismiss(lastOffer);
  tell({
    severity: 'information',
    text,
    action: { label: 'Undo', run: () => change(before) },
  });
  lastOffer = toastStore.getState().toasts.at(-1)?.id ?? null;
}
