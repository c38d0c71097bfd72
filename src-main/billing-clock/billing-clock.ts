import type { Entry } from '../../src-shared/billing/entry';
import type { Instant } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lot';
import { nextBoundary, nextBoundaryAt } from '../../src-shared/billing/subscription';
import type { Posted } from '../ledger/post-entries';
import type { Database } from '../store/sqlite';
import { write } from '../store/write';
import type { BillingTime } from './watermark';
import type { WorkspaceStore } from './workspace-store';

export type BillingClockPorts = {
  readonly database: Database;
  readonly workspace: WorkspaceStore;
  readonly time: BillingTime;
  readonly liveLots: () => Lot[];
  readonly post: (entries: readonly Entry[]) => Posted;
};

export type BillingClock = {
  /** Crosses every boundary that is due by now; answers how many. Cheap when none is. */
  catchUp(): number;
  /** When the next boundary is due; null before the workspace has begun. */
  nextDue(): Instant | null;
};

/**
 * Does what has fallen due, boundary by boundary in true order, each in one transaction at its own
 * instant: lapse, then grant (A7, A8, B3, B4). Months of sleep are caught up the same way.
 */
export function startBillingClock(ports: BillingClockPorts): BillingClock {
  const { workspace, time } = ports;
  let due: Instant | null = null;
  const nextDue = () => {
    const current = workspace.read();
    due ??= current && nextBoundaryAt(current.subscription, current.grantedCycles);
    return due;
  };
  const catchUp = () => {
    const until = time.now();
    let crossed = 0;
    for (let at = nextDue(); at !== null && at <= until; at = nextDue()) {
      crossBoundary(ports, until);
      due = null;
      crossed += 1;
    }
    return crossed;
  };
  return { catchUp, nextDue };
}

function crossBoundary(ports: BillingClockPorts, until: Instant): void {
  const current = ports.workspace.read();
  if (current === null) return;
  const { subscription, grantedCycles } = current;
  const boundary = nextBoundary(subscription, grantedCycles, ports.liveLots(), until);
  if (boundary === null) return;
  write(ports.database, () => {
    ports.post(boundary.entries);
    ports.workspace.markGranted(boundary.cycle.index + 1);
    ports.time.keep();
  });
}
