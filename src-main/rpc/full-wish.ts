import { assertNever } from '../../src-shared/assert-never';
import type { Wish } from '../../src-shared/billing/plan/order';
import type { CardRef } from '../../src-shared/billing/plan/plan-terms';
import type { OrderWish } from '../../src-shared/contract/plan';

/** A wish with what Tally adds to it: the card of the day, the buyer's seat, the time zone. */
export function fullWish(
  asked: OrderWish,
  {
    card: { id, version },
    seat,
    timeZone,
  }: { readonly card: CardRef; readonly seat: string; readonly timeZone: string },
): Wish {
  const card = { id, version };
  switch (asked.kind) {
    case 'start-plan':
      return { ...asked, card, timeZone };
    case 'change-plan':
      return { ...asked, card };
    case 'buy-units':
    case 'buy-pack':
      return { ...asked, card, seat };
    case 'end-plan':
    case 'keep-plan':
    case 'add-seat':
    case 'remove-seat':
    case 'cancel-units':
    case 'keep-units':
      return asked;
    default:
      return assertNever(asked);
  }
}
