import { Plus } from 'lucide-react';
import { useId } from 'react';
import type { Instant } from '../../src-shared/billing/instant';
import type { PlanState } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { whatIfStore } from '../stores/what-if';
import { Button } from '../ui/button';
import { changeName } from './change-name';
import { ChangeRow } from './change-row';
import { firstChanges } from './first-changes';
import type { TrialState } from './use-trial';

type TrialChangesProps = { now: Instant; plan: PlanState; trial: TrialState };

/** A short list of what is ordered at which day; any row can be changed and taken out again. */
export function TrialChanges({ now, plan, trial }: TrialChangesProps) {
  const heading = useId();
  const dates = useDates();
  const { changes, from, add } = whatIfStore();
  const { refused, problems } = trial;
  const day = changes.at(-1)?.day ?? from ?? dates.dayName(now);
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-2">
      <h2 id={heading} className="text-sm font-medium">
        Changes
      </h2>
      {changes.length === 0 ? (
        <p className="text-xs text-muted">None yet: the plan goes on as it is.</p>
      ) : (
        <ol aria-label="Changes to try" className="flex flex-col gap-2">
          {changes.map((tried) => (
            <li key={tried.key}>
              <ChangeRow
                tried={tried}
                plan={plan}
                least={from ?? dates.dayName(now)}
                problem={
                  problems.changes.get(tried.key) ??
                  (refused?.row === tried.key ? refused.sentence : null)
                }
              />
            </li>
          ))}
        </ol>
      )}
      <div className="flex flex-wrap gap-1.5">
        {firstChanges(plan).map((change) => (
          <Button key={change.kind} className="h-7 px-2" onClick={() => add(day, change)}>
            <Plus size={13} aria-hidden />
            {changeName(change)}
          </Button>
        ))}
      </div>
    </section>
  );
}
