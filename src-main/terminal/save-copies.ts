import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { Refusal } from '../../src-shared/refusal';
import type { CommandContext } from './command';
import { refusalIn } from './refusal-in';

/** A delivered picture or clip, and where its copy was saved, if one was. */
export type SavedPicture = GalleryItem & { readonly path: string | null };

export type SavedPictures = {
  readonly pictures: readonly SavedPicture[];
  /** Why the first of the copies that are missing could not be written. */
  readonly unsaved: Refusal | null;
};

/**
 * Makes the folder for copies and answers why nothing could be written there; null when it can, or
 * none is wanted. Asked before credit is spent.
 */
export async function folderProblem(
  context: CommandContext,
  out: string | undefined,
): Promise<Refusal | null> {
  if (out === undefined) return null;
  const folder = resolve(context.workingFolder, out);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'folder-unwritable', folder, reason };
  }
}

/** Copies pictures and clips to `out`, all that can be; nothing is ever overwritten. */
export async function saveCopies(
  context: CommandContext,
  items: readonly GalleryItem[],
  out: string | undefined,
): Promise<SavedPictures> {
  const pictures: SavedPicture[] = [];
  let unsaved: Refusal | null = null;
  for (const item of items) {
    const saved = out === undefined ? null : await saveCopy(context, item.asset.id, out);
    pictures.push({ ...item, path: saved?.kind === 'saved' ? saved.path : null });
    if (saved?.kind === 'refused') unsaved ??= saved.refusal;
  }
  return { pictures, unsaved };
}

type Saved =
  | { readonly kind: 'saved'; readonly path: string | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Copies one of them to `out`, which is read against the caller's working folder. */
export async function saveCopy(
  { tally, workingFolder }: CommandContext,
  assetId: string,
  out: string,
): Promise<Saved> {
  try {
    const { path } = await tally.gallery.saveCopy({ assetId, folder: resolve(workingFolder, out) });
    return { kind: 'saved', path };
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === null) throw error;
    return { kind: 'refused', refusal };
  }
}
