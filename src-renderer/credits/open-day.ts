import { dayOf } from '../../src-shared/billing/billing-cycle';
import { creditsStore } from '../stores/credits';
import { insightStore } from '../stores/insight';
import { workspaceStore } from '../stores/workspace';

/** Shows the balance of today, from where any day of the past can be chosen; nothing while it is not known. */
export function openToday(): void {
  const { balance } = creditsStore.getState();
  const { workspace } = workspaceStore.getState();
  if (balance === null || workspace?.kind !== 'begun') return;
  insightStore.getState().open({ kind: 'day', day: dayOf(balance.at, workspace.timeZone) });
}
