import { cycleAt } from '../../src-shared/billing/billing-cycle';
import { instant } from '../../src-shared/billing/instant';
import type { Entry } from '../../src-shared/billing/lots/entry';
import { planGrant } from '../../src-shared/billing/lots/plan-entries';
import type { Order } from '../../src-shared/billing/plan/order';
import { history } from '../../src-shared/billing/plan/unfold';
import type { Posted } from '../ledger/post-entries';
import type { WorkspaceRow } from '../store/schema';
import type { SettingStore } from '../store/settings';
import type { Database } from '../store/sqlite';
import { prepare, queries } from '../store/statements';
import { write } from '../store/write';
import { beginOrderId } from './begin-workspace';
import { preparePlans } from './plan-store';

/**
 * Makes the first order of a plan that was begun before there were orders, and the lines that were billed for it so
 * far. Its grants are in the ledger already, under the ids that the order gives them.
 */
export function adoptFirstPlan(
  database: Database,
  settings: SettingStore,
  post: (entries: readonly Entry[]) => Posted,
): void {
  const row = prepare<Record<string, never>, WorkspaceRow>(
    database,
    queries.selectFrom('workspace').selectAll(),
  ).get({});
  const plans = preparePlans(database, settings);
  if (row === undefined || plans.orders.order(beginOrderId) !== null) return;
  const order = firstOrder(row);
  const done = Math.max(0, row.granted_cycles - 1);
  const { startsAt } = cycleAt(order.at, row.grant_every_months, row.time_zone, done);
  write(database, () => {
    plans.orders.add(order);
    for (const step of history([order], startsAt, plans.cardAt)) {
      plans.invoices.add(step.lines);
      if (row.granted_cycles === 0) post(step.grants.map(planGrant));
    }
    plans.savePosition(startsAt);
  });
}

function firstOrder(row: WorkspaceRow): Order {
  return {
    id: beginOrderId,
    at: instant(row.anchor),
    wish: {
      kind: 'start-plan',
      card: { id: row.card_id, version: row.card_version },
      planId: row.plan_id,
      cadence: row.cadence,
      contract: null,
      seats: 1,
      timeZone: row.time_zone,
    },
  };
}
