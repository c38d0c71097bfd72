import { type RawBuilder, sql } from 'kysely';
import { credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lots/lot';
import type { EntryRow, LotRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { isLive, lotOf } from './entry-row';
import { tipStatement } from './post-entries';
import { prepareTurns } from './turns';

/** What all wallets have together. */
export type Totals = Pick<Lot, 'available' | 'held'>;

type Moved = { available: number; held: number };
type MovedLot = Moved & { lot: string; spent: number; expired: number };
type Numbers = { after: number; upTo: number };

/** How many entries are undone at a time, so that others get their turn in between. */
const usualPage = 50_000;

export type Rewinder = ReturnType<typeof prepareToRewind>;

/**
 * The ledger as it was, by undoing entries from its tip back: the further back, the longer it takes. What
 * takes long yields after each page, and is not disturbed by what is posted meanwhile.
 */
export function prepareToRewind(database: Database, pageSize = usualPage) {
  const reads = prepareReads(database);
  const tip = () => reads.tip.get({})?.number ?? 0;
  // Read when it is come upon: nothing can move in a lot that has nothing left.
  const spentLot = (id: string): Lot => {
    const row = reads.lotById.get({ id });
    if (row === undefined) throw new Error(`entries move the unknown lot ${id}`);
    return lotOf(row);
  };
  return {
    /** The number of the last entry at or before an instant; 0 before the first. Instants never decrease. */
    entryNumberAt: (at: Instant): number => {
      let [low, high] = [0, tip()];
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        const entry = reads.instantOf.get({ number: middle });
        if (entry === undefined) throw new Error(`there is no entry ${middle}`);
        if (entry.at <= at) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    /** The lots with something available or on hold right after the entry `number`, or 0 for before the first. */
    *lotsAfter(number: number): Generator<undefined, Lot[]> {
      const lots = new Map(reads.liveLots.all({}).map((row) => [row.id, lotOf(row)]));
      for (const page of pagesBack(number, tip(), pageSize)) {
        for (const moved of reads.movedLots.all(page)) {
          const lot = lots.get(moved.lot) ?? spentLot(moved.lot);
          lots.set(lot.id, before(lot, moved));
        }
        if (page.after > number) yield;
      }
      // A lot that was not yet granted then has nothing in any bucket.
      return [...lots.values()].filter(isLive);
    },
    /** What there was right after each of these entries; their numbers must not decrease. */
    *totalsAfter(numbers: readonly number[]): Generator<undefined, Totals[]> {
      let now = sumOf(reads.liveLots.all({}));
      let reached = tip();
      const totals: Totals[] = [];
      for (const number of numbers.toReversed()) {
        for (const page of pagesBack(number, reached, pageSize)) {
          const moved = reads.moved.get(page);
          if (moved === undefined) throw new Error('a sum has no row');
          now = { available: now.available - moved.available, held: now.held - moved.held };
          yield;
        }
        reached = number;
        totals.push({ available: credits(now.available), held: credits(now.held) });
      }
      return totals.reverse();
    },
    ...prepareTurns(database, pageSize),
  };
}

/** The entries after `number` up to `upTo`, newest page first. */
function* pagesBack(number: number, upTo: number, pageSize: number): Generator<Numbers, void> {
  for (let end = upTo; end > number; end -= pageSize) {
    yield { after: Math.max(number, end - pageSize), upTo: end };
  }
}

/** The lot as it was before it was moved. */
function before(lot: Lot, moved: MovedLot): Lot {
  return {
    ...lot,
    available: credits(lot.available - moved.available),
    held: credits(lot.held - moved.held),
    spent: credits(lot.spent - moved.spent),
    expired: credits(lot.expired - moved.expired),
  };
}

function sumOf(lots: readonly Moved[]): Moved {
  const sum = { available: 0, held: 0 };
  for (const { available, held } of lots) {
    sum.available += available;
    sum.held += held;
  }
  return sum;
}

function prepareReads(database: Database) {
  const lots = queries.selectFrom('lot').selectAll();
  const entries = queries
    .selectFrom('entry')
    .where('number', '>', arg<number>('after'))
    .where('number', '<=', arg<number>('upTo'));
  return {
    tip: tipStatement(database),
    instantOf: prepare<{ number: number }, Pick<EntryRow, 'at'>>(
      database,
      queries.selectFrom('entry').select('at').where('number', '=', arg<number>('number')),
    ),
    lotById: prepare<{ id: string }, LotRow>(database, lots.where('id', '=', arg<string>('id'))),
    liveLots: prepare<Record<string, never>, LotRow>(
      database,
      lots.where('live', '=', sql.lit(1 as const)),
    ),
    moved: prepare<Numbers, Moved>(
      database,
      entries.select([moves.available.as('available'), moves.held.as('held')]),
    ),
    movedLots: prepare<Numbers, MovedLot>(
      database,
      entries
        .select([
          'lot',
          moves.available.as('available'),
          moves.held.as('held'),
          moves.spent.as('spent'),
          moves.expired.as('expired'),
        ])
        .groupBy('lot'),
    ),
  };
}

/** How entries together move each bucket: `bucketsOf` of an entry, as sums that the database forms. */
const moves = {
  available: sumOfMoves(sql`case
    when kind = 'grant' or (kind = 'release' and released_to = 'available') then credits
    when kind in ('hold', 'expire') then -credits else 0 end`),
  held: sumOfMoves(sql`case
    when kind = 'hold' then credits
    when kind in ('charge', 'release') then -credits else 0 end`),
  spent: sumOfMoves(sql`case when kind = 'charge' then credits else 0 end`),
  expired: sumOfMoves(sql`case
    when kind = 'expire' or (kind = 'release' and released_to = 'expired') then credits
    else 0 end`),
};

function sumOfMoves(move: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`coalesce(sum(${move}), 0)`;
}
