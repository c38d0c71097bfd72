// Makes the project ready to run: node scripts/setup.mjs [--tests]
// Runs on any Node from version 20, before a single package is installed.
import { join } from 'node:path';
import { clipToolsArePresent, ensureClipTools } from './setup/clip-tools.mjs';
import { dependenciesArePresent, ensureDependencies } from './setup/dependencies.mjs';
import { displayIsPresent, ensureDisplay } from './setup/display.mjs';
import { ensureElectron, lookForElectron } from './setup/electron-runtime.mjs';
import { withLock } from './setup/lock.mjs';
import { runScript } from './setup/problem.mjs';
import { projectFolder, runtimeFolderOf } from './setup/project.mjs';
import { ensureSystemLibraries, librariesArePresent } from './setup/system-libraries.mjs';

const project = projectFolder;
const forTests = process.argv.includes('--tests');

function nothingIsMissing() {
  if (!dependenciesArePresent(project)) return false;
  const electron = lookForElectron(project);
  if (electron === undefined) return false;
  if (forTests && !clipToolsArePresent()) return false;
  return librariesArePresent({ project, executable: electron.path }) && displayIsPresent();
}

/** @param {import('./setup/lock.mjs').Lock} lock */
async function setUp(lock) {
  await ensureDependencies({ project, onStart: lock.alsoHeldBy });
  const electron = await ensureElectron({ project, onStart: lock.alsoHeldBy });
  await ensureSystemLibraries({ project, executable: electron.path });
  await ensureDisplay();
  if (forTests) await ensureClipTools();
}

function sayWaiting() {
  process.stderr.write(
    'Another set-up is running; waiting for it to end (if none is, delete .runtime/setup.lock) …\n',
  );
}

// Ended by a signal, Node runs no exit handlers; ended by us, it stops the commands we started.
for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
  process.once(signal, () => process.exit(128 + number));
}

await runScript(async () => {
  if (nothingIsMissing()) return;
  await withLock(join(runtimeFolderOf(project), 'setup.lock'), setUp, sayWaiting);
});
