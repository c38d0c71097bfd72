import { addMonths, type BillingCycle, cycleAt } from './billing-cycle';
import type { Credits } from './credits';
import type { Entry } from './entry';
import type { Instant } from './instant';
import { hasExpired, type Lot, type LotTerms, type Wallet } from './lot';
import { planExpiry, planGrant } from './plan-entries';
import type { Plan } from './rate-card';

/** A running plan: what was chosen, and the anchor from which all its dates are counted. */
export type Subscription = {
  readonly id: string;
  readonly planId: string;
  readonly cadence: 'monthly' | 'annual';
  readonly anchor: Instant;
  readonly timeZone: string;
  /** The wallets that get the base grant: one, or one for every seat. */
  readonly wallets: readonly Wallet[];
  /** Credits of each base grant, fixed when the plan was started: a later card changes no running plan. */
  readonly grant: { readonly credits: Credits; readonly everyMonths: 1 | 12 };
};

/** How often a plan grants, and how much; null when the plan has no such cadence or needs a contract. */
export function grantOf(
  plan: Plan,
  cadence: Subscription['cadence'],
): Subscription['grant'] | null {
  const grant = plan[cadence]?.grant;
  if (grant === undefined || grant.kind !== 'fixed') return null;
  return { credits: grant.credits, everyMonths: grant.everyMonths };
}

/** The lots of one turn of a subscription (A6, A7, B3, B4): they lapse where the next turn starts (A8). */
export function lotsOfCycle(subscription: Subscription, cycle: BillingCycle): LotTerms[] {
  return subscription.wallets.map((wallet) => ({
    id: `${subscription.id}:${cycle.index}:base:${wallet.id}`,
    wallet,
    source: 'base',
    startsAt: cycle.startsAt,
    expiresAt: cycle.endsAt,
    granted: subscription.grant.credits,
  }));
}

/** What happens at one instant: lots that lapse, then grants of the turn that starts. */
export type Boundary = {
  readonly at: Instant;
  readonly cycle: BillingCycle;
  readonly entries: readonly Entry[];
};

/** When the turn after `grantedCycles` turns starts. */
export function nextBoundaryAt(subscription: Subscription, grantedCycles: number): Instant {
  const { anchor, grant, timeZone } = subscription;
  return addMonths(anchor, grantedCycles * grant.everyMonths, timeZone);
}

/**
 * The first boundary that is due by `until` and not yet done: the first turn's grant, or the next
 * turn of the cycle with the lapse of what was left. Null when all is done. Run it, write it, ask
 * again: boundaries come in true order, each at its own instant, however long Tally slept.
 */
export function nextBoundary(
  subscription: Subscription,
  grantedCycles: number,
  lots: readonly Lot[],
  until: Instant,
): Boundary | null {
  const { anchor, grant, timeZone } = subscription;
  const cycle = cycleAt(anchor, grant.everyMonths, timeZone, grantedCycles);
  if (cycle.startsAt > until) return null;
  const lapsed = lots
    .filter((lot) => hasExpired(lot, cycle.startsAt))
    .map(planExpiry)
    .filter((entry) => entry !== null);
  const grants = lotsOfCycle(subscription, cycle).map((terms) =>
    planGrant(terms, subscription.id, cycle.index),
  );
  return { at: cycle.startsAt, cycle, entries: [...lapsed, ...grants] };
}
