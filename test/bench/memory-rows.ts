import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Effort } from './effort';
import { type Row, rowOf } from './measure';
import { withFolder } from './open-ledger';
import { memoryOfTree } from './process-memory';
import { configurationOf, end, openApplication, type WindowTools } from './window-rows';

/** How long it rests before it is weighed, in milliseconds: the darkroom that painted is still open then. */
const rest = 5_000;
const few = 20;

/** Whether work leaves memory behind: the open window after many jobs, against itself after the first ones. */
export function memoryRows(
  effort: Effort,
  tools: WindowTools,
  tell: (line: string) => void,
): Promise<Row[]> {
  return withFolder(async (folder) => {
    const many = effort.pick(200, 40);
    const data = join(folder, 'data');
    const plan = ['--card', 'ai-studios', '--plan', 'personal', '--cadence', 'annual'];
    await command(tools, ['begin', ...plan, '--data', data]);
    const child = await openApplication(tools, 'main/main.js', ['--data', data]);
    try {
      const weigh = async () => {
        await sleep(rest);
        return memoryOfTree(child.pid ?? 0);
      };
      await makePictures(tools, data, few);
      const reference = await weigh();
      tell(`Made ${few} pictures`);
      for (let made = few; made < many; made += few) await makePictures(tools, data, few);
      const tally = await weigh();
      tell(`Made ${many} pictures`);
      return [memoryRow(many, { tally: [tally], reference: [reference] })];
    } finally {
      await end(child);
    }
  });
}

function memoryRow(many: number, samples: Row['samples']): Row {
  return rowOf(
    {
      id: 'memory-after-jobs',
      title: `Memory of all processes after ${many} pictures`,
      tally: `PSS of the open Tally with its darkroom after ${many} pictures of 768 pixels`,
      reference: `the same Tally after the first ${few}`,
      unit: 'MiB',
      goal: { kind: 'at most', ratio: 1.2 },
    },
    samples,
  );
}

function makePictures(tools: WindowTools, data: string, count: number): Promise<void> {
  const picture = ['a lighthouse on a cliff at dusk', '--size', '768x768', '--style', 'oil'];
  return command(tools, ['generate', ...picture, '--count', String(count), '--data', data]);
}

/** A command of the terminal, which finds the open Tally by its data; it must succeed. */
async function command(tools: WindowTools, argv: readonly string[]): Promise<void> {
  const launcher = join(tools.project, 'scripts', 'start.mjs');
  const env = { ...process.env, XDG_CONFIG_HOME: configurationOf(tools) };
  const child = spawn(process.execPath, [launcher, ...argv], { env, stdio: 'ignore' });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`${argv[0]} ended with status ${status}`);
}
