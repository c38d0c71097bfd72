import { type RefObject, useMemo, useState } from 'react';
import type { PlacedProblem } from '../../src-shared/billing/card/rate-card';
import { useElementSize } from '../ui/element-size';
import { countLines, lineHeight, linesInSight, topOfLine } from './text-lines';

type TextPaneProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  problems: readonly PlacedProblem[];
  readOnly: boolean;
  /** The id of what says how many problems there are. */
  describedBy: string;
  onChange: (text: string) => void;
};

/** A card's text with its lines numbered, those with a problem marked. */
export function TextPane(props: TextPaneProps) {
  const { field, text, problems, readOnly, describedBy, onChange } = props;
  const [scrolled, setScrolled] = useState(0);
  const { height } = useElementSize(field);
  const lines = useMemo(() => countLines(text), [text]);
  const marked = useMemo(() => new Set(problems.map(({ line }) => line)), [problems]);
  const inSight = linesInSight(scrolled, height, lines);
  const top = (line: number) => ({ top: topOfLine(line) - scrolled, height: lineHeight });
  return (
    <div className="flex min-h-0 min-w-0 flex-1 overflow-hidden bg-paper font-mono text-xs leading-5">
      <div
        aria-hidden
        className="relative shrink-0 overflow-hidden border-r border-line bg-panel text-muted"
        style={{ width: `${String(lines).length + 4}ch` }}
      >
        {inSight.map((line) => (
          <span
            key={line}
            style={top(line)}
            className={`absolute inset-x-0 pr-2 text-right ${marked.has(line) ? 'bg-danger font-semibold text-paper' : ''}`}
          >
            {line}
          </span>
        ))}
      </div>
      <div className="relative min-w-0 flex-1 overflow-hidden">
        {inSight
          .filter((line) => marked.has(line))
          .map((line) => (
            <div
              key={line}
              aria-hidden
              style={top(line)}
              className="absolute inset-x-0 bg-danger-soft"
            />
          ))}
        <textarea
          ref={field}
          aria-label="Text of the card"
          aria-describedby={describedBy}
          aria-invalid={problems.length > 0}
          readOnly={readOnly}
          // biome-ignore lint/a11y/noAutofocus: the text is the one thing to enter
          autoFocus={text === ''}
          spellCheck={false}
          autoComplete="off"
          wrap="off"
          placeholder="Paste a card’s text here, or drop its file."
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
          className="absolute inset-0 resize-none overflow-auto bg-transparent px-3 py-2 whitespace-pre focus-visible:outline-offset-[-2px]"
        />
      </div>
    </div>
  );
}
