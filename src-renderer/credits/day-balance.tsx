import { useCallback, useId } from 'react';
import { dayNamed } from '../../src-shared/billing/billing-cycle';
import type { StatementLine } from '../../src-shared/contract/credits';
import { ask } from '../app/ask';
import { tally } from '../app/bridge';
import { creditsStore } from '../stores/credits';
import { insightStore } from '../stores/insight';
import { useBegun } from '../stores/workspace';
import { DayField } from '../ui/day-field';
import { Skeleton } from '../ui/empty';
import { Field } from '../ui/field';
import { formatCount } from '../ui/figures';
import { LotsByExpiry } from './lots-by-expiry';
import { StatementRow } from './statement-row';
import { useAnswer } from './use-answer';
import { useDates } from './use-dates';
import { useTeam } from './use-team';

/** The balance at the end of a day, or as it is now, lot by lot, with the newest of the entries that made it. */
export function DayBalance({ day }: { day: string }) {
  const { timeZone, begunAt } = useBegun();
  const dates = useDates();
  const team = useTeam();
  const field = useId();
  const now = creditsStore((store) => store.balance?.at ?? begunAt);
  const at = dayNamed(day, timeZone).endsAt - 1;
  const read = useCallback(() => ask(tally().insight.balanceAt({ at })), [at]);
  const { value, problem, asking } = useAnswer(read);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Field label="Day" controlId={field}>
          <DayField
            id={field}
            value={day}
            least={dates.dayName(begunAt)}
            most={dates.dayName(now)}
            onChange={(chosen) => insightStore.getState().replace({ kind: 'day', day: chosen })}
          />
        </Field>
        {value === null ? null : (
          <p className="text-right" aria-live="polite">
            <span className="text-3xl font-semibold tracking-tight">
              {formatCount(value.balance.available)}
            </span>{' '}
            <span className="text-muted">
              available{team === null ? '' : ' to all seats'}, {formatCount(value.balance.held)}{' '}
              held {value.balance.at < at ? 'now' : 'at the end of that day'}
            </span>
          </p>
        )}
      </div>
      {problem === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      {value === null ? (
        <Skeleton className="h-60" />
      ) : (
        <div
          aria-busy={asking}
          className={`grid grid-cols-1 gap-x-6 gap-y-4 min-[44rem]:grid-cols-[15rem_1fr] ${asking ? 'opacity-60' : ''}`}
        >
          <section aria-label="Lots on that day">
            <LotsByExpiry lots={value.balance.lots} now={value.balance.at} />
          </section>
          <section aria-labelledby="newest-heading" className="min-w-0">
            <h3 id="newest-heading" className="mb-1 text-sm font-medium">
              What made it, the newest first
            </h3>
            <DayEntries newest={value.newest} />
          </section>
        </div>
      )}
    </div>
  );
}

/** The newest entries of a day's balance; before the first there is none. */
function DayEntries({ newest }: { newest: readonly StatementLine[] }) {
  const { begunAt } = useBegun();
  const dates = useDates();
  return newest.length === 0 ? (
    <p className="text-sm text-muted">
      No entry is older: the workspace began on {dates.day(begunAt)}.
    </p>
  ) : (
    <ol className="max-h-72 overflow-y-auto">
      {newest.map((line) => (
        <li key={line.id} className="border-t border-line">
          <StatementRow line={line} />
        </li>
      ))}
    </ol>
  );
}
