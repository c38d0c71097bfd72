import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ status: number | null, output: string, missing: boolean, timedOut: boolean }} Outcome
 * `output` is standard output and standard error as they came; `status` is null when a signal ended
 * the command or it could not be started.
 */

/**
 * Runs a command to its end without showing what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, limitMilliseconds?: number,
 *   onStart?: (processId: number) => unknown }} [options]
 * @returns {Promise<Outcome>}
 */
export function runQuietly(command, args, { cwd, env, limitMilliseconds, onStart } = {}) {
  return new Promise((resolve) => {
    // On Windows npm and the packages' tools are batch files, which only a shell can start.
    const shell = process.platform === 'win32' && !command.endsWith('.exe');
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    let output = '';
    let timedOut = false;
    const timer =
      limitMilliseconds === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, limitMilliseconds);
    const stopWithUs = () => child.kill();
    process.once('exit', stopWithUs);
    /** @param {number | null} status @param {boolean} missing */
    const finish = (status, missing) => {
      clearTimeout(timer);
      process.off('exit', stopWithUs);
      resolve({ status, output, missing, timedOut });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', () => {
      output ||= `${command} could not be started`;
      finish(null, true);
    });
    child.once('close', (status) => finish(status, false));
  });
}

/**
 * The full path of a program on PATH, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findProgram(name, env = process.env) {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    if (folder === '') continue;
    const path = join(folder, name);
    if (isExecutable(path)) return path;
  }
  return undefined;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The last lines of a command's output that say something, joined into one line for a sentence.
 * @param {string} output
 * @param {RegExp} [telling] prefer lines that match
 */
export function reasonIn(output, telling = /error|failed|not found|unable|E:/i) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  const chosen = lines.find((line) => telling.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return chosen
    .replace(/^npm error /, '')
    .replace(/[.:]$/, '')
    .slice(0, 200);
}
