import { type RefObject, useRef } from 'react';
import type { StartPicture } from '../stores/draft-fields';
import { workOnMask } from './keep-mask';
import { maskStore, sheetOf } from './mask-store';
import { addStep, type Point } from './mask-work';
import { paintStroke } from './paint-mask';

export type Brush = {
  begin: (point: Point) => void;
  /** Goes on to a point, where a stroke was begun. */
  pull: (point: Point) => void;
  end: () => void;
};

/** Pulls strokes over a mask: seen at once, and part of the mask as soon as the brush is lifted. */
export function useBrush(canvas: RefObject<HTMLCanvasElement | null>, source: StartPicture): Brush {
  const points = useRef<Point[]>([]);
  const paint = (stretch: readonly Point[]) => {
    const context = canvas.current?.getContext('2d');
    const { brush: size, erases } = maskStore.getState();
    if (context) paintStroke(context, { kind: 'stroke', erases, size, points: stretch });
  };
  return {
    begin: (point) => {
      points.current = [point];
      paint([point]);
    },
    pull: (point) => {
      const last = points.current.at(-1);
      if (last === undefined) return;
      points.current.push(point);
      paint([last, point]);
    },
    end: () => {
      const pulled = points.current;
      if (pulled.length === 0) return;
      points.current = [];
      const { brush: size, erases, sheets } = maskStore.getState();
      const { work } = sheetOf(sheets, source.sha256);
      workOnMask(source, addStep(work, { kind: 'stroke', erases, size, points: pulled }));
    },
  };
}
