import { assertNever } from '../../src-shared/assert-never';
import { dayOf } from '../../src-shared/billing/billing-cycle';
import { credits } from '../../src-shared/billing/credits';
import type { Entry } from '../../src-shared/billing/entry';
import type { LotSource } from '../../src-shared/billing/lot';
import type { StatementLine, StatementPage } from '../../src-shared/contract/credits';
import type { EntryRow } from '../store/schema';
import { entryOf } from './entry-row';
import type { LedgerReader } from './read-ledger';

/** What a statement tells of a job; the ledger itself knows only its id. */
export type JobMention = NonNullable<StatementLine['job']>;

/** What the sentences need and the ledger does not know. */
export type StatementWords = {
  mentionJob(id: string): JobMention | null;
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
  return { lines: shown.map((row) => lineOf(ledger, words, row)), older };
}

function lineOf(ledger: LedgerReader, words: StatementWords, row: EntryRow): StatementLine {
  const entry = entryOf(row);
  const lot = ledger.lot(entry.lotId);
  if (lot === null) throw new Error(`entry ${entry.id} moves a lot that is not kept`);
  const job = row.job === null ? null : words.mentionJob(row.job);
  return {
    number: row.number,
    id: row.id,
    kind: row.kind,
    at: entry.at,
    credits: entry.credits,
    availableAfter: credits(row.available_after),
    heldAfter: credits(row.held_after),
    lot: { id: lot.id, source: lot.source, wallet: lot.wallet.kind, expiresAt: lot.expiresAt },
    job,
    explanation: explain(entry, dayOf(lot.expiresAt, words.timeZone), lot.source, job),
  };
}

const sourceNames: Record<LotSource, string> = {
  base: 'plan',
  'add-on': 'add-on',
  pack: 'pack',
};

/** One sentence that says why an entry exists, in the words of the rules. */
function explain(entry: Entry, day: string, source: LotSource, job: JobMention | null): string {
  const what = job === null ? 'a job' : `${job.modelName} (${job.quality})`;
  switch (entry.kind) {
    case 'grant':
      return `Granted by the plan for the cycle up to ${day}; what is left then lapses.`;
    case 'hold':
      return `Put aside for ${what} when it was queued, from the ${sourceNames[source]} credit that lapses soonest (${day}).`;
    case 'charge':
      return `Charged once for ${what}: the picture was delivered.`;
    case 'release':
      return entry.to === 'available'
        ? `Given back: ${what} was not made, so nothing is charged.`
        : `Given back by ${what}, but its credit had lapsed on ${day} meanwhile.`;
    case 'expire':
      return `Lapsed unused at the end of the cycle on ${day}.`;
    default:
      return assertNever(entry);
  }
}
