import { FileText } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { longestDocumentText } from '../../src-shared/storyboard/document-text';
import { Button } from '../ui/button';
import { beginWithFile } from './storyboard-actions';

const kinds = '.txt,.md,.markdown,.pdf,.docx,text/plain,text/markdown,application/pdf';

/** A document that is dropped, chosen or pasted; a dropped or chosen one is read at once. */
export function DocumentField({ busy, over }: { busy: boolean; over: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a column everywhere
    <div
      role="group"
      aria-label="From a document"
      className={`flex flex-col gap-2 rounded-md border border-dashed p-3 ${over ? 'border-accent bg-accent-soft' : 'border-edge/60'}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <FileText size={18} aria-hidden className="text-muted" />
        <span className="min-w-48 flex-1">
          <span className="font-medium">Document</span>
          <span className="block text-xs text-muted">
            Drop a text, Markdown, PDF or Word (DOCX) file of up to 20 MB here. It stays on this
            computer, unless you have connected a language model: that gets its text.
          </span>
        </span>
        <FileButton busy={busy} />
      </div>
      <PasteForm busy={busy} />
    </div>
  );
}

function FileButton({ busy }: { busy: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={kinds}
        aria-label="Document file"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void beginWithFile(file, file.name);
          // The same file can be chosen again once it was mended.
          event.target.value = '';
        }}
      />
      <Button aria-disabled={busy} onClick={() => input.current?.click()}>
        {busy ? 'Reading…' : 'Choose a file…'}
      </Button>
    </>
  );
}

/** Text from anywhere else; it is read as Markdown, of which plain text is a kind. */
function PasteForm({ busy }: { busy: boolean }) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <form
      aria-label="From pasted text"
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void beginWithFile(new Blob([text]), 'pasted.md');
      }}
    >
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="text-xs text-muted">
          or paste its text
        </label>
        <textarea
          id={id}
          dir="auto"
          rows={2}
          value={text}
          maxLength={longestDocumentText}
          onChange={(event) => setText(event.target.value)}
          className="block w-full resize-y rounded-md border border-edge/60 bg-paper px-2.5 py-1.5"
        />
      </div>
      <Button type="submit" aria-disabled={busy}>
        Use this text
      </Button>
    </form>
  );
}
