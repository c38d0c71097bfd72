import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { findProgram } from './setup/command.mjs';
import { needsVirtualDisplay } from './setup/display.mjs';
import { lookForElectron } from './setup/electron-runtime.mjs';
import { Problem } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';

const DISPLAY_LIMIT_MILLISECONDS = 10_000;

/**
 * The Electron that set-up found or brought.
 * @returns {Promise<import('./setup/electron-runtime.mjs').ElectronRuntime>}
 * @throws {Problem} when set-up has not run
 */
export async function findElectron() {
  const runtime = lookForElectron(projectFolder);
  if (runtime === undefined) throw new Problem('Electron is not set up yet; run `npm run setup`.');
  return runtime;
}

/**
 * What Electron needs on its command line before the application's folder. Chromium refuses to run as
 * root inside its own sandbox.
 * @returns {string[]}
 */
export function launchArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * @typedef {{ env: NodeJS.ProcessEnv, stop: () => void }} Display
 * `env` is the environment for programs that need the display; `stop` ends a display of our own.
 */

const SERVER_ARGUMENTS = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
// Waits for the end of its standard input, which comes however our process ends, then ends the display.
const SERVER_UNTIL_WE_END = 'Xvfb "$@" & server=$!; exec 3>&-; read -r _; kill $server';

/**
 * A display to open windows on: the one there is, else a virtual one of our own.
 *
 * `lifetime: 'ours'` ends it with this process. `lifetime: 'its programs'` lets it outlive this process
 * and end by itself when the last program on it has ended.
 * @param {{ lifetime?: 'ours' | 'its programs' }} [options]
 * @returns {Promise<Display>}
 * @throws {Problem} when no virtual display can be started
 */
export async function withDisplay({ lifetime = 'ours' } = {}) {
  if (!needsVirtualDisplay()) return { env: process.env, stop: () => undefined };
  if (findProgram('Xvfb') === undefined) throw displayProblem('Xvfb is not installed');
  // Detached, so that Ctrl+C in a terminal reaches the programs but not the display under them.
  const server =
    lifetime === 'ours'
      ? spawn('sh', ['-c', SERVER_UNTIL_WE_END, 'sh', ...SERVER_ARGUMENTS], {
          detached: true,
          stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
        })
      : spawn('Xvfb', [...SERVER_ARGUMENTS, '-terminate'], {
          detached: true,
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        });
  const number = await displayNumber(server);
  server.unref();
  const { stdin } = server;
  if (stdin instanceof Socket) stdin.unref();
  const stop = () => void (stdin === null ? server.kill() : stdin.end());
  return { env: { ...process.env, DISPLAY: `:${number}` }, stop };
}

/**
 * Xvfb picks a free display and writes its number to the file descriptor it was given.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
async function displayNumber(server) {
  const pipe = server.stdio[3];
  if (!(pipe instanceof Socket)) throw new Error('the virtual display was started without a pipe');
  pipe.setEncoding('utf8');
  pipe.setTimeout(DISPLAY_LIMIT_MILLISECONDS, () => pipe.destroy());
  let text = '';
  for await (const part of pipe) {
    text += part;
    if (text.endsWith('\n')) break;
  }
  if (!/^\d+\n$/.test(text)) {
    server.kill();
    throw displayProblem('Xvfb did not answer');
  }
  return Number(text);
}

/** @param {string} reason */
function displayProblem(reason) {
  return new Problem(
    `The virtual display could not be started (${reason}); run \`npm run setup\`.`,
  );
}
