import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { Credits } from '../billing/credits';
import type { Instant } from '../billing/instant';
import type { EntryKind } from '../billing/lots/entry';
import type { Lot, LotSource, WalletKind } from '../billing/lots/lot';
import { procedure } from './refused';

/** All that can be spent or is on hold now, lot by lot in burn order. */
export type Balance = {
  readonly at: Instant;
  readonly available: Credits;
  readonly held: Credits;
  readonly lots: readonly Lot[];
};

/** One ledger entry with what explains it. */
export type StatementLine = {
  /** Its place in the ledger, from 1, without gaps. */
  readonly number: number;
  readonly id: string;
  readonly kind: EntryKind;
  readonly at: Instant;
  readonly credits: Credits;
  /** The wallets' available credit right after it. */
  readonly availableAfter: Credits;
  readonly heldAfter: Credits;
  readonly lot: {
    readonly id: string;
    readonly source: LotSource;
    readonly wallet: WalletKind;
    readonly expiresAt: Instant;
  };
  /** The job that caused it; null for grants and lapses. */
  readonly job: {
    readonly id: string;
    readonly prompt: string;
    readonly model: string;
    /** What the rate card calls the model. */
    readonly modelName: string;
    readonly quality: string;
    readonly state: string;
  } | null;
  /** One sentence that says why this entry exists. */
  readonly explanation: string;
};

export type StatementPage = {
  /** Newest first. */
  readonly lines: readonly StatementLine[];
  /** Pass as `before` for the next, older page; null at the first entry. */
  readonly older: number | null;
};

export type Verification =
  | { readonly kind: 'progress'; readonly checked: number; readonly total: number }
  | {
      readonly kind: 'sound';
      readonly entries: number;
      /** SHA-256 of the newest entry, in hex: the whole ledger in one number. */
      readonly head: string;
      readonly files: number;
    }
  | {
      readonly kind: 'broken';
      /** The entry, lot, job or file where it breaks, and how. */
      readonly at: string;
      readonly message: string;
    };

export const credits = {
  balance: procedure.output(type<Balance>()),
  statement: procedure
    .input(
      z.strictObject({
        before: z.number().int().positive().nullable(),
        limit: z.number().int().min(1).max(500),
        jobId: z.string().max(128).nullable(),
      }),
    )
    .output(type<StatementPage>()),
  /** Replays the whole ledger and checks every hash, balance, job and file; ends in sound or broken. */
  verify: procedure.output(eventIterator(type<Verification>())),
};
