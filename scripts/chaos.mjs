// Kills Tally's main process at random instants and checks what that leaves:
// node scripts/chaos.mjs [KILLS] [SEED]
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { Problem, runScript } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { findToolNode } from './setup/tool-node.mjs';

await runScript(async () => {
  const [kills = '60', seed] = process.argv.slice(2);
  if (!/^[1-9]\d{0,4}$/.test(kills)) {
    throw new Problem(`«${kills}» is no number of kills; say for example npm run chaos -- 200.`);
  }
  if (seed !== undefined && !/^\d{1,10}$/.test(seed)) {
    throw new Problem(`«${seed}» is no seed; leave it out or use one that an earlier run printed.`);
  }
  const node = findToolNode(projectFolder);
  const child = spawn(
    node,
    [join(projectFolder, 'node_modules/vitest/vitest.mjs'), 'run', 'test/chaos/chaos.test.ts'],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: [dirname(node), process.env['PATH']].join(delimiter),
        TALLY_CHAOS_KILLS: kills,
        ...(seed === undefined ? {} : { TALLY_CHAOS_SEED: seed }),
      },
    },
  );
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => resolve(status ?? 1));
  });
});
