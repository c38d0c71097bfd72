import { creditsStore } from '../stores/credits';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatDay } from '../ui/dates';
import { Skeleton } from '../ui/empty';
import { formatCount, formatCredits } from '../ui/figures';
import { LotPlot } from './lot-plot';
import { LotTable } from './lot-table';
import { Statement } from './statement';
import { VerifyPanel } from './verify-panel';

/** What there is, where it came from, when it goes, and every move it made. */
export function CreditsScreen() {
  return (
    <div className="flex h-full">
      <div className="relative flex w-[clamp(17.5rem,31%,25rem)] shrink-0 flex-col gap-5 overflow-y-auto border-r border-line bg-panel px-5 py-4">
        <BalancePanel />
        <RenewalPanel />
        <VerifyPanel />
      </div>
      <Statement />
    </div>
  );
}

function BalancePanel() {
  const balance = creditsStore((store) => store.balance);
  if (balance === null) return <Skeleton className="h-40" />;
  return (
    <section aria-labelledby="balance-heading" className="flex flex-col gap-3">
      <h1 id="balance-heading" className="text-lg font-semibold">
        Credits
      </h1>
      <dl className="flex items-end gap-8">
        <div className="flex flex-col-reverse">
          <dt className="text-sm text-muted">available</dt>
          <dd className="text-[3.25rem] leading-none font-semibold tracking-tight">
            {formatCount(balance.available)}
          </dd>
        </div>
        <div className="flex flex-col-reverse">
          <dt className="text-sm text-muted">held</dt>
          <dd className="text-2xl leading-tight font-medium text-muted">
            {formatCount(balance.held)}
          </dd>
        </div>
      </dl>
      <LotPlot lots={balance.lots} />
      <LotTable lots={balance.lots} />
    </section>
  );
}

function RenewalPanel() {
  const { card, renewal } = useBegun();
  return (
    <section aria-label="Renewal" className="flex flex-col gap-1.5 border-t border-line pt-4">
      <p>
        Renews on <strong className="font-semibold">{formatDay(renewal.at)}</strong> with{' '}
        {formatCredits(renewal.credits)}.
      </p>
      <p className="text-sm text-muted">{card.policies.renewal}</p>
      <p className="text-sm text-muted">{card.policies.expiry}</p>
      <Button
        className="mt-1 self-start"
        onClick={() => screenStore.getState().showDialog('refunds')}
      >
        Why there are no refunds
      </Button>
    </section>
  );
}
