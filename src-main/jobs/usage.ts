import { sql } from 'kysely';
import { type Day, dayAround } from '../../src-shared/billing/billing-cycle';
import type { Credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { UsageRow } from '../../src-shared/contract/insight';
import type { Job } from '../../src-shared/jobs/job';
import type { UsageDayRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

export type Usage = ReturnType<typeof prepareUsage>;

/**
 * Use by day, added up with every charge, so that a report costs the same however long the history is.
 * `timeZone` tells where the workspace is, and so when its days begin.
 */
export function prepareUsage(database: Database, timeZone: () => string) {
  const upsert = prepareToAdd(database);
  const days = prepareDays(database);
  const today = rememberDay();
  return {
    /** Counts a processed job with what it was charged. Belongs inside the transaction of the charge. */
    add: (job: Pick<Job, 'seat' | 'quote'>, charged: Credits, at: Instant): void => {
      const { tool, model, quality, units } = job.quote;
      const day = today(at, timeZone()).name;
      upsert.run({
        day,
        seat: job.seat,
        tool,
        model,
        quality,
        outputs: 1,
        units,
        credits: charged,
      });
    },
    /** The use of the days from one to the other, both included, as YYYY-MM-DD. */
    between: (from: string, to: string): UsageRow[] => days.all({ from, to }),
  };
}

/** Asks the calendar once a day: a time zone's rules cost as much as a small write. */
function rememberDay(): (at: Instant, timeZone: string) => Day {
  let known: { readonly day: Day; readonly timeZone: string } | null = null;
  return (at, timeZone) => {
    const fits = known?.timeZone === timeZone && known.day.startsAt <= at && at < known.day.endsAt;
    if (known === null || !fits) known = { day: dayAround(at, timeZone), timeZone };
    return known.day;
  };
}

/** Adds to the row of its day, seat, tool, model and quality: one row, and so one page a commit. */
export function prepareToAdd(database: Database) {
  return prepare<UsageDayRow, never>(
    database,
    queries
      .insertInto('usage_day')
      .values({
        day: arg('day'),
        seat: arg('seat'),
        tool: arg('tool'),
        model: arg('model'),
        quality: arg('quality'),
        outputs: arg('outputs'),
        units: arg('units'),
        credits: arg('credits'),
      })
      .onConflict((conflict) =>
        conflict.columns(['day', 'seat', 'tool', 'model', 'quality']).doUpdateSet({
          outputs: sql<number>`usage_day.outputs + excluded.outputs`,
          units: sql<number>`usage_day.units + excluded.units`,
          credits: sql<number>`usage_day.credits + excluded.credits`,
        }),
      ),
  );
}

/** Kept rows in the order of their key, which is that of the table. */
function prepareDays(database: Database) {
  return prepare<{ from: string; to: string }, UsageRow>(
    database,
    queries
      .selectFrom('usage_day')
      .selectAll()
      .where('day', '>=', arg<string>('from'))
      .where('day', '<=', arg<string>('to'))
      .orderBy('day')
      .orderBy('seat')
      .orderBy('tool')
      .orderBy('model')
      .orderBy('quality')
      .$narrowType<{ credits: Credits }>(),
  );
}
