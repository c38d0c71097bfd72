import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isExecutable, reasonIn, runQuietly } from './command.mjs';
import { Problem } from './problem.mjs';
import { withProgress } from './progress.mjs';
import {
  buildSubstitute,
  substituteExecutable,
  substituteExistsFor,
} from './substitute-runtime.mjs';
import { findToolNode } from './tool-node.mjs';

/**
 * @typedef {{ path: string, kind: 'official' | 'substitute' | 'given' }} ElectronRuntime
 * @typedef {(processId: number) => unknown} OnStart hears of each process that does part of the work
 * @typedef {{ platform: string, arch: string, env: NodeJS.ProcessEnv }} Machine
 */

/** Longer than the official download takes on a slow line; an unreachable host fails much sooner. */
const INSTALLER_LIMIT_MILLISECONDS = 15 * 60 * 1000;

/** @type {Machine} */
const thisMachine = { platform: process.platform, arch: process.arch, env: process.env };

/**
 * The Electron to run: the one ELECTRON_EXEC_PATH names, else electron's own, else the substitute.
 * @param {string} project
 * @param {Machine} [machine]
 * @returns {ElectronRuntime | undefined} undefined when none is there yet
 * @throws {Problem} when ELECTRON_EXEC_PATH names nothing that can be run
 */
export function lookForElectron(project, machine = thisMachine) {
  const given = machine.env['ELECTRON_EXEC_PATH'];
  if (given) {
    if (isExecutable(given)) return { path: given, kind: 'given' };
    throw new Problem(
      `ELECTRON_EXEC_PATH names ${given}, which can't be run; set it to an Electron executable or unset it.`,
    );
  }
  const official = officialExecutable(project);
  if (official !== undefined) return { path: official, kind: 'official' };
  if (!substituteExistsFor(machine)) return undefined;
  const substitute = substituteExecutable(project);
  return isExecutable(substitute) ? { path: substitute, kind: 'substitute' } : undefined;
}

/**
 * What electron's installer left, when it is whole and of the version the packages ask for.
 * @param {string} project
 */
function officialExecutable(project) {
  const electron = join(project, 'node_modules', 'electron');
  const pathFile = join(electron, 'path.txt');
  const versionFile = join(electron, 'dist', 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return undefined;
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8'));
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== version) return undefined;
  const executable = join(electron, 'dist', readFileSync(pathFile, 'utf8'));
  return isExecutable(executable) ? executable : undefined;
}

/**
 * @typedef {{ installOfficial: (project: string, onStart: OnStart) => Promise<string | undefined>,
 *   buildSubstitute: (project: string, onStart: OnStart) => Promise<void> }} RuntimeSteps
 * `installOfficial` answers why it failed, or undefined when it worked.
 */

/**
 * Finds Electron or brings it: by electron's own installer, and where its release can't be reached,
 * by the substitute.
 * @param {{ project: string, machine?: Machine, steps?: RuntimeSteps, onStart?: OnStart }} options
 * @returns {Promise<ElectronRuntime>}
 * @throws {Problem} when no Electron can be had
 */
export async function ensureElectron({
  project,
  machine = thisMachine,
  steps = { installOfficial, buildSubstitute },
  onStart = () => undefined,
}) {
  const present = lookForElectron(project, machine);
  if (present !== undefined) return present;
  const failure = await steps.installOfficial(project, onStart);
  if (failure !== undefined && substituteExistsFor(machine))
    await steps.buildSubstitute(project, onStart);
  const brought = lookForElectron(project, machine);
  if (brought !== undefined) return brought;
  throw new Problem(
    `Electron could not be downloaded (${failure ?? 'its installer left nothing'}); check the network, or set ELECTRON_EXEC_PATH to an Electron executable.`,
  );
}

/**
 * @param {string} project
 * @param {OnStart} onStart
 * @returns {Promise<string | undefined>}
 */
async function installOfficial(project, onStart) {
  const installer = join(project, 'node_modules', 'electron', 'install.js');
  const { status, output, timedOut } = await withProgress('Downloading Electron', () =>
    runQuietly(findToolNode(project), [installer], {
      limitMilliseconds: INSTALLER_LIMIT_MILLISECONDS,
      onStart,
    }),
  );
  if (status === 0) return undefined;
  return timedOut ? 'it took too long' : reasonIn(output);
}
