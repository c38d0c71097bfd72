import { assertNever } from '../../src-shared/assert-never';
import type { Credits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import type { PlanOffer, PlanState } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { Button } from '../ui/button';
import { formatCount } from '../ui/figures';
import { grantWords, planPriceWords, rolloverWords } from '../ui/plan-words';
import { openSlip } from './order-actions';
import { wishFor } from './wishes';

type OfferCardProps = {
  offer: PlanOffer;
  state: PlanState;
  /** Credits that would come at once; null where none would, or none is known yet. */
  gain: Credits | null;
};

/** One plan: what it grants, what it costs, what is left of its credit, and when choosing it takes effect. */
export function OfferCard({ offer, state, gain }: OfferCardProps) {
  const { day } = useDates();
  const { name, grant, perSeat, cadence, rollover } = offer;
  const running = offer.effect === 'running';
  const open = offer.effect === 'needs-contract';
  return (
    <article
      aria-label={name}
      className={`flex w-full flex-col gap-1 rounded-lg border bg-paper p-3.5 ${running ? 'border-accent ring-1 ring-accent' : 'border-line'}`}
    >
      <h3 className="flex items-baseline justify-between gap-2 text-lg font-semibold">
        {name}
        <span className="text-xs font-normal text-muted">{cadence}</span>
      </h3>
      <p>{open ? 'Credits by contract' : grantWords(grant, perSeat)}</p>
      <p className="text-sm text-muted">{open ? 'Price by contract' : planPriceWords(offer)}</p>
      <p className="text-sm text-muted">{rolloverWords(rollover)}</p>
      <div className="mt-auto flex min-h-11 items-end justify-between gap-2 pt-3">
        <p
          className={`min-h-8 content-center text-sm ${running ? 'font-medium text-accent' : 'text-muted'}`}
        >
          {effectWords(offer, state, gain, day)}
        </p>
        <ChooseButton offer={offer} state={state} />
      </div>
    </article>
  );
}

/** When choosing a plan takes effect, and what it brings then. */
export function effectWords(
  { effect, rollover }: PlanOffer,
  { plan }: PlanState,
  gain: Credits | null,
  day: (at: Instant) => string,
): string {
  switch (effect) {
    case 'running':
      return 'What you have';
    case 'waiting':
      return plan === null ? 'Waiting' : `From ${day(plan.cycle.endsAt)}, as chosen`;
    case 'start':
      return 'At once';
    case 'needs-contract':
      return plan === null ? 'Enter its figures' : 'By its figures';
    case 'at-once':
      if (plan === null || gain === null) return 'At once';
      return rollover.kind === 'none'
        ? `At once: +${formatCount(gain)} until ${day(plan.period.endsAt)}`
        : `At once: +${formatCount(gain)}`;
    case 'at-cycle-end':
      return plan === null ? 'Later' : `From ${day(plan.cycle.endsAt)}`;
    default:
      return assertNever(effect);
  }
}

function ChooseButton({ offer, state }: { offer: PlanOffer; state: PlanState }) {
  const waits = state.plan?.waiting ?? null;
  if (offer.effect === 'running' && waits === null) return null;
  const words =
    offer.effect === 'running' ? 'Keep it…' : offer.effect === 'waiting' ? 'Take it back…' : null;
  return (
    <Button
      aria-label={`${words ?? 'Choose…'} ${offer.name}, ${offer.cadence}`}
      onClick={() => openSlip(wishFor(offer, state))}
    >
      {words ?? 'Choose…'}
    </Button>
  );
}
