import type { LotTerms } from '../../src-shared/billing/lots/lot';
import type { LotRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { prepare, queries } from '../store/statements';

/** Where the ledger does not agree with itself. */
export type Break = { readonly at: string; readonly message: string };

/** A lot while it is replayed: plain numbers, since a million entries pass through. */
export type ReplayedLot = {
  readonly terms: LotTerms;
  available: number;
  held: number;
  spent: number;
  expired: number;
};

/** The first kept lot that differs from what the entries add up to; null when none does. */
export function findStaleBalance(
  database: Database,
  lots: ReadonlyMap<string, ReplayedLot>,
): Break | null {
  const kept = prepare<Record<string, never>, LotRow>(
    database,
    queries.selectFrom('lot').selectAll(),
  ).all({});
  if (kept.length !== lots.size) {
    return { at: 'balances', message: `${kept.length} lots are kept, ${lots.size} were granted` };
  }
  for (const row of kept) {
    const lot = lots.get(row.id);
    if (lot === undefined || !isSameLot(row, lot)) {
      return { at: `lot ${row.id}`, message: 'it differs from its entries' };
    }
  }
  return null;
}

function isSameLot(row: LotRow, { terms, available, held, spent, expired }: ReplayedLot): boolean {
  return (
    row.wallet === terms.wallet.id &&
    row.wallet_kind === terms.wallet.kind &&
    row.source === terms.source &&
    row.starts_at === terms.startsAt &&
    row.expires_at === terms.expiresAt &&
    row.granted === terms.granted &&
    row.available === available &&
    row.held === held &&
    row.spent === spent &&
    row.expired === expired &&
    row.live === (available + held > 0 ? 1 : 0)
  );
}
