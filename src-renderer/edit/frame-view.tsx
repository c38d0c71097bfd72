import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { draftStore } from '../stores/draft';
import type { Margins, StartPicture } from '../stores/draft-fields';
import { framedSize, mostMargin, type Side, withMargin } from './frame-geometry';
import { useLongestSide } from './longest-side';
import { SourceImage, useScale } from './source-view';

const sides = ['left', 'top', 'right', 'bottom'] as const satisfies readonly Side[];

/** The picture on its new canvas, each side of which can be drawn outwards. */
export function FrameView({ source }: { source: StartPicture }) {
  const area = useRef<HTMLDivElement>(null);
  const margins = draftStore((draft) => draft.margins);
  const frame = framedSize(source, margins);
  // Room around it, so that there is somewhere to draw a side to.
  const fitting = useScale(area, frame) * 0.86;
  const [held, setHeld] = useState<Held | null>(null);
  const scale = held?.scale ?? fitting;
  return (
    <div
      ref={area}
      className="flex min-h-0 flex-1 flex-col items-center justify-center gap-3 overflow-hidden p-5"
    >
      <div
        className="relative shrink-0 bg-well outline-2 outline-accent outline-dashed"
        style={{
          width: frame.width * scale,
          height: frame.height * scale,
          translate: held === null ? undefined : keptInPlace(held, margins),
        }}
      >
        <div
          className="absolute"
          style={{
            left: margins.left * scale,
            top: margins.top * scale,
            width: source.width * scale,
            height: source.height * scale,
          }}
        >
          <SourceImage source={source} />
        </div>
        {sides.map((side) => (
          <Handle
            key={side}
            side={side}
            source={source}
            margins={margins}
            scale={scale}
            onHold={() => setHeld({ scale: fitting, margins })}
            onLetGo={() => setHeld(null)}
          />
        ))}
      </div>
      <p className="text-sm text-muted">
        New canvas: {frame.width} × {frame.height} px
      </p>
    </div>
  );
}

/** How it was when a side was taken hold of: the picture stays there, else the edge would run from the pointer. */
type Held = { readonly scale: number; readonly margins: Margins };

/** What moves the frame, centred as it is, so that the picture in it stays where it was. */
function keptInPlace({ scale, margins: before }: Held, now: Margins): string {
  const across = before.left - before.right - (now.left - now.right);
  const down = before.top - before.bottom - (now.top - now.bottom);
  return `${(across / 2) * scale}px ${(down / 2) * scale}px`;
}

type HandleProps = {
  side: Side;
  source: StartPicture;
  margins: Margins;
  /** Pixels on the screen for each of the picture. */
  scale: number;
  onHold: () => void;
  onLetGo: () => void;
};

const places: Record<Side, string> = {
  left: 'inset-y-0 -left-2 w-4 cursor-ew-resize',
  right: 'inset-y-0 -right-2 w-4 cursor-ew-resize',
  top: 'inset-x-0 -top-2 h-4 cursor-ns-resize',
  bottom: 'inset-x-0 -bottom-2 h-4 cursor-ns-resize',
};
/** The key that draws a side outwards, and the one that draws it in. */
const keys: Record<Side, readonly [string, string]> = {
  left: ['ArrowLeft', 'ArrowRight'],
  right: ['ArrowRight', 'ArrowLeft'],
  top: ['ArrowUp', 'ArrowDown'],
  bottom: ['ArrowDown', 'ArrowUp'],
};

/** One side of the frame; arrow keys draw it by 8 pixels, with Shift by 64. */
function Handle({ side, source, margins, scale, onHold, onLetGo }: HandleProps) {
  const most = useLongestSide();
  const from = useRef<{ at: number; margin: number } | null>(null);
  const isUpright = side === 'left' || side === 'right';
  const margin = margins[side];
  const change = (to: number) => {
    const { source: kept, margins: now } = draftStore.getState();
    if (kept === null) return;
    draftStore.getState().change({ margins: withMargin(kept, now, { side, to, most }) });
  };
  const positionOf = (event: PointerEvent) => (isUpright ? event.clientX : event.clientY);
  const outwards = side === 'left' || side === 'top' ? -1 : 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 64 : 8;
    const [outer, inner] = keys[side];
    const to: Record<string, number> = { [outer]: margin + step, [inner]: margin - step, Home: 0 };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    change(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`${side.charAt(0).toUpperCase()}${side.slice(1)} margin`}
      aria-orientation={isUpright ? 'horizontal' : 'vertical'}
      aria-valuemin={0}
      aria-valuemax={Math.max(margin, mostMargin(source, margins, side, most))}
      aria-valuenow={margin}
      aria-valuetext={`${margin} pixels`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { at: positionOf(event), margin };
        onHold();
      }}
      onPointerMove={(event) => {
        if (from.current === null) return;
        const moved = ((positionOf(event) - from.current.at) * outwards) / scale;
        change(from.current.margin + moved);
      }}
      onLostPointerCapture={() => {
        from.current = null;
        onLetGo();
      }}
      className={`group absolute flex touch-none items-center justify-center ${places[side]}`}
    >
      <span
        className={`rounded-full border border-paper bg-accent shadow-raised group-hover:bg-accent-strong ${isUpright ? 'h-10 w-2' : 'h-2 w-10'}`}
      />
    </div>
  );
}
