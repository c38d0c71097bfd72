import { FileDown } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { assertNever } from '../../src-shared/assert-never';
import { readCardFile } from './card-actions';
import { CardLibrary } from './card-library';
import { cardsStore } from './cards-store';
import { CardEditor } from './editor/card-editor';
import { ImportScreen } from './import-screen';
import { LeaveQuestion } from './leave-question';
import { useCards } from './use-cards';

/** Rate cards: what is known, what is imported, what is written. A file can be dropped anywhere on it. */
export function CardsScreen() {
  useCards();
  const { over, handlers } = useDrop((files) => void readCardFile(files));
  const root = useRef<HTMLDivElement>(null);
  useFocusOfPlace(root);
  return (
    <div ref={root} className="relative h-full" {...handlers}>
      <Place />
      {over ? (
        <div className="pointer-events-none absolute inset-3 z-30 flex items-center justify-center gap-2 rounded-lg border-2 border-dashed border-accent bg-paper/90 text-lg font-medium">
          <FileDown size={20} aria-hidden />
          Drop the card’s file to read it
        </div>
      ) : null}
      <LeaveQuestion />
    </div>
  );
}

function Place() {
  const place = cardsStore((store) => store.place);
  const editing = cardsStore((store) => store.editing);
  switch (place.kind) {
    case 'card':
      return <CardLibrary selected={place.ref} />;
    case 'import':
      return <ImportScreen />;
    case 'edit':
      return editing === null ? <CardLibrary selected={null} /> : <CardEditor editing={editing} />;
    default:
      return assertNever(place);
  }
}

/** Where the control that led to another place is gone, the focus goes to that place's heading. */
function useFocusOfPlace(root: RefObject<HTMLElement | null>): void {
  const place = cardsStore((store) => store.place);
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const lost = document.activeElement === document.body;
    if (lost) root.current?.querySelector('h1')?.focus();
  }, [place, root]);
}

type Drop = {
  /** Whether files are held over it. */
  readonly over: boolean;
  readonly handlers: Pick<
    React.ComponentProps<'div'>,
    'onDragEnter' | 'onDragLeave' | 'onDragOver' | 'onDrop'
  >;
};

/** Takes files that are dropped, and nothing else that can be dragged. */
function useDrop(take: (files: readonly File[]) => void): Drop {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent: only the last one out ends it.
  const depth = useRef(0);
  const hasFiles = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');
  const count = (change: 1 | -1) => (event: React.DragEvent) => {
    if (!hasFiles(event)) return;
    depth.current += change;
    setOver(depth.current > 0);
  };
  return {
    over,
    handlers: {
      onDragEnter: count(1),
      onDragLeave: count(-1),
      onDragOver: (event) => (hasFiles(event) ? event.preventDefault() : undefined),
      onDrop: (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        take([...event.dataTransfer.files]);
      },
    },
  };
}
