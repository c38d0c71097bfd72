import { createHash } from 'node:crypto';
import type { EntryRow } from '../store/schema';

/** What the first entry is chained to. */
export const noHash: Uint8Array = new Uint8Array(32);

/**
 * SHA-256 over every field of an entry, each with its length before it, and over the hash of the
 * entry before: no byte of any entry can change, move or vanish unseen, and no two different rows
 * encode alike.
 */
export function hashEntry(row: Omit<EntryRow, 'hash'>, previous: Uint8Array): Buffer {
  return createHash('sha256').update(encode(row)).update(previous).digest();
}

/** Whether a kept hash is this one; what is no hash at all is not. */
export function isSameHash(hash: Buffer, kept: unknown): boolean {
  return kept instanceof Uint8Array && hash.equals(kept);
}

function encode(row: Omit<EntryRow, 'hash'>): string {
  return (
    field(row.number) +
    field(row.id) +
    field(row.kind) +
    field(row.lot) +
    field(row.wallet) +
    field(row.credits) +
    field(row.at) +
    field(row.cause_json) +
    field(row.released_to) +
    field(row.terms_json) +
    field(row.job) +
    field(row.available_after) +
    field(row.held_after)
  );
}

/** `length:value`; an absent value has no length, so that it differs from an empty one. */
function field(value: string | number | null): string {
  if (value === null) return '-:';
  const text = String(value);
  return `${text.length}:${text}`;
}
