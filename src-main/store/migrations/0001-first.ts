import { type Compilable, type CreateTableBuilder, sql } from 'kysely';
import { appendOnly } from './append-only';
import type { Builder, Dialect, Migration } from './migration';

export const first: Migration = {
  version: 1,
  name: 'first',
  statements: (builder, dialect) => [
    ...workspaceTables(builder, dialect),
    ...ledgerTables(builder, dialect),
    ...jobTables(builder, dialect),
    ...ledgerIndexes(builder),
    ...jobIndexes(builder),
    ...appendOnly(builder, dialect, 'entry'),
    ...appendOnly(builder, dialect, 'rate_card'),
  ],
};

function workspaceTables({ schema }: Builder, dialect: Dialect): Compilable[] {
  return [
    schema
      .createTable('workspace')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('card_id', 'text', required)
      .addColumn('card_version', 'text', required)
      .addColumn('subscription', 'text', required)
      .addColumn('plan_id', 'text', required)
      .addColumn('cadence', 'text', required)
      .addColumn('anchor', 'bigint', required)
      .addColumn('time_zone', 'text', required)
      .addColumn('grant_credits', 'bigint', required)
      .addColumn('grant_every_months', 'integer', required)
      .addColumn('granted_cycles', 'integer', required),
    schema
      .createTable('rate_card')
      .addColumn('id', 'text', required)
      .addColumn('version', 'text', required)
      .addColumn('content_json', 'text', required)
      .addPrimaryKeyConstraint('rate_card_key', ['id', 'version']),
    schema
      .createTable('setting')
      .$call(keyedByText(dialect))
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('value_json', 'text', required),
  ];
}

function ledgerTables({ schema }: Builder, dialect: Dialect): Compilable[] {
  const hash = dialect === 'sqlite' ? 'blob' : 'bytea';
  return [
    schema
      .createTable('entry')
      // `integer` makes it SQLite's own row number; a ledger ends long before 2^31 entries do.
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('id', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(sql`kind in ('grant', 'hold', 'charge', 'release', 'expire')`),
      )
      .addColumn('lot', 'text', required)
      .addColumn('wallet', 'text', required)
      .addColumn('credits', 'bigint', (column) => column.notNull().check(sql`credits > 0`))
      .addColumn('at', 'bigint', required)
      .addColumn('cause_json', 'text', required)
      .addColumn('released_to', 'text')
      .addColumn('terms_json', 'text')
      .addColumn('job', 'text')
      .addColumn('available_after', 'bigint', notNegative('available_after'))
      .addColumn('held_after', 'bigint', notNegative('held_after'))
      .addColumn('hash', sql.raw(hash), required),
    schema
      .createTable('lot')
      .$call(keyedByText(dialect))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('wallet', 'text', required)
      .addColumn('wallet_kind', 'text', required)
      .addColumn('source', 'text', required)
      .addColumn('starts_at', 'bigint', required)
      .addColumn('expires_at', 'bigint', required)
      .addColumn('granted', 'bigint', required)
      .addColumn('available', 'bigint', notNegative('available'))
      .addColumn('held', 'bigint', notNegative('held'))
      .addColumn('spent', 'bigint', notNegative('spent'))
      .addColumn('expired', 'bigint', notNegative('expired'))
      .addColumn('live', 'integer', required)
      .addCheckConstraint('lot_adds_up', sql`granted = available + held + spent + expired`),
  ];
}

function jobTables({ schema }: Builder, dialect: Dialect): Compilable[] {
  return [
    schema
      .createTable('batch')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('request_json', 'text', required)
      .addColumn('quote_json', 'text', required)
      .addColumn('count', 'integer', required)
      .addColumn('submitted_at', 'bigint', required)
      .addColumn('parent_job', 'text'),
    schema
      .createTable('refused_batch')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('request_json', 'text', required)
      .addColumn('count', 'integer', required)
      .addColumn('parent_job', 'text')
      .addColumn('refusal_json', 'text', required)
      .addColumn('at', 'bigint', required),
    schema
      .createTable('job')
      .$call(keyedByText(dialect))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('batch', 'text', (column) => column.notNull().references('batch.id'))
      .addColumn('index_in_batch', 'integer', required)
      .addColumn('position', 'bigint', required)
      .addColumn('seed', 'bigint', required)
      .addColumn('price', 'bigint', required)
      .addColumn('state', 'text', required)
      .addColumn('started_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('failure_json', 'text'),
    schema
      .createTable('asset')
      .$call(keyedByText(dialect))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('job', 'text', (column) => column.notNull().references('job.id'))
      .addColumn('sha256', 'text', required)
      .addColumn('media_type', 'text', required)
      .addColumn('bytes', 'bigint', required)
      .addColumn('width', 'integer', required)
      .addColumn('height', 'integer', required)
      .addColumn('created_at', 'bigint', required)
      .addColumn('removed_at', 'bigint')
      .addColumn('reading', 'text', required)
      // One output, one asset: the job's own id finds it.
      .addCheckConstraint('asset_named_after_job', sql`id = job`),
  ];
}

function ledgerIndexes({ schema }: Builder): Compilable[] {
  return [
    // Only lots that still hold credit are ever looked for, so that balances don't grow with history.
    // On a column of its own, the index is written only when a lot is granted or used up.
    schema
      .createIndex('lot_live')
      .on('lot')
      .column('wallet')
      .where(sql.ref('live'), '=', sql.lit(1)),
  ];
}

function jobIndexes({ schema }: Builder): Compilable[] {
  return [
    // Without the state, so that starting a job leaves it as it is.
    schema
      .createIndex('job_unfinished')
      .on('job')
      .column('position')
      .where(sql.ref('ended_at'), 'is', null),
    schema
      .createIndex('job_ended')
      .on('job')
      .columns(['ended_at', 'position'])
      .where(sql.ref('ended_at'), 'is not', null),
    schema
      .createIndex('asset_shown')
      .on('asset')
      .columns(['created_at', 'id'])
      .where(sql.ref('removed_at'), 'is', null),
  ];
}

/**
 * A table whose key is a text holds its rows in the key's own tree: each change writes one page of
 * the disk less. Only for short rows; PostgreSQL has no such choice to make.
 */
function keyedByText(dialect: Dialect) {
  return <Table extends CreateTableBuilder<string, never>>(table: Table): Table =>
    dialect === 'sqlite' ? (table.modifyEnd(sql`without rowid`) as Table) : table;
}

type Column = Parameters<Parameters<CreateTableBuilder<string>['addColumn']>[2] & {}>[0];

function required(column: Column): Column {
  return column.notNull();
}

function notNegative(name: string) {
  return (column: Column): Column => column.notNull().check(sql`${sql.ref(name)} >= 0`);
}
