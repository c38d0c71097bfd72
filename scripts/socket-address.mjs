import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

// The launcher and the main process both import this file: it may need nothing but Node.

/**
 * The local socket that the owner of a data folder listens on. A Unix socket's path has room for about
 * a hundred bytes, so the folder goes into it as a digest.
 * @param {string} dataFolder the real path (`realFolderPath`)
 * @param {{ platform: string, temporaryFolder: string, userId: number }} machine
 * `userId` is not looked at on Windows
 * @returns {string}
 */
export function socketAddress(dataFolder, { platform, temporaryFolder, userId }) {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\tally-${name}`;
  return `${temporaryFolder.replace(/\/+$/, '')}/tally-${userId}/${name}.sock`;
}

/**
 * The folder's path without symbolic links, also when its last parts do not exist yet.
 * @param {string} folder
 * @returns {string}
 */
export function realFolderPath(folder) {
  const absolute = resolve(folder);
  try {
    return realpathSync.native(absolute);
  } catch {
    const parent = dirname(absolute);
    // Only the root has no parent; nothing above it could be a link.
    return parent === absolute ? absolute : join(realFolderPath(parent), basename(absolute));
  }
}

/**
 * Where a person's data lives when no other folder is named.
 * @param {{ platform: string, env: Readonly<Record<string, string | undefined>>, homeFolder: string }} machine
 * @returns {string}
 */
export function defaultDataFolder({ platform, env, homeFolder }) {
  switch (platform) {
    case 'darwin':
      return join(homeFolder, 'Library', 'Application Support', 'Tally');
    case 'win32':
      return join(env['APPDATA'] || join(homeFolder, 'AppData', 'Roaming'), 'Tally');
    default:
      return join(env['XDG_DATA_HOME'] || join(homeFolder, '.local', 'share'), 'Tally');
  }
}

/**
 * Makes the folder of a Unix socket if need be, and refuses one that somebody else could have put there
 * to listen in our place.
 * @param {string} address as `socketAddress` gives it
 * @param {number} userId
 * @throws {Error} when the folder is not ours alone; the message is a sentence for people
 */
export function secureSocketFolder(address, userId) {
  const folder = dirname(address);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === userId && (found.mode & 0o077) === 0) return;
  throw new Error(
    `${folder} is not a private folder of yours; remove it, or set TMPDIR to a folder of your own.`,
  );
}
