import { basename, extname, join } from 'node:path';
import { type Unwritable, unwritable } from './disk-failure';
import { claimName, type FileContent, flushFolder, withTemporaryFile } from './durable-file';

export type { FileContent } from './durable-file';

/**
 * Writes a file into an existing folder under `fileName`, or the first free of `name (2).png`,
 * `name (3).png`, …: nothing is overwritten, and no half a file is ever seen.
 */
export async function copyInto(
  folder: string,
  fileName: string,
  content: FileContent,
): Promise<{ kind: 'copied'; path: string } | Unwritable> {
  if (basename(fileName) !== fileName) throw new Error('not the name of a file in the folder');
  try {
    return await withTemporaryFile(folder, content, async (temporary) => {
      for (let number = 1; ; number += 1) {
        const path = join(folder, numbered(fileName, number));
        if (await claimName(temporary, path)) {
          await flushFolder(folder);
          return { kind: 'copied', path };
        }
      }
    });
  } catch (error) {
    return unwritable(folder, error);
  }
}

function numbered(fileName: string, number: number): string {
  if (number === 1) return fileName;
  const extension = extname(fileName);
  return `${fileName.slice(0, fileName.length - extension.length)} (${number})${extension}`;
}
