/** A piece of a line: plain, stressed, or set as it would be typed. */
export type Span = { readonly kind: 'plain' | 'strong' | 'code'; readonly text: string };

/** A part of an answer. */
export type Block =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] };

/** More of one line than this is shown without marks: nobody writes such a line. */
const longestMarked = 4000;
/** Every character that a pattern takes for the end of a line. */
const lineEnd = /\r\n|[\n\r\u2028\u2029]/;

/**
 * An answer's text as paragraphs and lists. It is text and stays text: no markup of the answerer's becomes an
 * element, a link or a picture.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let items: (readonly Span[])[] | null = null;
  for (const line of text.split(lineEnd)) {
    const item = /^\s*[-*•]\s(.*)$/.exec(line)?.[1]?.trimStart();
    if (item !== undefined) {
      if (items === null) {
        items = [];
        blocks.push({ kind: 'list', items });
      }
      items.push(spansOf(item));
      continue;
    }
    items = null;
    if (line.trim() !== '') blocks.push({ kind: 'paragraph', spans: spansOf(line.trim()) });
  }
  return blocks;
}

function spansOf(line: string): Span[] {
  if (line.length > longestMarked) return [{ kind: 'plain', text: line }];
  const spans: Span[] = [];
  let rest = 0;
  for (const match of line.matchAll(/\*\*([^*]{1,300})\*\*|`([^`]{1,300})`/g)) {
    if (match.index > rest) spans.push({ kind: 'plain', text: line.slice(rest, match.index) });
    const [whole, strong, code] = match;
    spans.push({ kind: strong === undefined ? 'code' : 'strong', text: strong ?? code ?? '' });
    rest = match.index + whole.length;
  }
  if (rest < line.length) spans.push({ kind: 'plain', text: line.slice(rest) });
  return spans;
}
