import type { OrderRefusal } from './order-refusal';
import type { Step } from './step';

/** What became of an order: what it does, or why it can't be placed. */
export type Placed =
  | { readonly kind: 'placed'; readonly step: Step }
  | { readonly kind: 'refused'; readonly refusal: OrderRefusal };

export function refused(refusal: OrderRefusal): Placed {
  return { kind: 'refused', refusal };
}
