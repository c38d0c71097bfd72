import type { Cadence } from '../../src-shared/billing/plan/plan-terms';
import { Choice, Choices } from './choice';

type CadenceChoiceProps = { value: Cadence; onChange: (cadence: Cadence) => void };

/** How long a billing cycle is: a month or a year. */
export function CadenceChoice({ value, onChange }: CadenceChoiceProps) {
  return (
    <Choices
      label="Billed"
      value={value}
      onChange={(next) => onChange(next === 'annual' ? 'annual' : 'monthly')}
      className="flex gap-1"
    >
      <Choice value="monthly" className="px-3 py-1 text-sm">
        Monthly
      </Choice>
      <Choice value="annual" className="px-3 py-1 text-sm">
        Annual
      </Choice>
    </Choices>
  );
}
