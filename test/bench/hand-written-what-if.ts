import type { Database } from '../../src-main/store/sqlite';

const dayLength = 24 * 60 * 60 * 1000;
const granted = 150;
const habitDays = 56;

export type FoldedTotals = {
  readonly granted: number;
  readonly spent: number;
  readonly lapsed: number;
  readonly closing: number;
};

type Read = {
  readonly seats: readonly {
    readonly seat: string;
    readonly used: number;
    readonly base: number;
  }[];
  readonly pool: number;
  readonly startsAt: number;
};

/** What the loop starts from, by bare statements: live lots, eight weeks of use, when the plan began. */
export function readForFold(database: Database, from: number): Read {
  const day = (days: number) => new Date(from - days * dayLength).toISOString().slice(0, 10);
  const use = database
    .prepare<[string, string], { seat: string; used: number }>(
      'select seat, sum(credits) as used from usage_day where day between ? and ? group by seat',
    )
    .all(day(habitDays), day(1));
  const lots = database
    .prepare<[], { wallet: string; available: number }>(
      'select wallet, available from lot where live = 1',
    )
    .all();
  const availableOf = (wallet: string) =>
    lots.reduce((sum, lot) => (lot.wallet === wallet ? sum + lot.available : sum), 0);
  const begun = database
    .prepare<[], { at: number }>('select at from plan_order order by number limit 1')
    .get();
  return {
    seats: use.map(({ seat, used }) => ({ seat, used, base: availableOf(seat) })),
    pool: availableOf('pool'),
    startsAt: begun?.at ?? 0,
  };
}

/**
 * A team's days and months one after the other, in plain numbers: each seat spends its usual pace so many
 * times over, its own credit first; what is left lapses at the start of a month, when new credit comes.
 */
export function foldYear(read: Read, from: number, days: number, timesUsual: number): FoldedTotals {
  const base = read.seats.map((seat) => seat.base);
  const paces = read.seats.map((seat) => seat.used * timesUsual);
  let { pool } = read;
  const totals = { granted: 0, spent: 0, lapsed: 0 };
  const begun = new Date(read.startsAt);
  const monthAt = (month: number) =>
    Date.UTC(begun.getUTCFullYear(), begun.getUTCMonth() + month, begun.getUTCDate());
  let month = 0;
  while (monthAt(month) <= from) month += 1;
  const crossMonths = (until: number) => {
    for (; monthAt(month) <= until; month += 1) {
      for (let seat = 0; seat < base.length; seat += 1) {
        totals.lapsed += base[seat] ?? 0;
        base[seat] = granted;
        totals.granted += granted;
      }
    }
  };
  for (let day = 1; day <= days; day += 1) {
    crossMonths(from + day * dayLength - dayLength / 2);
    for (let seat = 0; seat < base.length; seat += 1) {
      const pace = paces[seat] ?? 0;
      const wish =
        Math.floor((day * pace) / habitDays) - Math.floor(((day - 1) * pace) / habitDays);
      const own = Math.min(wish, base[seat] ?? 0);
      base[seat] = (base[seat] ?? 0) - own;
      pool -= wish - own;
      totals.spent += wish;
    }
  }
  crossMonths(from + days * dayLength);
  const closing = base.reduce((sum, left) => sum + left, pool);
  return { ...totals, closing };
}
