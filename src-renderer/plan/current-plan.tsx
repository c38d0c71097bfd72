import { CalendarClock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlanState, RunningPlan } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { screenStore } from '../stores/screen';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { Paper, PaperLine, PaperPerforation, PaperRule } from '../ui/paper';
import { planPriceWords, priceWords, rolloverWords, seatName } from '../ui/plan-words';
import { PromptText } from '../ui/prompt-text';
import { CycleBar } from './cycle-bar';
import { openSlip, takeBack } from './order-actions';

/** What one has: plan, cycle, what comes next, and what waits. */
export function CurrentPlan({ state }: { state: PlanState }) {
  const { plan } = state;
  if (plan === null) return <NoPlan />;
  return (
    <>
      <section aria-labelledby="running-plan" className="flex flex-col gap-3">
        <div>
          <h2 id="running-plan" className="text-3xl leading-tight font-semibold tracking-tight">
            {plan.name}
          </h2>
          <p className="text-muted">{planPriceWords(plan)}</p>
        </div>
        <CycleBar cycle={plan.cycle} at={state.at} cadence={plan.cadence} />
        {plan.waiting === null ? null : <Waiting plan={plan} />}
        <Terms state={state} plan={plan} />
        <RenewsSoon />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => screenStore.getState().showPlan('plans')}>Change plan</Button>
          {plan.waiting?.kind === 'end' ? null : (
            <Button onClick={() => openSlip({ kind: 'end-plan' })}>End plan…</Button>
          )}
        </div>
      </section>
      <NoPayments />
    </>
  );
}

/** The plan as a slip: what comes and what is billed next, and by which rules. */
function Terms({ state, plan }: { state: PlanState; plan: RunningPlan }) {
  const { card } = useBegun();
  const { day } = useDates();
  const active = state.seats.filter((seat) => seat.active).length;
  const { nextGrant, nextBill } = plan;
  const working = state.seats.find((seat) => seat.id === state.workingSeat);
  return (
    <Paper label="Your plan">
      <p className="mb-2 text-xs text-muted">
        {card.name} {card.version}
      </p>
      <PaperLine amount={grantAmount(plan)}>
        Grants
        <Small>{plan.perSeat ? `each of ${formatNumberOf(active, 'seat')}` : null}</Small>
      </PaperLine>
      <PaperRule />
      <PaperLine strong amount={nextGrant === null ? 'none' : grantSum(plan, nextGrant, active)}>
        Next grant
        <Small>{nextGrant === null ? 'the plan ends before' : day(nextGrant.at)}</Small>
      </PaperLine>
      <PaperLine strong amount={nextBill === null ? 'none' : billWords(nextBill.cents)}>
        Next bill
        <Small>{nextBill === null ? 'the plan ends before' : day(nextBill.at)}</Small>
      </PaperLine>
      <PaperPerforation />
      <p className="text-muted">{rolloverWords(plan.rollover)}.</p>
      <PaperLine muted amount={day(plan.startedAt)}>
        Since
      </PaperLine>
      {state.seats.length > 1 && working !== undefined ? (
        <PaperLine muted amount={<PromptText lines={1}>{seatName(working)}</PromptText>}>
          This computer
        </PaperLine>
      ) : null}
    </Paper>
  );
}

function grantAmount({ grant }: RunningPlan): string {
  return `${formatCount(grant.credits)} a ${grant.everyMonths === 12 ? 'year' : 'month'}`;
}

/** What comes next, seat by seat. */
function grantSum(
  { perSeat }: RunningPlan,
  { creditsEach }: NonNullable<RunningPlan['nextGrant']>,
  seats: number,
): string {
  const each = formatCredits(creditsEach);
  return perSeat && seats > 1 ? `${formatCount(seats)} × ${each}` : each;
}

function billWords(cents: number | null): string {
  return cents === null ? 'not on the card' : priceWords(cents);
}

/** What takes effect at the end of the cycle, and the way back from it. */
function Waiting({ plan }: { plan: RunningPlan }) {
  const { day } = useDates();
  const { waiting, cycle } = plan;
  if (waiting === null) return null;
  const ends = waiting.kind === 'end';
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line bg-caution-soft px-3 py-2.5 text-sm">
      <p className="flex gap-2">
        <CalendarClock size={16} aria-hidden className="mt-px shrink-0 text-caution" />
        <span>
          {ends ? 'Ends on ' : `Changes to ${waiting.to.name}, ${waiting.to.cadence}, on `}
          <strong className="font-semibold">{day(cycle.endsAt)}</strong>.{' '}
          {ends ? 'Until then everything goes on; then base and add-on credit lapses.' : ''}
        </span>
      </p>
      <Button className="self-start" onClick={() => void takeBack({ kind: 'keep-plan' })}>
        {ends ? 'Keep the plan' : `Stay with ${plan.name}`}
      </Button>
    </div>
  );
}

/** What renews by itself within days, and for how much (A14). */
function RenewsSoon() {
  const { renewsSoon } = useBegun();
  if (renewsSoon.length === 0) return null;
  return (
    <ul aria-label="Renews soon" className="flex flex-col gap-1 text-sm">
      {renewsSoon.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function NoPlan() {
  return (
    <>
      <section aria-labelledby="running-plan" className="flex flex-col gap-3">
        <h2 id="running-plan" className="text-2xl leading-tight font-semibold tracking-tight">
          No plan is running
        </h2>
        <p className="text-muted">
          The last one has ended, so no credit comes and nothing is billed. Pictures, statement and
          invoices stay; credit of packs stays to its own date.
        </p>
        <Button
          look="primary"
          className="self-start"
          onClick={() => screenStore.getState().showPlan('plans')}
        >
          Choose a plan
        </Button>
      </section>
      <NoPayments />
    </>
  );
}

function NoPayments() {
  return (
    <p className="border-t border-line pt-4 text-sm text-muted">
      Tally takes no card payments: this records what the service bills.
    </p>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-xs font-normal text-muted empty:hidden">{children}</span>;
}
