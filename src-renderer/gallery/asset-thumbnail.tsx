import { Play } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { mediaAddress } from '../../src-shared/contract/media-address';
import type { Asset } from '../../src-shared/jobs/asset';
import { type Request, secondsOf } from '../../src-shared/jobs/request';
import { formatLength } from '../ui/figures';
import { AssetImage } from './asset-image';

type AssetThumbnailProps = {
  asset: Pick<Asset, 'sha256' | 'mediaType'>;
  request: Request;
  alt: string;
  className: string;
  /** Too small for words and for a badge. */
  small?: boolean;
};

/** A picture, or a clip by its poster: moving the pointer across searches through it. */
export function AssetThumbnail({ asset, request, alt, className, small }: AssetThumbnailProps) {
  const image = (
    <AssetImage listed asset={asset} alt={alt} className={className} small={small ?? false} />
  );
  const seconds = secondsOf(request);
  if (seconds === null) return image;
  return (
    <ClipScrub source={mediaAddress(asset)} className={className}>
      {image}
      {small === true ? null : <LengthBadge seconds={seconds} />}
    </ClipScrub>
  );
}

/** How long a clip is, at the corner of its poster. */
function LengthBadge({ seconds }: { seconds: number }) {
  return (
    <span className="pointer-events-none absolute right-1.5 bottom-1.5 flex items-center gap-1 rounded-sm bg-panel px-1 text-xs text-ink">
      <Play size={10} aria-hidden className="fill-current" />
      <span className="sr-only">Clip of </span>
      {formatLength(seconds)}
    </span>
  );
}

type ClipScrubProps = { source: string; className: string; children: React.ReactNode };

/** Shows the clip over its poster while a mouse is on it, at the place where the mouse is, from left to right. */
function ClipScrub({ source, className, children }: ClipScrubProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [place, setPlace] = useState<number | null>(null);
  const [shown, setShown] = useState(false);
  const wanted = useRef(0);
  const seek = () => {
    const { current } = video;
    if (current === null || current.seeking || !Number.isFinite(current.duration)) return;
    const time = wanted.current * current.duration;
    // A seek that is under way is let finish; the newest place is gone to after it.
    if (Math.abs(current.currentTime - time) > nearEnough) current.currentTime = time;
    else setShown(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    wanted.current = Math.min(1, Math.max(0, (event.clientX - left) / width));
    setPlace(wanted.current);
    seek();
  };
  const leave = () => {
    setPlace(null);
    setShown(false);
  };
  return (
    <span
      className="relative block size-full overflow-hidden"
      onPointerMove={onPointerMove}
      onPointerLeave={leave}
    >
      {children}
      {place === null ? null : (
        <>
          <video
            ref={video}
            src={source}
            muted
            playsInline
            preload="auto"
            tabIndex={-1}
            aria-hidden
            onLoadedMetadata={seek}
            onSeeked={seek}
            onError={leave}
            className={`absolute inset-0 ${className} ${shown ? '' : 'opacity-0'}`}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute bottom-0 left-0 h-0.5 bg-accent"
            style={{ width: `${place * 100}%` }}
          />
        </>
      )}
    </span>
  );
}

/** Seconds; nearer than this no eye sees a difference. */
const nearEnough = 0.02;
