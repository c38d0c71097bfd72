import { sql } from 'kysely';
import { credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import { byBurnOrder } from '../../src-shared/billing/lots/burn-order';
import type { Lot } from '../../src-shared/billing/lots/lot';
import { type HeldPart, holdId } from '../../src-shared/billing/lots/plan-entries';
import type { Balance } from '../../src-shared/contract/credits';
import type { EntryRow, LotRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { lotOf } from './entry-row';
import { causedByJob, isOfJob, type JobArgs } from './job-entries';
import { tipStatement } from './post-entries';

export type LedgerReader = ReturnType<typeof prepareToRead>;

/** The ledger's questions, compiled once. */
export function prepareToRead(database: Database) {
  const liveLots = prepare<Record<string, never>, LotRow>(
    database,
    queries
      .selectFrom('lot')
      .selectAll()
      .where('live', '=', sql.lit(1 as const)),
  );
  const lotById = prepare<{ id: string }, LotRow>(
    database,
    queries.selectFrom('lot').selectAll().where('id', '=', arg<string>('id')),
  );
  const holds = prepare<JobArgs, Pick<EntryRow, 'id' | 'lot' | 'credits'>>(
    database,
    queries
      .selectFrom('entry')
      .select(['id', 'lot', 'credits'])
      .where((entry) => isOfJob(entry, 'hold'))
      .orderBy('number'),
  );
  const page = prepare<{ before: number; limit: number }, EntryRow>(
    database,
    queries
      .selectFrom('entry')
      .selectAll()
      .where('number', '<', arg<number>('before'))
      .orderBy('number', 'desc')
      .limit(arg<number>('limit')),
  );
  const pageOfJob = prepare<{ job: string; before: number; limit: number }, EntryRow>(
    database,
    queries
      .selectFrom('entry')
      .selectAll()
      .where(causedByJob)
      .where('number', '<', arg<number>('before'))
      .orderBy('number', 'desc')
      .limit(arg<number>('limit')),
  );
  const byId = prepare<{ id: string }, EntryRow>(
    database,
    queries.selectFrom('entry').selectAll().where('id', '=', arg<string>('id')),
  );
  const tip = tipStatement(database);
  return {
    /** Every lot that still holds credit; their number does not grow with history. */
    liveLots: (): Lot[] => liveLots.all({}).map(lotOf),
    lot: (id: string): Lot | null => {
      const row = lotById.get({ id });
      return row === undefined ? null : lotOf(row);
    },
    /** What a job put on hold the `hold`th time (0: never), lot by lot, in the order in which the lots were taken. */
    heldParts: (job: string, hold = 1): HeldPart[] =>
      holds
        .all({ job })
        .filter(({ id, lot }) => hold > 0 && id === holdId(job, lot, hold))
        .map((row) => ({ lotId: row.lot, credits: credits(row.credits) })),
    /** Entries older than `before`, newest first; of one job, or of all. */
    entries: (before: number, limit: number, job: string | null): EntryRow[] =>
      job === null ? page.all({ before, limit }) : pageOfJob.all({ job, before, limit }),
    entry: (id: string): EntryRow | null => byId.get({ id }) ?? null,
    tip: () => tip.get({}) ?? null,
  };
}

/** The one balance: what is available at `at`, and what is on hold. */
export function balanceAt(lots: readonly Lot[], at: Instant): Balance {
  const live = lots.filter((lot) => lot.held > 0 || lot.expiresAt > at).sort(byBurnOrder);
  const available = live.reduce(
    (total, lot) => (lot.expiresAt > at ? total + lot.available : total),
    0,
  );
  const held = live.reduce((total, lot) => total + lot.held, 0);
  return { at, available: credits(available), held: credits(held), lots: live };
}
