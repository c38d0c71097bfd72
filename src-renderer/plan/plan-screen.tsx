import { planStore } from '../stores/plan';
import { Skeleton } from '../ui/empty';
import { CurrentPlan } from './current-plan';
import { PlanParts } from './plan-parts';
import { usePlan } from './use-plan';

/** What one has, what else there is, and what it all came to. */
export function PlanScreen() {
  const plan = usePlan();
  const problem = planStore((store) => store.problem);
  return (
    <div className="flex h-full">
      <div className="relative flex w-[clamp(17.5rem,31%,25rem)] shrink-0 flex-col gap-5 overflow-y-auto border-r border-line bg-panel px-5 py-4">
        <h1 className="text-lg font-semibold">Plan</h1>
        {problem === null ? null : (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
        {plan === null ? <Skeleton className="h-60" /> : <CurrentPlan state={plan} />}
      </div>
      {plan === null ? <Skeleton className="m-5 h-40 flex-1" /> : <PlanParts state={plan} />}
    </div>
  );
}
