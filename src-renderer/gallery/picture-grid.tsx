import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { Asset } from '../../src-shared/jobs/asset';
import { editAsset } from '../edit/edit-source';
import { screenStore } from '../stores/screen';
import { useElementSize } from '../ui/element-size';
import { loadMore, removeAssets } from './gallery-actions';
import { indexAfterKey } from './grid-keys';
import { Picture } from './picture';

const gap = 8;
const leastSide = 176;
const padding = 20;

type PictureGridProps = {
  items: readonly GalleryItem[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
};

/** A grid of any number of pictures, of which only the rows in sight exist. */
export function PictureGrid({ items, selected, onSelect }: PictureGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementSize(scroller).width - 2 * padding;
  const columns = Math.max(1, Math.floor((width + gap) / (leastSide + gap)));
  const side = Math.max(leastSide, (width - gap * (columns - 1)) / columns);
  const rows = useRows(Math.ceil(items.length / columns), side + gap, scroller);
  const { focused, setFocused, moveTo, keepFocus } = useFocusedPicture(
    items.length,
    scroller,
    (index) => rows.scrollToIndex(Math.floor(index / columns)),
  );
  const lastRow = rows.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if ((lastRow + 3) * columns >= items.length) void loadMore();
  }, [lastRow, columns, items.length]);

  const pictureOf = (row: number) => (item: GalleryItem, column: number) => {
    const index = row * columns + column;
    const { id } = item.asset;
    return (
      <Picture
        key={id}
        item={item}
        side={side}
        place={{ index, count: items.length }}
        tabbable={index === focused}
        selected={selected.has(id)}
        onFocus={() => setFocused(index)}
        onOpen={() => screenStore.getState().showAsset(id)}
        onToggle={() => onSelect(toggled(selected, id))}
      />
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = indexAfterKey(event.key, focused, columns, items.length);
    if (index !== null) moveTo(index);
    else if (!actOnPicture(event, items[focused]?.asset, selected, onSelect)) return;
    else keepFocus();
    event.preventDefault();
  };

  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto px-5">
      <div
        role="listbox"
        aria-label="Pictures"
        aria-multiselectable
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="relative"
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            role="presentation"
            className="absolute inset-x-0 top-0 flex"
            style={{ transform: `translateY(${row.start}px)`, gap }}
          >
            {items.slice(row.index * columns, (row.index + 1) * columns).map(pictureOf(row.index))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The rows in sight of `count` rows that are `height` pixels high. */
function useRows(count: number, height: number, scroller: RefObject<HTMLDivElement | null>) {
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 2,
    paddingStart: 2,
    paddingEnd: padding,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => rows.measure(), [height]);
  return rows;
}

/** Does what a key means for the picture that has the focus; false when it means nothing there. */
function actOnPicture(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  asset: Asset | undefined,
  selected: ReadonlySet<string>,
  onSelect: (selected: ReadonlySet<string>) => void,
): boolean {
  if (asset === undefined) return false;
  const { id } = asset;
  switch (key) {
    case 'Enter':
      screenStore.getState().showAsset(id);
      return true;
    case ' ':
      onSelect(toggled(selected, id));
      return true;
    case 'e':
      if (ctrlKey || metaKey || asset.mediaType !== 'image/png') return false;
      editAsset(asset);
      return true;
    case 'Escape':
      onSelect(new Set());
      return true;
    case 'Delete':
    case 'Backspace':
      void removeAssets(selected.size > 0 ? [...selected] : [id]);
      onSelect(new Set());
      return true;
    default:
      return false;
  }
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** One picture of the grid can be reached by Tab; arrow keys move which one. */
function useFocusedPicture(
  count: number,
  scroller: RefObject<HTMLDivElement | null>,
  reveal: (index: number) => void,
) {
  const [wanted, setFocused] = useState(0);
  const [pending, setPending] = useState<number | null>(null);
  const focused = Math.min(wanted, Math.max(0, count - 1));
  useEffect(() => {
    if (pending === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-index="${pending}"]`);
    if (!element) return;
    element.focus({ preventScroll: true });
    setPending(null);
  });
  const moveTo = (index: number) => {
    setFocused(index);
    setPending(index);
    reveal(index);
  };
  // A picture that is taken away takes the focus with it: the one in its place gets it.
  const kept = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pictures were taken away
  useEffect(() => {
    if (kept.current && document.activeElement === document.body) setPending(focused);
    kept.current = false;
  }, [count]);
  const keepFocus = () => {
    kept.current = true;
  };
  return { focused, setFocused, moveTo, keepFocus };
}
