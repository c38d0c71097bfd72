import { assertNever } from '../../src-shared/assert-never';
import { moneyText } from '../../src-shared/billing/money-text';
import { plainText, zonedMinute } from './cell-text';
import { printStyle } from './print-style';
import {
  type Column,
  type Heading,
  type Line,
  noPayments,
  type Report,
  type Total,
  testMark,
} from './report';

/** More lines than these make a file that nobody prints. */
export const mostPrintedLines = 10_000;

/** A page for the printer: everything in it that was not written here is escaped. */
export type PrintedPage = {
  readonly html: string;
  /** Told at the foot of every sheet, before its number; plain text. */
  readonly foot: string;
  /** Whether the sheet lies on its side. */
  readonly wide: boolean;
};

/** Prints a page to PDF. */
export type PrintPdf = (page: PrintedPage) => Promise<Printed>;

export type Printed =
  | { readonly kind: 'printed'; readonly bytes: Uint8Array }
  /** `reason` is the middle of a sentence for a person. */
  | { readonly kind: 'failed'; readonly reason: string };

/** A report as a page: whose it is and of which days, what it adds up to, and every line. Yields now and then. */
export function* printedPage(report: Report, heading: Heading): Generator<undefined, PrintedPage> {
  const places = report.columns.flatMap((column, place) =>
    column.printed === null ? [] : [{ title: column.printed, column, place }],
  );
  const rows: string[] = [];
  for (const lines of report.pages()) {
    for (const line of lines) rows.push(rowOf(line, places, heading.timeZone));
    yield;
  }
  const heads = places.map(({ title, column }) => `<th${sideOf(column)}>${escaped(title)}</th>`);
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${report.title}, ${heading.from} to ${heading.to}`)}</title>
<style>${printStyle}</style>
</head>
<body>
${headOf(report, heading)}
${totalsOf(report.totals())}
<table>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${report.count === 0 ? '<p>There is nothing on these days.</p>' : ''}
</body>
</html>`;
  return { html, foot: footOf(report, heading), wide: places.length > 8 };
}

function headOf(report: Report, heading: Heading): string {
  const { workspaceId, testClock, cardName, timeZone, from, to } = heading;
  const facts = [
    ['Workspace', workspaceId],
    ['Rate card', cardName],
    ['Days', `${from} to ${to} (${timeZone})`],
    ['Lines', report.count.toLocaleString('en')],
  ];
  const told = facts.map(([name = '', fact = '']) => factOf(name, fact)).join('');
  const mark = testClock ? `<p class="mark">${escaped(testMark)}</p>` : '';
  return `<h1>${escaped(report.title)}</h1>
${mark}<dl class="facts">${told}</dl>
<p>${escaped(noPayments)}</p>`;
}

function totalsOf(totals: readonly Total[]): string {
  const told = totals.map(({ name, value, kind }) =>
    factOf(name, kind === 'money' ? moneyText(value) : value.toLocaleString('en')),
  );
  return `<dl class="totals">${told.join('')}</dl>`;
}

function factOf(name: string, fact: string): string {
  return `<div><dt>${escaped(name)}</dt><dd>${escaped(fact)}</dd></div>`;
}

type PrintedColumn = { readonly column: Column; readonly place: number };

function rowOf(line: Line, places: readonly PrintedColumn[], timeZone: string): string {
  const cells = places.map(({ column, place }) => {
    const text = cellText(column, line[place] ?? null, timeZone);
    return `<td${sideOf(column)}>${escaped(text)}</td>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

function cellText({ kind }: Column, cell: Line[number], timeZone: string): string {
  if (cell === null) return kind === 'money' ? 'not on the card' : '–';
  switch (kind) {
    case 'text':
      return plainText(String(cell));
    case 'figure':
      return Number(cell).toLocaleString('en');
    case 'money':
      return moneyText(Number(cell));
    case 'instant':
      return zonedMinute(Number(cell), timeZone);
    default:
      return assertNever(kind);
  }
}

function sideOf({ kind }: Column): string {
  switch (kind) {
    case 'text':
      return '';
    case 'instant':
      return ' class="instant"';
    case 'figure':
    case 'money':
      return ' class="figure"';
    default:
      return assertNever(kind);
  }
}

/** One short line: the whole id is at the head of the first sheet. */
function footOf({ title }: Report, { workspaceId, testClock, from, to }: Heading): string {
  const mark = testClock ? 'TEST WORKSPACE · ' : '';
  return `${mark}${title}, ${from} to ${to} · workspace ${workspaceId.slice(0, 8)}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in content and in attributes alike. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
