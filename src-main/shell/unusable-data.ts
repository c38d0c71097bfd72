import { dialog, shell } from 'electron';
import { type DataProblem, describeRefusal, type Refusal } from '../../src-shared/refusal';
import { noteRestore } from '../proof/head-files';
import type { KeyStore } from '../proof/signing-key';
import { type Backup, newestBackup, restoreBackup } from '../store/backups';

const restorable: Record<DataProblem, boolean> = {
  damaged: true,
  'chain-broken': true,
  newer: false,
  'read-only': false,
  'in-use': false,
  'disk-full': false,
  'not-a-test': false,
};

/**
 * Explains why the data can't be opened and offers the way out. Resolves to whether opening should
 * be tried again. The damaged file is set aside, never thrown away.
 */
export async function explainUnusableData(
  refusal: Extract<Refusal, { code: 'data-unusable' }>,
  keys: KeyStore,
): Promise<boolean> {
  const { folder, reason } = refusal;
  const backup = restorable[reason] ? newestBackup(folder) : null;
  const choices = backup === null ? [] : [`Restore the backup of ${backup.day}`];
  const buttons = [...choices, 'Show the folder', 'Quit'];
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Tally can’t open its ledger',
    message: 'Tally can’t open its ledger',
    detail: describeRefusal(refusal),
    buttons,
    defaultId: 0,
    cancelId: buttons.length - 1,
  });
  if (backup !== null && response === 0) return restore(folder, backup, keys);
  if (buttons[response] === 'Show the folder') await shell.openPath(folder);
  return false;
}

async function restore(folder: string, backup: Backup, keys: KeyStore): Promise<boolean> {
  try {
    await noteRestore(folder, keys);
    restoreBackup(folder, backup);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = `The disk did not take it (${reason}). Make room and start Tally again.`;
    dialog.showErrorBox('The backup could not be restored', text);
    return false;
  }
}
