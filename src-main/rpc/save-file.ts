import { copyInto, type FileContent } from '../gallery/copy-into';
import type { Context } from './context';
import { refuse } from './refuse';

/** Where a file goes: an existing folder, and a name that is safe on every system. */
export type FilePlace = { readonly folder: string; readonly fileName: string };

/** Where a file goes: the named folder, which only the terminal may name, or what the person chooses; null when dismissed. */
export async function placeFor(
  { studio, caller }: Context,
  fileName: string,
  folder: string | null,
): Promise<FilePlace | null> {
  if (folder === null) return studio.saveDialog(fileName);
  if (caller !== 'terminal') refuse({ code: 'folder-not-allowed' });
  return { folder, fileName };
}

/** Writes a new file there, whole or not at all, and answers its path; nothing is overwritten. */
export async function saveFile(
  { folder, fileName }: FilePlace,
  content: FileContent,
): Promise<string> {
  const copied = await copyInto(folder, fileName, content);
  if (copied.kind === 'copied') return copied.path;
  return refuse({ code: 'folder-unwritable', folder: copied.folder, reason: copied.reason });
}
