import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { mediaAddress, thumbnailAddress } from '../../src-shared/contract/media-address';
import type { Asset } from '../../src-shared/jobs/asset';

type AssetImageProps = {
  /** The file: its content never changes. Of a clip its poster is shown. */
  asset: Pick<Asset, 'sha256' | 'mediaType'>;
  alt: string;
  className: string;
  /** One of many in a list: its thumbnail, decoded when it comes into sight. */
  listed?: boolean;
  /** Too small for words: only the sign of a missing file. */
  small?: boolean;
};

/** A delivered picture; where its file is gone, that is said in its place. */
export function AssetImage(props: AssetImageProps) {
  const { asset, alt, className, listed = false, small = false } = props;
  const { sha256 } = asset;
  const isStill = asset.mediaType === 'image/png';
  const [missing, setMissing] = useState<string | null>(null);
  if (missing === sha256) {
    return (
      <span className="flex size-full flex-col items-center justify-center gap-1.5 p-1 text-center text-xs text-muted">
        <ImageOff size={18} aria-hidden />
        <span className={small ? 'sr-only' : ''}>The file is missing</span>
      </span>
    );
  }
  return (
    <img
      src={listed || !isStill ? thumbnailAddress(sha256) : mediaAddress(asset)}
      alt={alt}
      loading={listed ? 'lazy' : 'eager'}
      decoding="async"
      draggable={false}
      onError={() => setMissing(sha256)}
      className={className}
    />
  );
}
