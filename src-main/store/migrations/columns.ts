import { type CreateTableBuilder, sql } from 'kysely';
import type { Dialect } from './migration';

/**
 * A table whose key is a text holds its rows in the key's own tree: each change writes one page of
 * the disk less. Only for short rows; PostgreSQL has no such choice to make.
 */
export function keyedByText(dialect: Dialect) {
  return <Table extends CreateTableBuilder<string, never>>(table: Table): Table =>
    dialect === 'sqlite' ? (table.modifyEnd(sql`without rowid`) as Table) : table;
}

type Column = Parameters<Parameters<CreateTableBuilder<string>['addColumn']>[2] & {}>[0];

export function required(column: Column): Column {
  return column.notNull();
}
