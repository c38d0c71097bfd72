import { assertNever } from '../../src-shared/assert-never';
import type { AddOn, Rollover } from '../../src-shared/billing/card/rate-card';
import { isoOf } from '../../src-shared/billing/instant';
import type {
  PackOffer,
  PlanFigures,
  PlanOffer,
  PlanState,
  RunningPlan,
  SeatState,
  UnitsState,
} from '../../src-shared/contract/plan';
import { isoOrNull, spanJson } from './instant-json';
import type { JsonObject } from './json';

/** What a plan is, what belongs to it and what can be ordered. */
export function planStateJson(state: PlanState): JsonObject {
  const { at, timeZone, plan, seats, workingSeat, units, plans, addOns, packs } = state;
  return {
    at: isoOf(at),
    timeZone,
    plan: plan === null ? null : runningPlanJson(plan),
    seats: seats.map(seatJson),
    workingSeat,
    units: units.map(unitsJson),
    plans: plans.map(planOfferJson),
    addOns: addOns.map(addOnJson),
    packs: packs.map(packOfferJson),
  };
}

function runningPlanJson(plan: RunningPlan): JsonObject {
  const { subscription, startedAt, cycle, period, nextGrant, nextBill, waiting } = plan;
  return {
    ...figuresJson(plan),
    subscription,
    startedAt: isoOf(startedAt),
    cycle: spanJson(cycle),
    period: spanJson(period),
    nextGrant:
      nextGrant === null ? null : { at: isoOf(nextGrant.at), creditsEach: nextGrant.creditsEach },
    nextBill: nextBill === null ? null : { at: isoOf(nextBill.at), cents: nextBill.cents },
    waiting: waiting === null ? null : waitingJson(waiting),
  };
}

function figuresJson(figures: PlanFigures): JsonObject {
  const { planId, name, cadence, perSeat, contract, grant, priceCents, rollover } = figures;
  return {
    id: planId,
    name,
    cadence,
    perSeat,
    contract,
    credits: grant.credits,
    everyMonths: grant.everyMonths,
    priceCents,
    rollover: rolloverJson(rollover),
  };
}

function rolloverJson(rollover: Rollover): JsonObject {
  switch (rollover.kind) {
    case 'none':
    case 'all':
      return { kind: rollover.kind };
    case 'capped':
      return { kind: rollover.kind, credits: rollover.credits };
    case 'cycles':
      return { kind: rollover.kind, cycles: rollover.cycles };
    default:
      return assertNever(rollover);
  }
}

function waitingJson(waiting: NonNullable<RunningPlan['waiting']>): JsonObject {
  switch (waiting.kind) {
    case 'end':
      return { kind: waiting.kind };
    case 'change':
      return { kind: waiting.kind, to: figuresJson(waiting.to) };
    default:
      return assertNever(waiting);
  }
}

export function seatJson({ id, name, active, available, held }: SeatState): JsonObject {
  return { id, name, active, available, held };
}

export function unitsJson(units: UnitsState): JsonObject {
  const { unit, addOnId, name, seat, creditsEach, centsEach, count, cancelled } = units;
  return {
    unit,
    addOn: addOnId,
    name,
    seat,
    creditsEach,
    centsEach,
    count,
    cancelled,
    renewsAt: isoOrNull(units.renewsAt),
    lapsesAt: isoOf(units.lapsesAt),
  };
}

/** A plan that goes by a contract has no figures before it is chosen. */
function planOfferJson(offer: PlanOffer): JsonObject {
  const { effect } = offer;
  const unknown = { credits: null, everyMonths: null, priceCents: null };
  return { ...figuresJson(offer), ...(effect === 'needs-contract' ? unknown : {}), effect };
}

export function addOnJson({ id, name, credits, priceCents, wallet, plans }: AddOn): JsonObject {
  return { id, name, credits, priceCents, wallet, plans };
}

export function packOfferJson({ pack, notYet }: PackOffer): JsonObject {
  const { id, name, credits, priceCents, wallet, onlyWhenUsedUp, rollover } = pack;
  return {
    id,
    name,
    credits,
    priceCents,
    wallet,
    onlyWhenUsedUp,
    rollover: rolloverJson(rollover),
    notYet: notYet === null ? null : { left: notYet.left, cheapest: notYet.cheapest },
  };
}
