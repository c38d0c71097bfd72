import type { AddOn } from '../../src-shared/billing/card/rate-card';
import type { PlanState, UnitsState } from '../../src-shared/contract/plan';
import { useDates } from '../credits/use-dates';
import { useBegun } from '../stores/workspace';
import { Button } from '../ui/button';
import { formatCount, formatCredits, formatMoney, formatNumberOf } from '../ui/figures';
import { Price } from '../ui/price';
import { openSlip } from './order-actions';
import { walletWords } from './slip-words';

/** Add-on units: those one has, each with when it renews and for how much, and those that are sold (A10–A14). */
export function Units({ state }: { state: PlanState }) {
  const { card } = useBegun();
  const { units, addOns } = state;
  return (
    <section aria-labelledby="units-heading" className="flex flex-col gap-3">
      <h2 id="units-heading" className="text-base font-semibold">
        Add-on units
      </h2>
      {units.length > 0 ? (
        <ul aria-label="Your units" className="border-t border-line">
          {units.map((each) => (
            <li key={each.unit} className="border-b border-line py-2.5">
              <UnitsRow units={each} state={state} />
            </li>
          ))}
        </ul>
      ) : null}
      {addOns.length > 0 ? (
        <ul aria-label="Units on sale" className="flex flex-col gap-2">
          {addOns.map((addOn) => (
            <li key={addOn.id}>
              <AddOnOffer addOn={addOn} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">{noUnitsWords(state)}</p>
      )}
      {addOns.length > 0 && card.policies.unitCancellation !== null ? (
        <p className="text-sm text-muted">{card.policies.unitCancellation}</p>
      ) : null}
    </section>
  );
}

function noUnitsWords({ plan }: PlanState): string {
  if (plan === null) return 'Units go with a plan; none is running.';
  return `No add-on units are sold for ${plan.name}.`;
}

function UnitsRow({ units, state }: { units: UnitsState; state: PlanState }) {
  const { day } = useDates();
  const { unit, name, count, cancelled, renewsAt } = units;
  const renewing = count - cancelled;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-56 flex-1">
        <p className="font-medium">
          {formatCount(count)} × {name}
          <span className="font-normal text-muted">, {walletWords(state.seats, units.seat)}</span>
        </p>
        <p className="text-sm text-muted">
          {eachWords(units)}; its credit lapses {day(units.lapsesAt)}
        </p>
        <p className="text-sm">
          {renewing > 0 && renewsAt !== null
            ? `${cancelled > 0 ? formatNumberOf(renewing, 'unit') : renewing === 1 ? 'It' : 'They'} ${renewing === 1 ? 'renews' : 'renew'} on ${day(renewsAt)}.`
            : 'Nothing renews.'}
          {cancelled > 0 ? (
            <span className="text-caution"> {formatNumberOf(cancelled, 'unit')} cancelled.</span>
          ) : null}
        </p>
      </div>
      <div className="flex gap-2">
        {cancelled > 0 ? (
          <Button
            aria-label={`Keep… ${name}`}
            onClick={() => openSlip({ kind: 'keep-units', unit, count: cancelled })}
          >
            Keep…
          </Button>
        ) : null}
        {renewing > 0 ? (
          <Button
            aria-label={`Cancel… ${name}`}
            onClick={() => openSlip({ kind: 'cancel-units', unit, count: renewing })}
          >
            Cancel…
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function eachWords({ creditsEach, centsEach }: UnitsState): string {
  const money = formatMoney(centsEach);
  const credits = formatCredits(creditsEach);
  return money === null ? `${credits} each, price not on the card` : `${credits} and ${money} each`;
}

function AddOnOffer({ addOn }: { addOn: AddOn }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-line bg-paper px-3.5 py-3">
      <div>
        <p className="font-medium">{addOn.name}</p>
        <p className="text-sm text-muted">
          {formatCredits(addOn.credits)},{' '}
          {addOn.wallet === 'pool' ? 'shared by all seats' : 'for this seat'}
        </p>
      </div>
      <div className="flex items-center gap-4">
        <p className="text-right">
          <span className="font-semibold">
            <Price cents={addOn.priceCents} />
          </span>
          <span className="block text-xs text-muted">a month</span>
        </p>
        <Button
          aria-label={`Buy… ${addOn.name}`}
          onClick={() => openSlip({ kind: 'buy-units', addOnId: addOn.id, count: 1 })}
        >
          Buy…
        </Button>
      </div>
    </div>
  );
}
