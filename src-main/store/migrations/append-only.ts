import { type Compilable, sql } from 'kysely';
import type { Builder, Dialect } from './migration';

/** Triggers that refuse every UPDATE and DELETE of a table. */
export function appendOnly(builder: Builder, dialect: Dialect, table: string): Compilable[] {
  return dialect === 'sqlite' ? sqliteTriggers(builder, table) : postgresTriggers(builder, table);
}

function sqliteTriggers(builder: Builder, table: string): Compilable[] {
  return ['update', 'delete'].map((operation) =>
    compilable(
      builder,
      `create trigger ${table}_refuses_${operation} before ${operation} on ${table}
       begin select raise(abort, '${table} is append-only'); end`,
    ),
  );
}

function postgresTriggers(builder: Builder, table: string): Compilable[] {
  return [
    compilable(
      builder,
      `create function ${table}_is_append_only() returns trigger language plpgsql as
       $$ begin raise exception '${table} is append-only'; end $$`,
    ),
    compilable(
      builder,
      `create trigger ${table}_refuses_change before update or delete or truncate on ${table}
       for each statement execute function ${table}_is_append_only()`,
    ),
  ];
}

function compilable(builder: Builder, text: string): Compilable {
  return { compile: () => sql.raw(text).compile(builder) };
}
