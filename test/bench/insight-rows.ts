import { join } from 'node:path';
import { prepareUsage } from '../../src-main/jobs/usage';
import { prepareToRead } from '../../src-main/ledger/read-ledger';
import { readStatement, type StatementWords } from '../../src-main/ledger/statement';
import type { Database } from '../../src-main/store/sqlite';
import type { UsageRow } from '../../src-shared/contract/insight';
import { aiStudios, quoteOf } from '../helpers/cards';
import type { Effort } from './effort';
import { indexedCharges, keptRows } from './hand-written-usage';
import { compare, microsecondsEach, type Row, type Run, unmeasured } from './measure';
import { openDatabase, withFolder } from './open-ledger';
import { openPlainText } from './plain-text-ledger';
import { monthAmid, writeUsage } from './usage-history';

type Report = () => readonly Pick<UsageRow, 'day' | 'credits'>[];

/** What is asked about the past: a month's use, and pages of the statement however far back. */
export function insightRows(effort: Effort, tell: (line: string) => void): Promise<Row[]> {
  return withFolder(async (folder) => {
    const entries = effort.pick(1_000_000, 20_000);
    tell(`Writing ${entries.toLocaleString('en')} entries of use`);
    const database = await openDatabase(join(folder, 'tally'));
    writeUsage(database, entries);
    const rows = [
      await besidePlainText(database, folder, entries, effort),
      await besideQuery(database, entries, effort, {
        id: 'usage-kept-rows',
        beside: 'the same rows by hand',
        reference: 'the same rows by a bare prepared statement',
        report: keptRows,
      }),
      await besideQuery(database, entries, effort, {
        id: 'usage-covering-index',
        beside: 'a covering index by hand',
        reference: 'charges in a table of their own, grouped over a covering index by hand',
        report: indexedCharges,
      }),
      await statementRow(database, entries, effort),
    ];
    database.close();
    return rows;
  });
}

function tallyReport(database: Database, entries: number): Report {
  const usage = prepareUsage(database, () => 'UTC');
  const { from, to } = monthAmid(entries);
  return () => usage.between(from, to);
}

/** So many milliseconds a report, which must always come to the same as the first time. */
function timed(report: Report, times: number): Run {
  const expected = report().length;
  if (expected === 0) throw new Error('a month without any use says nothing');
  return () =>
    microsecondsEach(times * 1000, () => {
      for (let i = 0; i < times; i += 1) {
        if (report().length !== expected) throw new Error('the report changed');
      }
    });
}

/** The program reads its file anew for every question, as it does for whoever asks it. */
async function besidePlainText(
  database: Database,
  folder: string,
  entries: number,
  effort: Effort,
): Promise<Row> {
  const words = {
    id: 'usage-plain-text',
    title: `Use of a month, of ${entries.toLocaleString('en')} entries`,
    tally: 'read from the kept use, in process',
    reference: 'the program `ledger` on a journal of the same entries, day by day',
    unit: 'ms',
    goal: { kind: 'at least', ratio: 100 },
  } as const;
  const month = monthAmid(entries);
  const plainText = openPlainText(folder, entries, month);
  if (plainText === null) return unmeasured(words, '`ledger` is not installed');
  const report = tallyReport(database, entries);
  expectSameUse(report(), plainText());
  const reference = () => microsecondsEach(1000, () => void plainText());
  return compare({ ...words, runs: { tally: timed(report, 200), reference } }, effort.pick(3, 2));
}

async function besideQuery(
  database: Database,
  entries: number,
  effort: Effort,
  query: {
    readonly id: string;
    readonly beside: string;
    readonly reference: string;
    readonly report: (database: Database, entries: number) => Report;
  },
): Promise<Row> {
  const [report, byHand] = [tallyReport(database, entries), query.report(database, entries)];
  expectSameUse(report(), byHand());
  const times = effort.pick(500, 50);
  return compare(
    {
      id: query.id,
      title: `Use of a month, beside ${query.beside}`,
      tally: 'read from the kept use',
      reference: query.reference,
      unit: 'ms',
      goal: { kind: 'at most', ratio: 1.2 },
      runs: { tally: timed(report, times), reference: timed(byHand, times) },
    },
    effort.rounds,
  );
}

/** Both sides must tell the same credits of the same days: only then is a comparison one. */
function expectSameUse(left: ReturnType<Report>, right: ReturnType<Report>): void {
  const told = (rows: ReturnType<Report>) => {
    const days = new Map<string, number>();
    for (const { day, credits } of rows) days.set(day, (days.get(day) ?? 0) + credits);
    return JSON.stringify([...days].sort());
  };
  if (left.length !== right.length || told(left) !== told(right)) {
    throw new Error('the two sides tell another use');
  }
}

function statementRow(database: Database, entries: number, effort: Effort): Promise<Row> {
  const ledger = prepareToRead(database);
  const limit = 50;
  const page = (before: number | null): Run => {
    const times = effort.pick(300, 30);
    return () =>
      microsecondsEach(times, () => {
        for (let i = 0; i < times; i += 1) {
          const { lines } = readStatement(ledger, words, { before, limit, jobId: null });
          if (lines.length !== limit) throw new Error('a page is missing lines');
        }
      });
  };
  return compare(
    {
      id: 'statement-growth',
      title: `A page of the statement, of ${entries.toLocaleString('en')} entries`,
      tally: `the ${limit} oldest entries`,
      reference: `the ${limit} newest`,
      unit: 'µs',
      goal: { kind: 'at most', ratio: 1.2 },
      runs: { tally: page(limit + 1), reference: page(null) },
    },
    effort.rounds,
  );
}

const quote = quoteOf(aiStudios, {});

/** What jobs say of themselves is not what is measured. */
const words: StatementWords = {
  jobTold: (id) => ({
    mention: {
      ...{ id, prompt: 'a fox in the snow', model: quote.model, modelName: quote.model },
      ...{ quality: quote.quality, state: 'done' },
    },
    facts: { modelName: quote.model, cardName: aiStudios.name, quote, holds: 1, end: null },
  }),
  order: () => null,
  lapseAt: () => null,
  timeZone: 'UTC',
};
