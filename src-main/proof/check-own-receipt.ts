import { checkReceipt } from '../../scripts/proof/check-receipt.mjs';
import type { ReceiptCheck } from '../../src-shared/contract/proof';
import type { ChainReader } from './tip';

export type OwnBooks = {
  readonly workspaceId: string;
  readonly chains: Pick<ChainReader, 'hashAt'>;
  /** The fingerprint of the key in use here; null where nothing is signed. */
  readonly fingerprint: string | null;
};

/** Checks the text of a receipt by itself, and against this ledger when it is one of its own. */
export function checkOwnReceipt(text: string, books: OwnBooks): ReceiptCheck {
  const checked = checkReceipt(text);
  if (checked.kind === 'no-receipt') {
    return { kind: 'broken', at: 'the file', message: `it ${checked.message}` };
  }
  if (checked.kind === 'broken') {
    return { kind: 'broken', at: checked.at, message: `it ${checked.message}` };
  }
  const { receipt, fingerprint } = checked;
  const signed = fingerprint !== null;
  const lines = checked.lines.map((line) => `${line}.`);
  if (receipt.workspace.workspaceId !== books.workspaceId) {
    const foreign = 'Ledger: it is of another workspace, so it was checked by itself only.';
    return { kind: 'sound', signed, lines: [...lines, foreign] };
  }
  for (const { number, hash } of receipt.entries) {
    if (books.chains.hashAt('entries', number) !== hash) {
      return {
        kind: 'broken',
        at: `entry ${number}`,
        message: 'it is not in this ledger like that',
      };
    }
  }
  const own = 'Ledger: every entry is in this workspace’s ledger just as it is here.';
  return { kind: 'sound', signed, lines: [...lines, own, ...keyLines(fingerprint, books)] };
}

function keyLines(fingerprint: string | null, books: OwnBooks): string[] {
  if (fingerprint === null) return [];
  return fingerprint === books.fingerprint
    ? ['Key: it is the key that this computer signs with.']
    : ['Key: it is not the key that this computer signs with now.'];
}
