import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { mediaAddress } from '../../src-shared/contract/media-address';

type AssetImageProps = {
  /** Names the file: its content never changes. */
  sha256: string;
  alt: string;
  className: string;
  /** Many at once: decoded when they come into sight. */
  lazy?: boolean;
  /** Too small for words: only the sign of a missing file. */
  small?: boolean;
};

/** A delivered picture; where its file is gone, that is said in its place. */
export function AssetImage(props: AssetImageProps) {
  const { sha256, alt, className, lazy = false, small = false } = props;
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
      src={mediaAddress(sha256)}
      alt={alt}
      loading={lazy ? 'lazy' : 'eager'}
      decoding="async"
      draggable={false}
      onError={() => setMissing(sha256)}
      className={className}
    />
  );
}
