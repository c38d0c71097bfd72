import { type Compilable, sql } from 'kysely';
import { keyedByText, required } from './columns';
import type { Builder, Dialect, Migration } from './migration';

/** Several prompts in a batch, what was made before to be found again, storyboards and chats. */
export const studio: Migration = {
  version: 3,
  name: 'studio',
  statements: (builder, dialect) => [
    builder.schema.alterTable('batch').addColumn('prompts_json', 'text'),
    recipeTable(builder, dialect),
    boardTable(builder),
    ...chatTables(builder),
  ],
};

function recipeTable({ schema }: Builder, dialect: Dialect): Compilable {
  return (
    schema
      .createTable('recipe')
      .$call(keyedByText(dialect))
      .addColumn('prompt', 'text', required)
      .addColumn('recipe', 'text', required)
      .addColumn('batch', 'text', (column) => column.notNull().references('batch.id'))
      // One tree answers both questions: the same prompt, and the very same recipe.
      .addPrimaryKeyConstraint('recipe_key', ['prompt', 'recipe', 'batch'])
  );
}

function boardTable({ schema }: Builder): Compilable {
  return schema
    .createTable('board')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('title', 'text', required)
    .addColumn('content_json', 'text', required)
    .addColumn('changed_at', 'bigint', required);
}

function chatTables({ schema }: Builder): Compilable[] {
  return [
    schema
      .createTable('chat')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('title', 'text', required)
      // What is searched: the title in small letters, so that every database finds the same.
      .addColumn('folded', 'text', required)
      .addColumn('started_at', 'bigint', required)
      .addColumn('changed_at', 'bigint', required)
      .addColumn('removed_at', 'bigint'),
    schema
      .createTable('chat_message')
      .addColumn('chat', 'text', (column) => column.notNull().references('chat.id'))
      .addColumn('number', 'integer', required)
      .addColumn('role', 'text', (column) =>
        column.notNull().check(sql`role in ('person', 'guide')`),
      )
      .addColumn('text', 'text', required)
      .addColumn('folded', 'text', required)
      .addColumn('extra_json', 'text')
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint('chat_message_key', ['chat', 'number']),
  ];
}
