import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openSqlite } from '../../src-main/store/sqlite';

/** Works on the ledger's file from outside, as another program could. */
function withLedger<Value>(folder: string, work: (database: Database) => Value): Value {
  const database = openSqlite(join(folder, 'tally.sqlite'), { timeout: 5000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Makes the ledger say that it has already seen a later instant, in milliseconds since 1970. */
export function setWatermark(folder: string, at: number): void {
  withLedger(folder, (database) =>
    database
      .prepare(
        `insert into setting (name, value_json) values ('watermark', ?)
         on conflict (name) do update set value_json = excluded.value_json`,
      )
      .run(String(at)),
  );
}

/** Gives the ledger the version number of a Tally that is yet to come. */
export function makeNewer(folder: string): void {
  withLedger(folder, (database) => database.pragma('user_version = 99'));
}

/** Makes the first grant larger, as somebody would who wants more credit and can write the file. */
export function alterGrant(folder: string, credits: number): void {
  withLedger(folder, (database) => {
    const triggers = database
      .prepare("select name from sqlite_master where type = 'trigger'")
      .pluck()
      .all();
    for (const trigger of triggers) database.exec(`drop trigger "${trigger}"`);
    database.prepare("update entry set credits = ? where kind = 'grant'").run(credits);
    database.prepare('update lot set granted = ?, available = ?').run(credits, credits);
  });
}

/** The delivered files of one ending in the library, by their paths; pictures where none is named. */
export function libraryFiles(folder: string, ending = '.png'): string[] {
  const library = join(folder, 'library');
  if (!existsSync(library)) return [];
  return readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(library, name));
}
