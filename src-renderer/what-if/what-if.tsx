import type { Instant } from '../../src-shared/billing/instant';
import { useCalmBalance } from '../credits/use-outlook';
import { planStore } from '../stores/plan';
import { Skeleton } from '../ui/empty';
import { TrialForm } from './trial-form';
import { TrialResult } from './trial-result';
import { useTrial } from './use-trial';

/** What would be if: changes on the left, what comes of them on the right. Nothing of it touches the ledger. */
export function WhatIf() {
  const { balance } = useCalmBalance();
  return balance === null ? <Skeleton className="m-5 h-60" /> : <Trial now={balance.at} />;
}

function Trial({ now }: { now: Instant }) {
  const plan = planStore((store) => store.plan);
  const trial = useTrial(now);
  return (
    <div className="flex h-full">
      <div className="relative flex w-[clamp(18.5rem,33%,26rem)] shrink-0 flex-col overflow-y-auto border-r border-line bg-panel px-5 py-4">
        {plan === null ? (
          <Skeleton className="h-60" />
        ) : (
          <TrialForm now={now} plan={plan} trial={trial} />
        )}
      </div>
      <div className="relative min-w-0 flex-1 overflow-y-auto px-5 py-4">
        <TrialResult trial={trial} />
      </div>
    </div>
  );
}
