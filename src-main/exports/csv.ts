import { setImmediate as breathe } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { assertNever } from '../../src-shared/assert-never';
import { plainText, zonedIso } from './cell-text';
import { type Cell, type Column, type Heading, type Report, testMark } from './report';

/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * A report as CSV by RFC 4180, part by part: a header in words, then a row a line, each with the workspace. Instants are ISO
 * 8601 with their offset, prices decimal dollars, and no cell is a formula.
 */
export async function* csvParts(report: Report, heading: Heading): AsyncGenerator<string> {
  const { columns } = report;
  const { workspaceId, testClock, timeZone } = heading;
  const first = testClock ? testMark : 'Workspace';
  const titles = columns.map((column) => headerOf(column, timeZone));
  yield byteOrderMark + rowsOf([[first, ...titles]]);
  for (const lines of report.pages()) {
    const rows = lines.map((line) => [
      workspaceId,
      ...columns.map((column, place) => valueOfCell(column, line[place] ?? null, timeZone)),
    ]);
    yield rowsOf(rows);
    await breathe();
  }
}

function headerOf({ title, kind }: Column, timeZone: string): string {
  return kind === 'instant' ? `${title} (${timeZone})` : title;
}

function valueOfCell({ kind }: Column, cell: Cell, timeZone: string): string {
  if (cell === null) return '';
  switch (kind) {
    case 'text':
      return shielded(plainText(String(cell)));
    case 'figure':
      return String(cell);
    case 'money':
      return decimalDollars(Number(cell));
    case 'instant':
      return zonedIso(Number(cell), timeZone);
    default:
      return assertNever(kind);
  }
}

/** Cents as dollars with a point and two digits, whatever the language. */
function decimalDollars(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Text that a spreadsheet would take for a formula starts with an apostrophe, which makes it text. */
function shielded(text: string): string {
  return /^[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u.test(text) ? `'${text}` : text;
}

function rowsOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: 'windows' },
  );
}
