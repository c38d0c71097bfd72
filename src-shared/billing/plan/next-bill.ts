import type { Instant } from '../instant';
import { type Account, activeSeats, cycleBounds } from './account';

/** The next bill of the plan itself, for all seats; null when the plan ends before. Cents null where the card names no price. */
export function nextBill(
  account: Account,
): { readonly at: Instant; readonly cents: number | null } | null {
  const { subscription } = account;
  if (subscription === null || subscription.waiting?.kind === 'end') return null;
  const { waiting } = subscription;
  const terms = waiting?.kind === 'change' ? waiting.terms : subscription.terms;
  const seats = Math.min(activeSeats(account).length, terms.room);
  const cents = terms.priceCents === null ? null : terms.priceCents * seats;
  return { at: cycleBounds(account, subscription).endsAt, cents };
}
