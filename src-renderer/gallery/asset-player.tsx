import type { ReactNode } from 'react';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import { mediaAddress, thumbnailAddress } from '../../src-shared/contract/media-address';
import { framesPerSecond } from '../../src-shared/jobs/clip-request';
import { secondsOf } from '../../src-shared/jobs/request';
import { ClipPlayer, playerBarHeight } from '../ui/clip-player';
import { titleOf } from './asset-name';

type AssetPlayerProps = {
  item: GalleryItem;
  /** More to do with it, at the end of the player's bar. */
  actions?: ReactNode;
};

/** Below this width the bar of the player would not hold its buttons. */
const leastWidth = '20rem';

/** A delivered clip in the player, as large as the size container around it allows, and no larger than it is. */
export function AssetPlayer({ item, actions }: AssetPlayerProps) {
  const { asset, job } = item;
  const ratio = asset.width / asset.height;
  const fitting = `min(100cqw, (100cqh - ${playerBarHeight}px) * ${ratio}, ${asset.width}px)`;
  return (
    <div
      className="animate-settle"
      style={{
        width: `min(100cqw, max(${leastWidth}, ${fitting}))`,
        height: `min(100cqh, 100cqw / ${ratio} + ${playerBarHeight}px, ${asset.height + playerBarHeight}px)`,
      }}
    >
      <ClipPlayer
        source={mediaAddress(asset)}
        poster={thumbnailAddress(asset.sha256)}
        label={`Clip: ${titleOf(job.request)}`}
        seconds={secondsOf(job.request) ?? 0}
        frameRate={framesPerSecond}
        actions={actions}
      />
    </div>
  );
}
