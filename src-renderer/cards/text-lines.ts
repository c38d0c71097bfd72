import { lineStartsOf, type TextPosition } from '../../src-shared/billing/card/text-position';

/** Height of a line of text in the pane, and the space above the first one, in pixels. */
export const lineHeight = 20;
const textPadding = 8;

/** A little more than what can be seen, so that a quick scroll shows no gap. */
const spare = 10;

/** The numbers of the lines that are in sight, from 1. */
export function linesInSight(scrolled: number, height: number, lines: number): number[] {
  const first = Math.max(1, Math.floor((scrolled - textPadding) / lineHeight) + 1 - spare);
  const last = Math.min(lines, Math.ceil((scrolled + height) / lineHeight) + spare);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** How far a line is below the upper edge of the text, in pixels. */
export function topOfLine(line: number): number {
  return textPadding + (line - 1) * lineHeight;
}

export function countLines(text: string): number {
  return lineStartsOf(text).length;
}

/** The characters of what stands at a place: a text in its quotes, a number, a bracket; at least one where there is one. */
export function wordAt(
  text: string,
  { line, column }: TextPosition,
): { readonly start: number; readonly end: number } {
  const starts = lineStartsOf(text);
  const start = Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
  const [word = ''] =
    /^("(\\.|[^"\\\n])*"?|[^\s,:[\]{}"]+|.)/.exec(text.slice(start, start + 2000)) ?? [];
  return { start, end: start + word.length };
}

/** Selects what stands at a place of a text field, and brings it into sight. */
export function showPlace(field: HTMLTextAreaElement, place: TextPosition): void {
  const { start, end } = wordAt(field.value, place);
  // A field brings its caret into sight when it gets the focus, sideways too.
  field.blur();
  field.setSelectionRange(start, end);
  field.focus();
  field.scrollTop = Math.max(0, topOfLine(place.line) - field.clientHeight / 3);
}
