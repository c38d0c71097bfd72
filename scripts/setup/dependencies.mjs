import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonIn, runQuietly } from './command.mjs';
import { Problem } from './problem.mjs';
import { withProgress } from './progress.mjs';
import { digestOf } from './project.mjs';

/**
 * Installs the packages of package-lock.json when it is not the one installed last. The stamp lives in
 * node_modules, which `npm ci` empties first, so an interrupted install leaves no stamp.
 * @param {{ project: string, install?: typeof installPackages, onStart?: (processId: number) => unknown }} options
 * `onStart` hears the process id of the install
 * @returns {Promise<'present' | 'installed'>}
 */
export async function ensureDependencies({
  project,
  install = installPackages,
  onStart = () => undefined,
}) {
  if (dependenciesArePresent(project)) return 'present';
  await withProgress('Installing packages (npm ci)', () => install(project, onStart));
  await writeFile(stampFileOf(project), lockDigest(project));
  return 'installed';
}

/**
 * @param {string} project
 */
export function dependenciesArePresent(project) {
  const wanted = lockDigest(project);
  const stamp = stampFileOf(project);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** @param {string} project */
function stampFileOf(project) {
  return join(project, 'node_modules', '.tally-install');
}

/** @param {string} project */
function lockDigest(project) {
  const lockFile = join(project, 'package-lock.json');
  if (!existsSync(lockFile)) {
    throw new Problem(
      'package-lock.json is missing; restore it with `git checkout package-lock.json`.',
    );
  }
  return digestOf([readFileSync(lockFile), process.platform, process.arch]);
}

/**
 * @param {string} project
 * @param {(processId: number) => unknown} onStart
 */
async function installPackages(project, onStart) {
  const { status, output, missing } = await runQuietly(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: project, onStart },
  );
  if (missing)
    throw new Problem('npm was not found; install Node.js 20 or newer together with npm.');
  if (status !== 0) {
    throw new Problem(
      `Packages could not be installed (${reasonIn(output)}); check the network and the disk, then run the command again.`,
    );
  }
}
