import { useMemo, useState } from 'react';
import type { Instant } from '../../src-shared/billing/instant';
import type { Balance } from '../../src-shared/contract/credits';
import { creditsStore } from '../stores/credits';
import { planStore } from '../stores/plan';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { Choice, Choices } from '../ui/choice';
import { Skeleton } from '../ui/empty';
import { formatCount, formatCredits } from '../ui/figures';
import { seatName } from '../ui/plan-words';
import { PromptText } from '../ui/prompt-text';
import { BalanceSection } from './balance-section';
import { ForecastPanel } from './forecast-panel';
import { LotsByExpiry } from './lots-by-expiry';
import { plotSpan, type SpanId, spanIds, spanNames } from './spans';
import { UsageSection } from './usage-section';
import { useDates } from './use-dates';
import { useCalmBalance } from './use-outlook';
import { useTeam } from './use-team';

/** What one has and what is coming, in words and figures; beside it, how it came to that, as plots. */
export function Overview() {
  const balance = creditsStore((store) => store.balance);
  const calm = useCalmBalance();
  return (
    <div className="flex h-full">
      <div className="relative flex w-[clamp(17.5rem,31%,25rem)] shrink-0 flex-col gap-5 overflow-y-auto border-r border-line bg-panel px-5 py-4">
        {balance === null ? <Skeleton className="h-40" /> : <BalancePanel balance={balance} />}
        <ForecastPanel told={calm.revision} />
        {balance === null ? null : <LotsPanel balance={balance} />}
        <RenewalPanel />
      </div>
      <div className="relative min-w-0 flex-1 overflow-y-auto px-5 py-4">
        <div className="mx-auto flex max-w-4xl flex-col gap-4">
          {calm.balance === null ? (
            <Skeleton className="h-60" />
          ) : (
            <Plots now={calm.balance.at} told={calm.revision} />
          )}
        </div>
      </div>
    </div>
  );
}

type PlotsProps = { now: Instant; told: number };

function Plots({ now, told }: PlotsProps) {
  const [chosen, setChosen] = useState<SpanId>('30-days');
  const { begunAt } = useBegun();
  const cycle = planStore((store) => store.plan?.plan?.cycle ?? null);
  const { startsAt, endsAt } = cycle ?? { startsAt: null, endsAt: null };
  const span = useMemo(() => {
    const known = startsAt === null || endsAt === null ? null : { startsAt, endsAt };
    return plotSpan(chosen, { now, told, begunAt, cycle: known });
  }, [chosen, now, told, begunAt, startsAt, endsAt]);
  return (
    <>
      <Choices
        label="How far back"
        value={chosen}
        onChange={(id) => setChosen(spanIds.find((each) => each === id) ?? '30-days')}
        className="flex flex-wrap gap-1"
      >
        {spanIds
          .filter((id) => id !== 'cycle' || cycle !== null)
          .map((id) => (
            <Choice key={id} value={id} className="px-3 py-1 text-sm">
              {spanNames[id]}
            </Choice>
          ))}
      </Choices>
      <BalanceSection span={span} />
      <UsageSection span={span} />
    </>
  );
}

function BalancePanel({ balance: { available, held } }: { balance: Balance }) {
  const team = useTeam();
  return (
    <section aria-label="Balance">
      <dl className="flex items-end gap-8">
        <div className="flex flex-col-reverse">
          <dt className="text-sm text-muted">available</dt>
          <dd className="text-[3.25rem] leading-none font-semibold tracking-tight">
            {formatCount(available)}
          </dd>
        </div>
        <div className="flex flex-col-reverse">
          <dt className="text-sm text-muted">held</dt>
          <dd className="text-2xl leading-tight font-medium text-muted">{formatCount(held)}</dd>
        </div>
      </dl>
      {team === null ? null : (
        <p className="mt-2 text-sm text-muted">
          To <PromptText>{seatName(team.working)}</PromptText>, who works here, with what all share.
          Forecast and plots are of all {formatCount(team.seats.length)} seats together.
        </p>
      )}
    </section>
  );
}

function LotsPanel({ balance: { lots, at } }: { balance: Balance }) {
  return (
    <section
      aria-labelledby="lots-heading"
      className="flex flex-col gap-2 border-t border-line pt-4"
    >
      <h2 id="lots-heading" className="text-base font-semibold">
        Lots by expiry
      </h2>
      <LotsByExpiry lots={lots} now={at} />
    </section>
  );
}

function RenewalPanel() {
  const dates = useDates();
  const { card, renewal } = useBegun();
  return (
    <section aria-label="Renewal" className="flex flex-col gap-1.5 border-t border-line pt-4">
      {renewal === null ? (
        <p>No plan is going to renew, so no credit comes by itself.</p>
      ) : (
        <p>
          Renews on <strong className="font-semibold">{dates.day(renewal.at)}</strong> with{' '}
          {formatCredits(renewal.credits)}.
        </p>
      )}
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
