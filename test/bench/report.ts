import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Row } from './measure';

/** Where the figures come from: without this they mean nothing. */
export type Circumstances = {
  readonly date: string;
  readonly quick: boolean;
  readonly processors: string;
  readonly versions: Readonly<Record<string, string>>;
};

export function writeReport(
  file: string,
  circumstances: Circumstances,
  rows: readonly Row[],
): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...circumstances, rows }, null, 2)}\n`);
}

/** The rows as a table in plain text that is Markdown too. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['What', 'Tally', 'Reference', 'Ratio', 'Goal', ''],
    ...rows.map((row) => [
      row.title,
      figure(row.median.tally, row.unit),
      figure(row.median.reference, row.unit),
      Number.isNaN(row.ratio) ? '—' : row.ratio.toFixed(2),
      `${row.goal.kind === 'at least' ? '≥' : '≤'} ${row.goal.ratio.toFixed(2)}`,
      row.unmeasured ?? (row.met ? 'met' : 'missed'),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lines = cells.map((line) => lineOf(line.map((cell, column) => pad(cell, column, widths))));
  const rule = lineOf(
    widths.map((width, column) =>
      isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
    ),
  );
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

export function describeCircumstances({
  date,
  quick,
  processors,
  versions,
}: Circumstances): string {
  const names = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const effort = quick ? ' Quick run: the figures show that it works, not how fast it is.' : '';
  return `${date} · ${processors} · ${names.join(', ')}.${effort}`;
}

function figure(value: number, unit: Row['unit']): string {
  if (Number.isNaN(value)) return '—';
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
}

/** The three columns of figures are set flush right. */
function isNumber(column: number): boolean {
  return column >= 1 && column <= 3;
}
