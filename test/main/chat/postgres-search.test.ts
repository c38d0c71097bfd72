import { PGlite } from '@electric-sql/pglite';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQueries } from '../../../src-main/chat/search-queries';
import { folded, likePattern, wordsOf } from '../../../src-main/chat/search-words';
import { migrations } from '../../../src-main/store/migrations/migrations';

// PostgreSQL itself, compiled to WebAssembly.
let postgres: PGlite;

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
  for (const [id, text] of [
    ['bears', 'Über BÄREN und 100% honey_pots'],
    ['foxes', 'A fox\\den'],
  ] as const) {
    await postgres.query('insert into chat values ($1, $2, $3, 1, 1, null)', [id, id, id]);
    const values = [id, text, folded(text)];
    const insert = `insert into chat_message values ($1, 1, 'person', $2, $3, null, 1)`;
    await postgres.query(insert, values);
  }
}, 60_000);
afterAll(() => postgres.close());

async function find(text: string): Promise<string[]> {
  const words = wordsOf(text);
  const args: Record<string, unknown> = { limit: 50 };
  for (const [index, word] of words.entries()) args[`word${index}`] = likePattern(word);
  const values: unknown[] = [];
  const sql = searchQueries(words.length)
    .chats.compile()
    .sql.replaceAll(/@(\w+)/g, (_, name: string) => `$${values.push(args[name])}`);
  const { rows } = await postgres.query<{ id: string }>(sql, values);
  return rows.map(({ id }) => id).sort();
}

test.each([
  ['', ['bears', 'foxes']],
  ['bären über', ['bears']],
  ['100%', ['bears']],
  ['honeyXpots', []],
  ['_pots', ['bears']],
  ['fox\\den', ['foxes']],
  ['%', ['bears']],
])('PostgreSQL finds for «%s» what SQLite finds', async (words, found) =>
  expect(await find(words)).toEqual(found),
);
