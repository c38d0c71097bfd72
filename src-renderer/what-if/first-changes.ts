import type { PlanOffer, PlanState } from '../../src-shared/contract/plan';
import type { Change } from '../stores/what-if';

/** What can be added to the list of changes, each as it first stands there: only what the card sells. */
export function firstChanges(state: PlanState): Change[] {
  const { plans, seats, units, addOns, packs } = state;
  const removable = seats.filter((seat) => seat.active && seat.id !== state.workingSeat).at(-1);
  const cancellable = units.find(({ count, cancelled }) => count > cancelled);
  const [addOn] = addOns;
  const [pack] = packs;
  const changes: (Change | null)[] = [
    firstPlanChange(state),
    plans.some(({ perSeat }) => perSeat) ? { kind: 'add-seats', count: 1 } : null,
    removable === undefined ? null : { kind: 'remove-seat', seat: removable.id },
    addOn === undefined ? null : { kind: 'buy-units', addOnId: addOn.id, count: 1 },
    cancellable === undefined
      ? null
      : {
          kind: 'cancel-units',
          unit: cancellable.unit,
          count: cancellable.count - cancellable.cancelled,
        },
    pack === undefined ? null : { kind: 'buy-packs', packId: pack.pack.id, count: 1 },
  ];
  return changes.filter((change) => change !== null);
}

/** The next larger plan of the same cadence, else the same plan billed otherwise, else whatever else there is. */
function firstPlanChange({ plan, plans }: PlanState): Change | null {
  if (plan === null) {
    const offer = plans.find(({ contract }) => !contract);
    return offer === undefined ? null : planChange('start-plan', offer);
  }
  const others = plans.filter(({ effect, contract }) => effect !== 'running' && !contract);
  const sameCadence = others.filter(({ cadence }) => cadence === plan.cadence);
  const larger = sameCadence.find(({ grant }) => grant.credits > plan.grant.credits);
  const otherCadence = others.find(({ planId }) => planId === plan.planId);
  const offer = larger ?? otherCadence ?? sameCadence[0] ?? others[0];
  return offer === undefined ? { kind: 'end-plan' } : planChange('change-plan', offer);
}

/** A change to a plan, or its start; a contract begins with the figures that the plan's seats have now. */
export function planChange(
  kind: 'change-plan' | 'start-plan',
  { planId, cadence, contract, grant }: PlanOffer,
): Change {
  const figures = contract
    ? { seats: 1, credits: Math.max(1, grant.credits), everyMonths: 1 as const, priceCents: null }
    : null;
  return kind === 'change-plan'
    ? { kind, planId, cadence, contract: figures }
    : { kind, planId, cadence, contract: figures, seats: 1 };
}
