import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { KeyboardEvent } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { Asset } from '../../src-shared/jobs/asset';
import { nounOf } from '../../src-shared/jobs/output-words';
import { galleryStore } from '../stores/gallery';
import { screenStore } from '../stores/screen';
import { IconButton } from '../ui/button';
import { Veil } from '../ui/dialog';
import { useReturnFocus } from '../ui/return-focus';
import { AssetFacts } from './asset-facts';
import { AssetImage } from './asset-image';
import { titleOf as nameOf } from './asset-name';
import { AssetPlayer } from './asset-player';
import { loadMore, removeAssets } from './gallery-actions';
import { useDetail } from './use-detail';

/** One picture or clip, large, with everything that is known of it. */
export function AssetDialog() {
  const openAsset = screenStore((store) => store.openAsset);
  const items = galleryStore((store) => store.items);
  const visited = galleryStore((store) => store.visited);
  const index = items.findIndex(({ asset }) => asset.id === openAsset);
  const item = items[index] ?? (visited?.asset.id === openAsset ? visited : undefined);
  const returnFocus = useReturnFocus(item !== undefined);
  const close = () => screenStore.getState().showAsset(null);
  return (
    <Dialog.Root open={item !== undefined} onOpenChange={(open) => (open ? undefined : close())}>
      <Dialog.Portal>
        <Veil />
        {item === undefined ? null : (
          <AssetView item={item} index={index} items={items} returnFocus={returnFocus} />
        )}
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type AssetViewProps = {
  item: GalleryItem;
  /** Its place in the gallery; -1 where the pages read so far do not reach back to it. */
  index: number;
  items: readonly GalleryItem[];
  returnFocus: (closing: Event) => void;
};

function AssetView({ item, index, items, returnFocus }: AssetViewProps) {
  const { asset, job } = item;
  const detail = useDetail(asset.id);
  const isListed = index >= 0;
  const go = (step: number) => {
    if (!isListed) return;
    const next = items[index + step];
    if (next !== undefined) screenStore.getState().showAsset(next.asset.id);
    if (index + step >= items.length - 3) void loadMore();
  };
  const remove = () => {
    const neighbour = isListed ? (items[index + 1] ?? items[index - 1]) : undefined;
    screenStore.getState().showAsset(neighbour?.asset.id ?? null);
    void removeAssets([asset.id]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
    else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  return (
    <Dialog.Content
      aria-describedby={undefined}
      onKeyDown={onKeyDown}
      onCloseAutoFocus={returnFocus}
      className="fixed inset-5 z-50 flex overflow-hidden rounded-lg bg-panel shadow-float outline-none"
    >
      <div className="relative flex min-w-0 flex-1 items-center justify-center bg-well p-6">
        {asset.mediaType === 'image/png' ? (
          <AssetImage
            key={asset.sha256}
            asset={asset}
            alt={nameOf(job.request)}
            className="max-h-full max-w-full animate-settle object-contain"
          />
        ) : (
          <div className="flex size-full items-center justify-center [container-type:size]">
            <AssetPlayer key={asset.sha256} item={item} />
          </div>
        )}
        <StepButton side="left" disabled={index <= 0} onClick={() => go(-1)} />
        <StepButton
          side="right"
          disabled={!isListed || index === items.length - 1}
          onClick={() => go(1)}
        />
      </div>
      <div className="flex w-80 shrink-0 flex-col border-l border-line">
        <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
          <Dialog.Title className="text-base font-semibold">
            {titleOf(asset, index, items.length)}
          </Dialog.Title>
          <Dialog.Close asChild>
            <IconButton label="Close">
              <X size={16} aria-hidden />
            </IconButton>
          </Dialog.Close>
        </div>
        <AssetFacts item={item} detail={detail} onRemove={remove} />
      </div>
    </Dialog.Content>
  );
}

/** «Clip 3 of 12»; without a place where the gallery was not read so far back. */
function titleOf({ mediaType }: Asset, index: number, count: number): string {
  const noun = nounOf(mediaType) === 'clip' ? 'Clip' : 'Picture';
  return index < 0 ? noun : `${noun} ${index + 1} of ${count}`;
}

type StepButtonProps = { side: 'left' | 'right'; disabled: boolean; onClick: () => void };

function StepButton({ side, disabled, onClick }: StepButtonProps) {
  const Icon = side === 'left' ? ChevronLeft : ChevronRight;
  return (
    <IconButton
      label={side === 'left' ? 'Previous one' : 'Next one'}
      disabled={disabled}
      onClick={onClick}
      className={`absolute top-1/2 -translate-y-1/2 bg-panel shadow-raised hover:bg-paper ${side === 'left' ? 'left-3' : 'right-3'}`}
    >
      <Icon size={18} aria-hidden />
    </IconButton>
  );
}
