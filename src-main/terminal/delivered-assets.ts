import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { Asset } from '../../src-shared/jobs/asset';
import type { Job } from '../../src-shared/jobs/job';
import type { TallyClient } from './command';

const pageLength = 200;

/**
 * The pictures and clips of done jobs, in the order of the jobs. Those that were not seen being delivered are
 * looked up in the gallery; one that was taken out of it has none.
 */
export async function deliveredAssets(
  tally: TallyClient,
  jobs: readonly Job[],
  seen: ReadonlyMap<string, Asset>,
): Promise<GalleryItem[]> {
  const assets = new Map(seen);
  const missing = new Set(jobs.map((job) => job.id).filter((id) => !assets.has(id)));
  let after: string | null = null;
  while (missing.size > 0) {
    const page = await tally.gallery.list({ after, limit: pageLength });
    for (const { asset } of page.items) {
      if (missing.delete(asset.jobId)) assets.set(asset.jobId, asset);
    }
    if (page.next === null) break;
    after = page.next;
  }
  return jobs.flatMap((job) => {
    const asset = assets.get(job.id);
    return asset === undefined ? [] : [{ asset, job }];
  });
}
