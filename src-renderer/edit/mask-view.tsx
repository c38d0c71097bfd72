import { useRef, useState } from 'react';
import type { StartPicture } from '../stores/draft-fields';
import { MaskSurface } from './mask-surface';
import { MaskToolbar } from './mask-toolbar';
import { useReconciledMask } from './reconcile-mask';
import { useScale } from './source-view';

/** How many times larger than fitted the picture can be painted on. */
const zooms = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** The picture with its mask, to paint on. */
export function MaskView({ source }: { source: StartPicture }) {
  const area = useRef<HTMLDivElement>(null);
  const fitting = useScale(area, source);
  const [step, setStep] = useState(0);
  useReconciledMask(source);
  const zoomBy = (steps: 1 | -1) =>
    setStep((now) => Math.min(zooms.length - 1, Math.max(0, now + steps)));
  const zoom = zooms[step] ?? 1;
  return (
    <>
      <MaskToolbar
        source={source}
        zoom={{
          percent: Math.round(fitting * zoom * 100),
          isLeast: step === 0,
          isMost: step === zooms.length - 1,
          by: zoomBy,
          fit: () => setStep(0),
        }}
      />
      <div ref={area} className="relative min-h-0 flex-1 overflow-auto">
        <div className="flex min-h-full w-max min-w-full items-center justify-center p-5">
          <MaskSurface source={source} scale={fitting * zoom} onZoom={zoomBy} />
        </div>
      </div>
    </>
  );
}
