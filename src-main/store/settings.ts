import type { SettingRow } from './schema';
import type { Database } from './sqlite';
import { arg, prepare, queries } from './statements';

export type SettingStore = {
  read(name: string): unknown;
  /** Belongs inside `write`. */
  save(name: string, value: unknown): void;
};

/** Small named values beside the ledger: the theme, the pause, the watermark. */
export function prepareSettings(database: Database): SettingStore {
  const select = prepare<{ name: string }, Pick<SettingRow, 'value_json'>>(
    database,
    queries.selectFrom('setting').select('value_json').where('name', '=', arg<string>('name')),
  );
  const upsert = prepare<SettingRow, never>(
    database,
    queries
      .insertInto('setting')
      .values({ name: arg('name'), value_json: arg('value_json') })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ value_json: arg<string>('value_json') }),
      ),
  );
  return {
    read: (name) => {
      const row = select.get({ name });
      return row === undefined ? null : JSON.parse(row.value_json);
    },
    save: (name, value) => {
      upsert.run({ name, value_json: JSON.stringify(value) });
    },
  };
}
