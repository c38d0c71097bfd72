import { type KeyboardEvent, useRef, useState } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { StartPicture } from '../stores/draft-fields';
import { galleryStore } from '../stores/gallery';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { AssetImage } from './asset-image';
import { assetName } from './asset-name';
import { loadMore } from './gallery-actions';
import { indexAfterKey } from './grid-keys';

type PicturePickerProps = {
  /** What the picture is for. */
  title: string;
  open: boolean;
  onClose: () => void;
  onPick: (picture: StartPicture) => void;
};

/** Picks one picture of the gallery; clips are left out. */
export function PicturePicker({ title, open, onClose, onPick }: PicturePickerProps) {
  const pick = ({ asset: { sha256, width, height } }: GalleryItem) => {
    onPick({ sha256, width, height });
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} title={`${title}: from the gallery`} width="max-w-2xl">
      <Pictures onPick={pick} />
    </Dialog>
  );
}

function Pictures({ onPick }: { onPick: (item: GalleryItem) => void }) {
  const items = galleryStore((store) => store.items);
  const more = galleryStore((store) => store.next !== null);
  const stills = items.filter(({ asset }) => asset.mediaType === 'image/png');
  if (stills.length === 0 && !more) {
    return <p className="text-muted">There is no picture in the gallery yet.</p>;
  }
  return (
    <>
      <Thumbnails items={stills} onPick={onPick} />
      {more ? (
        <Button className="mt-3" onClick={() => void loadMore()}>
          Show older pictures
        </Button>
      ) : null}
    </>
  );
}

type ThumbnailsProps = { items: readonly GalleryItem[]; onPick: (item: GalleryItem) => void };

/** One of them can be reached by Tab; arrow keys move which one, and a press picks it. */
function Thumbnails({ items, onPick }: ThumbnailsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const first = buttons[0]?.offsetTop;
    const columns = buttons.filter((button) => button.offsetTop === first).length;
    const index = indexAfterKey(event.key, focused, columns, items.length);
    if (index === null) return;
    event.preventDefault();
    setFocused(index);
    buttons[index]?.focus();
  };
  return (
    <ul
      ref={list}
      aria-label="Pictures to pick from"
      onKeyDown={onKeyDown}
      className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-2"
    >
      {items.map((item, index) => (
        <li key={item.asset.id}>
          <button
            type="button"
            tabIndex={index === focused ? 0 : -1}
            aria-label={`${assetName(item)}, ${item.asset.width} × ${item.asset.height} pixels`}
            title={`${item.asset.width} × ${item.asset.height} px`}
            onFocus={() => setFocused(index)}
            onClick={() => onPick(item)}
            className="block aspect-square w-full overflow-hidden rounded-sm bg-well"
          >
            <AssetImage
              listed
              asset={item.asset}
              alt=""
              className="size-full object-cover hover:opacity-90"
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
