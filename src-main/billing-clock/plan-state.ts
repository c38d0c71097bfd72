import { allowanceLeft, packNotYet } from '../../src-shared/billing/card/pack-offer';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { credits, sum } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import { isSpendable, type Lot } from '../../src-shared/billing/lots/lot';
import {
  type Account,
  cycleBounds,
  periodBounds,
  type Subscription,
  type Units,
} from '../../src-shared/billing/plan/account';
import { nextBill } from '../../src-shared/billing/plan/next-bill';
import { nextGrant } from '../../src-shared/billing/plan/next-grant';
import { nextUnits } from '../../src-shared/billing/plan/next-units';
import { isUpgrade } from '../../src-shared/billing/plan/order-plan';
import {
  type Cadence,
  cadences,
  type PlanTerms,
  termsOf,
} from '../../src-shared/billing/plan/plan-terms';
import type {
  PlanFigures,
  PlanOffer,
  PlanState,
  RunningPlan,
  SeatState,
  UnitsState,
} from '../../src-shared/contract/plan';

/** What a person sees and can order of a plan is worked out from these. */
export type PlanSight = {
  readonly at: Instant;
  readonly account: Account;
  readonly card: RateCard;
  readonly lots: readonly Lot[];
  readonly workingSeat: string;
};

/** All that there is to see and to order of a plan. */
export function planStateOf(sight: PlanSight): PlanState {
  const { at, account, card, lots, workingSeat } = sight;
  const { subscription } = account;
  const left = allowanceLeft(lots, workingSeat, at);
  const planId = subscription?.terms.planId;
  return {
    at,
    timeZone: account.timeZone,
    plan: subscription && runningPlan(account, subscription),
    seats: account.seats.map((seat) => seatState(seat, lots, at)),
    workingSeat,
    units: subscription?.units.map((units) => unitsState(account, subscription, units)) ?? [],
    plans: offersOf(account, card),
    addOns: card.addOns.filter((addOn) => planId !== undefined && addOn.plans.includes(planId)),
    packs:
      subscription === null
        ? []
        : card.packs.map((pack) => ({ pack, notYet: packNotYet(card, pack, left) })),
  };
}

function runningPlan(account: Account, subscription: Subscription): RunningPlan {
  const { waiting } = subscription;
  return {
    ...figuresOf(subscription.terms),
    subscription: subscription.id,
    startedAt: subscription.anchor,
    cycle: cycleBounds(account, subscription),
    period: periodBounds(account, subscription),
    nextGrant: nextGrant(account),
    nextBill: nextBill(account),
    waiting:
      waiting?.kind === 'change' ? { kind: 'change', to: figuresOf(waiting.terms) } : waiting,
  };
}

function figuresOf(terms: PlanTerms): PlanFigures {
  const { planId, name, cadence, perSeat, contract, grant, priceCents, rollover } = terms;
  return { planId, name, cadence, perSeat, contract, grant, priceCents, rollover };
}

function seatState(
  seat: { readonly id: string; readonly name: string; readonly active: boolean },
  lots: readonly Lot[],
  at: Instant,
): SeatState {
  const own = lots.filter((lot) => lot.wallet.id === seat.id);
  return {
    id: seat.id,
    name: seat.name,
    active: seat.active,
    available: sum(own.filter((lot) => isSpendable(lot, at)).map((lot) => lot.available)),
    held: sum(own.map((lot) => lot.held)),
  };
}

function unitsState(account: Account, subscription: Subscription, units: Units): UnitsState {
  const next = nextUnits(account);
  const renews = next?.units.some(({ order }) => order === units.order) === true;
  return {
    unit: units.order,
    addOnId: units.addOnId,
    name: units.name,
    seat: units.wallet.kind === 'seat' ? units.wallet.id : null,
    creditsEach: units.creditsEach,
    centsEach: units.centsEach,
    count: units.count,
    cancelled: units.cancelled,
    renewsAt: renews ? next.at : null,
    lapsesAt: cycleBounds(account, subscription).endsAt,
  };
}

/** Every plan and cadence of the card, with when choosing it would take effect. */
function offersOf(account: Account, card: RateCard): PlanOffer[] {
  return card.plans.flatMap((plan) =>
    cadences.flatMap((cadence): PlanOffer[] => {
      if (plan[cadence] === null) return [];
      const chosen = termsOf(card, { planId: plan.id, cadence, contract: null });
      if (chosen.kind === 'terms') {
        return [{ ...figuresOf(chosen.terms), effect: effectOf(account, chosen.terms) }];
      }
      const { perSeat, rollover } = plan;
      const grant = { credits: credits(0), everyMonths: 1 as const };
      const shared = { planId: plan.id, name: plan.name, cadence, perSeat, rollover, grant };
      const effect = standingOf(account, plan.id, cadence) ?? 'needs-contract';
      return [{ ...shared, contract: true, priceCents: null, effect }];
    }),
  );
}

function effectOf(account: Account, terms: PlanTerms): PlanOffer['effect'] {
  const { subscription } = account;
  if (subscription === null) return 'start';
  const standing = standingOf(account, terms.planId, terms.cadence);
  if (standing !== null) return standing;
  return isUpgrade(account, subscription.terms, terms) ? 'at-once' : 'at-cycle-end';
}

/** Whether a plan and cadence runs, or waits for the end of the cycle; null when neither. */
function standingOf(
  { subscription }: Account,
  planId: string,
  cadence: Cadence,
): 'running' | 'waiting' | null {
  if (subscription === null) return null;
  const { waiting, terms } = subscription;
  const isSame = (other: PlanTerms) => other.planId === planId && other.cadence === cadence;
  if (waiting?.kind === 'change' && isSame(waiting.terms)) return 'waiting';
  return isSame(terms) ? 'running' : null;
}
