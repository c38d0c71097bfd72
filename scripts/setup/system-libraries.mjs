import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runQuietly } from './command.mjs';
import { installDebianPackages } from './debian-packages.mjs';
import { Problem } from './problem.mjs';
import { digestOf, runtimeFolderOf } from './project.mjs';

const PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libnotify4',
  'libxss1',
  'libxtst6',
];

/**
 * Makes sure that the shared libraries which Electron links to are there (Linux only). They are looked
 * for once for each runtime; the stamp remembers that all were found.
 * @param {{ project: string, executable: string }} options
 */
export async function ensureSystemLibraries({ project, executable }) {
  if (librariesArePresent({ project, executable })) return;
  const missing = await missingLibraries(executable);
  if (missing.length > 0) {
    await installDebianPackages(
      PACKAGES,
      `Electron lacks system libraries (${missing.join(', ')})`,
    );
    const still = await missingLibraries(executable);
    if (still.length > 0) {
      throw new Problem(
        `Electron still lacks ${still.join(', ')}; install the packages that hold them and run the command again.`,
      );
    }
  }
  await mkdir(runtimeFolderOf(project), { recursive: true });
  await writeFile(stampFileOf(project), stampOf(executable));
}

/** @param {{ project: string, executable: string }} options */
export function librariesArePresent({ project, executable }) {
  if (process.platform !== 'linux') return true;
  const stamp = stampFileOf(project);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(executable);
}

/** @param {string} project */
function stampFileOf(project) {
  return join(runtimeFolderOf(project), 'libraries-found');
}

/** @param {string} executable */
function stampOf(executable) {
  const { size, mtimeMs } = statSync(executable);
  return digestOf([executable, String(size), String(mtimeMs)]);
}

/** @param {string} executable */
async function missingLibraries(executable) {
  const { output, missing } = await runQuietly('ldd', [executable]);
  return missing ? [] : librariesNotFound(output);
}

/**
 * The names which `ldd` could not resolve, each once.
 * @param {string} lddOutput
 */
export function librariesNotFound(lddOutput) {
  const names = new Set();
  for (const line of lddOutput.split('\n')) {
    const name = /^\s*(\S+) => not found/.exec(line)?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names];
}
