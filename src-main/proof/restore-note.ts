import { z } from 'zod';
import { openSealed, printSealed } from './sealed-text';
import type { SigningKey } from './signing-key';
import type { ChainTip } from './tip';

/**
 * Left beside the heads when Tally puts a backup in the ledger's place: that the person wanted it, and how far
 * the ledger had come that was replaced. It holds only as long as no newer head was written.
 */
export type RestoreNote = {
  /** Null where no head was kept of what was replaced. */
  readonly replaced: ChainTip | null;
  /** The fingerprint of the key that signed it. */
  readonly signedBy: string | null;
};

const purpose = 'restore 1';

const noteSchema = z.strictObject({
  format: z.literal('tally-restore'),
  replaced: z
    .strictObject({ count: z.number().int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable(),
});

export function printNote(replaced: ChainTip | null, key: SigningKey | null): string {
  return printSealed(purpose, { format: 'tally-restore', replaced }, key);
}

/** The note of a text; null when it can't be believed. */
export function readNote(text: string): RestoreNote | null {
  const sealed = openSealed(purpose, text);
  if (sealed.kind === 'spoilt') return null;
  const note = noteSchema.safeParse(sealed.body);
  return note.success ? { replaced: note.data.replaced, signedBy: sealed.signedBy } : null;
}
