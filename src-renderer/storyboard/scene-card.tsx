import { GripVertical, Trash2 } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef } from 'react';
import type { Scene } from '../../src-shared/storyboard/board';
import { IconButton } from '../ui/button';
import { move, remove } from './scene-edits';
import { SceneFields } from './scene-fields';
import { SceneMake } from './scene-make';
import { ScenePicture } from './scene-picture';

type SceneCardProps = {
  scene: Scene;
  /** From 0. */
  place: number;
  isOver: boolean;
  onDragBegin: () => void;
  onDragEnd: () => void;
  onDragOver: () => void;
  onDrop: () => void;
};

/** One scene: its picture, what is said and shown, and what is done with it. */
export function SceneCard(props: SceneCardProps) {
  const { scene, place, isOver, onDragOver, onDrop } = props;
  const card = useRef<HTMLLIElement>(null);
  return (
    <li
      ref={card}
      aria-label={`Scene ${place + 1}`}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      className={`flex gap-3 rounded-lg border bg-panel p-3 ${isOver ? 'border-accent ring-1 ring-accent' : 'border-line'}`}
    >
      <div className="flex w-6 shrink-0 flex-col items-center gap-1">
        <span className="font-semibold text-muted">{place + 1}</span>
        <MoveHandle {...props} card={card} />
      </div>
      <div className="flex w-44 shrink-0 flex-col gap-2">
        <ScenePicture scene={scene} place={place} />
        <SceneMake scene={scene} place={place} />
      </div>
      <SceneFields scene={scene} place={place} />
      <IconButton
        label={`Delete scene ${place + 1}`}
        data-delete
        onClick={({ currentTarget }) => {
          const list = currentTarget.closest('ol');
          remove(scene.id);
          focusDelete(list, place);
        }}
      >
        <Trash2 size={15} aria-hidden />
      </IconButton>
    </li>
  );
}

/** The focus goes on to the scene that took the place of the deleted one, or to the last. */
function focusDelete(list: Element | null, place: number): void {
  requestAnimationFrame(() => {
    const buttons = [...(list?.querySelectorAll<HTMLElement>('[data-delete]') ?? [])];
    (buttons[place] ?? buttons.at(-1))?.focus();
  });
}

type MoveHandleProps = Pick<SceneCardProps, 'scene' | 'place' | 'onDragBegin' | 'onDragEnd'> & {
  card: React.RefObject<HTMLLIElement | null>;
};

/** Dragged with the mouse, moved with the arrow keys. */
function MoveHandle({ scene, place, onDragBegin, onDragEnd, card }: MoveHandleProps) {
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    // Without data nothing is dragged.
    event.dataTransfer.setData('text/plain', scene.caption);
    if (card.current !== null) event.dataTransfer.setDragImage(card.current, 12, 24);
    onDragBegin();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(scene.id, place + step);
  };
  return (
    <button
      type="button"
      draggable
      aria-label={`Move scene ${place + 1}`}
      aria-keyshortcuts="ArrowUp ArrowDown"
      title="Drag it, or press ↑ or ↓"
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      onKeyDown={onKeyDown}
      className="flex h-8 w-6 cursor-grab items-center justify-center rounded-sm text-muted hover:bg-well hover:text-ink"
    >
      <GripVertical size={16} aria-hidden />
    </button>
  );
}
