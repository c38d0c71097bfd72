import { isoOf } from '../../src-shared/billing/instant';
import type { Plan, RateCard } from '../../src-shared/billing/rate-card';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Json, JsonObject } from './json';

export function workspaceJson(state: WorkspaceState): JsonObject {
  if (state.kind === 'new') return { kind: state.kind };
  const { kind, card, planId, cadence, timeZone, begunAt, renewal, clockBehind } = state;
  return {
    kind,
    card: { id: card.id, version: card.version },
    plan: planId,
    cadence,
    timeZone,
    begunAt: isoOf(begunAt),
    renewal: { at: isoOf(renewal.at), credits: renewal.credits },
    clockBehindMilliseconds: clockBehind,
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
