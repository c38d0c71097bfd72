import type { Plan, RateCard } from '../../src-shared/billing/card/rate-card';
import { isoOf } from '../../src-shared/billing/instant';
import type { KnownCard } from '../../src-shared/contract/cards';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Json, JsonObject } from './json';

export function workspaceJson(state: WorkspaceState): JsonObject {
  if (state.kind === 'new') return { kind: state.kind };
  const { kind, card, planId, cadence, seat, testClock, timeZone, begunAt, renewal } = state;
  return {
    kind,
    card: { id: card.id, version: card.version },
    plan: planId,
    cadence,
    seat: { id: seat.id, name: seat.name },
    testClock,
    timeZone,
    begunAt: isoOf(begunAt),
    renewal: renewal === null ? null : { at: isoOf(renewal.at), credits: renewal.credits },
    renewsSoon: state.renewsSoon,
    clockBehindMilliseconds: state.clockBehind,
  };
}

export function cardJson(card: RateCard): JsonObject {
  return {
    id: card.id,
    version: card.version,
    name: card.name,
    figures: card.figures,
    plans: card.plans.map(planJson),
    models: card.models.map(({ id, name, tools, qualities, merit, longestSide }) => ({
      id,
      name,
      tools,
      qualities,
      merit,
      longestSide,
    })),
  };
}

/** A version of a card: where it came from, and whether prices go by it. */
export function knownCardJson({ card, origin, use }: KnownCard): JsonObject {
  return { id: card.id, version: card.version, name: card.name, origin, use };
}

function planJson(plan: Plan): JsonObject {
  return {
    id: plan.id,
    name: plan.name,
    kind: plan.kind,
    perSeat: plan.perSeat,
    monthly: cadenceJson(plan.monthly),
    annual: cadenceJson(plan.annual),
  };
}

function cadenceJson(cadence: Plan['monthly']): Json {
  if (cadence === null) return null;
  const { grant, priceCents } = cadence;
  if (grant.kind === 'contract') return { credits: null, everyMonths: null, priceCents };
  return { credits: grant.credits, everyMonths: grant.everyMonths, priceCents };
}
