import type { ExportKind } from '../../src-shared/contract/invoices';

/** What a column holds: instants are milliseconds, money is cents, figures are whole numbers with the unit of their title. */
export type ColumnKind = 'text' | 'figure' | 'money' | 'instant';

export type Column = {
  /** In words, with its unit. */
  readonly title: string;
  readonly kind: ColumnKind;
  /** Its title in print; null for what only a spreadsheet has room for. */
  readonly printed: string | null;
};

/** Null where nothing is known or nothing applies. */
export type Cell = string | number | null;
/** One cell a column, in their order. */
export type Line = readonly Cell[];

/** A figure told above the lines in print. */
export type Total = {
  readonly name: string;
  readonly value: number;
  readonly kind: 'figure' | 'money';
};

/** What is written to a file, before it is CSV or a printed page. */
export type Report = {
  readonly kind: ExportKind;
  readonly title: string;
  readonly columns: readonly Column[];
  /** How many lines there are. */
  readonly count: number;
  /** All lines in order, some at a time, so that others get their turn in between. */
  readonly pages: () => Generator<readonly Line[], void>;
  /** Once all pages have been read. */
  readonly totals: () => readonly Total[];
};

/** Whose report it is and of which days: told on every export. */
export type Heading = {
  readonly workspaceId: string;
  /** The workspace goes by a clock of its own: its days are made up. */
  readonly testClock: boolean;
  readonly cardName: string;
  /** Of the workspace; all days and instants are told in it. */
  readonly timeZone: string;
  /** The first and the last day, as YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
};

/** What every export of a test workspace is marked with. */
export const testMark = 'TEST WORKSPACE (its clock is made up)';
export const noPayments = 'Tally takes no payments: this lists what the service bills.';

/** The name of an export's file, without its extension; safe on every system. */
export function reportName({ kind }: Report, { from, to, testClock }: Heading): string {
  return `tally-${testClock ? 'test-' : ''}${kind}-${from}-to-${to}`;
}
