import { open, rename, rm } from 'node:fs/promises';

/** Puts a file in the place of an older one: after a crash or a loss of power there is one of them, whole. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  // Always the same name: what a crash leaves is written over the next time.
  const temporary = `${path}.unfinished`;
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => null);
    throw error;
  }
}
