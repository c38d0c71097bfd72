import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findElectron, launchArguments, withDisplay } from './runtime.mjs';
import { projectFolder } from './setup/project.mjs';

/**
 * Starts the main process without a window, as the owner of a data folder. It outlives this process, so
 * that other terminals can go on using it, and ends by itself when it is no longer needed.
 * @type {import('./terminal-owner.mjs').StartOwner}
 */
export async function startOwner(dataFolder, testClock) {
  await ensureBuilt(projectFolder);
  const electron = await findElectron();
  const display = await withDisplay({ lifetime: 'its programs' });
  // A file, not a pipe: the owner may write to it when we have long ended.
  const logFolder = mkdtempSync(join(tmpdir(), 'tally-start-'));
  const log = join(logFolder, 'errors.txt');
  const ofTest = testClock === undefined ? [] : ['--test-clock', testClock];
  const owner = spawn(
    electron.path,
    [...launchArguments(), projectFolder, '--host', '--data', dataFolder, ...ofTest],
    {
      env: display.env,
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'ignore', openSync(log, 'w')],
    },
  );
  owner.unref();
  process.once('exit', () => rmSync(logFolder, { recursive: true, force: true }));
  /** @type {Promise<import('./terminal-owner.mjs').OwnerEnd>} */
  const ended = new Promise((resolve) => {
    /** @param {number | null} status @param {string} [trouble] */
    const finish = (status, trouble) => {
      display.stop();
      resolve({ status, errorText: trouble ?? readFileSync(log, 'utf8') });
    };
    owner.once('error', (error) => finish(null, error.message));
    owner.once('exit', (status) => finish(status));
  });
  return { ended };
}
