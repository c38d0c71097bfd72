import { accessSync, constants, mkdirSync, truncateSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataProblem } from '../../src-shared/refusal';
import { problemOf } from '../store/open-store';
import { openSqlite, sqliteCode } from '../store/sqlite';

export type Ownership =
  | { readonly kind: 'owned'; release(): void }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'unusable'; readonly reason: DataProblem };

const retryMilliseconds = 25;

/**
 * Makes this process the only owner of a data folder, which is created when it is not there. The
 * operating system gives the lock up when the process ends, `kill -9` included. Never blocks.
 */
export function takeOwnership(dataFolder: string): Ownership {
  const file = join(dataFolder, 'owner.lock');
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    return lock(file);
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_NOTADB') return refusalOf(error);
  }
  // The lock's file never holds anything, so whatever is in it was put there by mistake. That it was
  // read at all proves that nobody holds the lock.
  try {
    truncateSync(file);
    return lock(file);
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * Like `takeOwnership`, but waits while the folder belongs to a process that no longer answers at
 * `address`, for that one is about to end; `in-use` as soon as somebody answers, or after `patience`
 * milliseconds.
 */
export async function takeOwnershipFrom(
  dataFolder: string,
  address: string,
  patience: number,
): Promise<Ownership> {
  for (let left = patience; ; left -= retryMilliseconds) {
    const ownership = takeOwnership(dataFolder);
    if (ownership.kind !== 'in-use' || left <= 0 || (await isAnswered(address))) return ownership;
    await wait(retryMilliseconds);
  }
}

/** SQLite locks a file alike on every system; the file itself stays empty. */
function lock(file: string): Ownership {
  const database = openSqlite(file, { timeout: 0 });
  try {
    // SQLite opens a file that can't be written for reading, and such a lock would keep nobody out.
    accessSync(file, constants.W_OK);
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw error;
  }
  return { kind: 'owned', release: () => void database.close() };
}

function refusalOf(error: unknown): Ownership {
  const reason = problemOf(error);
  if (reason === null) throw error;
  return reason === 'in-use' ? { kind: 'in-use' } : { kind: 'unusable', reason };
}

/** Whether a process listens at a local socket's address. */
function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
