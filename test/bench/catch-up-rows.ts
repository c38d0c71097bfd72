import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beginWorkspace } from '../../src-main/billing-clock/begin-workspace';
import type { EntryRow, LotRow } from '../../src-main/store/schema';
import { openStudio, type Studio } from '../../src-main/studio';
import { type Instant, instant } from '../../src-shared/billing/instant';
import { aiStudios } from '../helpers/cards';
import type { Effort } from './effort';
import { type Comparison, compare, type Row } from './measure';
import { openDatabase, withFolder } from './open-ledger';

const seats = 50;
const begun = instant(Date.parse('2026-01-31T10:00:00Z'));

/** What a long sleep costs at the next start: every boundary is crossed in a transaction of its own. */
export function catchUpRows(effort: Effort): Promise<Row[]> {
  const years = effort.pick(10, 2);
  const woken = instant(Date.parse(`${2026 + years}-01-31T10:00:01Z`));
  return withFolder(async (folder) => {
    const asleep = join(folder, 'asleep');
    await withStudio(asleep, begun, beginTeam);
    const rows = await rowsAfterWaking(join(folder, 'first'), asleep, woken);
    if (rows.entries.length < years * 12 * seats * 2) throw new Error('too little was caught up');
    let round = 0;
    const wake = () => {
      round += 1;
      const copy = join(folder, `wake-${round}`);
      cpSync(asleep, copy, { recursive: true });
      return openingTime(copy, woken);
    };
    const byHand = () => {
      round += 1;
      return writeByHand(join(folder, `hand-${round}`), rows);
    };
    const rounds = effort.pick(5, 2);
    const words = { unit: 'ms', tally: `opening after ${years} years` } as const;
    const title = `${years} years of catch-up with ${seats} seats`;
    const comparisons: Comparison[] = [
      {
        ...words,
        id: 'catch-up-second',
        title: `${title}, in a second`,
        reference: 'one second',
        goal: { kind: 'at most', ratio: 1 },
        runs: { tally: wake, reference: () => 1000 },
      },
      {
        ...words,
        id: 'catch-up-by-hand',
        title: `${title}, by hand`,
        reference: 'the same rows written by hand, as many commits',
        goal: { kind: 'at most', ratio: 3 },
        runs: { tally: wake, reference: byHand },
      },
    ];
    const measured: Row[] = [];
    for (const comparison of comparisons) measured.push(await compare(comparison, rounds));
    return measured;
  });
}

function beginTeam({ ports }: Studio): void {
  const choice = {
    cardId: aiStudios.id,
    planId: 'team',
    cadence: 'monthly',
    timeZone: 'Europe/Berlin',
    seats,
  } as const;
  const refusal = beginWorkspace(ports, [aiStudios], choice);
  if (refusal !== null) throw new Error(refusal.code);
}

async function openingTime(folder: string, at: Instant): Promise<number> {
  const start = performance.now();
  return withStudio(folder, at, () => performance.now() - start);
}

type Rows = { readonly entries: readonly EntryRow[]; readonly lots: readonly LotRow[] };

async function rowsAfterWaking(folder: string, asleep: string, at: Instant): Promise<Rows> {
  cpSync(asleep, folder, { recursive: true });
  return withStudio(folder, at, ({ ports: { database } }) => ({
    entries: database.prepare<[], EntryRow>('select * from entry order by number').all(),
    lots: database.prepare<[], LotRow>('select * from lot').all(),
  }));
}

async function withStudio<Answer>(
  dataFolder: string,
  at: Instant,
  work: (studio: Studio) => Answer,
): Promise<Answer> {
  const opened = await openStudio({
    dataFolder,
    clock: { now: () => at },
    engines: [],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') throw new Error(`the data folder is ${opened.reason}`);
  try {
    return work(opened.studio);
  } finally {
    await opened.studio.close();
  }
}

/** Writes the same rows with bare statements, one durable commit a month; answers the milliseconds. */
async function writeByHand(folder: string, { entries, lots }: Rows): Promise<number> {
  const database = await openDatabase(folder);
  const insertEntry = database.prepare(insertInto('entry', entries[0]));
  const insertLot = database.prepare(insertInto('lot', lots[0]));
  const months = groupBy(entries, (entry) => entry.at);
  const lotsByStart = groupBy(lots, (lot) => lot.starts_at);
  const start = performance.now();
  for (const [at, month] of months) {
    database.exec('begin immediate');
    for (const entry of month) insertEntry.run(entry);
    for (const lot of lotsByStart.get(at) ?? []) insertLot.run(lot);
    database.exec('commit');
  }
  const took = performance.now() - start;
  database.close();
  return took;
}

function insertInto(table: string, row: object | undefined): string {
  const columns = Object.keys(row ?? {});
  const values = columns.map((name) => `@${name}`);
  return `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}
