import { nextBoundaryAt } from '../../src-shared/billing/subscription';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { BillingTime } from './watermark';
import type { Workspace } from './workspace-store';

/** A clock that is set right by less than this, in milliseconds, is nothing to speak of. */
const worthSaying = 1000;

/** The workspace as those behind the contract may know it. */
export function workspaceStateOf(workspace: Workspace | null, time: BillingTime): WorkspaceState {
  if (workspace === null) return { kind: 'new' };
  const { card, subscription, grantedCycles } = workspace;
  const behind = time.behind();
  return {
    kind: 'begun',
    card,
    planId: subscription.planId,
    cadence: subscription.cadence,
    timeZone: subscription.timeZone,
    begunAt: subscription.anchor,
    renewal: {
      at: nextBoundaryAt(subscription, grantedCycles),
      credits: subscription.grant.credits,
    },
    clockBehind: behind < worthSaying ? 0 : behind,
  };
}
