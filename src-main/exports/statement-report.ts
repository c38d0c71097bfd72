import type { Credits } from '../../src-shared/billing/credits';
import type { EntryKind } from '../../src-shared/billing/lots/entry';
import { hasDate, type LotSource } from '../../src-shared/billing/lots/lot';
import type { StatementLine } from '../../src-shared/contract/credits';
import type { LedgerReader } from '../ledger/read-ledger';
import { type StatementWords, statementLine } from '../ledger/statement';
import type { EntryRow } from '../store/schema';
import { zonedIso } from './cell-text';
import type { Column, Line, Report, Total } from './report';

/** How many entries are read at a time. */
const pageSize = 500;

const columns: readonly Column[] = [
  { title: 'Entry number', kind: 'figure', printed: 'No.' },
  { title: 'When', kind: 'instant', printed: 'When' },
  { title: 'What happened', kind: 'text', printed: 'What' },
  { title: 'Credits', kind: 'figure', printed: 'Credits' },
  { title: 'Wallet', kind: 'text', printed: 'Wallet' },
  { title: 'Source of the credits', kind: 'text', printed: 'Source' },
  { title: 'Credits lapse', kind: 'text', printed: null },
  { title: 'Available in the wallet after (credits)', kind: 'figure', printed: 'Available' },
  { title: 'On hold in the wallet after (credits)', kind: 'figure', printed: 'On hold' },
  { title: 'Why', kind: 'text', printed: 'Why' },
  { title: 'Model', kind: 'text', printed: null },
  { title: 'Prompt', kind: 'text', printed: null },
  { title: 'Job', kind: 'text', printed: null },
  { title: 'Entry', kind: 'text', printed: null },
];

export type StatementSource = {
  readonly ledger: LedgerReader;
  /** Made anew for every page: what it remembers of jobs is let go. */
  readonly words: () => StatementWords;
  readonly timeZone: string;
  /** What a wallet is called. */
  readonly walletName: (wallet: string) => string;
  /** What all wallets had before the first entry, available and on hold; null where nobody asks. */
  readonly opening: Credits | null;
  /** The entries after the first number, up to the last. */
  readonly after: number;
  readonly upTo: number;
};

/** The ledger's lines, oldest first, each with the sentence that explains it. */
export function statementReport(source: StatementSource): Report {
  const { ledger, after, upTo } = source;
  const moved = { grant: 0, charge: 0, lapse: 0 };
  const pages = function* (): Generator<readonly Line[], void> {
    for (let start = after; start < upTo; start += pageSize) {
      const end = Math.min(upTo, start + pageSize);
      const words = source.words();
      const rows = ledger.entries(end + 1, end - start, null).reverse();
      for (const row of rows) {
        if (row.kind === 'grant') moved.grant += row.credits;
        if (row.kind === 'charge') moved.charge += row.credits;
        if (isLapse(row)) moved.lapse += row.credits;
      }
      yield rows.map((row) => lineOf(source, statementLine(ledger, words, row), row));
    }
  };
  return {
    kind: 'statement',
    title: 'Statement of credits',
    columns,
    count: Math.max(0, upTo - after),
    pages,
    totals: () => totalsOf(source.opening, moved),
  };
}

/** Holds and what is given back move credit between the two, and none away. */
function totalsOf(
  opening: Credits | null,
  {
    grant,
    charge,
    lapse,
  }: { readonly grant: number; readonly charge: number; readonly lapse: number },
): Total[] {
  const moved: Total[] = [
    { name: 'Credits granted', value: grant, kind: 'figure' },
    { name: 'Credits charged', value: charge, kind: 'figure' },
    { name: 'Credits lapsed', value: lapse, kind: 'figure' },
  ];
  if (opening === null) return moved;
  return [
    { name: 'Credits at the start', value: opening, kind: 'figure' },
    ...moved,
    { name: 'Credits at the end', value: opening + grant - charge - lapse, kind: 'figure' },
  ];
}

function isLapse({ kind, released_to }: EntryRow): boolean {
  return kind === 'expire' || (kind === 'release' && released_to === 'expired');
}

function lineOf(source: StatementSource, line: StatementLine, row: EntryRow): Line {
  const { number, at, credits, lot, job } = line;
  const lapses = hasDate(lot) ? zonedIso(lot.expiresAt, source.timeZone) : 'does not lapse';
  return [
    number,
    at,
    row.released_to === 'expired' ? 'given back, but lapsed' : happened[line.kind],
    credits,
    source.walletName(row.wallet),
    sources[lot.source],
    lapses,
    line.availableAfter,
    line.heldAfter,
    line.explanation,
    job?.modelName ?? null,
    job?.prompt ?? null,
    job?.id ?? null,
    line.id,
  ];
}

const happened: Readonly<Record<EntryKind, string>> = {
  grant: 'granted',
  hold: 'put on hold',
  charge: 'charged',
  release: 'given back',
  expire: 'lapsed',
};

const sources: Readonly<Record<LotSource, string>> = {
  base: 'plan',
  'add-on': 'add-on',
  pack: 'pack',
};
