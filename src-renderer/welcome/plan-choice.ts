import type { Plan, RateCard } from '../../src-shared/billing/rate-card';

export type Cadence = 'monthly' | 'annual';

/** What a person chooses to begin with. */
export type PlanChoice = {
  readonly cardId: string;
  readonly planId: string;
  readonly cadence: Cadence;
};

/** The choice made beforehand on a card: its free plan, or its first. */
export function firstChoice(card: RateCard): PlanChoice {
  const plan = card.plans.find((candidate) => candidate.kind === 'free') ?? card.plans[0];
  return { cardId: card.id, planId: plan?.id ?? '', cadence: cadenceOf(plan, 'monthly') };
}

/** The cadence to show for a plan: the wanted one where it has it. */
export function cadenceOf(plan: Plan | undefined, wanted: Cadence): Cadence {
  if (plan === undefined || plan[wanted] !== null) return wanted;
  return wanted === 'monthly' ? 'annual' : 'monthly';
}

/** The cadences a plan is sold in. */
export function cadencesOf(plan: Plan): Cadence[] {
  return (['monthly', 'annual'] as const).filter((cadence) => plan[cadence] !== null);
}

/** What the choice grants at once, and how often; null when it can't be begun here. */
export function planGrant(
  card: RateCard,
  { planId, cadence }: PlanChoice,
): { credits: number; everyMonths: 1 | 12; priceCents: number | null } | null {
  const terms = card.plans.find((candidate) => candidate.id === planId)?.[cadence];
  if (terms?.grant.kind !== 'fixed') return null;
  const { credits, everyMonths } = terms.grant;
  return { credits, everyMonths, priceCents: terms.priceCents };
}
