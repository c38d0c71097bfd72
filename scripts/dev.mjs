// Opens Tally's window with hot reload: node scripts/dev.mjs
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findElectron, launchArguments, withDisplay } from './runtime.mjs';
import { runScript } from './setup/problem.mjs';
import { projectFolder } from './setup/project.mjs';
import { findToolNode } from './setup/tool-node.mjs';

await runScript(async () => {
  const electron = await findElectron();
  const display = await withDisplay();
  const tool = join(projectFolder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const noSandbox = launchArguments().includes('--no-sandbox') ? ['--noSandbox'] : [];
  const child = spawn(
    findToolNode(projectFolder),
    [tool, 'dev', ...noSandbox, ...process.argv.slice(2)],
    {
      cwd: projectFolder,
      env: { ...display.env, ELECTRON_EXEC_PATH: electron.path },
      stdio: 'inherit',
    },
  );
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('exit', (status) => {
    display.stop();
    process.exit(status ?? 1);
  });
});
