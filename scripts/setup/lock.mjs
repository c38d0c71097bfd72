import { readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const RETRY_MILLISECONDS = 100;
const HEARTBEAT_MILLISECONDS = 5000;
/** Without a sign of life for this long a lock is abandoned, also if its process id was given anew. */
const SILENT_MILLISECONDS = 10 * 60_000;

/**
 * @typedef {{ alsoHeldBy: (processId: number) => Promise<void> }} Lock
 * `alsoHeldBy` keeps the lock while that process lives, even if ours is killed: a child process may
 * still be at work then.
 */

/**
 * Runs `work` while no other process holds the lock at `path`, and waits for its turn. A lock whose
 * owner is no longer alive is taken over, so that a killed set-up blocks nobody.
 * @template Result
 * @param {string} path a file that only this lock uses
 * @param {(lock: Lock) => Promise<Result>} work
 * @param {() => void} [onWait] called once when somebody else holds the lock
 * @returns {Promise<Result>}
 */
export async function withLock(path, work, onWait = () => undefined) {
  await mkdir(dirname(path), { recursive: true });
  let waited = false;
  while (!(await tryLock(path))) {
    if (!waited) onWait();
    waited = true;
    await wait(RETRY_MILLISECONDS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lock somebody else removed has nothing left to keep alive.
    utimes(path, now, now).catch(() => clearInterval(heartbeat));
  }, HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  try {
    return await work({
      alsoHeldBy: (processId) => appendFile(path, `\n${processId}`),
    });
  } finally {
    clearInterval(heartbeat);
    await releaseLock(path);
  }
}

/**
 * Takes the lock if nobody alive holds it. `releaseLock` gives it back.
 * @param {string} path
 * @returns {Promise<boolean>} whether the lock is now ours
 */
export async function tryLock(path) {
  if (await createNew(path)) return true;
  const owner = await ownerOf(path);
  if (owner === undefined || !(await isAbandoned(path, owner))) return false;
  return takeOver(path, owner);
}

/** @param {string} path of a lock that is ours */
export async function releaseLock(path) {
  await rm(path, { force: true });
}

/**
 * Replaces the lock of a dead owner by ours. The marker lets one process at a time do so, and the
 * second look finds a lock that somebody else took over in between.
 * @param {string} path
 * @param {string} deadOwner
 */
async function takeOver(path, deadOwner) {
  const marker = `${path}.takeover`;
  if (!(await createNew(marker))) {
    const markedBy = await ownerOf(marker);
    if (markedBy !== undefined && (await isAbandoned(marker, markedBy))) {
      await rm(marker, { force: true });
    }
    return false;
  }
  try {
    if ((await ownerOf(path)) !== deadOwner) return false;
    const ours = `${path}.${process.pid}`;
    await writeFile(ours, String(process.pid));
    await rename(ours, path);
    return true;
  } finally {
    await rm(marker, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {Promise<boolean>} false when the file was there already
 */
async function createNew(path) {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>} undefined when nobody holds the lock
 */
async function ownerOf(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * @param {string} path
 * @param {string} owners the process ids written in the lock, or '' when their writer was cut off
 */
async function isAbandoned(path, owners) {
  const processIds = owners.split('\n').map(Number);
  if (processIds.every((processId) => processId > 0 && !isAlive(processId))) return true;
  try {
    return Date.now() - (await stat(path)).mtimeMs > SILENT_MILLISECONDS;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return !isZombie(processId);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/**
 * A process that ended but that nobody waited for still answers to its id.
 * @param {number} processId
 */
function isZombie(processId) {
  if (process.platform !== 'linux') return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${processId}/stat`, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return true;
    throw error;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
export function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
