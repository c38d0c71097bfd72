import { first } from './0001-first';
import type { Migration } from './migration';

/** Every version of the schema in order, without gaps. */
export const migrations: readonly Migration[] = [first];

export const newestVersion = migrations.length;
