import { Paintbrush, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import { outputsText } from '../../src-shared/jobs/output-words';
import { editAsset } from '../edit/edit-source';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { Button } from '../ui/button';
import { Empty, Skeleton } from '../ui/empty';
import { formatCount, formatNumberOf } from '../ui/figures';
import { removeAssets } from './gallery-actions';
import { PictureGrid } from './picture-grid';

/** Every picture and clip that was delivered, the newest first. */
export function GalleryScreen() {
  const loaded = galleryStore((store) => store.loaded);
  const items = galleryStore((store) => store.items);
  const total = galleryStore((store) => store.total);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setSelected(new Set());
  if (!loaded) return <GallerySkeleton />;
  if (items.length === 0) return <EmptyGallery />;
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-12 shrink-0 items-center gap-3 px-5">
        <h1 className="text-lg font-semibold">Gallery</h1>
        <span className="text-sm text-muted">{totalText(items, total)}</span>
        {selected.size > 0 ? (
          <div className="ml-auto flex items-center gap-1.5">
            <span className="text-sm">{formatCount(selected.size)} selected</span>
            <EditButton items={items.filter(({ asset }) => selected.has(asset.id))} />
            <Button
              onClick={() => {
                void removeAssets([...selected]);
                clear();
              }}
            >
              <Trash2 size={14} aria-hidden />
              Delete
            </Button>
            <Button look="plain" onClick={clear}>
              Clear
            </Button>
          </div>
        ) : null}
      </div>
      <PictureGrid items={items} selected={selected} onSelect={setSelected} />
    </div>
  );
}

/** Opens the one picture that is selected in the Edit tool. */
function EditButton({ items }: { items: readonly GalleryItem[] }) {
  const [only, ...others] = items;
  if (only === undefined || others.length > 0 || only.asset.mediaType !== 'image/png') return null;
  return (
    <Button onClick={() => editAsset(only.asset)}>
      <Paintbrush size={14} aria-hidden />
      Edit
    </Button>
  );
}

/** «3 pictures and 1 clip», or one number for all while some were not read yet. */
function totalText(items: readonly GalleryItem[], total: number): string {
  if (items.length < total) return `${formatCount(total)} pictures and clips`;
  return outputsText(
    items.map(({ asset }) => asset.mediaType),
    formatNumberOf,
  );
}

function EmptyGallery() {
  return (
    <>
      <h1 className="sr-only">Gallery</h1>
      <Empty title="No pictures yet">
        <p>
          Every picture and clip you make is kept here with its prompt, its settings and what it
          cost.
        </p>
        <Button look="primary" onClick={() => screenStore.getState().show('create')}>
          Make the first one
        </Button>
      </Empty>
    </>
  );
}

const placeholders = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

function GallerySkeleton() {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-2 p-5">
      <h1 className="sr-only">Gallery</h1>
      {placeholders.map((place) => (
        <Skeleton key={place} className="aspect-square" />
      ))}
    </div>
  );
}
