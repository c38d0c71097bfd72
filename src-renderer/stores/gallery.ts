import { create } from 'zustand';
import type { GalleryItem, GalleryPage } from '../../src-shared/contract/gallery';
import type { Asset } from '../../src-shared/jobs/asset';
import type { Job } from '../../src-shared/jobs/job';

type GalleryStore = {
  readonly loaded: boolean;
  readonly loadingMore: boolean;
  /** Newest first. */
  readonly items: readonly GalleryItem[];
  readonly next: string | null;
  readonly total: number;
  /** Pictures taken out while this window was open, so that they can come back. */
  readonly removed: ReadonlyMap<string, GalleryItem>;
  /** A picture that was come to from elsewhere; the pages read so far may not reach back to it. */
  readonly visited: GalleryItem | null;
  load: (page: GalleryPage) => void;
  append: (page: GalleryPage) => void;
  setLoadingMore: (loadingMore: boolean) => void;
  /** New pictures with the jobs that made them. */
  deliver: (assets: readonly Asset[], jobs: readonly Job[]) => void;
  /** Pictures that were taken out, or came back. */
  change: (assets: readonly Asset[]) => void;
  visit: (item: GalleryItem) => void;
};

/** The gallery as far as it was read: pages from the main process, kept true by events. */
export const galleryStore = create<GalleryStore>()((set) => ({
  loaded: false,
  loadingMore: false,
  items: [],
  next: null,
  total: 0,
  removed: new Map(),
  visited: null,
  // A page that was being read over an older connection will never come.
  load: ({ items, next, total }) => set({ loaded: true, loadingMore: false, items, next, total }),
  append: ({ items, next, total }) =>
    set((store) => ({ items: merge(store.items, items), next, total })),
  setLoadingMore: (loadingMore) => set({ loadingMore }),
  deliver: (assets, jobs) =>
    set((store) => {
      const fresh = itemsOf(assets, jobs).filter(({ asset }) => asset.removedAt === null);
      const items = merge(store.items, fresh);
      return { items, total: store.total + items.length - store.items.length };
    }),
  change: (assets) =>
    set((store) => {
      const known = [...store.items, ...store.removed.values()];
      const changed = assets.flatMap((asset) => {
        const item = known.find((candidate) => candidate.asset.id === asset.id);
        return item === undefined ? [] : [{ ...item, asset }];
      });
      const gone = changed.filter(({ asset }) => asset.removedAt !== null);
      const back = changed.filter(({ asset }) => asset.removedAt === null);
      const goneIds = new Set(gone.map(({ asset }) => asset.id));
      const removed = new Map(store.removed);
      for (const item of gone) removed.set(item.asset.id, item);
      for (const item of back) removed.delete(item.asset.id);
      const kept = store.items.filter(({ asset }) => !goneIds.has(asset.id));
      const items = merge(kept, back);
      return { items, removed, total: store.total + items.length - store.items.length };
    }),
  visit: (visited) => set({ visited }),
}));

function itemsOf(assets: readonly Asset[], jobs: readonly Job[]): GalleryItem[] {
  return assets.flatMap((asset) => {
    const job = jobs.find((candidate) => candidate.id === asset.jobId);
    return job === undefined ? [] : [{ asset, job }];
  });
}

/** Both lists as one without doubles, newest first; the order of equal times is the older list's. */
function merge(items: readonly GalleryItem[], more: readonly GalleryItem[]): GalleryItem[] {
  const known = new Set(items.map(({ asset }) => asset.id));
  const fresh = more.filter(({ asset }) => !known.has(asset.id));
  return [...items, ...fresh].sort((left, right) => right.asset.createdAt - left.asset.createdAt);
}
