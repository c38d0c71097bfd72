// What Electron's own default application does for `electron FOLDER`, as far as Tally needs it. The
// substitute runtime comes without one. It also answers `better-sqlite3` with the copy compiled for
// this Electron, because the newer release needs a newer one.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const bundledSqlite = join(process.resourcesPath, 'node_modules', 'better-sqlite3');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveBundledSqlite(request, ...rest) {
  const wanted = request === 'better-sqlite3' ? bundledSqlite : request;
  return resolveFilename.call(this, wanted, ...rest);
};

const appFolder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (appFolder === undefined) {
  process.stderr.write('usage: electron FOLDER [arguments]\n');
  app.exit(2);
} else {
  // Awaited here, because Electron holds back `ready` until its first module has been evaluated.
  await load(resolve(appFolder)).catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  });
}

/** @param {string} folder */
async function load(folder) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version ?? '0.0.0');
  app.setAppPath(folder);
  const main = createRequire(join(folder, 'package.json')).resolve(folder);
  await import(pathToFileURL(main).href);
}
