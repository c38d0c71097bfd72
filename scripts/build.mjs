import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonIn, runQuietly } from './setup/command.mjs';
import { withLock } from './setup/lock.mjs';
import { Problem } from './setup/problem.mjs';
import { withProgress } from './setup/progress.mjs';
import { digestOf, runtimeFolderOf } from './setup/project.mjs';
import { findToolNode } from './setup/tool-node.mjs';

const SOURCES = [
  'src-main',
  'src-renderer',
  'src-shared',
  'resources',
  'scripts/socket-address.mjs',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the application unless what is built came from the very files that are there now.
 * @param {string} project
 * @param {(project: string) => Promise<void>} [build]
 * @throws {Problem} when the build fails
 */
export async function ensureBuilt(project, build = buildApplication) {
  if (await isBuilt(project)) return;
  await withLock(join(runtimeFolderOf(project), 'build.lock'), async () => {
    if (await isBuilt(project)) return;
    const signature = await sourceSignature(project);
    await withProgress('Building Tally', () => build(project));
    await writeFile(stampFileOf(project), signature);
  });
}

/** @param {string} project */
async function isBuilt(project) {
  const stamp = stampFileOf(project);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === (await sourceSignature(project));
}

/**
 * Inside the folder that a build empties first, so that an unfinished build has none.
 * @param {string} project
 */
function stampFileOf(project) {
  return join(project, 'out', 'main', '.built-from');
}

/** @param {string} project */
async function buildApplication(project) {
  const tool = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, output } = await runQuietly(findToolNode(project), [tool, 'build'], {
    cwd: project,
  });
  if (status === 0) return;
  throw new Problem(
    `Tally could not be built (${reasonIn(output)}); run \`npm run build\` to see the whole message.`,
  );
}

/**
 * Changes when any source file is added, removed, or written.
 * @param {string} project
 * @returns {Promise<string>}
 */
async function sourceSignature(project) {
  const paths = await Promise.all(SOURCES.map((source) => pathsUnder(join(project, source))));
  const lines = await Promise.all(
    paths.flat().map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path} ${size} ${mtimeMs}`;
    }),
  );
  return digestOf(lines.sort());
}

/**
 * The path itself and, of a folder, everything inside it.
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function pathsUnder(path) {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names.map((name) => join(path, name));
}
