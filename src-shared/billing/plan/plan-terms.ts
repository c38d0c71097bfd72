import type { Plan, RateCard, Rollover } from '../card/rate-card';
import { type Credits, credits } from '../credits';

export const cadences = ['monthly', 'annual'] as const;
/** How long a billing cycle is: one month or twelve. */
export type Cadence = (typeof cadences)[number];

/** One version of one rate card. */
export type CardRef = { readonly id: string; readonly version: string };

/** The card of a version that was taken up once; throws on one that never was. */
export type CardAt = (ref: CardRef) => RateCard;

/** The figures of an Enterprise contract (A6), entered once, when its plan is chosen. */
export type Contract = {
  /** How many seats it is for; no more can be added. */
  readonly seats: number;
  /** Credits that each seat is granted, each month or once a cycle. */
  readonly credits: number;
  readonly everyMonths: 1 | 12;
  /** Cents a seat and cycle; null when the contract's price is not to be kept here. */
  readonly priceCents: number | null;
};

export const mostSeats = 500;

/** What a running plan promises and costs: fixed when it was chosen, whatever later cards say. */
export type PlanTerms = {
  readonly card: CardRef;
  readonly planId: string;
  readonly name: string;
  readonly cadence: Cadence;
  readonly perSeat: boolean;
  /** Base credits of each seat, and every how many months they come (A6, B4). */
  readonly grant: { readonly credits: Credits; readonly everyMonths: 1 | 12 };
  /** Cents a seat and cycle; null where the card names no price. */
  readonly priceCents: number | null;
  readonly rollover: Rollover;
  /** How many seats can be active at once. */
  readonly room: number;
  readonly contract: boolean;
};

export type PlanChoice = {
  readonly planId: string;
  readonly cadence: Cadence;
  readonly contract: Contract | null;
};

export type ChoiceRefusal =
  | { readonly code: 'plan-unknown'; readonly planId: string; readonly known: readonly string[] }
  | { readonly code: 'plan-needs-contract'; readonly planId: string }
  | { readonly code: 'plan-has-no-contract'; readonly planId: string }
  | {
      readonly code: 'contract-invalid';
      readonly field: 'seats' | 'credits' | 'everyMonths' | 'priceCents';
      readonly value: number;
      readonly least: number;
      readonly most: number;
    };

export type ChosenTerms =
  | { readonly kind: 'terms'; readonly terms: PlanTerms }
  | { readonly kind: 'refused'; readonly refusal: ChoiceRefusal };

/** The terms that a choice means on a card (A6, B3, B4), or why it can't be chosen. */
export function termsOf(card: RateCard, choice: PlanChoice): ChosenTerms {
  const { planId, cadence, contract } = choice;
  const plan = card.plans.find((candidate) => candidate.id === planId);
  const offer = plan?.[cadence] ?? null;
  if (plan === undefined || offer === null) {
    const known = card.plans.filter((each) => each[cadence] !== null).map(({ id }) => id);
    return refused({ code: 'plan-unknown', planId, known });
  }
  const shared = { card: { id: card.id, version: card.version }, planId, name: plan.name, cadence };
  if (offer.grant.kind === 'contract') {
    if (contract === null) return refused({ code: 'plan-needs-contract', planId });
    const problem = contractProblem(contract, cadence, roomOf(plan));
    if (problem !== null) return refused(problem);
    const { everyMonths, priceCents, seats: room } = contract;
    const { perSeat, rollover } = plan;
    const grant = { credits: credits(contract.credits), everyMonths };
    const terms = { ...shared, perSeat, rollover, grant, priceCents, room, contract: true };
    return { kind: 'terms', terms };
  }
  if (contract !== null) return refused({ code: 'plan-has-no-contract', planId });
  const { credits: amount, everyMonths } = offer.grant;
  return {
    kind: 'terms',
    terms: {
      ...shared,
      perSeat: plan.perSeat,
      rollover: plan.rollover,
      grant: { credits: amount, everyMonths: cadence === 'monthly' ? 1 : everyMonths },
      priceCents: offer.priceCents,
      room: roomOf(plan),
      contract: false,
    },
  };
}

/** How many seats a plan can have; a contract may have fewer. */
function roomOf(plan: Plan): number {
  return plan.perSeat ? mostSeats : 1;
}

/** The first figure of a contract that can't be meant; null when all can. */
function contractProblem(
  contract: Contract,
  cadence: Cadence,
  mostOfPlan: number,
): ChoiceRefusal | null {
  const limits = [
    ['seats', 1, mostOfPlan],
    ['credits', 1, 1_000_000_000],
    ['everyMonths', 1, cadence === 'monthly' ? 1 : 12],
    ['priceCents', 0, 100_000_000],
  ] as const;
  for (const [field, least, most] of limits) {
    const value = contract[field];
    if (value === null) continue;
    const isPossible = field !== 'everyMonths' || value === 1 || value === 12;
    if (!Number.isInteger(value) || value < least || value > most || !isPossible) {
      return { code: 'contract-invalid', field, value, least, most };
    }
  }
  return null;
}

/** Months of a billing cycle. */
export function cycleMonths(cadence: Cadence): 1 | 12 {
  return cadence === 'monthly' ? 1 : 12;
}

function refused(refusal: ChoiceRefusal): ChosenTerms {
  return { kind: 'refused', refusal };
}

/** Order of a card's versions: by date, then by the number after it; `2026-11-01.2` before `2026-11-01.10`. */
export function compareVersions(left: string, right: string): number {
  const [leftDate = '', leftNumber = '0'] = left.split('.');
  const [rightDate = '', rightNumber = '0'] = right.split('.');
  if (leftDate !== rightDate) return leftDate < rightDate ? -1 : 1;
  return Number(leftNumber) - Number(rightNumber);
}
