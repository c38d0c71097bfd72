import { useId } from 'react';
import { addMonths } from '../../src-shared/billing/billing-cycle';
import type { Instant } from '../../src-shared/billing/instant';
import { useDates } from '../credits/use-dates';
import { whatIfStore } from '../stores/what-if';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { Field } from '../ui/field';
import { trialStart } from './trial-question';

const spans = [
  { months: 1, name: '1 month' },
  { months: 6, name: '6 months' },
  { months: 12, name: '1 year' },
  { months: 24, name: '2 years' },
] as const;

/** From when and how far: from now, or from a day of the past as the ledger was then. */
export function TrialSpan({ now, problem }: { now: Instant; problem: string | null }) {
  const { timeZone, begunAt } = useBegun();
  const dates = useDates();
  const ids = { from: useId(), until: useId(), problem: useId() };
  const trial = whatIfStore();
  const { from, set } = trial;
  const today = dates.dayName(now);
  const start = trialStart(trial, { now, timeZone });
  const lastDay = (months: number) => dates.dayName(addMonths(start, months, timeZone));
  const until = trial.until ?? lastDay(6);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">Span</legend>
      <div className="grid grid-cols-2 gap-2">
        <Field label="From" controlId={ids.from}>
          <DayField
            id={ids.from}
            value={from ?? today}
            least={dates.dayName(begunAt)}
            most={today}
            onChange={(day) => set({ from: day === today ? null : day })}
            className="w-full"
          />
        </Field>
        <Field label="To" controlId={ids.until}>
          <DayField
            id={ids.until}
            value={until}
            least={dates.dayName(start)}
            onChange={(day) => set({ until: day })}
            describedBy={problem === null ? undefined : ids.problem}
            className="w-full"
          />
        </Field>
      </div>
      <div className="flex flex-wrap gap-1">
        {spans.map(({ months, name }) => (
          <Button
            key={months}
            aria-pressed={lastDay(months) === until}
            onClick={() => set({ until: months === 6 ? null : lastDay(months) })}
            className="h-7 px-2 text-xs aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            {name}
          </Button>
        ))}
      </div>
      {from === null ? null : (
        <p className="text-xs text-muted">
          As the ledger was at the start of {dates.day(start)}, and what was to come of it.
        </p>
      )}
      {problem === null ? null : (
        <p role="alert" id={ids.problem} className="text-sm text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
