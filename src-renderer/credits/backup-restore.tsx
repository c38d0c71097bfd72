import type { BackupState } from '../../src-shared/contract/proof';
import { ask, sentenceOf } from '../app/ask';
import { tally } from '../app/bridge';
import { toastStore } from '../stores/toasts';
import { Confirm } from '../ui/confirm';
import { formatNumberOf } from '../ui/figures';
import { useDates } from './use-dates';

/** Says what bringing a backup back means, and does it. */
export function BackupRestore({
  backup,
  onClose,
}: {
  backup: BackupState | null;
  onClose: () => void;
}) {
  const dates = useDates();
  if (backup === null) return null;
  const { madeAt, entries } = backup;
  return (
    <Confirm
      open
      onClose={onClose}
      title="Restore this backup?"
      deed="Restore it"
      onConfirm={() => {
        onClose();
        void restore(backup);
      }}
    >
      {restoreWords(dates.moment(madeAt), entries)}
    </Confirm>
  );
}

/** What will happen, told before it does. */
function restoreWords(madeAt: string, entries: number): string {
  return (
    `The ledger goes back to how it was on ${madeAt}, with ${formatNumberOf(entries, 'entry', 'entries')}; ` +
    'orders and jobs since then are forgotten. Tally sets the ledger of today aside, closes, and opens again. ' +
    'No picture is lost, and none becomes free: those made since then are charged again, oldest first, and what your credit does not suffice for is moved to a folder of its own.'
  );
}

async function restore({ name }: BackupState): Promise<void> {
  const answer = await ask(tally().proof.restore({ name }));
  const { tell } = toastStore.getState();
  if (answer.kind !== 'answered') {
    tell({ severity: 'problem', text: sentenceOf(answer), action: null });
    return;
  }
  const text = answer.value.restarting
    ? 'Tally closes and opens again with the backup.'
    : 'The backup takes the ledger’s place the next time Tally is started.';
  tell({ severity: 'information', text, action: null });
}
