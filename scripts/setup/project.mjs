import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, without a trailing separator. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Where set-up keeps what `npm ci` must not wipe.
 * @param {string} project
 */
export function runtimeFolderOf(project) {
  return `${project}/.runtime`;
}

/**
 * SHA-256 in hexadecimal of the parts, each with its length before it, so that moving a character
 * from one part to the next gives another digest.
 * @param {readonly (string | Buffer)[]} parts
 */
export function digestOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}
