// Proves the application: node scripts/test.mjs [static | unit | app] [arguments for the runner]
// Each step's whole output is kept in artifacts/; the last line is `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { findElectron, withDisplay } from './runtime.mjs';
import { runQuietly } from './setup/command.mjs';
import { Problem, runScript } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { findToolNode } from './setup/tool-node.mjs';
import {
  closingLines,
  countPlaywright,
  countVitest,
  summaryLine,
  tallyOf,
} from './test-results.mjs';

const artifacts = join(projectFolder, 'artifacts');
const unitReport = join(artifacts, 'unit-results.json');
const appReport = join(artifacts, 'app-results.json');
const CLOSING_LINES = 6;
const FAILURE_LINES = 80;

/**
 * @typedef {{ succeeded: boolean, output: string }} Ran
 * @typedef {{ name: string, part: 'static' | 'unit' | 'app' | 'build', kind: 'check' | 'runner',
 *   run: (env: NodeJS.ProcessEnv, extra: string[]) => Promise<Ran>,
 *   count?: () => import('./test-results.mjs').Tally | undefined }} Step
 */

/** @type {Step[]} */
const steps = [
  check('typecheck', 'tsc', ['--build']),
  check('biome', 'biome', ['check', '.']),
  check('knip', 'knip', []),
  { name: 'build', part: 'build', kind: 'check', run: build },
  {
    name: 'vitest',
    part: 'unit',
    kind: 'runner',
    run: (env, extra) =>
      runTool(env, 'vitest', [
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
        ...extra,
      ]),
    count: () => readReport(unitReport, countVitest),
  },
  {
    name: 'playwright',
    part: 'app',
    kind: 'runner',
    run: (env, extra) =>
      runTool({ ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: appReport }, 'playwright', [
        'test',
        '--reporter=list,json',
        ...extra,
      ]),
    count: () => readReport(appReport, countPlaywright),
  },
];

/**
 * @param {string} name
 * @param {string} tool
 * @param {string[]} args
 * @returns {Step}
 */
function check(name, tool, args) {
  return { name, part: 'static', kind: 'check', run: (env) => runTool(env, tool, args) };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name in node_modules/.bin
 * @param {string[]} args
 * @returns {Promise<Ran>}
 */
async function runTool(env, name, args) {
  const tool = join(projectFolder, 'node_modules', '.bin', name);
  const { status, output } = await runQuietly(tool, args, { cwd: projectFolder, env });
  return { succeeded: status === 0, output };
}

/** @returns {Promise<Ran>} */
async function build() {
  try {
    await ensureBuilt(projectFolder);
    return { succeeded: true, output: 'The application is built.' };
  } catch (error) {
    if (error instanceof Problem) return { succeeded: false, output: error.message };
    throw error;
  }
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => import('./test-results.mjs').Tally} count
 */
function readReport(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/**
 * The steps of a part; a part that runs the application needs it built.
 * @param {string | undefined} part
 */
function stepsOf(part) {
  if (part === undefined) return steps;
  if (part !== 'static' && part !== 'unit' && part !== 'app') {
    throw new Problem(`There is no part ${part}; choose static, unit or app.`);
  }
  return steps.filter((step) => step.part === part || (step.part === 'build' && part !== 'static'));
}

/** The tools run on the Node that the packages bring, whatever the system has. */
async function testEnvironment() {
  const electron = await findElectron();
  const display = await withDisplay();
  const path = [dirname(findToolNode(projectFolder)), process.env['PATH']].join(delimiter);
  const env = { ...display.env, PATH: path, ELECTRON_EXEC_PATH: electron.path };
  return { env, stop: display.stop };
}

/**
 * @param {Step} step
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} extra
 */
async function perform(step, env, extra) {
  process.stdout.write(`\n── ${step.name}\n`);
  const { succeeded, output } = await step.run(env, extra);
  await writeFile(join(artifacts, `${step.name}.log`), output);
  process.stdout.write(`${closingLines(output, succeeded ? CLOSING_LINES : FAILURE_LINES)}\n`);
  return tallyOf(step.count?.(), succeeded, step.kind);
}

// Ended by us rather than by the signal, Node stops the runners we started.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

await runScript(async () => {
  const [part, ...extra] = process.argv.slice(2);
  const chosen = stepsOf(part);
  await mkdir(artifacts, { recursive: true });
  // A report of an earlier run must not be taken for one of this run.
  await Promise.all([unitReport, appReport].map((report) => rm(report, { force: true })));
  const { env, stop } = await testEnvironment();
  const tallies = [];
  for (const step of chosen) tallies.push(await perform(step, env, extra));
  stop();
  if (tallies.some(({ failed }) => failed > 0)) process.exitCode = 1;
  process.stdout.write(`\n${summaryLine(tallies)}\n`);
});
