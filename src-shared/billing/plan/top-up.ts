import { shortfall } from '../credits';
import { type Account, cycleBounds, type Seat, type Subscription, seatWallet } from './account';
import { shareOfPrice } from './invoice-line';
import type { Order } from './order';
import { baseExpiry, type Grant } from './step';

/** What brings a seat to the full allowance of a plan's terms, and to its full price. */
export type TopUp = {
  /** The seat as it is then. */
  readonly seat: Seat;
  readonly grants: readonly Grant[];
  readonly cents: number | null;
  readonly cycle: { readonly startsAt: Order['at']; readonly endsAt: Order['at'] };
};

/**
 * Grants what the running period's allowance lacks, and bills what the cycle's price lacks: so a seat
 * has one full allowance a period, however often it is removed, added or upgraded.
 */
export function topUp(
  account: Account,
  subscription: Subscription,
  seat: Seat,
  order: Order,
  share: { readonly left: number; readonly of: number },
): TopUp {
  const { terms } = subscription;
  const missing = shortfall(terms.grant.credits, seat.granted);
  const grant: Grant = {
    terms: {
      id: `${order.id}:base:${seat.id}`,
      wallet: seatWallet(seat.id),
      source: 'base',
      startsAt: order.at,
      expiresAt: baseExpiry(account, subscription),
      granted: missing,
    },
    cause: { kind: 'order', order: order.id },
  };
  const { priceCents } = terms;
  const billedCents = seat.billed === null ? 0 : seat.billed.cents;
  return {
    seat: {
      ...seat,
      active: true,
      granted: missing > 0 ? terms.grant.credits : seat.granted,
      billed: { cents: dearer(priceCents, billedCents), byTermsNow: true },
    },
    grants: missing > 0 ? [grant] : [],
    // Billed by these very terms already it owes nothing more, also where nobody knows how much that is.
    cents: seat.billed?.byTermsNow === true ? 0 : shareOfPrice(priceCents, billedCents, share),
    cycle: cycleBounds(account, subscription),
  };
}

/** A price that is not known stays unknown: what follows from it can't be billed. */
function dearer(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : Math.max(left, right);
}
