import { join } from 'node:path';
import { balanceAt, prepareToRead } from '../../src-main/ledger/read-ledger';
import { verifyEntries } from '../../src-main/ledger/verify-entries';
import type { Database } from '../../src-main/store/sqlite';
import { quote } from '../../src-shared/billing/card/quote';
import { receipt } from '../../src-shared/billing/card/receipt';
import type { Instant } from '../../src-shared/billing/instant';
import { aiStudios } from '../helpers/cards';
import type { Effort } from './effort';
import { hashEveryEntry } from './hand-written-ledger';
import { writeHistory } from './history';
import { type Comparison, compare, microsecondsEach, type Row } from './measure';
import { openDatabase, withFolder } from './open-ledger';

type Ledger = { readonly database: Database; readonly at: Instant };

/** What grows with history, and what must not: balances, receipts, and the proof of every entry. */
export function historyRows(effort: Effort, tell: (line: string) => void): Promise<Row[]> {
  return withFolder(async (folder) => {
    const few = await ledgerWith(join(folder, 'few'), 1_000);
    const entries = effort.pick(1_000_000, 20_000);
    tell(`Writing a history of ${entries.toLocaleString('en')} entries`);
    const many = await ledgerWith(join(folder, 'many'), entries);
    const comparisons = [balanceRow(few, many, effort), receiptRow(few, many, effort)];
    const rows: Row[] = [];
    for (const comparison of comparisons) rows.push(await compare(comparison, effort.rounds));
    rows.push(await compare(verifyRow(many, entries), effort.pick(5, 2)));
    few.database.close();
    many.database.close();
    return rows;
  });
}

async function ledgerWith(folder: string, entries: number): Promise<Ledger> {
  const database = await openDatabase(folder);
  return { database, at: writeHistory(database, entries) };
}

function balanceRow(few: Ledger, many: Ledger, effort: Effort): Comparison {
  const lookUp = ({ database, at }: Ledger) => {
    const read = prepareToRead(database);
    return () => void balanceAt(read.liveLots(), at);
  };
  return growthRow('balance-growth', 'Balance, growth with history', lookUp, few, many, effort);
}

function receiptRow(few: Ledger, many: Ledger, effort: Effort): Comparison {
  const request = { tool: 'image', model: 'image-generator', quality: 'basic' } as const;
  const price = ({ database, at }: Ledger) => {
    const read = prepareToRead(database);
    return () => {
      const priced = quote(aiStudios, { ...request, count: 4, seconds: null });
      if (priced.kind === 'refused') throw new Error(priced.refusal.code);
      receipt(priced.quote, read.liveLots(), at);
    };
  };
  return growthRow(
    'quote-growth',
    'Quote with its receipt, growth with history',
    price,
    few,
    many,
    effort,
  );
}

function growthRow(
  id: string,
  title: string,
  prepareWork: (ledger: Ledger) => () => void,
  few: Ledger,
  many: Ledger,
  effort: Effort,
): Comparison {
  const times = effort.pick(5_000, 500);
  const runOn = (ledger: Ledger) => {
    const work = prepareWork(ledger);
    return () =>
      microsecondsEach(times, () => {
        for (let i = 0; i < times; i += 1) work();
      });
  };
  return {
    id,
    title,
    tally: `with ${effort.pick(1_000_000, 20_000).toLocaleString('en')} entries`,
    reference: 'with 1,000 entries',
    unit: 'µs',
    goal: { kind: 'at most', ratio: 1.2 },
    runs: { tally: runOn(many), reference: runOn(few) },
  };
}

function verifyRow({ database }: Ledger, entries: number): Comparison {
  return {
    id: 'verify',
    title: `Verify ${entries.toLocaleString('en')} entries`,
    tally: 'numbers, hashes, every lot and running total, and the kept balances',
    reference: 'reading every row and checking its hash by hand, nothing else',
    unit: 'µs',
    goal: { kind: 'at most', ratio: 1.5 },
    runs: {
      tally: () => microsecondsEach(entries, () => expectAll(database, verifiedEntries(database))),
      reference: () =>
        microsecondsEach(entries, () => expectAll(database, hashEveryEntry(database))),
    },
  };
}

function verifiedEntries(database: Database): number {
  const steps = verifyEntries(database);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  if (step.value.kind === 'broken') throw new Error(step.value.message);
  return step.value.entries;
}

function expectAll(database: Database, checked: number): void {
  const newest = prepareToRead(database).tip()?.number;
  if (checked !== newest) throw new Error(`${checked} entries were checked of ${newest}`);
}
