import type { Cadence, Contract } from '../../src-shared/billing/plan/plan-terms';
import type { OrderWish, PlanOffer, PlanState } from '../../src-shared/contract/plan';

/** The cadences in which a plan is offered, the monthly one first. */
export function cadencesOffered({ plans }: PlanState, planId: string): Cadence[] {
  return (['monthly', 'annual'] as const).filter((cadence) =>
    plans.some((offer) => offer.planId === planId && offer.cadence === cadence),
  );
}

/** What is ordered when a plan is chosen: a start while none runs, else a change, or that all stays as it is. */
export function wishFor(offer: PlanOffer, plan: PlanState): OrderWish {
  if (offer.effect === 'running' || offer.effect === 'waiting') return { kind: 'keep-plan' };
  const { planId, cadence } = offer;
  const contract = offer.contract ? firstContract(plan) : null;
  if (plan.plan !== null) return { kind: 'change-plan', planId, cadence, contract };
  return { kind: 'start-plan', planId, cadence, contract, seats: 1 };
}

/** The figures that a contract form starts with: as many seats, and as much credit, as there is now. */
function firstContract({ plan, seats, plans }: PlanState): Contract {
  const active = seats.filter((seat) => seat.active).length;
  const monthly = plans.filter((offer) => offer.cadence === 'monthly');
  const largest = Math.max(1, ...monthly.map((offer) => offer.grant.credits));
  const each = plan?.grant.credits ?? largest;
  return { seats: Math.max(1, active), credits: each, everyMonths: 1, priceCents: null };
}
