import { sql } from 'kysely';
import { add, type Credits, noCredits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

/** What came and what lapsed at one instant, all wallets together. */
export type Turn = {
  readonly at: Instant;
  readonly granted: Credits;
  readonly lapsed: Credits;
};

type Numbers = { after: number; upTo: number };

/** The instants at which credit came or lapsed; what takes long yields after each page of entries. */
export function prepareTurns(database: Database, pageSize: number) {
  const turns = prepareTurnsOfPage(database);
  return {
    /** Those of the entries after `first` up to `last`, oldest first. */
    *turnsBetween(first: number, last: number): Generator<undefined, Turn[]> {
      const found = new Map<Instant, Turn>();
      for (let after = first; after < last; after += pageSize) {
        const upTo = Math.min(last, after + pageSize);
        for (const turn of turns.all({ after, upTo })) {
          const known = found.get(turn.at) ?? { granted: noCredits, lapsed: noCredits };
          const granted = add(known.granted, turn.granted);
          const lapsed = add(known.lapsed, turn.lapsed);
          found.set(turn.at, { at: turn.at, granted, lapsed });
        }
        if (upTo < last) yield;
      }
      return [...found.values()];
    },
  };
}

function prepareTurnsOfPage(database: Database) {
  const lapsed = sql`kind = 'expire' or (kind = 'release' and released_to = 'expired')`;
  return prepare<Numbers, Turn>(
    database,
    queries
      .selectFrom('entry')
      .select([
        'at',
        sql<Credits>`sum(case when kind = 'grant' then credits else 0 end)`.as('granted'),
        sql<Credits>`sum(case when ${lapsed} then credits else 0 end)`.as('lapsed'),
      ])
      .where('number', '>', arg<number>('after'))
      .where('number', '<=', arg<number>('upTo'))
      .where(sql<boolean>`(kind = 'grant' or ${lapsed})`)
      .groupBy('at')
      .orderBy('at')
      .$narrowType<{ at: Instant }>(),
  );
}
