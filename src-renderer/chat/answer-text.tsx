import { useMemo } from 'react';
import { type Block, blocksOf, type Span } from './text-blocks';

/** What was answered, as plain text with the little shape that it has. */
export function AnswerText({ children }: { children: string }) {
  const blocks = useMemo(() => blocksOf(children), [children]);
  return (
    <div data-selectable className="flex flex-col gap-1.5 wrap-anywhere">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name than their place
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === 'paragraph') {
    return (
      <p dir="auto">
        <Spans spans={block.spans} />
      </p>
    );
  }
  return (
    <ul className="list-disc pl-5">
      {block.items.map((spans, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name than their place
        <li key={index} dir="auto">
          <Spans spans={spans} />
        </li>
      ))}
    </ul>
  );
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, index) => {
    // Parts of a text have no other name than their place.
    const key = `${index}`;
    if (span.kind === 'strong') return <strong key={key}>{span.text}</strong>;
    if (span.kind === 'code') {
      return (
        <code key={key} className="rounded-sm bg-well px-1">
          {span.text}
        </code>
      );
    }
    return <span key={key}>{span.text}</span>;
  });
}
