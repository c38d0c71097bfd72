import { credits } from '../../src-shared/billing/credits';
import { instant } from '../../src-shared/billing/instant';
import { bucketsOf, type Cause, type Entry } from '../../src-shared/billing/lots/entry';
import type { Lot, LotTerms } from '../../src-shared/billing/lots/lot';
import type { EntryRow, LotRow } from '../store/schema';

/** An entry's own fields, as columns; its place, totals and hash come when it is written. */
export type EntryColumns = Omit<
  EntryRow,
  'number' | 'wallet' | 'available_after' | 'held_after' | 'hash'
>;

export function columnsOf(entry: Entry): EntryColumns {
  return {
    id: entry.id,
    kind: entry.kind,
    lot: entry.lotId,
    credits: entry.credits,
    at: entry.at,
    cause_json: JSON.stringify(entry.cause),
    released_to: entry.kind === 'release' ? entry.to : null,
    terms_json: entry.kind === 'grant' ? JSON.stringify(entry.terms) : null,
    job: entry.cause.kind === 'job' ? entry.cause.job : null,
  };
}

/** The entry that a row holds; throws on a row that no version of Tally has written. */
export function entryOf(row: EntryColumns): Entry {
  const cause = JSON.parse(row.cause_json) as Cause;
  const move = {
    id: row.id,
    lotId: row.lot,
    credits: credits(row.credits),
    at: instant(row.at),
    cause,
  };
  switch (row.kind) {
    case 'grant':
      if (cause.kind !== 'cycle' && cause.kind !== 'order') {
        throw new Error(`entry ${row.id} grants credit without a cycle or an order`);
      }
      return { ...move, kind: 'grant', cause, terms: JSON.parse(row.terms_json ?? '') as LotTerms };
    case 'release':
      return {
        ...move,
        kind: 'release',
        to: row.released_to === 'expired' ? 'expired' : 'available',
      };
    case 'hold':
    case 'charge':
    case 'expire':
      return { ...move, kind: row.kind };
    default:
      throw new Error(`entry ${row.id} has the unknown kind ${String(row.kind)}`);
  }
}

export function lotOf(row: LotRow): Lot {
  return {
    id: row.id,
    wallet: { id: row.wallet, kind: row.wallet_kind },
    source: row.source,
    startsAt: instant(row.starts_at),
    expiresAt: instant(row.expires_at),
    granted: credits(row.granted),
    available: credits(row.available),
    held: credits(row.held),
    spent: credits(row.spent),
    expired: credits(row.expired),
  };
}

/** Whether some of a lot can still move. */
export function isLive(lot: Pick<Lot, 'available' | 'held'>): boolean {
  return lot.available + lot.held > 0;
}

export function rowOfLot(lot: Lot): LotRow {
  return {
    id: lot.id,
    wallet: lot.wallet.id,
    wallet_kind: lot.wallet.kind,
    source: lot.source,
    starts_at: lot.startsAt,
    expires_at: lot.expiresAt,
    granted: lot.granted,
    available: lot.available,
    held: lot.held,
    spent: lot.spent,
    expired: lot.expired,
    live: isLive(lot) ? 1 : 0,
  };
}

/** How an entry changes its wallet's totals. */
export function effectOnWallet(entry: Entry): { available: number; held: number } {
  const move = bucketsOf(entry);
  if (move === null) return { available: entry.credits, held: 0 };
  const change = (bucket: 'available' | 'held') =>
    (move.to === bucket ? entry.credits : 0) - (move.from === bucket ? entry.credits : 0);
  return { available: change('available'), held: change('held') };
}
