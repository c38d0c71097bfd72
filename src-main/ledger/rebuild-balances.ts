import { type Entry, foldEntries } from '../../src-shared/billing/lots/entry';
import type { EntryRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { prepare, queries } from '../store/statements';
import { write } from '../store/write';
import { entryOf, rowOfLot } from './entry-row';
import { prepareToInsertLot } from './post-entries';

/** Throws the kept lots away and folds them anew from the entries: the answers stay the same. */
export function rebuildBalances(database: Database): void {
  write(database, () => {
    const entries = prepare<Record<string, never>, EntryRow>(
      database,
      queries.selectFrom('entry').selectAll().orderBy('number'),
    );
    const lots = foldEntries(entriesIn(entries.iterate({})));
    database.exec(queries.deleteFrom('lot').compile().sql);
    const insert = prepareToInsertLot(database);
    for (const lot of lots.values()) insert.run(rowOfLot(lot));
  });
}

function* entriesIn(rows: Iterable<EntryRow>): Generator<Entry> {
  for (const row of rows) yield entryOf(row);
}
