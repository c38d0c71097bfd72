import { assertNever } from '../../assert-never';
import type { Rollover } from '../card/rate-card';
import { type Credits, credits } from '../credits';
import type { Instant } from '../instant';
import type { GrantCause } from '../lots/entry';
import { type LotTerms, noExpiry } from '../lots/lot';
import { type Account, monthStart, type Subscription } from './account';
import type { InvoiceLine } from './invoice-line';

/** Credit that comes, and from which turn of the cycle or which order (B7). */
export type Grant = { readonly terms: LotTerms; readonly cause: GrantCause };

/** Which credit lapses at an instant besides what has come to its date. */
export type Lapse =
  /** A grant period starts: older base credit goes by the rule of the plan that ran until now (B6). */
  | { readonly kind: 'period'; readonly rollover: Rollover }
  /** The plan has ended: all base and add-on credit goes (A13). */
  | { readonly kind: 'end' };

/** What an order or the start of a month does, all at one instant. */
export type Step = {
  readonly at: Instant;
  readonly account: Account;
  readonly lapse: Lapse | null;
  readonly grants: readonly Grant[];
  readonly lines: readonly InvoiceLine[];
};

/** A step that only changes the account. */
export function quietStep(at: Instant, account: Account): Step {
  return { at, account, lapse: null, grants: [], lines: [] };
}

/** When base credit of the running grant period lapses: at its end, later by the plan's rollover, or never (A8, B6). */
export function baseExpiry(account: Account, subscription: Subscription): Instant {
  return expiryBy(subscription.terms.rollover, account, subscription);
}

/** When credit that comes now lapses by a rollover rule. */
export function expiryBy(
  rollover: Rollover,
  account: Account,
  subscription: Subscription,
): Instant {
  const { periodStart, terms } = subscription;
  const afterPeriods = (count: number) =>
    monthStart(account, subscription, periodStart + terms.grant.everyMonths * count);
  switch (rollover.kind) {
    case 'none':
      return afterPeriods(1);
    case 'cycles':
      return afterPeriods(1 + rollover.cycles);
    case 'all':
    case 'capped':
      return noExpiry;
    default:
      return assertNever(rollover);
  }
}

/** The credits of all grants together. */
export function granted(grants: readonly Grant[]): Credits {
  return credits(grants.reduce((total, grant) => total + grant.terms.granted, 0));
}
