import { ImageIcon } from 'lucide-react';
import type { Scene } from '../../src-shared/storyboard/board';
import { sizeOf } from '../../src-shared/storyboard/visual-request';
import { AssetImage } from '../gallery/asset-image';
import { queueStore } from '../stores/queue';
import { screenStore } from '../stores/screen';
import { ProgressBar } from '../ui/progress-bar';
import { useBoard, useMade } from './use-board';

/** A scene's picture: the newest there is, or the one that is being painted; an empty frame before the first. */
export function ScenePicture({ scene, place }: { scene: Scene; place: number }) {
  const { size } = useBoard();
  const { asset, job } = useMade(scene.id);
  const progress = queueStore((store) => (job === null ? undefined : store.progress[job]));
  const { width, height } = sizeOf(size);
  const name = `Picture of scene ${place + 1}`;
  const preview = progress?.preview ?? null;
  return (
    <div
      className="relative flex max-h-56 w-full items-center justify-center overflow-hidden rounded-md bg-well"
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      {preview !== null ? (
        <img src={preview} alt={`${name}, in the making`} className="size-full object-contain" />
      ) : asset !== null ? (
        <button
          type="button"
          aria-label={`${name}: open`}
          onClick={() => screenStore.getState().showAsset(asset.id)}
          className="size-full"
        >
          <AssetImage asset={asset} alt={name} listed className="size-full object-contain" />
        </button>
      ) : (
        <span className="flex flex-col items-center gap-1 text-xs text-muted">
          <ImageIcon size={18} aria-hidden />
          {job === null ? 'No picture yet' : 'Waits for its turn'}
        </span>
      )}
      {job === null ? null : (
        <div className="absolute inset-x-1.5 bottom-1.5">
          <ProgressBar label={name} fraction={progress?.fraction ?? null} />
        </div>
      )}
    </div>
  );
}
