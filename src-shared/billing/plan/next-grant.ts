import type { Credits } from '../credits';
import type { Instant } from '../instant';
import { type Account, monthStart } from './account';
import { cycleMonths, type PlanTerms } from './plan-terms';

/** The next time base credit comes to each active seat; null when none comes any more (A7, B3, B4). */
export function nextGrant(
  account: Account,
): { readonly at: Instant; readonly creditsEach: Credits } | null {
  const { subscription } = account;
  if (subscription === null) return null;
  const { periodStart, cycleStart, terms, waiting } = subscription;
  const month = periodStart + terms.grant.everyMonths;
  const startsCycle = month === cycleStart + cycleMonths(terms.cadence);
  if (startsCycle && waiting?.kind === 'end') return null;
  const then: PlanTerms = startsCycle && waiting?.kind === 'change' ? waiting.terms : terms;
  return { at: monthStart(account, subscription, month), creditsEach: then.grant.credits };
}
