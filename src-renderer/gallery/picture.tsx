import { Check } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import { assetName } from './asset-name';
import { AssetThumbnail } from './asset-thumbnail';

type PictureProps = {
  item: GalleryItem;
  /** In pixels; the grid's cells are square. */
  side: number;
  place: { index: number; count: number };
  tabbable: boolean;
  selected: boolean;
  onFocus: () => void;
  onOpen: () => void;
  onToggle: () => void;
};

/** One picture or clip in the grid: a click opens it, a click with Ctrl, Command or Shift selects it. */
export function Picture(props: PictureProps) {
  const { item, side, place, tabbable, selected, onFocus, onOpen, onToggle } = props;
  const onClick = (event: MouseEvent) =>
    event.ctrlKey || event.metaKey || event.shiftKey ? onToggle() : onOpen();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it handles the keys
    <div
      role="option"
      aria-label={assetName(item)}
      aria-selected={selected}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      tabIndex={tabbable ? 0 : -1}
      data-index={place.index}
      onFocus={onFocus}
      onClick={onClick}
      className="group relative shrink-0 overflow-hidden rounded-sm bg-well aria-selected:ring-3 aria-selected:ring-accent"
      style={{ width: side, height: side }}
    >
      <AssetThumbnail
        asset={item.asset}
        request={item.job.request}
        alt=""
        className="size-full object-cover transition-transform duration-200 group-hover:scale-[1.02]"
      />
      {selected ? (
        <span className="absolute top-1.5 left-1.5 rounded-full bg-accent p-1 text-on-accent">
          <Check size={12} aria-hidden />
        </span>
      ) : null}
    </div>
  );
}
