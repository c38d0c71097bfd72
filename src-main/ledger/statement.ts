import { credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import {
  type EntryFacts,
  explainEntry,
  type JobFacts,
} from '../../src-shared/billing/lots/explain-entry';
import type { Order } from '../../src-shared/billing/plan/order';
import type { Lapse } from '../../src-shared/billing/plan/step';
import type { StatementLine, StatementPage } from '../../src-shared/contract/credits';
import type { EntryRow } from '../store/schema';
import { entryOf } from './entry-row';
import type { LedgerReader } from './read-ledger';

/** What a statement tells of a job; the ledger itself knows only its id. */
export type JobMention = NonNullable<StatementLine['job']>;

/** What the sentences need and the ledger does not know. */
export type StatementWords = {
  jobTold(id: string): { readonly mention: JobMention; readonly facts: JobFacts } | null;
  order(id: string): Order | null;
  /** What took credit at an instant before its date; null when nothing did. */
  lapseAt(at: Instant): Lapse | null;
  /** Days are told as they are where the workspace is. */
  readonly timeZone: string;
};

export type StatementQuestion = {
  /** Only entries before this number; null for the newest. */
  readonly before: number | null;
  readonly limit: number;
  /** Only entries that this job caused; null for all. */
  readonly jobId: string | null;
};

/** A page of the ledger, newest first, each line with the sentence that explains it. */
export function readStatement(
  ledger: LedgerReader,
  words: StatementWords,
  question: StatementQuestion,
): StatementPage {
  const before = question.before ?? Number.MAX_SAFE_INTEGER;
  const rows = ledger.entries(before, question.limit + 1, question.jobId);
  const shown = rows.slice(0, question.limit);
  const older = rows.length > shown.length ? (shown.at(-1)?.number ?? null) : null;
  return { lines: shown.map((row) => statementLine(ledger, words, row)), older };
}

/** An entry with the sentence that explains it. */
export function statementLine(
  ledger: LedgerReader,
  words: StatementWords,
  row: EntryRow,
): StatementLine {
  const facts = entryFacts(ledger, words, row);
  const { entry, lot } = facts;
  return {
    number: row.number,
    id: row.id,
    kind: row.kind,
    at: entry.at,
    credits: entry.credits,
    availableAfter: credits(row.available_after),
    heldAfter: credits(row.held_after),
    lot: { id: lot.id, source: lot.source, wallet: lot.wallet.kind, expiresAt: lot.expiresAt },
    job: row.job === null ? null : (words.jobTold(row.job)?.mention ?? null),
    explanation: explainEntry(facts),
  };
}

/** What an entry's sentences are made of. */
export function entryFacts(ledger: LedgerReader, words: StatementWords, row: EntryRow): EntryFacts {
  const entry = entryOf(row);
  const lot = ledger.lot(entry.lotId);
  if (lot === null) throw new Error(`entry ${entry.id} moves a lot that is not kept`);
  const { cause } = entry;
  return {
    entry,
    lot,
    job: row.job === null ? null : (words.jobTold(row.job)?.facts ?? null),
    order: cause.kind === 'order' ? words.order(cause.order) : null,
    lapse: entry.kind === 'expire' && entry.at < lot.expiresAt ? words.lapseAt(entry.at) : null,
    timeZone: words.timeZone,
  };
}
