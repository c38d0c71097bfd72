import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Credits } from '../billing/credits';
import type { Instant } from '../billing/instant';
import { procedure } from './refused';

/** Whether the ledger's heads are signed, and with which key. */
export type ProofState = {
  readonly workspaceId: string;
  /** Marked for ever: this workspace goes by a clock of its own. */
  readonly testClock: boolean;
  readonly signing:
    | {
        readonly kind: 'signed';
        readonly fingerprint: string;
        readonly lastSignedAt: Instant | null;
        readonly entries: number;
      }
    /** Why heads are not signed here, in one sentence. */
    | { readonly kind: 'unsigned'; readonly reason: string };
  /** Why the last head could not be kept beside the ledger, in one sentence; null when it could. */
  readonly trouble: string | null;
  /** What the check at start found. A ledger that contradicts what was signed is not opened at all. */
  readonly atStart: StartFinding;
};

export type StartFinding =
  | { readonly kind: 'sound' }
  /** Nothing speaks against the ledger, but nothing signed speaks for it; why, in one sentence. */
  | { readonly kind: 'unproven'; readonly reason: string }
  /** An earlier state of the ledger came back; what was delivered since then was charged again. */
  | ({ readonly kind: 'older-backup' } & OlderBackup);

export type OlderBackup = {
  readonly entries: number;
  readonly signedEntries: number;
  /** Pictures made since that were charged again. */
  readonly charged: PictureCount;
  /** Those for which the credit did not suffice; they lie in `folder`. */
  readonly unpaid: PictureCount & { readonly folder: string };
  /** Those that can't be said to have been charged by this workspace; they lie in `folder`. */
  readonly setAside: { readonly pictures: number; readonly folder: string };
};

/** So many pictures, and what they cost together. */
export type PictureCount = { readonly pictures: number; readonly credits: Credits };

export type BackupState = {
  /** The file's name in the backups folder; names it in `restore`. */
  readonly name: string;
  readonly madeAt: Instant;
  readonly bytes: number;
  readonly entries: number;
  /** Whether it is of this workspace. */
  readonly ours: boolean;
};

export type ReceiptCheck =
  | { readonly kind: 'sound'; readonly signed: boolean; readonly lines: readonly string[] }
  | { readonly kind: 'broken'; readonly at: string; readonly message: string };

export const proof = {
  state: procedure.output(type<ProofState>()),
  /** Writes a receipt of a charge that can be checked without Tally's data; null when the person dismissed the question where. */
  receipt: procedure
    .input(
      z.strictObject({
        entryId: z.string().min(1).max(300),
        /** A file; only the terminal may name one. */
        out: z.string().max(4096).nullable(),
      }),
    )
    .output(type<{ readonly path: string | null; readonly signed: boolean }>()),
  /** Checks the text of a receipt, also against this ledger when it is one of its own. */
  checkReceipt: procedure
    .input(z.strictObject({ text: z.string().max(5_000_000) }))
    .output(type<ReceiptCheck>()),
  backups: procedure.output(type<{ readonly backups: readonly BackupState[] }>()),
  backUpNow: procedure.output(type<{ readonly backups: readonly BackupState[] }>()),
  /**
   * Puts a backup in the ledger's place and starts Tally anew, or at the next start where it can't be started from here.
   * Deliveries since then are charged again.
   */
  restore: procedure
    .input(z.strictObject({ name: z.string().max(255) }))
    .output(type<{ readonly restarting: boolean }>()),
};
