import { FlaskConical, RotateCcw } from 'lucide-react';
import type { Instant } from '../../src-shared/billing/instant';
import type { PlanState } from '../../src-shared/contract/plan';
import { isUntouched, whatIfStore } from '../stores/what-if';
import { Button } from '../ui/button';
import { TrialChanges } from './trial-changes';
import { TrialPace } from './trial-pace';
import { TrialPrices } from './trial-prices';
import { TrialSpan } from './trial-span';
import type { TrialState } from './use-trial';

type TrialFormProps = { now: Instant; plan: PlanState; trial: TrialState };

/** Everything that can be tried: a span, a pace, changes at their days, prices. */
export function TrialForm({ now, plan, trial }: TrialFormProps) {
  const untouched = whatIfStore(isUntouched);
  return (
    <form
      aria-label="What if"
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-5"
    >
      <div>
        <div className="mb-1.5 flex flex-wrap items-center justify-between gap-2">
          <h2 className="flex items-center gap-2 text-base font-semibold">
            <FlaskConical size={16} aria-hidden className="shrink-0 text-accent" />
            What if
          </h2>
          <Button
            disabled={untouched}
            onClick={() => whatIfStore.getState().reset()}
            className="h-7 px-2"
          >
            <RotateCcw size={13} aria-hidden />
            Start over
          </Button>
        </div>
        <p className="text-sm text-muted">
          Tried on a copy: nothing here is ordered or spent, and your ledger stays as it is.
        </p>
      </div>
      <TrialSpan now={now} problem={trial.problem} />
      <TrialPace answer={trial.answer} problem={trial.problems.pace} />
      <TrialChanges now={now} plan={plan} trial={trial} />
      <TrialPrices problems={trial.problems.prices} />
    </form>
  );
}
