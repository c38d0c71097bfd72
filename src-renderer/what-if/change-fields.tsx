import { mostUnits } from '../../src-shared/billing/plan/order-units';
import type { PlanState } from '../../src-shared/contract/plan';
import type { Change } from '../stores/what-if';
import { formatCredits } from '../ui/figures';
import { seatName } from '../ui/plan-words';
import { Select } from '../ui/select';
import { Stepper } from '../ui/stepper';
import { PlanChangeFields } from './plan-change-fields';
import { mostOfOne } from './trial-problems';

export type ChangeFieldsProps = {
  change: Change;
  plan: PlanState;
  onChange: (change: Change) => void;
};

/** What can be chosen in a change: which plan, which seat, how many of what. */
export function ChangeFields({ change, plan, onChange }: ChangeFieldsProps) {
  switch (change.kind) {
    case 'change-plan':
    case 'start-plan':
    case 'end-plan':
      return <PlanChangeFields change={change} plan={plan} onChange={onChange} />;
    case 'add-seats':
      return (
        <Count
          noun="seats"
          count={change.count}
          most={mostOfOne}
          onChange={(count) => onChange({ ...change, count })}
        />
      );
    case 'remove-seat':
      return (
        <Options
          label="Seat"
          value={change.seat}
          options={plan.seats
            .filter((seat) => seat.active)
            .map((seat) => ({ value: seat.id, name: seatName(seat) }))}
          onChange={(seat) => onChange({ ...change, seat })}
        />
      );
    case 'buy-units':
    case 'cancel-units':
    case 'buy-packs':
      return <PurchaseFields change={change} plan={plan} onChange={onChange} />;
  }
}

type PurchaseFieldsProps = {
  change: Extract<Change, { kind: 'buy-units' | 'cancel-units' | 'buy-packs' }>;
  plan: PlanState;
  onChange: (change: Change) => void;
};

/** Which units or packs, and how many. */
function PurchaseFields({ change, plan, onChange }: PurchaseFieldsProps) {
  switch (change.kind) {
    case 'buy-units':
      return (
        <>
          <Options
            label="Unit"
            value={change.addOnId}
            options={plan.addOns.map(({ id, name, credits }) => ({
              value: id,
              name: `${name}, ${formatCredits(credits)} each`,
            }))}
            onChange={(addOnId) => onChange({ ...change, addOnId })}
          />
          <Count
            noun="units"
            count={change.count}
            most={mostUnits}
            onChange={(count) => onChange({ ...change, count })}
          />
        </>
      );
    case 'cancel-units':
      return (
        <>
          <Options
            label="Units"
            value={change.unit}
            options={plan.units.map(({ unit, name, count }) => ({
              value: unit,
              name: `${count} × ${name}`,
            }))}
            onChange={(unit) => onChange({ ...change, unit })}
          />
          <Count
            noun="units"
            count={change.count}
            most={mostUnits}
            onChange={(count) => onChange({ ...change, count })}
          />
        </>
      );
    case 'buy-packs':
      return (
        <>
          <Options
            label="Pack"
            value={change.packId}
            options={plan.packs.map(({ pack }) => ({
              value: pack.id,
              name: `${pack.name}, ${formatCredits(pack.credits)}`,
            }))}
            onChange={(packId) => onChange({ ...change, packId })}
          />
          <Count
            noun="packs"
            count={change.count}
            most={mostOfOne}
            onChange={(count) => onChange({ ...change, count })}
          />
        </>
      );
  }
}

type OptionsProps = {
  label: string;
  value: string;
  options: readonly { readonly value: string; readonly name: string }[];
  onChange: (value: string) => void;
};

function Options({ label, value, options, onChange }: OptionsProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="w-full"
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </Select>
  );
}

type CountProps = {
  noun: string;
  count: number;
  most: number;
  onChange: (count: number) => void;
};

function Count({ noun, count, most, onChange }: CountProps) {
  return (
    <div className="mt-1.5">
      <Stepper
        label="How many"
        noun={noun}
        value={count}
        onChange={onChange}
        least={1}
        most={most}
        problem={null}
      />
    </div>
  );
}
