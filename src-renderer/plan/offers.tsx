import { useState } from 'react';
import type { Cadence } from '../../src-shared/billing/plan/plan-terms';
import type {
  PlanFigures,
  PlanOffer,
  PlanState,
  RunningPlan,
} from '../../src-shared/contract/plan';
import { CadenceChoice } from '../ui/cadence-choice';
import { OfferCard } from './offer-card';
import { useGains } from './use-gains';

/** Every plan of the card, by how it is billed, with what choosing it would do. */
export function Offers({ state }: { state: PlanState }) {
  const [wanted, setWanted] = useState<Cadence | null>(null);
  const cadence = wanted ?? state.plan?.cadence ?? 'monthly';
  const both = new Set(state.plans.map((offer) => offer.cadence)).size > 1;
  const gains = useGains(state);
  return (
    <section aria-labelledby="offers-heading" className="flex flex-col gap-3">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h2 id="offers-heading" className="text-base font-semibold">
          {state.plan === null ? 'Start a plan' : 'Change plan'}
        </h2>
        {both ? <CadenceChoice value={cadence} onChange={setWanted} /> : null}
      </div>
      <p className="text-sm text-muted">
        {state.plan === null
          ? 'The first cycle is billed and its credit comes at once.'
          : 'An upgrade takes effect at once and tops the running credit up. Every other change waits for the end of the cycle and can be taken back until then.'}
      </p>
      <ul aria-label="Plans" className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-3">
        {offersFor(state, cadence).map((offer) => (
          <li key={offer.planId} className="flex">
            <OfferCard
              offer={offer}
              state={state}
              gain={gains.get(`${offer.planId} ${offer.cadence}`) ?? null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One offer of each plan: in the wanted cadence, or in the one it has. */
export function offersFor({ plans, plan }: PlanState, cadence: Cadence): PlanOffer[] {
  const chosen = new Map<string, PlanOffer>();
  for (const offer of plans) {
    if (offer.cadence === cadence || !chosen.has(offer.planId)) {
      chosen.set(offer.planId, withContract(offer, plan));
    }
  }
  return [...chosen.values()];
}

/** A plan by contract with the figures that were entered, where it runs or waits. */
function withContract(offer: PlanOffer, plan: RunningPlan | null): PlanOffer {
  if (plan === null || !offer.contract) return offer;
  const isOffer = ({ planId, cadence }: PlanFigures) =>
    planId === offer.planId && cadence === offer.cadence;
  const { waiting } = plan;
  if (waiting?.kind === 'change' && isOffer(waiting.to))
    return { ...waiting.to, effect: 'waiting' };
  return isOffer(plan) ? { ...plan, effect: 'running' } : offer;
}
