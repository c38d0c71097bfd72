import { assertNever } from '../../src-shared/assert-never';
import { credits } from '../../src-shared/billing/credits';
import { sumOfCents } from '../../src-shared/billing/plan/invoice-line';
import type { Wish } from '../../src-shared/billing/plan/order';
import type { OrderRecord } from '../../src-shared/contract/plan';
import type { NumberedOrder } from './order-store';
import type { PlanStore } from './plan-store';

/** An order as it is listed: what was ordered, and what it billed and brought at once. */
export function orderRecordOf(plans: PlanStore, order: NumberedOrder): OrderRecord {
  const lines = plans.invoices.ofOrder(order.id);
  const started = order.wish.kind === 'start-plan' ? plans.invoices.ofStart(order.at) : [];
  const all = [...lines, ...started];
  return {
    number: order.number,
    id: order.id,
    at: order.at,
    kind: order.wish.kind,
    words: wordsOf(plans, order.wish, lines.length > 0),
    cents: sumOfCents(all.map((line) => line.cents)),
    credits: credits(all.reduce((total, line) => total + line.credits, 0)),
  };
}

function wordsOf(plans: PlanStore, wish: Wish, billedAtOnce: boolean): string {
  switch (wish.kind) {
    case 'start-plan':
      return `Started ${planName(plans, wish)} (${wish.cadence})${wish.seats > 1 ? ` with ${wish.seats} seats` : ''}`;
    case 'change-plan':
      return billedAtOnce
        ? `Changed to ${planName(plans, wish)} (${wish.cadence}) at once`
        : `Chose ${planName(plans, wish)} (${wish.cadence}) from the end of the cycle on`;
    case 'end-plan':
      return 'Ended the plan with its cycle';
    case 'keep-plan':
      return 'Took back what waited for the end of the cycle';
    case 'add-seat':
      return wish.seat === null
        ? `Added a seat${wish.name === '' ? '' : ` for ${wish.name}`}`
        : `Added ${seatName(plans, wish.seat)} again`;
    case 'remove-seat':
      return `Removed ${seatName(plans, wish.seat)}`;
    case 'buy-units':
      return `Bought ${wish.count} × ${addOnName(plans, wish)}`;
    case 'cancel-units':
      return `Cancelled ${unitsText(wish.count)}`;
    case 'keep-units':
      return `Kept ${unitsText(wish.count)} after all`;
    case 'buy-pack':
      return `Bought ${plans.cardAt(wish.card).packs.find(({ id }) => id === wish.packId)?.name ?? wish.packId}`;
    case 'use-card':
      return `Took up version ${wish.card.version} of the rate card`;
    default:
      return assertNever(wish);
  }
}

/** What the lead calls a seat, or its id. */
function seatName(plans: PlanStore, seat: string): string {
  const name = plans.account().seats.find(({ id }) => id === seat)?.name ?? '';
  return name === '' ? seat : `${name} (${seat})`;
}

function planName(
  plans: PlanStore,
  { card, planId }: Extract<Wish, { kind: 'start-plan' | 'change-plan' }>,
): string {
  return plans.cardAt(card).plans.find(({ id }) => id === planId)?.name ?? planId;
}

function addOnName(
  plans: PlanStore,
  { card, addOnId }: Extract<Wish, { kind: 'buy-units' }>,
): string {
  return plans.cardAt(card).addOns.find(({ id }) => id === addOnId)?.name ?? addOnId;
}

function unitsText(count: number): string {
  return count === 1 ? 'a unit' : `${count} units`;
}
