import type { Instant } from '../instant';
import type { Account, Units } from './account';
import { crossMonth, nextMonthAt } from './cross-month';

/**
 * The units that renew when the next month starts, as they are then: without those that were cancelled, that the
 * plan of then does not offer, or whose seat was removed (A11–A14); null while no plan runs.
 */
export function nextUnits(
  account: Account,
): { readonly at: Instant; readonly units: readonly Units[] } | null {
  const at = nextMonthAt(account);
  if (at === null) return null;
  return { at, units: crossMonth(account).account.subscription?.units ?? [] };
}
