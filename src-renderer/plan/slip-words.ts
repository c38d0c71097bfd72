import { assertNever } from '../../src-shared/assert-never';
import type { InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import type { OrderPreview, OrderWish, PlanState } from '../../src-shared/contract/plan';
import { formatMoney, formatNumberOf } from '../ui/figures';
import { seatName } from '../ui/plan-words';

/** A seat that can be named. */
export type Named = { readonly id: string; readonly name: string };

/** What a slip is headed with. */
export function titleOf(wish: OrderWish, plan: PlanState | null): string {
  switch (wish.kind) {
    case 'start-plan':
      return `Start ${planName(plan, wish.planId)}`;
    case 'change-plan':
      return `Change to ${planName(plan, wish.planId)}`;
    case 'end-plan':
      return 'End the plan';
    case 'keep-plan':
      return 'Keep the plan as it is';
    case 'add-seat':
      return wish.seat === null
        ? 'Add a seat'
        : `Add ${seatOf(plan?.seats ?? [], wish.seat)} again`;
    case 'remove-seat':
      return `Remove ${seatOf(plan?.seats ?? [], wish.seat)}`;
    case 'buy-units':
      return `Buy ${plan?.addOns.find(({ id }) => id === wish.addOnId)?.name ?? 'units'}`;
    case 'cancel-units':
      return `Cancel ${unitsName(plan, wish.unit)}`;
    case 'keep-units':
      return `Keep ${unitsName(plan, wish.unit)}`;
    case 'buy-pack':
      return `Buy ${plan?.packs.find(({ pack }) => pack.id === wish.packId)?.pack.name ?? 'a pack'}`;
    default:
      return assertNever(wish);
  }
}

/** What its button says before the price. */
function deedOf(wish: OrderWish): string {
  switch (wish.kind) {
    case 'start-plan':
      return 'Start';
    case 'change-plan':
      return 'Change';
    case 'end-plan':
      return 'End the plan';
    case 'keep-plan':
      return 'Keep it as it is';
    case 'add-seat':
      return 'Add the seat';
    case 'remove-seat':
      return 'Remove the seat';
    case 'buy-units':
      return `Buy ${formatNumberOf(wish.count, 'unit')}`;
    case 'cancel-units':
      return `Cancel ${formatNumberOf(wish.count, 'unit')}`;
    case 'keep-units':
      return `Keep ${formatNumberOf(wish.count, 'unit')}`;
    case 'buy-pack':
      return 'Buy the pack';
    default:
      return assertNever(wish);
  }
}

/** The button's words with the price on it; `day` is when it takes effect. */
export function buttonWords(wish: OrderWish, preview: OrderPreview, day: string): string {
  const deed = deedOf(wish);
  if (preview.lines.length > 0) {
    return `${deed} · ${formatMoney(preview.cents) ?? 'price not on the card'}`;
  }
  if (preview.effect === 'at-cycle-end') return `${deed} on ${day} · nothing billed now`;
  return `${deed} · nothing billed`;
}

/** Whether the button takes something away. */
export function takesAway(wish: OrderWish): boolean {
  return wish.kind === 'end-plan' || wish.kind === 'remove-seat' || wish.kind === 'cancel-units';
}

/** What a line of a bill is for. */
export function lineWords(line: InvoiceLine, seats: readonly Named[]): string {
  switch (line.kind) {
    case 'plan':
      return `${line.name} plan${seatsOf(line.quantity)}`;
    case 'upgrade':
      return `Upgrade to ${line.name}${seatsOf(line.quantity)}`;
    case 'seat':
      return `${seatOf(seats, line.seat ?? '')} on ${line.name}`;
    case 'units':
      return `${line.quantity} × ${line.name}, ${walletWords(seats, line.seat)}`;
    case 'pack':
      return `${line.name}, ${walletWords(seats, line.seat)}`;
    default:
      return assertNever(line.kind);
  }
}

/** Whose the credit is: a seat's own, or everybody's. */
export function walletWords(seats: readonly Named[], seat: string | null): string {
  return seat === null ? 'shared by all seats' : `for ${seatOf(seats, seat)}`;
}

function planName(plan: PlanState | null, planId: string): string {
  return plan?.plans.find((offer) => offer.planId === planId)?.name ?? planId;
}

function seatOf(seats: readonly Named[], id: string): string {
  return seatName(seats.find((seat) => seat.id === id) ?? { id, name: '' });
}

function unitsName(plan: PlanState | null, unit: string): string {
  return plan?.units.find((each) => each.unit === unit)?.name ?? 'units';
}

function seatsOf(quantity: number): string {
  return quantity === 1 ? '' : `, ${formatNumberOf(quantity, 'seat')}`;
}
