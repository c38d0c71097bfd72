import { resolve } from 'node:path';
import { assertNever } from '../../src-shared/assert-never';
import { largestFile } from '../../src-shared/contract/darkroom';
import type { BroughtIn } from '../../src-shared/contract/pictures';
import type { Refusal } from '../../src-shared/refusal';
import type { CommandContext, Outcome } from './command';
import { readWholeFile } from './read-whole-file';
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
  const read = await readPicture(resolve(context.workingFolder, name));
  switch (read.kind) {
    case 'file':
      // Outside of what reads the file: what is refused here is refused in its own words.
      return {
        kind: 'picture',
        picture: await context.tally.pictures.bringIn({ file: read.file }),
      };
    case 'absent':
      return galleryPicture(context, name);
    case 'unreadable':
      return unreadable(read.reason);
    default:
      return assertNever(read);
  }
}

type ReadPicture =
  | { readonly kind: 'file'; readonly file: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string };

async function readPicture(path: string): Promise<ReadPicture> {
  const read = await readWholeFile(path, largestFile);
  switch (read.kind) {
    case 'whole':
      return { kind: 'file', file: read.bytes };
    case 'empty':
      return { kind: 'unreadable', reason: 'it is empty' };
    case 'too-large':
      return { kind: 'unreadable', reason: 'it is larger than 256 MB' };
    case 'no-file':
      return { kind: 'unreadable', reason: 'it is no file' };
    case 'failed':
      return read.code === 'ENOENT' || read.code === 'ENOTDIR'
        ? { kind: 'absent' }
        : { kind: 'unreadable', reason: `it can't be read (${read.code})` };
    default:
      return assertNever(read);
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
