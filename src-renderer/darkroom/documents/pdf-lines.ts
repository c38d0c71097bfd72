import type { DocumentPart } from '../../../src-shared/storyboard/document-text';

/** A run of text on a page of a PDF; places and heights in points, from the page's lower edge. */
export type PdfRun = {
  readonly text: string;
  readonly y: number;
  readonly height: number;
  readonly endsLine: boolean;
};

type Line = { readonly text: string; readonly y: number; readonly height: number };

/** So much larger than most of the text is a heading. */
const headingScale = 1.18;
const longestHeading = 160;
/** Lines farther apart than so many times their height begin a new paragraph. */
const paragraphGap = 1.75;

/** The paragraphs and headings of a PDF's pages, as far as its places and sizes tell. */
export function partsOfPages(pages: readonly (readonly PdfRun[])[]): DocumentPart[] {
  const lines = pages.map(linesOf);
  const usual = usualHeight(lines.flat());
  const parts: DocumentPart[] = [];
  let open = '';
  const close = () => {
    if (open !== '') parts.push({ kind: 'paragraph', text: open });
    open = '';
  };
  for (const page of lines) {
    let above: Line | null = null;
    for (const line of page) {
      if (line.height > usual * headingScale && line.text.length <= longestHeading) {
        close();
        addHeading(parts, line, above);
      } else {
        if (above !== null && isApart(above, line)) close();
        open = joined(open, line.text);
      }
      above = line;
    }
    // A sentence may go on with the next page.
    if (/[.!?…。]["”»)]?$/u.test(open)) close();
  }
  close();
  return parts;
}

/** A heading, or the next line of one. */
function addHeading(parts: DocumentPart[], line: Line, above: Line | null): void {
  const last = parts.at(-1);
  const goesOn = above !== null && above.height === line.height && !isApart(above, line);
  if (last?.kind === 'heading' && goesOn && last.text.length + line.text.length <= longestHeading) {
    parts[parts.length - 1] = { kind: 'heading', text: joined(last.text, line.text) };
  } else parts.push({ kind: 'heading', text: line.text });
}

function isApart(above: Line, line: Line): boolean {
  const gap = above.y - line.y;
  return gap > Math.max(above.height, line.height) * paragraphGap || gap < -line.height;
}

/** Words that were parted at the end of a line become whole again. */
function joined(before: string, line: string): string {
  if (before === '') return line;
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)
    ? before.slice(0, -1) + line
    : `${before} ${line}`;
}

function linesOf(runs: readonly PdfRun[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let height = 0;
  let y: number | null = null;
  const end = () => {
    if (text.trim() !== '' && y !== null) lines.push({ text: text.trim(), y, height });
    text = '';
    height = 0;
    y = null;
  };
  for (const run of runs) {
    if (y !== null && run.text.trim() !== '' && Math.abs(run.y - y) > Math.max(height, 1) / 2)
      end();
    if (run.text.trim() !== '') {
      y ??= run.y;
      height = Math.max(height, run.height);
    }
    text += run.text;
    if (run.endsLine) end();
  }
  end();
  return lines;
}

/** The height that most of the text has. */
function usualHeight(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of lines) {
    const rounded = Math.round(height * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}
