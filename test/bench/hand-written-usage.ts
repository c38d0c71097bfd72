import type { Database } from '../../src-main/store/sqlite';
import type { UsageRow } from '../../src-shared/contract/insight';
import { daysOf, jobsOfDay, monthAmid } from './usage-history';

/** The rows that Tally keeps, by a bare statement with its values in place. */
export function keptRows(database: Database, entries: number): () => UsageRow[] {
  const { from, to } = monthAmid(entries);
  const select = database.prepare<[], UsageRow>(
    `select * from usage_day where day between '${from}' and '${to}'
     order by day, seat, tool, model, quality`,
  );
  return () => select.all();
}

/** What one would write without keeping anything: every charge in a table with one covering index. */
export function indexedCharges(database: Database, entries: number): () => UsageRow[] {
  const { from, to } = monthAmid(entries);
  database.exec(
    `create table temp.charge (day text, seat text, tool text, model text, quality text, units int, credits int);
     begin`,
  );
  const insert = database.prepare('insert into temp.charge values (?,?,?,?,?,?,?)');
  for (let number = 0; number < daysOf(entries); number += 1) {
    for (const { at, seat, quote } of jobsOfDay(number)) {
      const { tool, model, quality, units, each } = quote;
      insert.run(new Date(at).toISOString().slice(0, 10), seat, tool, model, quality, units, each);
    }
  }
  database.exec(
    `commit;
     create index temp.charge_by_day on charge (day, seat, tool, model, quality, units, credits)`,
  );
  const select = database.prepare<[], UsageRow>(
    `select day, seat, tool, model, quality, count(*) as outputs, sum(units) as units, sum(credits) as credits
     from temp.charge where day between '${from}' and '${to}'
     group by day, seat, tool, model, quality`,
  );
  return () => select.all();
}
