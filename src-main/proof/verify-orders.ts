import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../src-shared/billing/instant';
import type { Entry } from '../../src-shared/billing/lots/entry';
import { planGrant } from '../../src-shared/billing/lots/plan-entries';
import type { InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import { type Order, orderOf } from '../../src-shared/billing/plan/order';
import { history } from '../../src-shared/billing/plan/unfold';
import { prepareCards } from '../billing-clock/card-store';
import { hashLine, lineOf } from '../billing-clock/invoice-store';
import { hashOrder } from '../billing-clock/order-store';
import { isSameHash, noHash } from '../ledger/chain';
import type { Break } from '../ledger/compare-balances';
import { entryOf } from '../ledger/entry-row';
import type { EntryRow, InvoiceLineRow, PlanOrderRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

/** So many steps are checked in one go. */
const stepsBetween = 200;

/**
 * Checks the chains of orders and invoice lines, then unfolds the orders anew up to `until`: each grant in the ledger and each
 * line billed must be exactly one that follows from them, and none may be missing (A6–A11, B3–B5, B7).
 */
export function* verifyOrders(database: Database, until: Instant): Generator<number, Break | null> {
  const kept = prepareReads(database);
  // What is ordered, billed or granted from now on is not looked at: it can't disturb what is.
  const [orderRows, lineRows, grantRows] = [kept.orders(), kept.lines(), kept.grants()];
  const brokenChain =
    findGap(orderRows, 'order', hashOrder) ??
    findGap(lineRows, 'invoice line', hashLine) ??
    findMistimed(orderRows, until);
  if (brokenChain !== null) return brokenChain;
  const grants = new Map(grantRows.map((row) => [row.id, row]));
  let [steps, lines] = [0, 0];
  try {
    const orders: Order[] = orderRows.map(orderOf);
    for (const step of history(orders, until, prepareCards(database).cardAt)) {
      for (const grant of step.grants) {
        const problem = takeGrant(grants, planGrant(grant));
        if (problem !== null) return problem;
      }
      for (const line of step.lines) {
        const problem = compareLine(lineRows[lines], line);
        if (problem !== null) return problem;
        lines += 1;
      }
      steps += 1;
      if (steps % stepsBetween === 0) yield steps;
    }
  } catch (error) {
    // What can't be read, or can't have been ordered, was not written by Tally.
    return { at: 'the orders', message: sentencePart(error) };
  }
  return findSurplus(grants, lineRows[lines]);
}

/** The first row that is not in its place or not what its hash was made of; null when all are. */
function findGap<Row extends { number: number; id: string; hash: Uint8Array }>(
  rows: readonly Row[],
  name: string,
  hashOf: (row: Row, previous: Uint8Array) => Buffer,
): Break | null {
  let previous = noHash;
  for (const [index, row] of rows.entries()) {
    const at = `${name} ${row.number} (${row.id})`;
    if (row.number !== index + 1) return { at, message: `${name} ${index + 1} is missing` };
    if (!isSameHash(hashOf(row, previous), row.hash)) {
      return { at, message: 'its content or its place was changed after it was written' };
    }
    previous = row.hash;
  }
  return null;
}

/** The first order that was not placed after the one before it, or for which the clock has not come far enough. */
function findMistimed(rows: readonly PlanOrderRow[], until: Instant): Break | null {
  let before = Number.NEGATIVE_INFINITY;
  for (const { number, id, at } of rows) {
    if (at < before || at > until) {
      return { at: `order ${number} (${id})`, message: 'it can’t have been placed at its time' };
    }
    before = at;
  }
  return null;
}

/** Takes a grant that follows from the orders out of those in the ledger; what differs is a break. */
function takeGrant(grants: Map<string, EntryRow>, expected: Entry): Break | null {
  const row = grants.get(expected.id);
  if (row === undefined) {
    return {
      at: 'the orders',
      message: `the grant ${expected.lotId} follows from them and is missing`,
    };
  }
  grants.delete(expected.id);
  if (isDeepStrictEqual(entryOf(row), expected)) return null;
  return { at: `entry ${row.number} (${row.id})`, message: 'it is not what the orders grant' };
}

function compareLine(row: InvoiceLineRow | undefined, expected: InvoiceLine): Break | null {
  if (row === undefined) {
    return {
      at: 'the invoices',
      message: `the line ${expected.id} follows from the orders and is missing`,
    };
  }
  if (isDeepStrictEqual(lineOf(row), expected)) return null;
  return {
    at: `invoice line ${row.number} (${row.id})`,
    message: `the orders bill ${expected.id} here, and otherwise`,
  };
}

/** Credit or a bill that follows from no order and no cycle (B7); null when there is none. */
function findSurplus(
  grants: ReadonlyMap<string, EntryRow>,
  line: InvoiceLineRow | undefined,
): Break | null {
  const [grant] = grants.values();
  if (grant !== undefined) {
    const at = `entry ${grant.number} (${grant.id})`;
    return { at, message: 'it grants credit that follows from no order and no cycle' };
  }
  if (line === undefined) return null;
  return { at: `invoice line ${line.number} (${line.id})`, message: 'it follows from no order' };
}

function sentencePart(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  return `they can’t be unfolded (${error.message})`;
}

function prepareReads(database: Database) {
  const orders = prepare<Record<string, never>, PlanOrderRow>(
    database,
    queries.selectFrom('plan_order').selectAll().orderBy('number'),
  );
  const lines = prepare<Record<string, never>, InvoiceLineRow>(
    database,
    queries.selectFrom('invoice_line').selectAll().orderBy('number'),
  );
  const grants = prepare<{ kind: EntryRow['kind'] }, EntryRow>(
    database,
    queries
      .selectFrom('entry')
      .selectAll()
      .where('kind', '=', arg<EntryRow['kind']>('kind'))
      .orderBy('number'),
  );
  return {
    orders: () => orders.all({}),
    lines: () => lines.all({}),
    grants: () => grants.all({ kind: 'grant' }),
  };
}
