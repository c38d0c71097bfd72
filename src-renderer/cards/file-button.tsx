import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/button';
import { readCardFile } from './card-actions';

/** Chooses a card's file; the page may read what a person hands to it, and nothing else. */
export function FileButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="A rate card’s file"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again once it was mended.
          event.target.value = '';
          void readCardFile(files);
        }}
      />
      <Button onClick={() => input.current?.click()}>
        <FileUp size={15} aria-hidden />
        Choose a file…
      </Button>
    </>
  );
}
