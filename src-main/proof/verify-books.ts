import { genesisFor, noHash } from '../../scripts/proof/chain.mjs';
import { preparePlans } from '../billing-clock/plan-store';
import type { Break } from '../ledger/compare-balances';
import { verifyEntries } from '../ledger/verify-entries';
import type { Identity } from '../store/identity';
import { prepareSettings } from '../store/settings';
import type { Database } from '../store/sqlite';
import { verifyOrders } from './verify-orders';

/**
 * Replays the whole ledger, its orders and its invoices in one go, as when an older state of them comes back; the first
 * break, or null when all agree.
 */
export function verifyBooks(database: Database, identity: Identity): Break | null {
  const forged = verifyIdentity(identity);
  if (forged !== null) return forged;
  const entries = ended(verifyEntries(database));
  if (entries.kind === 'broken') return { at: entries.at, message: entries.message };
  const { position } = preparePlans(database, prepareSettings(database));
  return ended(verifyOrders(database, position()));
}

/** Whether the ledger's first entry is chained to this very identity; null when it is. */
export function verifyIdentity({
  workspaceId,
  createdAt,
  testClock,
  genesis,
}: Identity): Break | null {
  const isOlder = Buffer.from(genesis).equals(noHash) && !testClock;
  const made = genesisFor({ workspaceId, createdAt, testClock });
  if (isOlder || made.equals(genesis)) return null;
  return { at: 'the workspace’s identity', message: 'it was changed after the ledger was begun' };
}

function ended<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
