import { basename, dirname } from 'node:path';
import type { BackupState, ProofState, ReceiptCheck } from '../../src-shared/contract/proof';
import type { Context } from './context';
import { refuse } from './refuse';
import { saveFile } from './save-file';

export function state({ studio }: Context): ProofState {
  return studio.proof.state();
}

export async function receipt(
  { studio, caller }: Context,
  { entryId, out }: { entryId: string; out: string | null },
): Promise<{ path: string | null; signed: boolean }> {
  if (out !== null && caller !== 'terminal') refuse({ code: 'folder-not-allowed' });
  const made = studio.proof.receiptOf(entryId);
  if (made.kind === 'refused') return refuse(made.refusal);
  const { signed, fileName, text } = made;
  const place =
    out === null
      ? await studio.saveDialog(fileName)
      : { folder: dirname(out), fileName: basename(out) };
  if (place === null) return { path: null, signed };
  return { path: await saveFile(place, Buffer.from(text)), signed };
}

export function checkReceipt({ studio }: Context, text: string): ReceiptCheck {
  return studio.proof.checkReceipt(text);
}

export function backups({ studio }: Context): { backups: readonly BackupState[] } {
  return { backups: studio.backups.list() };
}

export async function backUpNow({ studio }: Context): Promise<{ backups: readonly BackupState[] }> {
  const refusal = await studio.backups.makeNow();
  if (refusal !== null) return refuse(refusal);
  return { backups: studio.backups.list() };
}

/** The backup takes the ledger's place once Tally is closed, which is asked for after the answer. */
export function restore({ studio }: Context, name: string): { restarting: boolean } {
  const refusal = studio.backups.stage(name);
  if (refusal !== null) return refuse(refusal);
  studio.startAnew?.();
  return { restarting: studio.startAnew !== null };
}
