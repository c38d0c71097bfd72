import { join } from 'node:path';
import { beginWorkspace } from '../../src-main/billing-clock/begin-workspace';
import { tryOut } from '../../src-main/rpc/forecast-handlers';
import { openStudio, type Studio } from '../../src-main/studio';
import { instant } from '../../src-shared/billing/instant';
import type { WhatIf, WhatIfInput } from '../../src-shared/contract/forecast';
import { aiStudios } from '../helpers/cards';
import type { Effort } from './effort';
import { type FoldedTotals, foldYear, readForFold } from './hand-written-what-if';
import { type Comparison, compare, type Row } from './measure';
import { withFolder } from './open-ledger';
import { daysOf, writeUsage } from './usage-history';

const dayLength = 24 * 60 * 60 * 1000;
const seats = 10;
const year = 365;

/** Twelve months of «what if» after a long history: beside a loop by hand, beside a limit, and beside a short history. */
export function whatIfRows(effort: Effort, tell: (line: string) => void): Promise<Row[]> {
  return withFolder(async (folder) => {
    // Both have more than the eight weeks of use that a pace is read from.
    const many = effort.pick(1_000_000, 60_000);
    const few = 40_000;
    tell(
      `Writing histories of ${few.toLocaleString('en')} and ${many.toLocaleString('en')} entries`,
    );
    const short = await teamAfter(join(folder, 'few'), few);
    const long = await teamAfter(join(folder, 'many'), many);
    const rows: Row[] = [];
    for (const comparison of await comparisons(long, short, many, few)) {
      rows.push(await compare(comparison, effort.rounds));
    }
    await short.close();
    await long.close();
    return rows;
  });
}

async function comparisons(
  long: Studio,
  short: Studio,
  many: number,
  few: number,
): Promise<Comparison[]> {
  const words = {
    unit: 'ms',
    tally: 'both futures, with plots and sentences',
    title: `What-if of 12 months, of ${many.toLocaleString('en')} entries`,
  } as const;
  const { run, expected } = await asking(long);
  const growth = await asking(short);
  return [
    {
      ...words,
      id: 'what-if-limit',
      title: `${words.title}, in 50 ms`,
      reference: '50 ms',
      goal: { kind: 'at most', ratio: 1 },
      runs: { tally: run, reference: () => 50 },
    },
    {
      ...words,
      id: 'what-if-by-hand',
      title: `${words.title}, by hand`,
      reference: 'a loop over the same days and months by hand, for the totals alone',
      goal: { kind: 'at most', ratio: 12 },
      runs: { tally: run, reference: () => foldingTime(long, expected) },
    },
    {
      ...words,
      id: 'what-if-growth',
      title: 'What-if of 12 months, growth with history',
      tally: `with ${many.toLocaleString('en')} entries`,
      reference: `with ${few.toLocaleString('en')} entries`,
      goal: { kind: 'at most', ratio: 1.2 },
      runs: { tally: run, reference: growth.run },
    },
  ];
}

/** A team that has used so many entries since the start of its plan, on a studio's own files. */
async function teamAfter(dataFolder: string, entries: number): Promise<Studio> {
  const start = Date.UTC(2026, 0, 1);
  const studio = await openAt(dataFolder, start);
  const choice = {
    cardId: aiStudios.id,
    planId: 'team',
    cadence: 'monthly',
    timeZone: 'UTC',
  } as const;
  const refusal = beginWorkspace(studio.ports, [aiStudios], { ...choice, seats, contract: null });
  if (refusal !== null) throw new Error(refusal.code);
  // Use goes by a lot of its own, so that it can be written at once, the plan's months after it.
  writeUsage(studio.ports.database, entries);
  await studio.close();
  return openAt(dataFolder, start + daysOf(entries) * dayLength);
}

async function openAt(dataFolder: string, now: number): Promise<Studio> {
  const opened = await openStudio({
    dataFolder,
    clock: { now: () => instant(now) },
    engines: [],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') throw new Error(`the data folder is ${opened.reason}`);
  return opened.studio;
}

/** Asks the same question each time, and expects the same answer. */
async function asking(studio: Studio) {
  const from = studio.ports.clock.settledNow();
  const usual = await tryOut({ studio, caller: 'terminal' }, questionOf(from, null));
  const { asItIs } = usual.pace;
  if (asItIs === null) throw new Error('no pace was seen');
  const question = questionOf(from, { credits: asItIs.credits * 2, days: asItIs.days });
  const expected = await tryOut({ studio, caller: 'terminal' }, question);
  const run = async () => {
    const begin = performance.now();
    const answer = await tryOut({ studio, caller: 'terminal' }, question);
    const took = performance.now() - begin;
    expectSame(totalsOf(answer), totalsOf(expected));
    return took;
  };
  return { run, expected };
}

function questionOf(from: number, pace: WhatIfInput['pace']): WhatIfInput {
  return { from, until: from + year * dayLength, orders: [], pace, prices: [] };
}

/** The loop by hand must come to the very totals that Tally does: only then is a comparison one. */
function foldingTime({ ports }: Studio, expected: WhatIf): number {
  const from = expected.asItIs.from;
  const begin = performance.now();
  const read = readForFold(ports.database, from);
  const folded = [foldYear(read, from, year, 2), foldYear(read, from, year, 1)];
  const took = performance.now() - begin;
  expectSame(folded, totalsOf(expected));
  return took;
}

function totalsOf({ changed, asItIs }: WhatIf): FoldedTotals[] {
  return [changed, asItIs].map(({ totals }) => {
    const { granted, spent, lapsed, closing } = totals;
    return { granted, spent, lapsed, closing };
  });
}

function expectSame(left: readonly FoldedTotals[], right: readonly FoldedTotals[]): void {
  if (JSON.stringify(left) !== JSON.stringify(right)) {
    throw new Error(`${JSON.stringify(left)} is not ${JSON.stringify(right)}`);
  }
}
