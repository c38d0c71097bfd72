import { dirname } from 'node:path';
import { openLibrary } from '../gallery/library';
import { mediaTypeOfFile } from '../gallery/media-type';
import { librariesSetAside } from '../store/backups';
import type { JobPorts } from './job-ports';

/**
 * Puts delivered pictures that are not in the library back into it, as far as they lie in what was set aside at a restore:
 * an older state may have moved them out that did not know them, and then one came back that does. Answers whether the
 * library took them.
 */
export async function bringBack(
  { library, assets }: Pick<JobPorts, 'library' | 'assets'>,
  present: readonly string[],
): Promise<boolean> {
  const there = new Set(present);
  const missing = [...assets.deliveredFiles()].filter((sha256) => !there.has(sha256));
  if (missing.length === 0) return true;
  const aside = librariesSetAside(dirname(library.folder)).map(openLibrary);
  let taken = true;
  for (const sha256 of missing) {
    for (const shelf of aside) {
      const found = await shelf.readFile(sha256);
      if (found.kind !== 'file') continue;
      const saved = await library.save(found.bytes, mediaTypeOfFile(found.bytes) ?? 'image/png');
      taken &&= saved.kind === 'saved';
      break;
    }
  }
  return taken;
}
