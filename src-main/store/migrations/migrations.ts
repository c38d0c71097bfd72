import { first } from './0001-first';
import { plans } from './0002-plans';
import { studio } from './0003-studio';
import type { Migration } from './migration';

/** Every version of the schema in order, without gaps. */
export const migrations: readonly Migration[] = [first, plans, studio];

export const newestVersion = migrations.length;
