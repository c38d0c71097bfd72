import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Effort } from './effort';
import { type Row, rowOf } from './measure';
import { withFolder } from './open-ledger';
import { openBenchStudio } from './open-studio';
import { memoryOfTree } from './process-memory';

/** What opens windows: the project, whose `out` holds both built applications, and the Electron. */
export type WindowTools = {
  readonly project: string;
  readonly electron: string;
  readonly launchArguments: readonly string[];
};

type Launched = { readonly milliseconds: number; readonly mebibytes: number };
type Launch = () => Promise<Launched>;

/** The window of a workspace that has begun, against an Electron application with an empty page. */
export function windowRows(
  effort: Effort,
  tools: WindowTools,
  tell: (line: string) => void,
): Promise<Row[]> {
  return withFolder(async (folder) => {
    const dataFolder = join(folder, 'data');
    await (await openBenchStudio(dataFolder)).close();
    const idle = effort.pick(10_000, 2_000);
    const tally = launcher(tools, 'main/main.js', ['--data', dataFolder], idle);
    const empty = launcher(
      tools,
      'bench/empty-app/main.mjs',
      [`--user-data-dir=${folder}/empty`],
      idle,
    );
    // The first start of each makes its caches and is not counted.
    await tally();
    await empty();
    const launches: Record<'tally' | 'reference', Launched[]> = { tally: [], reference: [] };
    for (let round = 1; round <= effort.pick(7, 2); round += 1) {
      launches.tally.push(await tally());
      launches.reference.push(await empty());
      tell(`Opened both windows ${round} times`);
    }
    return [readyRow(launches), memoryRow(launches, idle)];
  });
}

function readyRow({ tally, reference }: Record<'tally' | 'reference', Launched[]>): Row {
  return rowOf(
    {
      id: 'window-ready',
      title: 'Window, from start to ready-to-show',
      tally: 'the built Tally on the Create screen of a workspace that has begun',
      reference: 'an Electron application with an empty React page',
      unit: 'ms',
      goal: { kind: 'at most', ratio: 1.25 },
    },
    {
      tally: tally.map(({ milliseconds }) => milliseconds),
      reference: reference.map(({ milliseconds }) => milliseconds),
    },
  );
}

function memoryRow(
  { tally, reference }: Record<'tally' | 'reference', Launched[]>,
  idle: number,
): Row {
  return rowOf(
    {
      id: 'window-memory',
      title: `Memory of all processes after ${idle / 1000} s`,
      tally: 'PSS of the same Tally',
      reference: 'PSS of the same empty application',
      unit: 'MiB',
      goal: { kind: 'at most', ratio: 1.3 },
    },
    {
      tally: tally.map(({ mebibytes }) => mebibytes),
      reference: reference.map(({ mebibytes }) => mebibytes),
    },
  );
}

/** Starts an application of `out` anew at each call, lets it rest, weighs it and ends it. */
function launcher(
  tools: WindowTools,
  application: string,
  args: readonly string[],
  idle: number,
): Launch {
  return async () => {
    const begin = performance.now();
    const child = await openApplication(tools, application, args);
    try {
      const milliseconds = performance.now() - begin;
      await sleep(idle);
      return { milliseconds, mebibytes: memoryOfTree(child.pid ?? 0) };
    } finally {
      await end(child);
    }
  };
}

/** Where heads of a ledger are kept in a run: beside its data, not with the person's own. */
export function configurationOf({ project }: Pick<WindowTools, 'project'>): string {
  return join(project, 'out', 'bench', 'configuration');
}

/** Starts an application of `out` and waits until its first window is ready. Whoever calls ends it. */
export async function openApplication(
  tools: WindowTools,
  application: string,
  args: readonly string[],
): Promise<ChildProcess> {
  const { project, electron, launchArguments } = tools;
  const stopwatch = join(project, 'test', 'bench', 'stopwatch');
  const env = {
    ...process.env,
    STOPWATCH_APPLICATION: join(project, 'out', application),
    XDG_CONFIG_HOME: configurationOf(tools),
  };
  const child = spawn(electron, [...launchArguments, stopwatch, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await untilReady(child);
    return child;
  } catch (error) {
    await end(child);
    throw error;
  }
}

async function untilReady(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('the application was started without a pipe');
  for await (const line of createInterface(child.stdout)) {
    if (line === 'ready-to-show') return;
  }
  throw new Error('the application ended before its window was ready');
}

/** Asks it to quit, and insists when it has not after a while. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(insist);
}
