import { hashEntry } from '../../src-main/ledger/entry-hash';
import { genesisOf } from '../../src-main/store/identity';
import { ledgerFile } from '../../src-main/store/open-store';
import type { EntryRow } from '../../src-main/store/schema';
import { type Database, openSqlite } from '../../src-main/store/sqlite';

/** Works on the closed ledger of a folder as somebody with another program could: no trigger stands in the way. */
export function tamper<Value>(folder: string, work: (database: Database) => Value): Value {
  const database = openSqlite(ledgerFile(folder));
  try {
    const triggers = database
      .prepare<[], string>("select name from sqlite_master where type = 'trigger'")
      .pluck()
      .all();
    for (const trigger of triggers) database.exec(`drop trigger "${trigger}"`);
    return work(database);
  } finally {
    database.close();
  }
}

/** Gives every entry the hash that fits what it says now, as a clever forger would. */
export function rehash(database: Database): void {
  let previous = genesisOf(database);
  const rows = database.prepare<[], EntryRow>('select * from entry order by number').all();
  const update = database.prepare('update entry set hash = ? where number = ?');
  for (const row of rows) {
    const hash = hashEntry(row, previous);
    update.run(hash, row.number);
    previous = hash;
  }
}

/** Makes the kept lots and job states those of a ledger that ends with its newest entry. */
export function forgetWhatFollowed(database: Database): void {
  const rows = database.prepare<[], EntryRow>('select * from entry order by number').all();
  const lots = new Map<string, { available: number; held: number; spent: number }>();
  for (const row of rows) {
    const lot = lots.get(row.lot) ?? { available: 0, held: 0, spent: 0 };
    if (row.kind === 'grant') lot.available += row.credits;
    if (row.kind === 'hold') lot.available -= row.credits;
    if (row.kind === 'hold') lot.held += row.credits;
    if (row.kind === 'charge') lot.held -= row.credits;
    if (row.kind === 'charge') lot.spent += row.credits;
    lots.set(row.lot, lot);
  }
  const update = database.prepare(
    'update lot set granted = available + held + spent + expired, available = @available, held = @held, spent = @spent where id = @id',
  );
  database.pragma('ignore_check_constraints = on');
  for (const [id, lot] of lots) {
    update.run({ id, ...lot });
    database
      .prepare('update lot set granted = available + held + spent + expired where id = ?')
      .run(id);
  }
}
