import { assertNever } from '../../assert-never';
import type { Credits } from '../credits';
import type { Instant } from '../instant';
import { type Bucket, freshLot, type Lot, type LotTerms, moveCredit } from './lot';

export const entryKinds = ['grant', 'hold', 'charge', 'release', 'expire'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Why an entry exists: a turn of the billing cycle, an order, or a job. Nothing else can cause one (B7). */
export type Cause =
  | GrantCause
  | { readonly kind: 'job'; readonly job: string }
  | { readonly kind: 'expiry' };

/** The two things that credit can come from. */
export type GrantCause =
  | { readonly kind: 'cycle'; readonly subscription: string; readonly index: number }
  | { readonly kind: 'order'; readonly order: string };

type Move = {
  readonly id: string;
  readonly lotId: string;
  readonly credits: Credits;
  readonly at: Instant;
  readonly cause: Cause;
};

/** An append-only move of one lot's credit. */
export type Entry =
  | (Move & { readonly kind: 'grant'; readonly terms: LotTerms; readonly cause: GrantCause })
  | (Move & { readonly kind: 'hold' })
  | (Move & { readonly kind: 'charge' })
  /** Back to its own lot, or, if that has expired meanwhile, straight to expired. */
  | (Move & { readonly kind: 'release'; readonly to: 'available' | 'expired' })
  | (Move & { readonly kind: 'expire' });

/** Between which buckets an entry moves credit; null for a grant, whose credit comes from outside. */
export function bucketsOf(entry: Entry): { from: Bucket; to: Bucket } | null {
  switch (entry.kind) {
    case 'grant':
      return null;
    case 'hold':
      return { from: 'available', to: 'held' };
    case 'charge':
      return { from: 'held', to: 'spent' };
    case 'release':
      return { from: 'held', to: entry.to };
    case 'expire':
      return { from: 'available', to: 'expired' };
    default:
      return assertNever(entry);
  }
}

/**
 * The lot after the entry: the definition of a balance. Throws when the entry does not fit, which
 * only a broken ledger can cause.
 */
export function applyEntry(lot: Lot | null, entry: Entry): Lot {
  const move = bucketsOf(entry);
  if (move === null) {
    if (entry.kind !== 'grant' || lot !== null) throw new Error(`lot ${entry.lotId} granted twice`);
    return freshLot(entry.terms);
  }
  if (lot === null) throw new Error(`entry ${entry.id} moves the unknown lot ${entry.lotId}`);
  return moveCredit(lot, move.from, move.to, entry.credits);
}

/** All lots after `entries`, oldest entry first, by lot id. */
export function foldEntries(entries: Iterable<Entry>): Map<string, Lot> {
  const lots = new Map<string, Lot>();
  for (const entry of entries) {
    lots.set(entry.lotId, applyEntry(lots.get(entry.lotId) ?? null, entry));
  }
  return lots;
}
