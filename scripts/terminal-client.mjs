// The terminal is a thin client of the process that owns the data folder. They speak lines of JSON over
// a local socket:
//
//   client → owner
//     {"kind":"command","argv":[…],"cwd":"…","json":bool,"stdoutIsTerminal":bool,"stderrIsTerminal":bool}
//     {"kind":"input","line":"…"} … {"kind":"end-of-input"}   only after the owner asked
//     {"kind":"drained"}    the text that asked to be acknowledged has left this process
//     {"kind":"interrupt"}  the person pressed Ctrl+C
//   owner → client
//     {"kind":"stdout","text":"…","acknowledge":true?}   {"kind":"stderr","text":"…"}
//     {"kind":"read-input"}   {"kind":"exit","status":n}
//
// A connection that closes before `exit` is a lost owner; one the client closes is a reader who left.
import { once } from 'node:events';
import { constants, homedir, tmpdir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { hasCode } from './setup/lock.mjs';
import { Problem } from './setup/problem.mjs';
import { defaultDataFolder, realFolderPath, socketAddress } from './socket-address.mjs';
import { connectToOwner, RefusedToOpen } from './terminal-owner.mjs';

/**
 * @typedef {import('node:net').Socket} Socket
 * @typedef {import('./terminal-owner.mjs').StartOwner} StartOwner
 * @typedef {{ kind: 'stdout', text: string, acknowledge?: boolean } | { kind: 'stderr', text: string }
 *   | { kind: 'read-input' } | { kind: 'exit', status: number }} FromOwner
 * @typedef {{ dataFolder: string | undefined, testClock: string | undefined, json: boolean }} Options
 */

/** The longest message that the owner takes, in characters. */
const LONGEST_MESSAGE = 1024 * 1024;
const EXIT_STATUS = { refused: 1, usage: 2, interrupted: 130 };

/**
 * What the launcher itself must know of a command line; all else is the owner's to read.
 * @param {readonly string[]} argv
 * @returns {Options}
 * @throws {Problem} when `--data` names no folder, or `--test-clock` no instant of a folder of its own
 */
export function readOptions(argv) {
  /** @type {Options} */
  const options = { dataFolder: undefined, testClock: undefined, json: false };
  for (const [index, argument] of argv.entries()) {
    if (argument === '--') break;
    if (argument === '--json') options.json = true;
    if (argument === '--data') options.dataFolder = argv[index + 1] ?? '';
    if (argument.startsWith('--data=')) options.dataFolder = argument.slice('--data='.length);
    if (argument === '--test-clock') options.testClock = argv[index + 1] ?? '';
    if (argument.startsWith('--test-clock=')) {
      options.testClock = argument.slice('--test-clock='.length);
    }
  }
  if (options.dataFolder === '' || options.dataFolder?.startsWith('--')) {
    throw new Problem('--data needs a folder after it, for example --data ./tally-data.');
  }
  if (options.testClock !== undefined) checkTestClock(options.testClock, options.dataFolder);
  return options;
}

/**
 * A clock of its own marks a workspace for ever, so it is never given to the person's own folder by accident.
 * @param {string} testClock
 * @param {string | undefined} dataFolder
 */
function checkTestClock(testClock, dataFolder) {
  const isInstant =
    /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(testClock) &&
    !Number.isNaN(Date.parse(testClock));
  if (!isInstant) {
    throw new Problem(
      '--test-clock needs an instant after it, for example --test-clock 2026-01-31T10:00:00Z.',
    );
  }
  if (dataFolder === undefined) {
    throw new Problem('--test-clock needs a data folder of its own: add --data and a new folder.');
  }
}

/**
 * Runs one command in the process that owns the data folder, which is started when there is none.
 * @param {readonly string[]} argv without the program's own name
 * @param {{ startOwner: StartOwner }} options
 * @returns {Promise<number>} the exit status: 0 done, 1 refused or failed, 2 usage, 130 interrupted
 */
export async function runInTerminal(argv, { startOwner }) {
  /** @type {Options} */
  let options;
  try {
    options = readOptions(argv);
  } catch (error) {
    return explain(error, { json: false, status: EXIT_STATUS.usage });
  }
  try {
    const dataFolder = realFolderPath(
      options.dataFolder === undefined ? userDataFolder() : resolve(options.dataFolder),
    );
    const machine = {
      platform: process.platform,
      temporaryFolder: tmpdir(),
      userId: userInfo().uid,
    };
    const address = socketAddress(dataFolder, machine);
    const { testClock } = options;
    const socket = await connectToOwner({ address, dataFolder, testClock, startOwner });
    return await converse(socket, argv, options.json);
  } catch (error) {
    return explain(error, { json: options.json, status: EXIT_STATUS.refused });
  }
}

function userDataFolder() {
  return defaultDataFolder({ platform: process.platform, env: process.env, homeFolder: homedir() });
}

/**
 * @param {unknown} error
 * @param {{ json: boolean, status: number }} how
 */
function explain(error, { json, status }) {
  if (error instanceof RefusedToOpen && json) {
    process.stdout.write(`${JSON.stringify({ ok: false, refusal: error.refusal })}\n`);
    return status;
  }
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.message}\n`);
  return status;
}

/**
 * @param {Socket} socket
 * @param {readonly string[]} argv
 * @param {boolean} json
 * @returns {Promise<number>}
 */
async function converse(socket, argv, json) {
  const stopListening = forwardInterrupts(socket);
  const outputEnded = outputTrouble(socket);
  // Whatever cut the connection, `follow` sees it closed.
  socket.on('error', () => socket.destroy());
  try {
    send(socket, {
      kind: 'command',
      argv,
      cwd: process.cwd(),
      json,
      stdoutIsTerminal: process.stdout.isTTY === true,
      stderrIsTerminal: process.stderr.isTTY === true,
    });
    /** @type {string | undefined} */
    let unsent;
    const ended = follow(socket, (trouble) => {
      unsent = trouble;
    });
    const status = await Promise.race([ended, outputEnded]);
    if (unsent === undefined) return status;
    process.stderr.write(`${unsent}\n`);
    return Math.max(status, EXIT_STATUS.refused);
  } finally {
    stopListening();
    socket.destroy();
    process.stdin.destroy();
  }
}

/**
 * Does what the owner says until it names the exit status.
 * @param {Socket} socket
 * @param {(trouble: string | undefined) => void} onInputEnd hears why not all input was sent
 * @returns {Promise<number>}
 */
async function follow(socket, onInputEnd) {
  try {
    for await (const line of createInterface({
      input: socket,
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      /** @type {FromOwner} */
      const message = JSON.parse(line);
      if (message.kind === 'exit') return message.status;
      obey(message, socket, onInputEnd);
    }
  } catch (error) {
    if (!hasCode(error, 'ECONNRESET') && !hasCode(error, 'EPIPE')) throw error;
  }
  throw new Problem(
    'Tally ended before it answered; run the command again to see where it stands.',
  );
}

/**
 * @param {Exclude<FromOwner, { kind: 'exit' }>} message
 * @param {Socket} socket
 * @param {(trouble: string | undefined) => void} onInputEnd
 */
function obey(message, socket, onInputEnd) {
  switch (message.kind) {
    case 'stdout': {
      const { text, acknowledge } = message;
      process.stdout.write(text, () => acknowledge && send(socket, { kind: 'drained' }));
      return;
    }
    case 'stderr':
      process.stderr.write(message.text);
      return;
    case 'read-input':
      // A lost connection ends the conversation in `follow`, which then says so.
      sendInput(socket)
        .then(onInputEnd)
        .catch((error) => socket.destroy(error));
      return;
    default:
      throw new Error(`the owner sent ${JSON.stringify(message)}`);
  }
}

/**
 * @param {Socket} socket
 * @returns {Promise<string | undefined>} why it ended before the input did, in a sentence
 */
async function sendInput(socket) {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (socket.destroyed) return undefined;
    if (JSON.stringify({ kind: 'input', line }).length > LONGEST_MESSAGE) {
      send(socket, { kind: 'end-of-input' });
      return 'A line of the input is longer than a million characters; nothing from that line on was run.';
    }
    if (!send(socket, { kind: 'input', line })) await once(socket, 'drain');
  }
  send(socket, { kind: 'end-of-input' });
  return undefined;
}

/**
 * @param {Socket} socket
 * @param {{ kind: string } & Record<string, unknown>} message
 * @returns {boolean} false when the owner reads more slowly than we write
 */
function send(socket, message) {
  return !socket.destroyed && socket.write(`${JSON.stringify(message)}\n`);
}

/**
 * The first Ctrl+C asks the owner to stop the command; the second ends this process at once. A terminal
 * that is closed only leaves: its jobs stay queued.
 * @param {Socket} socket
 * @returns {() => void} stops listening
 */
function forwardInterrupts(socket) {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(EXIT_STATUS.interrupted);
    asked = true;
    send(socket, { kind: 'interrupt' });
  };
  /** @param {NodeJS.Signals} signal */
  const onLeave = (signal) => {
    socket.destroy();
    process.exit(128 + constants.signals[signal]);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onLeave);
  process.on('SIGHUP', onLeave);
  return () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onLeave);
    process.off('SIGHUP', onLeave);
  };
}

/**
 * Ends when our output can't be written: quietly with 0 when its reader left (`| head -1`), else with
 * the reason.
 * @param {Socket} socket
 * @returns {Promise<number>}
 */
function outputTrouble(socket) {
  return new Promise((resolveStatus, reject) => {
    process.stdout.on('error', (error) => {
      socket.destroy();
      if (hasCode(error, 'EPIPE')) resolveStatus(0);
      else reject(new Problem(`The output could not be written (${error.message}).`));
    });
    // Progress that nobody reads any more is no reason to stop.
    process.stderr.on('error', () => undefined);
  });
}
