import { useId } from 'react';
import { type Cadence, type Contract, mostSeats } from '../../src-shared/billing/plan/plan-terms';
import { Choice, Choices } from './choice';
import { Field, problemIdOf } from './field';
import { MoneyField } from './money-field';
import { NumberField } from './number-field';
import { Stepper } from './stepper';

type ContractFieldsProps = {
  contract: Contract;
  cadence: Cadence;
  onChange: (contract: Contract) => void;
  /** The sentence under a figure that can't be meant; null where it can. */
  problemAt: (field: keyof Contract) => string | null;
};

/** The figures of a contract (A6): entered once, and each told at its own field when it can't be meant. */
export function ContractFields({ contract, cadence, onChange, problemAt }: ContractFieldsProps) {
  const id = useId();
  const change = (figures: Partial<Contract>) => onChange({ ...contract, ...figures });
  const cycle = cadence === 'annual' ? 'year' : 'month';
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">Figures of the contract</legend>
      <Stepper
        label="Seats"
        noun="seats"
        value={contract.seats}
        onChange={(seats) => change({ seats })}
        least={1}
        most={mostSeats}
        problem={problemAt('seats')}
      />
      <Field
        label="Credits for each seat"
        controlId={`${id}-credits`}
        problem={problemAt('credits')}
        aside={
          <NumberField
            id={`${id}-credits`}
            label="Credits for each seat"
            value={contract.credits}
            onChange={(credits) => change({ credits })}
            invalid={problemAt('credits') !== null}
            describedBy={problemAt('credits') === null ? undefined : problemIdOf(`${id}-credits`)}
            className="w-28"
          />
        }
      >
        {null}
      </Field>
      {cadence === 'annual' ? (
        <EveryField
          value={contract.everyMonths}
          onChange={(everyMonths) => change({ everyMonths })}
          problem={problemAt('everyMonths')}
        />
      ) : null}
      <MoneyField
        label={`Price of a seat a ${cycle}, in $`}
        hint="Left empty, no price is kept and bills say so."
        cents={contract.priceCents}
        onChange={(priceCents) => change({ priceCents })}
        problem={problemAt('priceCents')}
      />
    </fieldset>
  );
}

type EveryFieldProps = {
  value: 1 | 12;
  onChange: (everyMonths: 1 | 12) => void;
  problem: string | null;
};

function EveryField({ value, onChange, problem }: EveryFieldProps) {
  return (
    <Field
      label="Credits come"
      problem={problem}
      aside={
        <Choices
          label="Credits come"
          value={String(value)}
          onChange={(next) => onChange(next === '12' ? 12 : 1)}
          className="flex gap-1"
        >
          <Choice value="1" className="px-2.5 py-1 text-sm">
            each month
          </Choice>
          <Choice value="12" className="px-2.5 py-1 text-sm">
            once a year
          </Choice>
        </Choices>
      }
    >
      {null}
    </Field>
  );
}
