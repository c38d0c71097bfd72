import { applyEntry } from '../../src-shared/billing/entry';
import type { Lot } from '../../src-shared/billing/lot';
import type { EntryRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { prepare, queries } from '../store/statements';
import { write } from '../store/write';
import { effectOnWallet, entryOf, rowOfLot } from './entry-row';

/** Throws lots and wallets away and folds them anew from the entries: the answers stay the same. */
export function rebuildBalances(database: Database): void {
  write(database, () => {
    const lots = new Map<string, Lot>();
    const wallets = new Map<string, { id: string; available: number; held: number }>();
    const entries = prepare<Record<string, never>, EntryRow>(
      database,
      queries.selectFrom('entry').selectAll().orderBy('number'),
    );
    for (const row of entries.iterate({})) {
      const entry = entryOf(row);
      const lot = applyEntry(lots.get(entry.lotId) ?? null, entry);
      lots.set(lot.id, lot);
      const effect = effectOnWallet(entry);
      const wallet = wallets.get(lot.wallet.id) ?? { id: lot.wallet.id, available: 0, held: 0 };
      wallets.set(wallet.id, {
        id: wallet.id,
        available: wallet.available + effect.available,
        held: wallet.held + effect.held,
      });
    }
    database.exec(queries.deleteFrom('lot').compile().sql);
    database.exec(queries.deleteFrom('wallet').compile().sql);
    insertAll(database, 'lot', [...lots.values()].map(rowOfLot));
    insertAll(database, 'wallet', [...wallets.values()]);
  });
}

function insertAll(
  database: Database,
  table: 'lot' | 'wallet',
  rows: readonly Record<string, string | number>[],
): void {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = columns.map((column) => `@${column}`).join(', ');
  const insert = database.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${values})`,
  );
  for (const row of rows) insert.run(row);
}
