/** A place in a text as editors show it: line and column from 1, a column being one UTF-16 unit. */
export type TextPosition = { readonly line: number; readonly column: number };

/** Where each line starts, in characters from 0; lines end with LF, CR LF or CR. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

/** The line and column of the character at `offset`, found by halving. */
export function positionAt(starts: readonly number[], offset: number): TextPosition {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
