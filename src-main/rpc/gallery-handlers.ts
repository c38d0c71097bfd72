import { assertNever } from '../../src-shared/assert-never';
import type { AssetDetail, GalleryItem, GalleryPage } from '../../src-shared/contract/gallery';
import type { Asset } from '../../src-shared/jobs/asset';
import { parametersOf } from '../gallery/delivery-record';
import { fileNameFor } from '../gallery/file-name';
import { write } from '../store/write';
import type { Studio } from '../studio';
import { saveCaptionFiles } from './caption-files';
import type { Context } from './context';
import { refuse } from './refuse';

export function list(
  { studio }: Context,
  { after, limit }: { after: string | null; limit: number },
): GalleryPage {
  const { assets } = studio.ports;
  const last = after === null ? null : find(studio, after);
  const shown = assets.shown(last, limit + 1);
  const page = shown.slice(0, limit);
  const next = shown.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { items: page.map((asset) => itemOf(studio, asset)), next, total: assets.countShown() };
}

export async function detail({ studio }: Context, assetId: string): Promise<AssetDetail> {
  const asset = find(studio, assetId);
  const { assets, library } = studio.ports;
  const item = itemOf(studio, asset);
  return {
    ...item,
    condition: await library.conditionOf(asset.sha256, asset.bytes),
    parameters: parametersOf(item.job),
    reading: assets.reading(assetId),
  };
}

export async function saveCopy(
  { studio, caller }: Context,
  { assetId, folder }: { assetId: string; folder: string | null },
): Promise<{ path: string | null }> {
  const asset = find(studio, assetId);
  if (folder !== null && caller !== 'terminal') refuse({ code: 'folder-not-allowed' });
  const { job } = itemOf(studio, asset);
  const { prompt, seed } = job.request;
  const suggested = fileNameFor(prompt, seed, asset.mediaType);
  const chosen =
    folder === null ? await studio.saveDialog(suggested) : { folder, fileName: suggested };
  if (chosen === null) return { path: null };
  const copied = await studio.ports.library.copyTo(asset.sha256, chosen.folder, chosen.fileName);
  switch (copied.kind) {
    case 'copied':
      await saveCaptionFiles(copied.path, job.request);
      return { path: copied.path };
    case 'missing':
    case 'unreadable':
      return refuse({ code: 'asset-file-missing', assetId });
    case 'altered':
      return refuse({ code: 'asset-file-altered', assetId });
    case 'unwritable':
      return refuse({
        code: 'folder-unwritable',
        folder: copied.folder,
        reason: copied.reason,
      });
    default:
      return assertNever(copied);
  }
}

/** Moves pictures out of the gallery or back into it; files, charges and history stay as they are. */
export function setRemoved(
  { studio }: Context,
  assetIds: readonly string[],
  removed: boolean,
): { assets: Asset[] } {
  const { assets, database, time } = studio.ports;
  for (const id of assetIds) find(studio, id);
  const at = removed ? time.now() : null;
  write(database, () => {
    for (const id of assetIds) assets.setRemoved(id, at);
  });
  const changed = assetIds.map((id) => find(studio, id));
  studio.events.publish({ kind: 'assets-changed', assets: changed });
  return { assets: changed };
}

function find(studio: Studio, assetId: string): Asset {
  return studio.ports.assets.asset(assetId) ?? refuse({ code: 'asset-unknown', assetId });
}

function itemOf(studio: Studio, asset: Asset): GalleryItem {
  const job = studio.ports.jobs.job(asset.jobId);
  if (job === null) throw new Error(`the asset ${asset.id} belongs to no job`);
  return { asset, job };
}
