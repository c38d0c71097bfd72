import { isDeepStrictEqual } from 'node:util';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Wish } from '../../src-shared/billing/plan/order';
import type { Cadence, Contract } from '../../src-shared/billing/plan/plan-terms';
import type { Refusal } from '../../src-shared/refusal';
import { keepCard, type OrderPorts, placeOrder, planOrder } from './place-order';

/** The first order of every workspace. */
export const beginOrderId = 'begin';

/** What the person chose on the welcome screen. */
export type FirstChoice = {
  readonly cardId: string;
  readonly planId: string;
  readonly cadence: Cadence;
  readonly timeZone: string;
  /** How many seats a per-seat plan starts with; 1 when left out. */
  readonly seats?: number | undefined;
  readonly contract?: Contract | null | undefined;
};

/**
 * Starts the plan now, with its first bill and its first grant. It happens once: the same choice again changes
 * nothing, another one is refused.
 */
export function beginWorkspace(
  ports: OrderPorts,
  cards: readonly RateCard[],
  choice: FirstChoice,
): Refusal | null {
  const begun = ports.plans.orders.order(beginOrderId);
  if (begun !== null && begun.wish.kind === 'start-plan') {
    const { card, planId } = begun.wish;
    if (isSameChoice(begun.wish, choice)) return null;
    return { code: 'workspace-already-begun', cardId: card.id, planId };
  }
  const card = cards.find((candidate) => candidate.id === choice.cardId);
  if (card === undefined) {
    return { code: 'card-unknown', cardId: choice.cardId, known: cards.map(({ id }) => id) };
  }
  keepCard(ports, card);
  const { planId, cadence, timeZone, seats = 1, contract = null } = choice;
  const { id, version } = card;
  const wish: Wish = {
    kind: 'start-plan',
    card: { id, version },
    planId,
    cadence,
    timeZone,
    seats,
    contract,
  };
  // A first choice that can't be is not remembered: the person chooses again under the same id.
  const planned = planOrder(ports, beginOrderId, wish);
  if (planned.kind === 'refused') return planned.refusal;
  placeOrder(ports, { orderId: beginOrderId, wish, accepted: null });
  return null;
}

/** Where the workspace is may be told otherwise by another computer; all else was chosen. */
function isSameChoice(
  { card, planId, cadence, seats, contract }: Extract<Wish, { kind: 'start-plan' }>,
  choice: FirstChoice,
): boolean {
  return (
    card.id === choice.cardId &&
    planId === choice.planId &&
    cadence === choice.cadence &&
    seats === (choice.seats ?? 1) &&
    isDeepStrictEqual(contract, choice.contract ?? null)
  );
}
