import { assertNever } from '../../src-shared/assert-never';
import type { EntryKind } from '../../src-shared/billing/lots/entry';
import type { StatementLine } from '../../src-shared/contract/credits';
import { dateText, shortened } from './text';

/** An entry as a row of a table: number, when, kind, credits, what is available after it, why. */
export function statementRow(line: StatementLine, timeZone: string): string[] {
  return [
    String(line.number),
    dateText(line.at, timeZone),
    line.kind,
    `${signOf(line.kind)}${line.credits}`,
    String(line.availableAfter),
    line.job === null ? line.explanation : `${line.explanation} «${shortened(line.job.prompt)}»`,
  ];
}

/** What an entry does to the credit that is available. */
function signOf(kind: EntryKind): string {
  switch (kind) {
    case 'grant':
    case 'release':
      return '+';
    case 'hold':
    case 'expire':
      return '-';
    case 'charge':
      return '';
    default:
      return assertNever(kind);
  }
}
