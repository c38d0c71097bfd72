import { type Compilable, sql } from 'kysely';
import { appendOnly } from './append-only';
import { keyedByText, required } from './columns';
import type { Builder, Dialect, Migration } from './migration';

/** Plans as a list of orders, what was billed, whose ledger it is, and use by day. */
export const plans: Migration = {
  version: 2,
  name: 'plans',
  statements: (builder, dialect) => [
    ...orderTables(builder, dialect),
    identityTable(builder, dialect),
    usageTable(builder, dialect),
    ...jobColumns(builder),
    ...['plan_order', 'refused_order', 'invoice_line', 'workspace_identity'].flatMap((table) =>
      appendOnly(builder, dialect, table),
    ),
  ],
};

function orderTables({ schema }: Builder, dialect: Dialect): Compilable[] {
  return [
    schema
      .createTable('plan_order')
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('at', 'bigint', required)
      .addColumn('wish_json', 'text', required)
      .addColumn('hash', hashType(dialect), required),
    schema
      .createTable('refused_order')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('at', 'bigint', required)
      .addColumn('wish_json', 'text', required)
      .addColumn('refusal_json', 'text', required),
    schema
      .createTable('invoice_line')
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('at', 'bigint', required)
      .addColumn('kind', 'text', required)
      .addColumn('name', 'text', required)
      .addColumn('seat', 'text')
      .addColumn('quantity', 'integer', required)
      .addColumn('cents', 'bigint')
      .addColumn('credits', 'bigint', required)
      .addColumn('subscription', 'text', required)
      .addColumn('cycle_starts_at', 'bigint', required)
      .addColumn('cycle_ends_at', 'bigint', required)
      .addColumn('hash', hashType(dialect), required),
  ];
}

function identityTable({ schema }: Builder, dialect: Dialect): Compilable {
  return schema
    .createTable('workspace_identity')
    .addColumn('singleton', 'integer', (column) =>
      column.primaryKey().notNull().check(sql`singleton = 1`),
    )
    .addColumn('id', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('test_clock', 'integer', required)
    .addColumn('genesis', hashType(dialect), required);
}

function usageTable({ schema }: Builder, dialect: Dialect): Compilable {
  return schema
    .createTable('usage_day')
    .$call(keyedByText(dialect))
    .addColumn('day', 'text', required)
    .addColumn('seat', 'text', required)
    .addColumn('tool', 'text', required)
    .addColumn('model', 'text', required)
    .addColumn('quality', 'text', required)
    .addColumn('outputs', 'bigint', required)
    .addColumn('units', 'bigint', required)
    .addColumn('credits', 'bigint', required)
    .addPrimaryKeyConstraint('usage_day_key', ['day', 'seat', 'tool', 'model', 'quality']);
}

function jobColumns({ schema }: Builder): Compilable[] {
  return [
    schema
      .alterTable('batch')
      .addColumn('seat', 'text', (column) => column.notNull().defaultTo(sql.lit('seat-1'))),
    // Whether the job's price is on hold now, and how often it was put on hold.
    schema
      .alterTable('job')
      .addColumn('held', 'integer', (column) => column.notNull().defaultTo(sql.lit(1))),
    schema
      .alterTable('job')
      .addColumn('holds', 'integer', (column) => column.notNull().defaultTo(sql.lit(1))),
    // Nearly always empty: whether any job waits for credit is asked whenever one could start.
    schema
      .createIndex('job_unheld')
      .on('job')
      .column('position')
      .where(sql.ref('held'), '=', sql.lit(0))
      .where(sql.ref('ended_at'), 'is', null),
  ];
}

function hashType(dialect: Dialect) {
  return dialect === 'sqlite' ? sql`blob` : sql`bytea`;
}
