import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { largestFile } from '../../src-shared/contract/darkroom';
import type { BroughtIn } from '../../src-shared/contract/pictures';
import type { Refusal } from '../../src-shared/refusal';
import type { CommandContext, Outcome } from './command';
import { fileErrorCode } from './file-error';
import { refusalIn } from './refusal-in';

type Found = { readonly kind: 'picture'; readonly picture: BroughtIn };

/**
 * The picture that a person named to make something from: a file, read against their working folder and taken into
 * the workspace, or a picture of the gallery by its id. A file of that name comes first. Nothing is charged.
 */
export async function startPicture(
  context: CommandContext,
  name: string,
): Promise<Found | Extract<Outcome, { kind: 'refused' | 'usage' }>> {
  const path = resolve(context.workingFolder, name);
  try {
    const { size } = await stat(path);
    if (size === 0 || size > largestFile) {
      return unreadable(size === 0 ? 'it is empty' : 'it is larger than 256 MB');
    }
    const file = await readFile(path);
    return { kind: 'picture', picture: await context.tally.pictures.bringIn({ file }) };
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return galleryPicture(context, name);
    if (code === null) throw error;
    return unreadable(`it can't be read (${code})`);
  }
}

/** A delivered picture, by its id; clips are no pictures. */
async function galleryPicture({ tally }: CommandContext, assetId: string) {
  const isId = assetId.length <= longestId;
  const detail = isId ? await tally.gallery.detail({ assetId }).catch(unknownAsset) : null;
  if (detail === null) {
    const sentence = `There is neither a file nor a picture of the gallery called «${assetId}»; name one of the two.`;
    return { kind: 'usage', sentence } as const;
  }
  const { asset, condition } = detail;
  if (asset.mediaType !== 'image/png') return unreadable('it is a clip');
  if (condition === 'altered') return refused({ code: 'asset-file-altered', assetId });
  if (condition !== 'sound') return refused({ code: 'asset-file-missing', assetId });
  const { sha256, width, height } = asset;
  return { kind: 'picture', picture: { sha256, width, height } } as const;
}

const longestId = 128;

function unknownAsset(error: unknown): null {
  if (refusalIn(error)?.code !== 'asset-unknown') throw error;
  return null;
}

function unreadable(reason: string): { kind: 'refused'; refusal: Refusal } {
  return refused({ code: 'picture-unreadable', reason });
}

function refused(refusal: Refusal): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal };
}
