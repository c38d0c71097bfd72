import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { credits } from '../../src-shared/billing/credits';
import type { UsageRow } from '../../src-shared/contract/insight';
import { daysOf, jobsOfDay, type UsedJob } from './usage-history';

/**
 * Asks the program `ledger` (ledger-cli.org) for the use of a month, from a journal with every entry of
 * the history; null where it is not installed.
 */
export function openPlainText(
  folder: string,
  entries: number,
  { from, to }: { readonly from: string; readonly to: string },
): (() => Pick<UsageRow, 'day' | 'credits'>[]) | null {
  if (!isInstalled()) return null;
  const journal = join(folder, 'journal.ledger');
  writeJournal(journal, entries);
  // The end of a span is not in it.
  const end = new Date(Date.parse(to) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const question = ['-b', from, '-e', end, 'register', '^Spent', '--daily'];
  const format = '%(format_date(date, "%Y-%m-%d")) %(quantity(amount))\n';
  return () => {
    const told = execFileSync(
      'ledger',
      ['--args-only', '-f', journal, ...question, '--format', format],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return told.trimEnd().split('\n').map(rowOf);
  };
}

function rowOf(line: string): Pick<UsageRow, 'day' | 'credits'> {
  const [day = '', amount = ''] = line.split(' ');
  return { day, credits: credits(Number(amount)) };
}

function isInstalled(): boolean {
  try {
    execFileSync('ledger', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Each hold and each charge as a transaction between accounts, in the program's own notation. */
function writeJournal(path: string, entries: number): void {
  const file = openSync(path, 'w');
  for (let day = 0; day < daysOf(entries); day += 1) {
    writeSync(file, jobsOfDay(day).map(transactionsOf).join(''));
  }
  closeSync(file);
}

function transactionsOf({ id, at, seat, quote }: UsedJob): string {
  const day = new Date(at).toISOString().slice(0, 10);
  const { tool, model, quality, each } = quote;
  const spent = ['Spent', seat, tool, model, quality].join(':');
  return `${day} hold ${id}
  Held  ${each} cr
  Available
${day} charge ${id}
  ${spent}  ${each} cr
  Held
`;
}
