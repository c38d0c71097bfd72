import { assertNever } from '../../src-shared/assert-never';
import type { OrderPreview, OrderWish } from '../../src-shared/contract/plan';

/** The order that takes another one back, and what it is called on its button. */
type Undo = { readonly label: string; readonly wish: OrderWish };

/** How an order can be taken back; null where it can't: what was bought stays bought (A12, B7). */
export function undoOf(wish: OrderWish, preview: OrderPreview): Undo | null {
  switch (wish.kind) {
    case 'end-plan':
      return { label: 'Keep the plan', wish: { kind: 'keep-plan' } };
    case 'change-plan':
      return preview.effect === 'at-cycle-end'
        ? { label: 'Take it back', wish: { kind: 'keep-plan' } }
        : null;
    case 'cancel-units': {
      const { unit, count } = wish;
      return { label: 'Keep them', wish: { kind: 'keep-units', unit, count } };
    }
    case 'remove-seat':
      return { label: 'Add it again', wish: { kind: 'add-seat', seat: wish.seat, name: '' } };
    case 'start-plan':
    case 'keep-plan':
    case 'add-seat':
    case 'buy-units':
    case 'keep-units':
    case 'buy-pack':
      return null;
    default:
      return assertNever(wish);
  }
}
