import { type Cadence, cadences } from '../plan/plan-terms';
import type { RateCard } from './rate-card';

/** What a card sells credits for: a plan for one seat and cycle, an add-on unit, a pack. */
export type CreditPrice = {
  readonly kind: 'plan' | 'add-on' | 'pack';
  readonly id: string;
  readonly name: string;
  /** Null for what has no billing cycle of its own. */
  readonly cadence: Cadence | null;
  /** Millionths of a US dollar for all of the credits. */
  readonly micros: number;
  readonly credits: number;
};

const microsOfCent = 10_000;

/** Every offer of a card with a price and an amount of credits: not those by contract or without a price. */
export function creditPrices(card: RateCard): CreditPrice[] {
  const plans = card.plans.flatMap((plan) =>
    cadences.flatMap((cadence): CreditPrice[] => {
      const offer = plan[cadence];
      if (offer === null || offer.priceCents === null || offer.grant.kind !== 'fixed') return [];
      const grants = cadence === 'annual' && offer.grant.everyMonths === 1 ? 12 : 1;
      const micros = offer.priceCents * microsOfCent;
      const credits = offer.grant.credits * grants;
      return [{ kind: 'plan', id: plan.id, name: plan.name, cadence, micros, credits }];
    }),
  );
  const bought = (kind: 'add-on' | 'pack', offers: RateCard['addOns'] | RateCard['packs']) =>
    offers.flatMap(({ id, name, credits, priceCents }): CreditPrice[] =>
      priceCents === null
        ? []
        : [{ kind, id, name, cadence: null, micros: priceCents * microsOfCent, credits }],
    );
  return [...plans, ...bought('add-on', card.addOns), ...bought('pack', card.packs)];
}
