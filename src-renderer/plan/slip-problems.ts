import type { OrderWish } from '../../src-shared/contract/plan';
import { describeRefusal, type Refusal } from '../../src-shared/refusal';

/** A control of a slip that a refusal can belong to. */
export type SlipField = 'seats' | 'credits' | 'everyMonths' | 'priceCents' | 'count';

/** The control that a refusal belongs to; null where it belongs to the slip as a whole. */
function fieldOf(wish: OrderWish, refusal: Refusal): SlipField | null {
  switch (refusal.code) {
    case 'contract-invalid':
      return refusal.field;
    case 'seats-invalid':
      return wish.kind === 'start-plan' ? 'seats' : null;
    case 'unit-count-invalid':
      return 'count';
    default:
      return null;
  }
}

export function hasOwnField(wish: OrderWish, refusal: Refusal): boolean {
  return fieldOf(wish, refusal) !== null;
}

/** The sentence under one control of a slip; null where nothing is wrong with it. */
export function problemAt(
  wish: OrderWish,
  refusal: Refusal | null,
  field: SlipField,
): string | null {
  if (refusal === null || fieldOf(wish, refusal) !== field) return null;
  return describeRefusal(refusal);
}
