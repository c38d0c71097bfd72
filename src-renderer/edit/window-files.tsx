import { useEffect, useRef, useState } from 'react';
import { fileIn } from '../app/bring-in';
import { useBringIn } from '../app/use-bring-in';
import type { StartPicture } from '../stores/draft-fields';

/** Takes files that are dropped anywhere in the window, or pasted, unless a field of their own takes them. */
export function useWindowFiles(onPicture: (picture: StartPicture) => void) {
  const { busy, failure, take } = useBringIn(onPicture);
  const [over, setOver] = useState(false);
  const taken = useRef(take);
  taken.current = take;
  useEffect(() => {
    const takeFrom = (event: Event, data: DataTransfer | null) => {
      const file = event.defaultPrevented ? null : fileIn(data);
      if (file === null) return;
      event.preventDefault();
      taken.current(file);
    };
    const onDragOver = (event: DragEvent) => {
      // Without this the window would refuse the drop, or open the file in its place.
      event.preventDefault();
      setOver(event.dataTransfer?.types.includes('Files') === true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      takeFrom(event, event.dataTransfer);
    };
    const onDropBegins = () => setOver(false);
    const onPaste = (event: ClipboardEvent) => takeFrom(event, event.clipboardData);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    // A field that takes the drop itself lets nobody else hear of it.
    window.addEventListener('drop', onDropBegins, { capture: true });
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDropBegins, { capture: true });
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, []);
  return { over, busy, failure, take };
}

/** Lies over the stage while a file is held over the window, or while a picture is read. */
export function DropVeil({ over, busy }: { over: boolean; busy: boolean }) {
  if (!over && !busy) return null;
  return (
    <div className="pointer-events-none absolute inset-3 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-panel/85">
      <p role="status" className="text-lg font-semibold">
        {over ? 'Drop the picture to edit it' : 'The picture is being read…'}
      </p>
    </div>
  );
}
