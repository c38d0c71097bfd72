import type { EntryRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

type Page = { lot: string; after: number; upTo: number; limit: number };

/** How many entries are looked through at a time, so that others get their turn in between. */
const usualPage = 50_000;

export type LotEntries = ReturnType<typeof prepareLotEntries>;

/**
 * The entries of one lot. No index finds them, for each would cost every commit a page; they lie
 * between the lot's grant and the entry that left nothing of it, so only that stretch is read.
 */
export function prepareLotEntries(database: Database, pageSize = usualPage) {
  const ofLot = queries
    .selectFrom('entry')
    .selectAll()
    .where('lot', '=', arg<string>('lot'))
    .where('number', '>', arg<number>('after'))
    .where('number', '<=', arg<number>('upTo'))
    .limit(arg<number>('limit'));
  const forward = prepare<Page, EntryRow>(database, ofLot.orderBy('number'));
  const back = prepare<Page, EntryRow>(database, ofLot.orderBy('number', 'desc'));
  return {
    /** At most `limit` entries of a lot from its grant `first` on, up to entry `last`, oldest first. */
    *from(first: EntryRow, last: number, limit: number): Generator<undefined, EntryRow[]> {
      const rows: EntryRow[] = [];
      let left = 0;
      for (let after = first.number - 1; after < last; after += pageSize) {
        const upTo = Math.min(last, after + pageSize);
        const page = forward.all({ lot: first.lot, after, upTo, limit: limit - rows.length });
        rows.push(...page);
        left += page.reduce((change, row) => change + changeOf(row), 0);
        if (rows.length === limit || left === 0) break;
        yield;
      }
      return rows;
    },
    /** At most `limit` entries of a lot up to its entry `last`, the newest of them, oldest first. */
    *upTo(last: EntryRow, limit: number): Generator<undefined, EntryRow[]> {
      const rows: EntryRow[] = [];
      for (let upTo = last.number; upTo > 0; upTo -= pageSize) {
        const after = Math.max(0, upTo - pageSize);
        rows.push(...back.all({ lot: last.lot, after, upTo, limit: limit - rows.length }));
        if (rows.length === limit || rows.at(-1)?.kind === 'grant') break;
        yield;
      }
      return rows.reverse();
    },
  };
}

/** How an entry changes what is left of its lot, available and on hold together. */
function changeOf({ kind, credits, released_to }: EntryRow): number {
  if (kind === 'grant') return credits;
  const isGone =
    kind === 'charge' || kind === 'expire' || (kind === 'release' && released_to === 'expired');
  return isGone ? -credits : 0;
}
