import { assertNever } from '../../src-shared/assert-never';
import type { Pack } from '../../src-shared/billing/card/rate-card';
import type { Instant } from '../../src-shared/billing/instant';
import type { PackOffer, PlanState } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { Button } from '../ui/button';
import { formatCount, formatCredits } from '../ui/figures';
import { Price } from '../ui/price';
import { openSlip } from './order-actions';

/** One-off packs, each sold or with the reason why not yet (B5). */
export function Packs({ state }: { state: PlanState }) {
  return (
    <section aria-labelledby="packs-heading" className="flex flex-col gap-3">
      <h2 id="packs-heading" className="text-base font-semibold">
        Packs
      </h2>
      {state.packs.length === 0 ? (
        <p className="text-sm text-muted">
          {state.plan === null
            ? 'Packs go with a plan; none is running.'
            : 'This rate card sells no packs.'}
        </p>
      ) : (
        <ul aria-label="Packs on sale" className="flex flex-col gap-2">
          {state.packs.map((offer) => (
            <li key={offer.pack.id}>
              <PackRow offer={offer} state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PackRow({ offer, state }: { offer: PackOffer; state: PlanState }) {
  const { day } = useDates();
  const { pack } = offer;
  const reason = notYetWords(offer);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-paper px-3.5 py-3">
      <div className="min-w-56 flex-1">
        <p className="font-medium">{pack.name}</p>
        <p className="text-sm text-muted">
          {formatCredits(pack.credits)} once,{' '}
          {pack.wallet === 'pool' ? 'shared by all seats' : 'for this seat'};{' '}
          {packLapse(pack, state, day)}
        </p>
        {reason === null ? null : <p className="mt-1 text-sm text-caution">{reason}</p>}
      </div>
      <div className="flex items-center gap-4">
        <p className="font-semibold">
          <Price cents={pack.priceCents} />
        </p>
        {reason === null ? (
          <Button
            aria-label={`Buy… ${pack.name}`}
            onClick={() => openSlip({ kind: 'buy-pack', packId: pack.id })}
          >
            Buy…
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Why a pack is not sold now; null when it is. */
export function notYetWords({ notYet }: PackOffer): string | null {
  if (notYet === null) return null;
  const { left, cheapest } = notYet;
  return `Sold once the allowance is used up: ${formatCount(left)} of it ${left === 1 ? 'is' : 'are'} left, and the cheapest picture or second costs ${formatCount(cheapest)}.`;
}

function packLapse({ rollover }: Pack, { plan }: PlanState, day: (at: Instant) => string): string {
  switch (rollover.kind) {
    case 'none':
      return plan === null ? 'lapses with the grant period' : `lapses ${day(plan.period.endsAt)}`;
    case 'cycles':
      return `lapses ${rollover.cycles + 1} grants later`;
    case 'capped':
      return `of what is left, up to ${formatCredits(rollover.credits)} roll over`;
    case 'all':
      return 'does not lapse';
    default:
      return assertNever(rollover);
  }
}
