import { PGlite } from '@electric-sql/pglite';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../../src-main/store/migrations/migrations';
import { openStore } from '../../../src-main/store/open-store';
import { removeFolder, temporaryFolder } from '../../helpers/test-studio';
import { sampleEntry } from './sample-entry';

// PostgreSQL itself, compiled to WebAssembly.
let postgres: PGlite;
const hash = "'\\x00'";

beforeAll(async () => {
  postgres = new PGlite();
  const builder = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  for (const migration of migrations) {
    for (const statement of migration.statements(builder, 'postgres')) {
      await postgres.exec(statement.compile().sql);
    }
  }
  await postgres.exec(sampleEntry({ hash }));
  await postgres.exec("insert into rate_card values ('card', '2026-01-01', '{}')");
}, 60_000);
afterAll(() => postgres.close());

async function columnsOnPostgres() {
  const { rows } = await postgres.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'public'",
  );
  return rows.map((row) => `${row.table_name}.${row.column_name}`).sort();
}

test('PostgreSQL takes the same tables and columns as SQLite', async () => {
  const folder = temporaryFolder();
  const opened = await openStore(folder);
  if (opened.kind === 'unusable') throw new Error(`unusable: ${opened.reason}`);
  const rows = opened.database
    .prepare<[], { name: string }>(
      `select t.name || '.' || c.name as name from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'sqlite_%'`,
    )
    .all();
  opened.database.close();
  removeFolder(folder);
  expect(await columnsOnPostgres()).toEqual(rows.map(({ name }) => name).sort());
});

test('PostgreSQL keeps amounts and instants that are larger than 32 bits', async () => {
  await postgres.exec(
    "insert into lot values ('lot', 'seat-1', 'seat', 'base', 1767225600000, 1769904000000, 9007199254740991, 9007199254740991, 0, 0, 0, 1)",
  );
  const { rows } = await postgres.query<{ granted: number }>('select granted from lot');
  expect(rows).toEqual([{ granted: 9_007_199_254_740_991 }]);
});

test.each([
  'update entry set credits = 99',
  'delete from entry',
  'truncate entry',
  'update rate_card set version = version',
  'delete from rate_card',
  'truncate rate_card',
])('its triggers refuse «%s»', async (statement) => {
  await expect(postgres.exec(statement)).rejects.toThrow('append-only');
  const { rows } = await postgres.query('select credits::int from entry');
  expect(rows).toEqual([{ credits: 5 }]);
});

test.each([
  ['no credit', sampleEntry({ hash, number: 2, id: 'b', credits: 0 })],
  ['an unknown kind', sampleEntry({ hash, number: 2, id: 'b', kind: 'refund' })],
  ['an id that is taken', sampleEntry({ hash, number: 2 })],
  ['a balance below nothing', sampleEntry({ hash, number: 2, id: 'b', availableAfter: -1 })],
  [
    'a lot that does not add up',
    "insert into lot values ('odd', 'seat-1', 'seat', 'base', 0, 1, 5, 5, 1, 0, 0)",
  ],
  [
    'a second workspace',
    "insert into workspace values (2,'c','v','s','p','monthly',0,'UTC',1,1,0)",
  ],
])('it refuses %s', async (_, statement) => {
  await expect(postgres.exec(statement)).rejects.toThrow(/constraint/);
});
