// Opens Tally's window: node scripts/start.mjs [--data DIR [--test-clock ISO]]
// Runs one command without a window: node scripts/start.mjs COMMAND … [--data DIR] [--json]
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuilt } from './build.mjs';
import { findElectron, launchArguments, withDisplay } from './runtime.mjs';
import { runScript } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { readOptions, runInTerminal } from './terminal-client.mjs';
import { startOwner } from './terminal-launch.mjs';

const argv = process.argv.slice(2);

await runScript(async () => {
  const status = opensWindow(argv) ? await openWindow() : await runInTerminal(argv, { startOwner });
  // What was written must have left before the process ends, whatever else still keeps it alive.
  process.stdout.write('', () => process.exit(status));
});

/**
 * Without a command word Tally opens its window.
 * @param {readonly string[]} args
 * @returns {boolean}
 */
function opensWindow(args) {
  const [first, second, ...others] = args;
  if (first === undefined) return true;
  if (/^--(data|test-clock)=/.test(first)) return opensWindow(args.slice(1));
  return /^--(data|test-clock)$/.test(first) && second !== undefined && opensWindow(others);
}

/** @returns {Promise<number>} Electron's exit status */
async function openWindow() {
  readOptions(argv);
  await ensureBuilt(projectFolder);
  const electron = await findElectron();
  const display = await withDisplay();
  const child = spawn(electron.path, [...launchArguments(), projectFolder, ...argv], {
    env: display.env,
    stdio: 'inherit',
  });
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      display.stop();
      resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
