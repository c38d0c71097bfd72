import { once } from 'node:events';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { reasonIn } from './setup/command.mjs';
import { hasCode, releaseLock, tryLock } from './setup/lock.mjs';
import { Problem } from './setup/problem.mjs';
import { secureSocketFolder } from './socket-address.mjs';

/**
 * @typedef {import('node:net').Socket} Socket
 * @typedef {{ status: number | null, errorText: string }} OwnerEnd
 * @typedef {(dataFolder: string, testClock: string | undefined) => Promise<{ ended: Promise<OwnerEnd> }>} StartOwner
 * Starts the process that owns the data folder, which makes a test workspace there when told its time;
 * `ended` settles when it has ended.
 * @typedef {{ address: string, dataFolder: string, testClock?: string | undefined, startOwner: StartOwner }} Wanted
 */

const RETRY_MILLISECONDS = 25;
const START_LIMIT_MILLISECONDS = 60_000;
const RIVAL_LIMIT_MILLISECONDS = 20_000;
/** The owner's exit status when another process owns the data folder. */
const OWNED_BY_ANOTHER = 75;
/** The owner's exit status when the data can't be opened; its last line on standard error says why. */
const DATA_REFUSED = 78;

/** The data folder can't be opened, for the reason its owner gave. */
export class RefusedToOpen extends Problem {
  /** @param {{ code: string, message: string }} refusal */
  constructor(refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/**
 * A connection to the owner of the data folder, which is started when nobody listens. Of several
 * launchers that find nobody, one starts the owner and the others wait for it.
 * @param {Wanted} wanted
 * @returns {Promise<Socket>}
 * @throws {Problem} when no owner can be had
 */
export async function connectToOwner(wanted) {
  const { address } = wanted;
  if (process.platform !== 'win32') makeFolderSecure(address);
  const startLock = startLockOf(address);
  for (;;) {
    const socket = await connect(address);
    if (socket !== undefined) return socket;
    if (await tryLock(startLock)) {
      try {
        return await startAndConnect(wanted);
      } finally {
        await releaseLock(startLock);
      }
    }
    await wait(RETRY_MILLISECONDS);
  }
}

/** @param {string} address */
function startLockOf(address) {
  const isPipe = process.platform === 'win32';
  return isPipe ? join(tmpdir(), `${basename(address)}.starting`) : `${address}.starting`;
}

/** @param {string} address */
function makeFolderSecure(address) {
  try {
    secureSocketFolder(address, userInfo().uid);
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {Wanted} wanted
 * @returns {Promise<Socket>}
 */
async function startAndConnect({ address, dataFolder, testClock, startOwner }) {
  // Whoever held the lock before us may have started the owner.
  const present = await connect(address);
  if (present !== undefined) return present;
  const owner = await startOwner(dataFolder, testClock);
  /** @type {OwnerEnd | undefined} */
  let end;
  const ended = owner.ended.then((how) => {
    end = how;
  });
  const deadline = Date.now() + START_LIMIT_MILLISECONDS;
  while (end === undefined) {
    const socket = await connect(address);
    if (socket !== undefined) return socket;
    if (Date.now() > deadline) {
      throw new Problem('Tally did not start within a minute; close other programs and try again.');
    }
    await Promise.race([wait(RETRY_MILLISECONDS), ended]);
  }
  if (end.status === OWNED_BY_ANOTHER) return connectToRival(address);
  throw problemOf(end);
}

/**
 * Another process took the data folder before our owner could; it will listen in a moment.
 * @param {string} address
 */
async function connectToRival(address) {
  const deadline = Date.now() + RIVAL_LIMIT_MILLISECONDS;
  while (Date.now() < deadline) {
    const socket = await connect(address);
    if (socket !== undefined) return socket;
    await wait(RETRY_MILLISECONDS);
  }
  throw new Problem(
    'Tally is open on this data folder but does not answer; close it and run the command again.',
  );
}

/** @param {OwnerEnd} end */
function problemOf({ status, errorText }) {
  if (status === DATA_REFUSED) {
    const refusal = refusalIn(errorText);
    if (refusal !== undefined) return new RefusedToOpen(refusal);
  }
  // Chromium's own log lines begin with the process they come from and explain nothing here.
  const said = errorText.replace(/^\[\d+:.*$/gm, '');
  return new Problem(`Tally could not be started (${reasonIn(said)}); \`npm run setup\` may help.`);
}

/**
 * The last line that is a refusal, for Chromium may log after it.
 * @param {string} errorText
 * @returns {{ code: string, message: string } | undefined}
 */
function refusalIn(errorText) {
  for (const line of errorText.split('\n').reverse()) {
    if (line.startsWith('{"refusal":')) return JSON.parse(line).refusal;
  }
  return undefined;
}

/**
 * @param {string} address
 * @returns {Promise<Socket | undefined>} undefined when nobody listens
 */
async function connect(address) {
  const socket = createConnection(address);
  try {
    await once(socket, 'connect');
    return socket;
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ECONNREFUSED')) return undefined;
    throw new Problem(
      `The running Tally could not be reached (${error instanceof Error ? error.message : error}); close it and try again.`,
    );
  }
}
