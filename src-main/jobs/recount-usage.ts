import { sql } from 'kysely';
import { dayAround } from '../../src-shared/billing/billing-cycle';
import { instant } from '../../src-shared/billing/instant';
import { settlementOf } from '../../src-shared/jobs/job';
import type { Break } from '../ledger/compare-balances';
import type { UsageDayRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';
import { write } from '../store/write';
import { batchColumns, type JobWithBatch, jobOf } from './job-row';
import { prepareToAdd } from './usage';

type ChargedJob = JobWithBatch & { readonly charged: number };
type DayCount = { readonly day: string; readonly rows: readonly UsageDayRow[] };

/** In the order of days, before and after every one of them. */
const [start, end] = ['', '~'];

/** Throws the kept use away and counts it anew from jobs and their charges: the answers stay the same. */
export function rebuildUsage(database: Database, timeZone: string): void {
  const add = prepareToAdd(database);
  write(database, () => {
    database.exec(queries.deleteFrom('usage_day').compile().sql);
    for (const { rows } of countedDays(database, timeZone)) {
      for (const row of rows) add.run(row);
    }
  });
}

/** Counts the use of a ledger that is older than this count; one that has any is left as it is. */
export function fillUsage(database: Database, timeZone: string): void {
  const kept = prepareKept(database).get({ after: start, upTo: end });
  if (kept !== undefined || countedDays(database, timeZone).next().done === true) return;
  rebuildUsage(database, timeZone);
}

/**
 * The first day whose kept use differs from its jobs and their charges; null when none does. Each day is
 * compared in one go, so that jobs that end meanwhile disturb nothing.
 */
export function* verifyUsage(
  database: Database,
  timeZone: string,
): Generator<undefined, Break | null> {
  const kept = prepareKept(database);
  let after = start;
  for (const { day, rows } of countedDays(database, timeZone)) {
    if (bookOf(kept.all({ after, upTo: day })) !== bookOf(rows)) {
      return { at: `use of ${day}`, message: 'it differs from the charges of its jobs' };
    }
    after = day;
    yield;
  }
  const stray = kept.get({ after, upTo: end });
  if (stray === undefined) return null;
  return { at: `use of ${stray.day}`, message: 'no job was charged that day' };
}

function bookOf(rows: readonly UsageDayRow[]): string {
  return rows
    .map((row) =>
      [
        row.day,
        row.seat,
        row.tool,
        row.model,
        row.quality,
        row.outputs,
        row.units,
        row.credits,
      ].join(' '),
    )
    .sort()
    .join('\n');
}

/** Every day on which a job ended, oldest first, with its use counted from jobs and entries. */
function* countedDays(database: Database, timeZone: string): Generator<DayCount> {
  const reads = prepareReads(database);
  let next = reads.firstEnd.get({ from: 0 });
  while (next !== undefined) {
    const day = dayAround(instant(next.ended_at), timeZone);
    const jobs = reads.endedJobs.all({ from: day.startsAt, to: day.endsAt });
    yield { day: day.name, rows: countJobs(day.name, jobs) };
    next = reads.firstEnd.get({ from: day.endsAt });
  }
}

function countJobs(day: string, rows: readonly ChargedJob[]): UsageDayRow[] {
  const counts = new Map<string, UsageDayRow>();
  for (const row of rows) {
    const job = jobOf(row);
    if (settlementOf(job) !== 'charged') continue;
    const { tool, model, quality, units } = job.quote;
    const key = [job.seat, tool, model, quality].join(' ');
    const before = counts.get(key) ?? { outputs: 0, units: 0, credits: 0 };
    counts.set(key, {
      ...{ day, seat: job.seat, tool, model, quality },
      outputs: before.outputs + 1,
      units: before.units + units,
      credits: before.credits + row.charged,
    });
  }
  return [...counts.values()];
}

function prepareReads(database: Database) {
  // What the job's entries say, not what its price says: `isOfJob` for the job of each row.
  const charged = queries
    .selectFrom('entry')
    .select(sql<number>`coalesce(sum(entry.credits), 0)`.as('charged'))
    .where('entry.id', '>=', sql<string>`'charge:' || job.id || ':'`)
    .where('entry.id', '<', sql<string>`'charge:' || job.id || ';'`);
  return {
    firstEnd: prepare<{ from: number }, { ended_at: number }>(
      database,
      queries
        .selectFrom('job')
        .select('ended_at')
        .where('ended_at', '>=', arg<number>('from'))
        .orderBy('ended_at')
        .limit(sql.lit(1))
        .$narrowType<{ ended_at: number }>(),
    ),
    endedJobs: prepare<{ from: number; to: number }, ChargedJob>(
      database,
      queries
        .selectFrom('job')
        .innerJoin('batch', 'batch.id', 'job.batch')
        .selectAll('job')
        .select(batchColumns)
        .select(charged.as('charged'))
        .where('ended_at', '>=', arg<number>('from'))
        .where('ended_at', '<', arg<number>('to'))
        .$narrowType<{ charged: number }>(),
    ),
  };
}

/** The kept rows after one day up to another. */
function prepareKept(database: Database) {
  return prepare<{ after: string; upTo: string }, UsageDayRow>(
    database,
    queries
      .selectFrom('usage_day')
      .selectAll()
      .where('day', '>', arg<string>('after'))
      .where('day', '<=', arg<string>('upTo')),
  );
}
