import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../store/system-code';

const temporaryName = /^\.tally-[0-9a-f-]{36}\.part$/;

/** Whether a file is what an interrupted write left behind. */
export function isTemporary(name: string): boolean {
  return temporaryName.test(name);
}

/** The whole of a file, or its parts in order; UTF-8 where they are text. */
export type FileContent = Uint8Array | AsyncIterable<string>;

/**
 * Writes the content under a temporary name in `folder`, flushes them to the disk and gives the path to
 * `place`, which must give the file its name; whatever happens, no temporary file stays.
 */
export async function withTemporaryFile<Result>(
  folder: string,
  content: FileContent,
  place: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = join(folder, `.tally-${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    return await place(temporary);
  } finally {
    // On a disk that is gone there is nothing to remove, and the next sweep removes what stayed.
    await rm(temporary, { force: true }).catch(() => null);
  }
}

/** Makes names given in `folder` survive a loss of power. Windows has no such call and needs none. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a temporary file its name unless that is taken; answers whether it got it. */
export async function claimName(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return false;
    if (code === null || !linkless.has(code)) throw error;
  }
  // Some file systems (FAT, some network drives) have no links: take the name, then fill it.
  try {
    await (await open(path, 'wx')).close();
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  await rename(temporary, path);
  return true;
}

const linkless = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'EXDEV', 'EINVAL']);
