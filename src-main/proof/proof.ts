import type { Instant } from '../../src-shared/billing/instant';
import type { ProofState, ReceiptCheck, StartFinding } from '../../src-shared/contract/proof';
import type { Break } from '../ledger/compare-balances';
import type { Identity } from '../store/identity';
import type { Database } from '../store/sqlite';
import { checkOwnReceipt } from './check-own-receipt';
import type { HeadFiles } from './head-files';
import type { HeadKeeper } from './head-keeper';
import { type MadeReceipt, makeReceipt } from './receipt';
import { prepareChains } from './tip';
import { verifyHeads } from './verify-heads';

/** What can be asked about the ledger's proof while it is open. */
export type Proof = {
  state(): ProofState;
  /** The receipt of a charge, as a file's text, or why there is none. */
  receiptOf(entryId: string): MadeReceipt;
  checkReceipt(text: string): ReceiptCheck;
  /** Compares the ledger with what was signed of it, as it lies on the disk now. */
  verifyHeads(): Promise<Break | null>;
};

export type ProofPorts = {
  readonly database: Database;
  readonly identity: Identity;
  readonly keeper: HeadKeeper;
  readonly files: HeadFiles;
  readonly atStart: StartFinding;
  readonly now: () => Instant;
};

export function openProof(ports: ProofPorts): Proof {
  const { database, identity, keeper, files } = ports;
  const { workspaceId } = identity;
  const chains = prepareChains(database);
  const key = keeper.opened.kind === 'key' ? keeper.opened.key : null;
  return {
    state: () => stateOf(ports),
    receiptOf: (entryId) => makeReceipt({ ...ports, key }, entryId),
    checkReceipt: (text) =>
      checkOwnReceipt(text, { workspaceId, chains, fingerprint: key?.fingerprint ?? null }),
    verifyHeads: () => verifyHeads({ ...chains, workspaceId }, files, keeper.lastKept !== null),
  };
}

function stateOf({ identity, keeper, atStart }: ProofPorts): ProofState {
  const { opened, lastKept, trouble } = keeper;
  return {
    workspaceId: identity.workspaceId,
    testClock: identity.testClock,
    signing:
      opened.kind === 'none'
        ? { kind: 'unsigned', reason: opened.reason }
        : {
            kind: 'signed',
            fingerprint: opened.key.fingerprint,
            lastSignedAt: lastKept?.at ?? null,
            entries: lastKept?.tip.entries.count ?? 0,
          },
    trouble:
      trouble === null
        ? null
        : `The head of the ledger can’t be written to ${trouble.folder} (${trouble.reason}).`,
    atStart,
  };
}
