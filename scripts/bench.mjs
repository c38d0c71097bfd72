// Measures Tally: node scripts/bench.mjs [ledger | jobs | clock | insight | what-if | verify | window | memory | video | all] [--quick] [--date YYYY-MM-DD]
import { execFileSync, spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { ensureBuilt } from './build.mjs';
import { findElectron, launchArguments, withDisplay } from './runtime.mjs';
import { Problem, runScript } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { findToolNode } from './setup/tool-node.mjs';

const PARTS = [
  'ledger',
  'jobs',
  'clock',
  'insight',
  'what-if',
  'verify',
  'window',
  'memory',
  'video',
  'all',
];
// Inside the project, so that what is not bundled is found in its packages.
const outFolder = join(projectFolder, 'out', 'bench');

await runScript(async () => {
  const { part, options } = readArguments(process.argv.slice(2));
  await bundle();
  const showsWindows = ['window', 'memory', 'video', 'all'].includes(part);
  process.exitCode = showsWindows
    ? await measureWithWindows(part, options)
    : await measure([`--part=${part}`, ...options], process.env);
});

/** @param {string[]} args */
function readArguments(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, date: { type: 'string' } },
  });
  const [part = 'all'] = positionals;
  if (!PARTS.includes(part)) {
    throw new Problem(`There is no part «${part}» to measure; name one of ${PARTS.join(', ')}.`);
  }
  const options = [
    ...(values.quick ? ['--quick'] : []),
    ...(values.date === undefined ? [] : [`--date=${values.date}`]),
  ];
  return { part, options };
}

/** The measurements are built as the application is, for the Node that runs them. */
async function bundle() {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    build: {
      ssr: join(projectFolder, 'test', 'bench', 'bench.ts'),
      outDir: outFolder,
      target: 'node24',
      minify: false,
    },
  });
}

/**
 * The empty application that the window is held against, or the studio in which clips are made: its page is built as
 * Tally's is.
 * @param {'empty-app' | 'film-studio'} name
 */
async function buildApplication(name) {
  const source = join(projectFolder, 'test', 'bench', name);
  const target = join(outFolder, name);
  await build({
    configFile: false,
    root: source,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: join(target, 'page'), emptyOutDir: true, target: 'chrome130' },
  });
  await copyFile(join(source, 'main.mjs'), join(target, 'main.mjs'));
}

/**
 * @param {string} part
 * @param {string[]} options
 */
async function measureWithWindows(part, options) {
  if (part !== 'video') await ensureBuilt(projectFolder);
  await buildApplication('empty-app');
  await buildApplication('film-studio');
  const { path } = await findElectron();
  const display = await withDisplay();
  const args = [
    `--electron=${path}`,
    `--electron-version=${electronVersion(path)}`,
    ...launchArguments().map((argument) => `--electron-argument=${argument}`),
  ];
  try {
    return await measure([`--part=${part}`, ...options, ...args], display.env);
  } finally {
    display.stop();
  }
}

/**
 * Electron run as plain Node tells its own version.
 * @param {string} path
 */
function electronVersion(path) {
  return execFileSync(path, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim();
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit status
 */
function measure(args, env) {
  const node = findToolNode(projectFolder);
  const file = join(outFolder, 'bench.js');
  const child = spawn(node, [file, `--project=${projectFolder}`, ...args], {
    stdio: 'inherit',
    env,
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
