import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { inputAddress } from '../../src-shared/contract/media-address';
import type { Asset } from '../../src-shared/jobs/asset';
import type { EditRequest } from '../../src-shared/jobs/edit-request';
import { AssetImage } from '../gallery/asset-image';
import { titleOf } from '../gallery/asset-name';
import { Button } from '../ui/button';
import { dividerAfterKey, dividerWords, formerPlace } from './compare-geometry';
import { useScale } from './source-view';

type BeforeAfterProps = { request: EditRequest; asset: Asset };

/** The new picture under the former one, up to a divider that pointer and arrow keys move. */
export function BeforeAfter({ request, asset }: BeforeAfterProps) {
  const area = useRef<HTMLDivElement>(null);
  const scale = useScale(area, asset);
  const [divider, setDivider] = useState(50);
  const [height, setHeight] = useState(50);
  const [isClose, setClose] = useState(false);
  const nearness = isClose ? Math.max(1, 1 / (scale * window.devicePixelRatio)) : 1;
  const followPointer = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    setHeight((100 * (event.clientY - box.top)) / box.height);
    if (event.buttons !== 1) return;
    const at = Math.round((100 * (event.clientX - box.left)) / box.width);
    setDivider(Math.min(100, Math.max(0, at)));
  };
  return (
    <>
      <div ref={area} className="flex min-h-0 flex-1 items-center justify-center">
        <div
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            followPointer(event);
          }}
          onPointerMove={followPointer}
          className="relative shrink-0 touch-none overflow-hidden rounded-sm bg-well"
          style={{ width: asset.width * scale, height: asset.height * scale }}
        >
          <div
            className="absolute inset-0"
            style={{ scale: nearness, transformOrigin: `${divider}% ${height}%` }}
          >
            <AssetImage
              asset={asset}
              alt={`After: ${titleOf(request)}`}
              className="absolute inset-0 size-full"
            />
            <Former request={request} divider={divider} />
          </div>
          <Divider at={divider} onChange={setDivider} />
          <Label side="left" shown={divider > 12}>
            Before
          </Label>
          <Label side="right" shown={divider < 88}>
            After
          </Label>
        </div>
      </div>
      <div className="flex justify-center pb-3">
        <CloseButton isClose={isClose} onChange={setClose} />
      </div>
    </>
  );
}

/** The former picture, cut off at the divider; around it, where the canvas is new, there was nothing. */
function Former({ request, divider }: { request: EditRequest; divider: number }) {
  const place = formerPlace(request);
  return (
    <div
      className="absolute inset-0 bg-well"
      style={{ clipPath: `inset(0 ${100 - divider}% 0 0)` }}
    >
      <img
        src={inputAddress(request.source)}
        alt="Before"
        draggable={false}
        className="absolute"
        style={{
          left: `${place.left}%`,
          top: `${place.top}%`,
          width: `${place.width}%`,
          height: `${place.height}%`,
        }}
      />
    </div>
  );
}

type DividerProps = { at: number; onChange: (at: number) => void };

function Divider({ at, onChange }: DividerProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dividerAfterKey(event.key, at, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Before and after"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={at}
      aria-valuetext={dividerWords(at)}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 flex w-8 -translate-x-1/2 cursor-ew-resize items-center justify-center outline-offset-[-3px]"
      style={{ left: `${at}%` }}
    >
      <span className="absolute inset-y-0 w-0.5 bg-paper outline-1 outline-ink/50" />
      <span className="z-10 h-9 w-3 rounded-full border border-edge bg-paper shadow-float" />
    </div>
  );
}

type LabelProps = { side: 'left' | 'right'; shown: boolean; children: string };

function Label({ side, shown, children }: LabelProps) {
  if (!shown) return null;
  return (
    <span
      aria-hidden
      className={`pointer-events-none absolute bottom-2 rounded-sm bg-panel/90 px-1.5 text-xs ${side === 'left' ? 'left-2' : 'right-2'}`}
    >
      {children}
    </span>
  );
}

type CloseButtonProps = { isClose: boolean; onChange: (isClose: boolean) => void };

/** Shows the place at the divider pixel for pixel, as long as it is held. */
function CloseButton({ isClose, onChange }: CloseButtonProps) {
  useEffect(() => {
    if (!isClose) return;
    // Wherever the button or the key is let go.
    const letGo = () => onChange(false);
    const ends = ['pointerup', 'keyup', 'blur'] as const;
    for (const end of ends) window.addEventListener(end, letGo);
    return () => {
      for (const end of ends) window.removeEventListener(end, letGo);
    };
  }, [isClose, onChange]);
  return (
    <Button
      aria-pressed={isClose}
      onPointerDown={() => onChange(true)}
      onKeyDown={({ key }) => (key === ' ' || key === 'Enter' ? onChange(true) : undefined)}
      className="aria-pressed:bg-accent-soft"
    >
      Hold for 1:1
    </Button>
  );
}
