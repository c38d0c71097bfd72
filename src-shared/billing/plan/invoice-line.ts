import { type Credits, shareOf } from '../credits';
import type { Instant } from '../instant';

export const invoiceKinds = ['plan', 'seat', 'upgrade', 'units', 'pack'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

/**
 * What was billed, when, for which cycle and why. Tally takes no payment: a line tells what the
 * service asks for. Lines are only ever added.
 */
export type InvoiceLine = {
  /** Derives from what caused it, so that a repeat is the same line. */
  readonly id: string;
  readonly at: Instant;
  readonly kind: InvoiceKind;
  /** What was bought, in the card's words: a plan, an add-on, a pack. */
  readonly name: string;
  /** The seat that it is for; null for a plan's renewal and for the pool. */
  readonly seat: string | null;
  readonly quantity: number;
  /** Cents for all of it; null where the card names no price. */
  readonly cents: number | null;
  /** Credits that came with it. */
  readonly credits: Credits;
  /** The billing cycle that it belongs to. */
  readonly subscription: string;
  readonly cycle: { readonly startsAt: Instant; readonly endsAt: Instant };
};

/** `price × share`, rounded up to a cent; null as soon as a figure is not known. */
export function shareOfPrice(
  newCents: number | null,
  billedCents: number | null,
  share: { readonly left: number; readonly of: number },
): number | null {
  if (newCents === null || billedCents === null) return null;
  return shareOf(Math.max(0, newCents - billedCents), share.left, share.of);
}

/** The sum of prices; null as soon as one is not known. */
export function sumOfCents(prices: readonly (number | null)[]): number | null {
  let total = 0;
  for (const price of prices) {
    if (price === null) return null;
    total += price;
  }
  return total;
}
