import type { Plan, RateCard } from '../../src-shared/billing/card/rate-card';
import type { Credits } from '../../src-shared/billing/credits';
import { instant } from '../../src-shared/billing/instant';
import { emptyAccount } from '../../src-shared/billing/plan/account';
import { startPlan } from '../../src-shared/billing/plan/order-plan';
import type { OrderRefusal } from '../../src-shared/billing/plan/order-refusal';
import { type Cadence, type Contract, cadences } from '../../src-shared/billing/plan/plan-terms';
import { granted } from '../../src-shared/billing/plan/step';

/** What a person chooses to begin with. */
export type PlanChoice = {
  readonly cardId: string;
  readonly planId: string;
  readonly cadence: Cadence;
  /** How many seats a plan by the seat starts with; a contract names its own number. */
  readonly seats: number;
  /** The figures of a plan by contract (A6); null for every other. */
  readonly contract: Contract | null;
};

/** The choice made beforehand on a card: its free plan, or its first. */
export function firstChoice(card: RateCard): PlanChoice {
  const plan = card.plans.find((candidate) => candidate.kind === 'free') ?? card.plans[0];
  return choiceOf(card, plan?.id ?? '', 'monthly');
}

/** The choice of a plan, in the wanted cadence where it has it, with the figures to start its form with. */
export function choiceOf(card: RateCard, planId: string, wanted: Cadence): PlanChoice {
  const plan = card.plans.find((candidate) => candidate.id === planId);
  const cadence = cadenceOf(plan, wanted);
  const contract = plan !== undefined && isByContract(plan) ? firstContract(card) : null;
  return { cardId: card.id, planId, cadence, seats: 1, contract };
}

/** Whether a plan's figures are not on its card but in a contract. */
function isByContract(plan: Plan): boolean {
  return cadencesOf(plan).some((cadence) => plan[cadence]?.grant.kind === 'contract');
}

/** A contract's form starts with what the largest plan of the card grants a month. */
function firstContract(card: RateCard): Contract {
  const grants = card.plans.flatMap(({ monthly }) =>
    monthly?.grant.kind === 'fixed' ? [monthly.grant.credits] : [],
  );
  return { seats: 1, credits: Math.max(1, ...grants), everyMonths: 1, priceCents: null };
}

/** The cadence to show for a plan: the wanted one where it has it. */
export function cadenceOf(plan: Plan | undefined, wanted: Cadence): Cadence {
  if (plan === undefined || plan[wanted] !== null) return wanted;
  return wanted === 'monthly' ? 'annual' : 'monthly';
}

/** The cadences a plan is sold in. */
export function cadencesOf(plan: Plan): Cadence[] {
  return cadences.filter((cadence) => plan[cadence] !== null);
}

/** What a choice starts with, or why it can't be begun. */
export type Start =
  | {
      readonly kind: 'start';
      /** Of all seats together. */
      readonly credits: Credits;
      readonly creditsEach: Credits;
      readonly everyMonths: 1 | 12;
      readonly seats: number;
      /** The first bill, in cents; null where the card names no price. */
      readonly cents: number | null;
    }
  | { readonly kind: 'refused'; readonly refusal: OrderRefusal };

/** Works out a start by the function that will place it (A6, B3); no figure of it depends on the day. */
export function startOf(card: RateCard, choice: PlanChoice): Start {
  const at = instant(0);
  const wish = {
    kind: 'start-plan',
    card: { id: card.id, version: card.version },
    planId: choice.planId,
    cadence: choice.cadence,
    contract: choice.contract,
    seats: choice.seats,
    timeZone: 'UTC',
  } as const;
  const placed = startPlan(emptyAccount, { id: 'start', at, wish }, wish, () => card);
  if (placed.kind === 'refused') return placed;
  const { account, grants, lines } = placed.step;
  const grant = account.subscription?.terms.grant;
  if (grant === undefined) throw new Error('a plan started without terms');
  return {
    kind: 'start',
    credits: granted(grants),
    creditsEach: grant.credits,
    everyMonths: grant.everyMonths,
    seats: account.seats.length,
    cents: lines[0]?.cents ?? null,
  };
}
