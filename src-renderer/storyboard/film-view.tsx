import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { mediaAddress, thumbnailAddress } from '../../src-shared/contract/media-address';
import { framesPerSecond } from '../../src-shared/jobs/clip-request';
import { filmSeconds } from '../../src-shared/storyboard/assemble-board';
import { saveCopy } from '../gallery/gallery-actions';
import { IconButton } from '../ui/button';
import { ClipPlayer, playerBarHeight } from '../ui/clip-player';
import { storyboardStore } from './storyboard-store';
import { useBoard } from './use-board';

/** The newest film of the board, to be looked at and saved with its captions; its scenes stay in sight below. */
export function FilmView() {
  const { scenes } = useBoard();
  const asset = storyboardStore((store) => store.made.film.asset);
  const frame = useRef<HTMLElement>(null);
  const seen = useRef(asset?.sha256);
  useEffect(() => {
    // One that was made while its maker looked at a scene far below would go unnoticed.
    if (asset !== null && seen.current !== asset.sha256) frame.current?.scrollIntoView();
    seen.current = asset?.sha256;
  }, [asset]);
  if (asset === null) return null;
  const ratio = asset.width / asset.height;
  return (
    <section
      ref={frame}
      aria-label="Film"
      className="h-72"
      style={{ maxWidth: `max(22rem, calc((18rem - ${playerBarHeight}px) * ${ratio}))` }}
    >
      <ClipPlayer
        key={asset.sha256}
        source={mediaAddress(asset)}
        poster={thumbnailAddress(asset.sha256)}
        label="Film"
        seconds={filmSeconds(scenes)}
        frameRate={framesPerSecond}
        actions={
          <IconButton
            label="Save the film and its captions"
            onClick={() => void saveCopy(asset.id)}
          >
            <Download size={15} aria-hidden />
          </IconButton>
        }
      />
    </section>
  );
}
