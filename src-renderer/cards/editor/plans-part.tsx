import { CreditRange, UncostedNote } from '../credit-range';
import { addPlan } from '../edit-lines';
import { AddButton } from './add-button';
import { useEditor } from './editor-context';
import { FaultOf } from './fields';
import { PlanForm } from './plan-form';

/** The plans: grants, prices, rollover, and what each leaves. */
export function PlansPart() {
  const { draft, margins } = useEditor();
  return (
    <div className="flex flex-col gap-3">
      <CreditRange cheapest={margins.cheapest} dearest={margins.dearest} />
      <UncostedNote lines={[...margins.lines.values()]} />
      <FaultOf place="plans" name="The list of plans" />
      {draft.plans.map((plan) => (
        <PlanForm key={plan.key} plan={plan} />
      ))}
      <AddButton list="plans" field="name" add={addPlan}>
        Add a plan
      </AddButton>
    </div>
  );
}
