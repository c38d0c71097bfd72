import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { StartPicture } from '../stores/draft-fields';
import { maskStore, sheetOf } from './mask-store';
import type { Point } from './mask-work';
import { paintMask, veilOf } from './paint-mask';
import { SourceImage } from './source-view';
import { useBrush } from './use-brush';
import { useBrushKeys } from './use-brush-keys';

type MaskSurfaceProps = {
  source: StartPicture;
  /** Pixels on the screen for each of the picture. */
  scale: number;
  onZoom: (steps: 1 | -1) => void;
};

/** The picture under its mask. The pointer paints on it, and so do keys. */
export function MaskSurface({ source, scale, onZoom }: MaskSurfaceProps) {
  const id = useId();
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [at, setAt] = useState<Point>({ x: source.width / 2, y: source.height / 2 });
  usePaintedMask(canvas, source);
  const brush = useBrush(canvas, source);
  const onKey = useBrushKeys({ source, brush, at, setAt });
  useBrushWheel(surface, onZoom);
  const pointOf = (event: { clientX: number; clientY: number }): Point => {
    const box = surface.current?.getBoundingClientRect();
    return box === undefined
      ? at
      : { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };
  return (
    <>
      <div
        ref={surface}
        role="application"
        aria-label="Mask"
        aria-describedby={`${id}-keys`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is painted on by keys as well
        tabIndex={0}
        onKeyDown={onKey.down}
        onKeyUp={onKey.up}
        onBlur={brush.end}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          brush.begin(pointOf(event));
        }}
        onPointerMove={(event) => {
          setAt(pointOf(event));
          for (const each of event.nativeEvent.getCoalescedEvents()) brush.pull(pointOf(each));
        }}
        onLostPointerCapture={brush.end}
        className="group relative shrink-0 cursor-none touch-none overflow-hidden"
        style={{ width: source.width * scale, height: source.height * scale }}
      >
        <SourceImage source={source} />
        <canvas
          ref={canvas}
          width={source.width}
          height={source.height}
          className="pointer-events-none absolute inset-0 size-full opacity-55"
        />
        <BrushRing at={at} scale={scale} />
      </div>
      <p id={`${id}-keys`} className="sr-only">
        Arrow keys move the brush, with Shift by a few pixels. Space paints, held down it paints
        along. Brackets change the size of the brush, E changes between painting and erasing, I
        inverts, Control Z takes back.
      </p>
      <p role="status" className="sr-only">
        {onKey.moved ? `Brush at ${Math.round(at.x)}, ${Math.round(at.y)}` : ''}
      </p>
    </>
  );
}

/** Where the brush is and how large: a light and a dark line, so that one is seen on any picture. */
function BrushRing({ at, scale }: { at: Point; scale: number }) {
  const brush = maskStore((store) => store.brush);
  const erases = maskStore((store) => store.erases);
  const side = Math.max(4, brush * scale);
  return (
    <span
      className={`pointer-events-none absolute rounded-full border border-paper opacity-0 outline-1 outline-ink group-hover:opacity-100 group-focus:opacity-100 ${erases ? 'outline-dashed' : 'outline-solid'}`}
      style={{
        left: at.x * scale - side / 2,
        top: at.y * scale - side / 2,
        width: side,
        height: side,
      }}
    />
  );
}

/** Paints the mask anew whenever it changed. */
function usePaintedMask(canvas: RefObject<HTMLCanvasElement | null>, source: StartPicture): void {
  const { base, work } = maskStore((store) => sheetOf(store.sheets, source.sha256));
  const [veil, setVeil] = useState<{ of: string; canvas: OffscreenCanvas | null } | null>(null);
  useEffect(() => {
    if (base === null) return;
    let isCurrent = true;
    void veilOf(base).then((drawn) => {
      if (isCurrent) setVeil({ of: base, canvas: drawn });
    });
    return () => {
      isCurrent = false;
    };
  }, [base]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another size empties the canvas
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) paintMask(context, veil?.of === base ? veil.canvas : null, work.steps);
  }, [canvas, veil, base, work, source.width, source.height]);
}

/** The wheel changes the brush; with Control, as everywhere, the view. */
function useBrushWheel(
  surface: RefObject<HTMLElement | null>,
  onZoom: (steps: 1 | -1) => void,
): void {
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  useEffect(() => {
    const { current } = surface;
    if (current === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const direction = event.deltaY < 0 ? 1 : -1;
      if (event.ctrlKey || event.metaKey) zoom.current(direction);
      else maskStore.getState().resizeBrush(direction);
    };
    // React's own listener could not keep the page from scrolling.
    current.addEventListener('wheel', onWheel, { passive: false });
    return () => current.removeEventListener('wheel', onWheel);
  }, [surface]);
}
