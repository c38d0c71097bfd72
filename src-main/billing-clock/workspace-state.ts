import { nextGrant } from '../../src-shared/billing/plan/next-grant';
import { renewalsWithin } from '../../src-shared/billing/plan/order-words';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { PlanStore } from './plan-store';
import type { BillingTime } from './watermark';

/** A clock that is set right by less than this, in milliseconds, is nothing to speak of. */
const worthSaying = 1000;
/** How many days before a renewal it is told (A14). */
const daysAhead = 7;

/** The workspace as those behind the contract may know it. */
export function workspaceStateOf(
  plans: PlanStore,
  time: BillingTime,
  testClock: boolean,
): WorkspaceState {
  const account = plans.account();
  const card = plans.cardInUse(time.now());
  const begun = plans.orders.before(Number.MAX_SAFE_INTEGER, 1).length > 0;
  if (card === null || !begun) return { kind: 'new' };
  const { subscription } = account;
  const behind = time.behind();
  const seatId = plans.workingSeat();
  const seat = account.seats.find(({ id }) => id === seatId);
  const grant = nextGrant(account);
  return {
    kind: 'begun',
    card,
    planId: subscription?.terms.planId ?? null,
    cadence: subscription?.terms.cadence ?? null,
    timeZone: account.timeZone,
    begunAt: account.begunAt,
    seat: { id: seatId, name: seat?.name ?? '' },
    testClock,
    renewal: grant && { at: grant.at, credits: grant.creditsEach },
    renewsSoon: renewalsWithin(account, card, daysAhead, time.now()),
    clockBehind: behind < worthSaying ? 0 : behind,
  };
}
