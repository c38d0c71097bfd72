import { type } from '@orpc/contract';
import { z } from 'zod';
import type { Asset, FileCondition } from '../jobs/asset';
import type { Job } from '../jobs/job';
import { procedure } from './refused';

const assetId = z.string().min(1).max(128);

/** A delivered picture with the job that made it. */
export type GalleryItem = { readonly asset: Asset; readonly job: Job };

export type GalleryPage = {
  /** Newest first. */
  readonly items: readonly GalleryItem[];
  /** Pass as `after` for the next page; null at the end. */
  readonly next: string | null;
  readonly total: number;
};

/** Everything that is known of one picture. */
export type AssetDetail = GalleryItem & {
  readonly condition: FileCondition;
  /** The text that other programs read from the file (`parameters`). */
  readonly parameters: string;
  /** What the engine understood of the prompt, in its own words. */
  readonly reading: string;
};

export const gallery = {
  list: procedure
    .input(
      z.strictObject({
        after: z.string().max(128).nullable(),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(type<GalleryPage>()),
  /** Also checks the file against its content address. */
  detail: procedure.input(z.strictObject({ assetId })).output(type<AssetDetail>()),
  /**
   * Copies a picture's file out of the library, never over an existing file. Without a folder a
   * dialog asks; only the terminal may name one. Null when the dialog was dismissed.
   */
  saveCopy: procedure
    .input(z.strictObject({ assetId, folder: z.string().max(4096).nullable() }))
    .output(type<{ path: string | null }>()),
  /** Takes pictures out of the gallery; their files and charges stay, so it can be undone. */
  remove: procedure
    .input(z.strictObject({ assetIds: z.array(assetId).min(1).max(1000) }))
    .output(type<{ assets: readonly Asset[] }>()),
  restore: procedure
    .input(z.strictObject({ assetIds: z.array(assetId).min(1).max(1000) }))
    .output(type<{ assets: readonly Asset[] }>()),
};
