import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Credits } from '../billing/credits';
import type { InvoiceLine } from '../billing/plan/invoice-line';
import type { Span } from './plan';
import { procedure } from './refused';

/**
 * One billing cycle, or the time without a plan after one: what was billed in it, and where its credit went. It adds
 * up, and each begins where the one before ends. What lapses at that instant belongs to the one that ends, what
 * is granted or charged at it to the one that begins.
 */
export type CycleStatement = {
  /** Null for time without a plan. */
  readonly subscription: string | null;
  /** Its place among all of them, from 1. */
  readonly number: number;
  /** The plan as it was at the end of the cycle; «No plan» where there was none. */
  readonly planName: string;
  /** While time without a plan goes on, it ends now. */
  readonly cycle: Span;
  /** Whether it still runs. */
  readonly open: boolean;
  readonly lines: readonly InvoiceLine[];
  /** The sum of the lines with a price. */
  readonly cents: number;
  /** How many lines have no price on the card. */
  readonly unpriced: number;
  /**
   * Over all wallets: `opening + granted - charged - lapsed = closing`, where opening and closing
   * count what is available and on hold.
   */
  readonly credits: {
    readonly opening: Credits;
    readonly granted: Credits;
    readonly charged: Credits;
    readonly lapsed: Credits;
    readonly closing: Credits;
  };
};

/** What can be written to a file: the ledger's lines, the bills, or use by day. */
export const exportKinds = ['statement', 'invoices', 'usage'] as const;
export type ExportKind = (typeof exportKinds)[number];

const day = z.iso.date();

export const invoices = {
  /** Cycles, newest first. */
  cycles: procedure
    .input(
      z.strictObject({
        before: z.number().int().positive().nullable(),
        limit: z.number().int().min(1).max(120),
      }),
    )
    .output(type<{ readonly cycles: readonly CycleStatement[]; readonly older: number | null }>()),
  /**
   * Writes a file of the days from `from` to `to`, both included, in the workspace's time zone. Without a folder the person is
   * asked where; null when dismissed. Only the terminal may name a folder.
   */
  export: procedure
    .input(
      z.strictObject({
        kind: z.enum(exportKinds),
        format: z.enum(['csv', 'pdf']),
        from: day,
        to: day,
        folder: z.string().max(4096).nullable(),
      }),
    )
    .output(type<{ readonly path: string | null; readonly lines: number }>()),
};
