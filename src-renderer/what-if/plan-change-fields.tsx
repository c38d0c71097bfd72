import { mostSeats } from '../../src-shared/billing/plan/plan-terms';
import type { PlanOffer, PlanState } from '../../src-shared/contract/plan';
import type { Change } from '../stores/what-if';
import { ContractFields } from '../ui/contract-fields';
import { planPriceWords } from '../ui/plan-words';
import { Select } from '../ui/select';
import { Stepper } from '../ui/stepper';
import { planChange } from './first-changes';

type PlanKind = 'change-plan' | 'start-plan' | 'end-plan';
type PlanChange = Extract<Change, { kind: PlanKind }>;
type PlanChangeFieldsProps = {
  change: PlanChange;
  plan: PlanState;
  onChange: (change: Change) => void;
};

/** Which plan, billed how: a change while one runs, a start once it has ended, or the end of it. */
export function PlanChangeFields({ change, plan, onChange }: PlanChangeFieldsProps) {
  const choose = (value: string) => {
    const [kind, planId, cadence] = value.split(' ');
    const offer = plan.plans.find((each) => each.planId === planId && each.cadence === cadence);
    if (kind === 'end-plan' || offer === undefined) onChange({ kind: 'end-plan' });
    else onChange(planChange(kind === 'start-plan' ? kind : 'change-plan', offer));
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        aria-label="Plan"
        value={optionOf(change)}
        onChange={(event) => choose(event.target.value)}
        className="w-full"
      >
        <Offers label="Change to" kind="change-plan" offers={plan.plans} />
        <Offers label="Start, once none runs" kind="start-plan" offers={plan.plans} />
        <option value="end-plan">End the plan</option>
      </Select>
      <Figures change={change} plan={plan} onChange={onChange} />
    </div>
  );
}

function Figures({ change, plan, onChange }: PlanChangeFieldsProps) {
  if (change.kind === 'end-plan') return null;
  const { contract, cadence, planId } = change;
  if (contract !== null) {
    return (
      <ContractFields
        contract={contract}
        cadence={cadence}
        onChange={(figures) => onChange({ ...change, contract: figures })}
        problemAt={() => null}
      />
    );
  }
  const perSeat = plan.plans.some((offer) => offer.planId === planId && offer.perSeat);
  if (change.kind !== 'start-plan' || !perSeat) return null;
  return (
    <Stepper
      label="Seats"
      noun="seats"
      value={change.seats}
      onChange={(seats) => onChange({ ...change, seats })}
      least={1}
      most={mostSeats}
      problem={null}
    />
  );
}

type OffersProps = {
  label: string;
  kind: 'change-plan' | 'start-plan';
  offers: readonly PlanOffer[];
};

function Offers({ label, kind, offers }: OffersProps) {
  return (
    <optgroup label={label}>
      {offers.map((offer) => (
        <option
          key={`${offer.planId} ${offer.cadence}`}
          value={`${kind} ${offer.planId} ${offer.cadence}`}
        >
          {offer.name}, {offer.cadence} · {planPriceWords(offer)}
        </option>
      ))}
    </optgroup>
  );
}

function optionOf(change: PlanChange): string {
  if (change.kind === 'end-plan') return change.kind;
  return `${change.kind} ${change.planId} ${change.cadence}`;
}
