import { sql } from 'kysely';
import { type Credits, credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import type { Rewinder } from './rewind-lots';

/** What came and went between two instants, over all wallets; holds and releases move nothing away. */
export type SpanTotals = {
  readonly granted: Credits;
  readonly charged: Credits;
  readonly lapsed: Credits;
};

type Sums = { granted: number; charged: number; lapsed: number };
type Question = { after: number; upTo: number; startsAt: number; endsAt: number };

/** How many entries are added up at a time, so that others get their turn in between. */
const pageSize = 50_000;

const endOfTime = instant(8.64e15);

/**
 * Adds up the entries of a span. What lapses at the instant at which it starts belongs to the span before, and so does
 * what lapses at its end to this one; what is granted or charged then belongs to the span that begins.
 */
export function prepareSpanTotals(database: Database, rewind: Rewinder) {
  const sums = prepare<Question, Sums>(
    database,
    queries
      .selectFrom('entry')
      .select([
        sumOf(sql`kind = 'grant' and at < ${arg('endsAt')}`).as('granted'),
        sumOf(sql`kind = 'charge' and at < ${arg('endsAt')}`).as('charged'),
        sumOf(sql`at > ${arg('startsAt')} and
          (kind = 'expire' or (kind = 'release' and released_to = 'expired'))`).as('lapsed'),
      ])
      .where('number', '>', arg<number>('after'))
      .where('number', '<=', arg<number>('upTo')),
  );
  /** `endsAt` null: up to entry `tip`, the newest that counts. */
  return function* between(
    startsAt: Instant,
    endsAt: Instant | null,
    tip: number,
  ): Generator<undefined, SpanTotals> {
    const first = rewind.entryNumberAt(instant(startsAt - 1));
    const last = endsAt === null ? tip : Math.min(tip, rewind.entryNumberAt(endsAt));
    const total: Sums = { granted: 0, charged: 0, lapsed: 0 };
    for (let after = first; after < last; after += pageSize) {
      const upTo = Math.min(last, after + pageSize);
      const page = sums.get({ after, upTo, startsAt, endsAt: endsAt ?? endOfTime });
      if (page === undefined) throw new Error('a sum has no row');
      total.granted += page.granted;
      total.charged += page.charged;
      total.lapsed += page.lapsed;
      yield;
    }
    return {
      granted: credits(total.granted),
      charged: credits(total.charged),
      lapsed: credits(total.lapsed),
    };
  };
}

function sumOf(condition: ReturnType<typeof sql>) {
  return sql<number>`coalesce(sum(case when ${condition} then credits else 0 end), 0)`;
}
