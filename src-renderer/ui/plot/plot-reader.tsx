import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';

type PlotReaderProps = {
  /** What is plotted. */
  label: string;
  width: number;
  height: number;
  /** Where the plot can be read, in pixels from its left edge, ascending. */
  stops: readonly number[];
  /** Which of them is read. */
  reading: number;
  /** What stands there, in words. */
  valueText: string;
  /** Another one is read; null when nobody points at the plot any more. */
  onRead: (reading: number | null) => void;
  /** Enter, or a click, at what is read. */
  onChoose?: () => void;
  children: ReactNode;
};

/**
 * A plot that can be read with the pointer and with the keyboard: arrows go from stop to stop, Page up and down
 * farther, Home and End to its ends. To a screen reader it is a slider whose value is said in words.
 */
export function PlotReader(props: PlotReaderProps) {
  const { label, width, height, stops, reading, valueText, onRead, onChoose, children } = props;
  const last = stops.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && onChoose !== undefined) onChoose();
    else if (event.key === 'Escape') return onRead(null);
    else {
      const next = stopAfterKey(event.key, reading, last);
      if (next === null) return;
      onRead(next);
    }
    event.preventDefault();
  };
  const onPointerMove = ({ currentTarget, clientX }: PointerEvent) => {
    onRead(nearestStop(stops, clientX - currentTarget.getBoundingClientRect().left));
  };
  return (
    <div
      role="slider"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, last)}
      aria-valuenow={reading}
      aria-valuetext={valueText}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onRead(null)}
      onClick={onChoose}
      onBlur={() => onRead(null)}
      className="cursor-crosshair rounded-sm"
    >
      <svg width={width} height={height} aria-hidden="true" className="block">
        {children}
      </svg>
    </div>
  );
}

/** The stop that a key leads to from another; null for a key that leads nowhere. */
export function stopAfterKey(key: string, from: number, last: number): number | null {
  const far = Math.max(2, Math.round(last / 10));
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: far,
    PageDown: -far,
    Home: -last,
    End: last,
  };
  const move = moves[key];
  return move === undefined ? null : Math.min(last, Math.max(0, from + move));
}

/** The stop that is nearest to a place, in pixels. */
export function nearestStop(stops: readonly number[], place: number): number {
  let nearest = 0;
  for (const [index, stop] of stops.entries()) {
    if (Math.abs(stop - place) < Math.abs((stops[nearest] ?? 0) - place)) nearest = index;
  }
  return nearest;
}
