import { type RefObject, useRef, useState } from 'react';
import { inputAddress } from '../../src-shared/contract/media-address';
import type { StartPicture } from '../stores/draft-fields';
import { useElementSize } from '../ui/element-size';
import { correctSize } from './edit-source';
import { scaleToFit } from './frame-geometry';

/** The picture as it is. */
export function SourceView({ source }: { source: StartPicture }) {
  const area = useRef<HTMLDivElement>(null);
  const scale = useScale(area, source);
  return (
    <div ref={area} className="flex min-h-0 flex-1 items-center justify-center p-5">
      <div style={{ width: source.width * scale, height: source.height * scale }}>
        <SourceImage source={source} />
      </div>
    </div>
  );
}

/** How large the picture is shown: as large as a padded area allows. */
export function useScale(
  area: RefObject<HTMLElement | null>,
  size: { readonly width: number; readonly height: number },
): number {
  const { width, height } = useElementSize(area);
  const padding = 40;
  return scaleToFit(size, { width: width - padding, height: height - padding });
}

/** The picture, filling its box; where its file is gone, that is said. */
export function SourceImage({ source }: { source: StartPicture }) {
  const [missing, setMissing] = useState(false);
  if (missing) {
    return (
      <p role="alert" className="p-4 text-center text-danger">
        The file of this picture is missing; choose another one.
      </p>
    );
  }
  return (
    <img
      src={inputAddress(source.sha256)}
      alt="What is edited"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        correctSize(source.sha256, naturalWidth, naturalHeight)
      }
      onError={() => setMissing(true)}
      className="block size-full select-none"
    />
  );
}
