import { type KeyboardEvent, useRef, useState } from 'react';
import type { StartPicture } from '../stores/draft-fields';
import { workOnMask } from './keep-mask';
import { maskStore, sheetOf } from './mask-store';
import { addStep, movePoint, type Point, redoStep, undoStep } from './mask-work';
import type { Brush } from './use-brush';

type BrushKeysProps = {
  source: StartPicture;
  brush: Brush;
  at: Point;
  setAt: (at: Point) => void;
};

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** So many pixels of the picture a fine step is. */
const fineStep = 4;

/** Moves the brush by arrow keys and paints with Space; everything else that is done with a mask has a key too. */
export function useBrushKeys({ source, brush, at, setAt }: BrushKeysProps) {
  const painting = useRef(false);
  const [moved, setMoved] = useState(false);
  const move = (direction: Point, isFine: boolean) => {
    const step = isFine ? fineStep : Math.max(fineStep, maskStore.getState().brush / 2);
    const next = movePoint(at, { x: direction.x * step, y: direction.y * step }, source);
    setAt(next);
    setMoved(true);
    if (painting.current) brush.pull(next);
  };
  const press = (event: KeyboardEvent): boolean => {
    const direction = directions[event.key];
    if (direction !== undefined) {
      move(direction, event.shiftKey);
      return true;
    }
    if (event.key === ' ') {
      if (!painting.current) brush.begin(at);
      painting.current = true;
      return true;
    }
    return changeByKey(event, source);
  };
  return {
    moved,
    down: (event: KeyboardEvent) => {
      if (!press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    up: (event: KeyboardEvent) => {
      if (event.key !== ' ') return;
      painting.current = false;
      brush.end();
    },
  };
}

/** Does what a key means for the brush or the whole mask; false when it means nothing there. */
function changeByKey(event: KeyboardEvent, source: StartPicture): boolean {
  const { resizeBrush, setErases, erases, sheets } = maskStore.getState();
  const { work } = sheetOf(sheets, source.sha256);
  const key = event.key.toLowerCase();
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && (key === 'z' || key === 'y')) {
    const isRedo = key === 'y' || event.shiftKey;
    workOnMask(source, isRedo ? redoStep(work) : undoStep(work));
    return true;
  }
  if (isCommand || event.altKey) return false;
  const deeds: Record<string, () => void> = {
    '[': () => resizeBrush(-1),
    ']': () => resizeBrush(1),
    e: () => setErases(!erases),
    i: () => workOnMask(source, addStep(work, { kind: 'invert' })),
  };
  const deed = deeds[key];
  deed?.();
  return deed !== undefined;
}
