import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { mediaAddress, thumbnailAddress } from '../../src-shared/contract/media-address';

type AssetImageProps = {
  /** Names the file: its content never changes. */
  sha256: string;
  alt: string;
  className: string;
  /** One of many in a list: its thumbnail, decoded when it comes into sight. */
  listed?: boolean;
  /** Too small for words: only the sign of a missing file. */
  small?: boolean;
};

/** A delivered picture; where its file is gone, that is said in its place. */
export function AssetImage(props: AssetImageProps) {
  const { sha256, alt, className, listed = false, small = false } = props;
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
      src={listed ? thumbnailAddress(sha256) : mediaAddress(sha256)}
      alt={alt}
      loading={listed ? 'lazy' : 'eager'}
      decoding="async"
      draggable={false}
      onError={() => setMissing(sha256)}
      className={className}
    />
  );
}
