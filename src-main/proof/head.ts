import { z } from 'zod';

import { type Instant, instant } from '../../src-shared/billing/instant';
import { openSealed, printSealed } from './sealed-text';
import type { SigningKey } from './signing-key';
import type { ChainTip, Tip } from './tip';

/** How far the ledger had come when it was last signed: kept outside the database. */
export type Head = {
  readonly workspaceId: string;
  /** When it was signed. */
  readonly at: Instant;
  readonly tip: Tip;
  /** Earlier states of the entries that must still be there, oldest first: one a start and one a backup. */
  readonly anchors: readonly ChainTip[];
  /** Ends of ledgers whose place an older backup has taken, oldest first. */
  readonly former: readonly ChainTip[];
  /** An older backup was opened and what was delivered since has not been settled to the end. */
  readonly unsettled: Unsettled | null;
};

/** How many entries an older backup came with, and how many had been signed. */
export type Unsettled = { readonly entries: number; readonly signedEntries: number };

/** A head's file as it was found. */
export type FoundHead =
  | { readonly kind: 'head'; readonly head: Head; readonly signedBy: string | null }
  | { readonly kind: 'none' }
  /** There is a file, but what it says can't be believed; `message` is the rest of a sentence. */
  | { readonly kind: 'spoilt'; readonly message: string };

const purpose = 'head 1';
const count = z.number().int().min(0);
const chain = z.strictObject({ count, head: z.string().regex(/^[0-9a-f]{64}$/) });

const headSchema = z.strictObject({
  format: z.literal('tally-head'),
  schema: z.literal(1),
  workspaceId: z.string().max(128),
  at: z.number().int().min(-8.64e15).max(8.64e15).transform(instant),
  tip: z.strictObject({ entries: chain, orders: chain, lines: chain }),
  anchors: z.array(chain),
  former: z.array(chain),
  unsettled: z.strictObject({ entries: count, signedEntries: count }).nullable(),
});

/** The text of a head's file, signed where there is a key. */
export function printHead(head: Head, key: SigningKey | null): string {
  const body: z.input<typeof headSchema> = {
    format: 'tally-head',
    schema: 1,
    workspaceId: head.workspaceId,
    at: head.at,
    tip: head.tip,
    anchors: [...head.anchors],
    former: [...head.former],
    unsettled: head.unsettled,
  };
  return printSealed(purpose, body, key);
}

/** Reads the text of a head's file; its seal is checked before anything in it is believed. */
export function readHead(text: string): FoundHead {
  const sealed = openSealed(purpose, text);
  if (sealed.kind === 'spoilt') return sealed;
  const head = headSchema.safeParse(sealed.body);
  if (!head.success) return { kind: 'spoilt', message: 'is of another version of Tally' };
  const { format, schema, ...said } = head.data;
  return { kind: 'head', head: said, signedBy: sealed.signedBy };
}
