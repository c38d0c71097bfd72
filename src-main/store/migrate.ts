import { migrations, newestVersion } from './migrations/migrations';
import type { Database } from './sqlite';
import { schemaBuilder } from './statements';
import { write } from './write';

/** Which version of the schema a file has: 0 for an empty one. SQLite keeps it in the file's header. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

export function needsMigration(database: Database): boolean {
  return versionOf(database) < newestVersion;
}

/** Brings the file to the newest version, one transaction a step: a crash leaves a whole version. */
export function migrate(database: Database): void {
  for (const migration of migrations.slice(versionOf(database))) {
    write(database, () => {
      for (const statement of migration.statements(schemaBuilder, 'sqlite')) {
        database.exec(statement.compile().sql);
      }
      database.pragma(`user_version = ${migration.version}`);
    });
  }
}
