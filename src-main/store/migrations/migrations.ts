import { first } from './0001-first';
import { plans } from './0002-plans';
import type { Migration } from './migration';

/** Every version of the schema in order, without gaps. */
export const migrations: readonly Migration[] = [first, plans];

export const newestVersion = migrations.length;
