import type { Plan, Quality, RateCard } from '../../src-shared/billing/card/rate-card';
import type { PlanChoice } from './operations';

/** Seats that a plan without a contract has room for. */
const mostSeats = 500;

/** What a chosen plan comes to. */
export type Terms = {
  readonly planId: string;
  readonly cadence: PlanChoice['cadence'];
  readonly perSeat: boolean;
  /** How many seats may be active, and how many a start is asked for; a change asks for none. */
  readonly room: number;
  readonly seatsAtStart: number;
  readonly grant: number;
  readonly cycleMonths: number;
  readonly periodMonths: number;
  /** Of a seat, for a whole cycle. */
  readonly priceCents: number | null;
  readonly rollover: Plan['rollover'];
};

/** Whether an amount is a whole number within bounds. */
export const wholeBetween = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

function isFair(contract: NonNullable<PlanChoice['contract']>, cycleMonths: number): boolean {
  return (
    wholeBetween(contract.seats, 1, mostSeats) &&
    wholeBetween(contract.credits, 1, 1_000_000_000) &&
    (contract.everyMonths === 1 || contract.everyMonths === cycleMonths) &&
    (contract.priceCents === null || wholeBetween(contract.priceCents, 0, 100_000_000))
  );
}

/** The terms of a choice; `null` for one that the card does not offer or whose figures are wrong. */
export function termsOf(card: RateCard, choice: PlanChoice): Terms | null {
  const plan = card.plans.find(({ id }) => id === choice.planId);
  const offer = plan?.[choice.cadence];
  if (plan === undefined || offer === undefined || offer === null) return null;
  const cycleMonths = choice.cadence === 'annual' ? 12 : 1;
  const common = {
    planId: plan.id,
    cadence: choice.cadence,
    perSeat: plan.perSeat,
    cycleMonths,
    rollover: plan.rollover,
  };
  const { contract, seats } = choice;
  if (offer.grant.kind === 'contract') {
    if (contract === null || !isFair(contract, cycleMonths)) return null;
    const room = plan.perSeat ? contract.seats : 1;
    return {
      ...common,
      room,
      seatsAtStart: room,
      grant: contract.credits,
      periodMonths: contract.everyMonths,
      priceCents: contract.priceCents,
    };
  }
  if (contract !== null) return null;
  return {
    ...common,
    room: plan.perSeat ? mostSeats : 1,
    seatsAtStart: seats,
    grant: offer.grant.credits,
    periodMonths: offer.grant.everyMonths,
    priceCents: offer.priceCents,
  };
}

/** The price of the most particular line for one picture or one second, rounded up. */
function priceOfOne(card: RateCard, tool: string, model: string, quality: Quality): number {
  const lines = card.prices
    .filter((line) => line.tool === tool)
    .filter((line) => line.model === undefined || line.model === model)
    .filter((line) => line.quality === undefined || line.quality === quality);
  const line =
    lines.find((one) => one.model !== undefined && one.quality !== undefined) ??
    lines.find((one) => one.model !== undefined) ??
    lines.find((one) => one.quality !== undefined) ??
    lines[0];
  return line === undefined ? Number.POSITIVE_INFINITY : Math.ceil(line.credits / line.per);
}

const cheapest = new WeakMap<RateCard, number>();

/** What the cheapest metered output of the card costs: one picture, or one second. */
export function cheapestOutput(card: RateCard): number {
  const known = cheapest.get(card);
  if (known !== undefined) return known;
  let least = Number.POSITIVE_INFINITY;
  for (const tool of card.tools) {
    for (const model of card.models.filter(({ tools }) => tools.includes(tool.id))) {
      for (const quality of model.qualities) {
        const free = tool.metering === 'quality' ? quality === 'basic' : tool.metering === 'free';
        if (!free) least = Math.min(least, priceOfOne(card, tool.id, model.id, quality));
      }
    }
  }
  cheapest.set(card, least);
  return least;
}
