import { sql } from 'kysely';
import { credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { InvoiceLine } from '../../src-shared/billing/plan/invoice-line';
import { chainHash, noHash } from '../ledger/chain';
import type { InvoiceLineRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

export type InvoiceStore = ReturnType<typeof prepareInvoices>;

/** What was billed, only ever added to. Writing belongs inside `write`. */
export function prepareInvoices(database: Database) {
  const lines = queries.selectFrom('invoice_line').selectAll();
  const all = prepare<Record<string, never>, InvoiceLineRow>(database, lines.orderBy('number'));
  const byOrder = prepare<{ first: string; end: string }, InvoiceLineRow>(
    database,
    lines.where('id', '>=', arg<string>('first')).where('id', '<', arg<string>('end')),
  );
  const byInstant = prepare<{ at: number }, InvoiceLineRow>(
    database,
    lines.where('at', '=', arg<number>('at')).where('kind', '=', sql.lit('plan' as const)),
  );
  const newest = prepare<Record<string, never>, InvoiceLineRow>(
    database,
    lines.orderBy('number', 'desc').limit(sql.lit(1)),
  );
  const insert = prepare<InvoiceLineRow, never>(
    database,
    queries.insertInto('invoice_line').values({
      number: arg('number'),
      id: arg('id'),
      at: arg('at'),
      kind: arg('kind'),
      name: arg('name'),
      seat: arg('seat'),
      quantity: arg('quantity'),
      cents: arg('cents'),
      credits: arg('credits'),
      subscription: arg('subscription'),
      cycle_starts_at: arg('cycle_starts_at'),
      cycle_ends_at: arg('cycle_ends_at'),
      hash: arg('hash'),
    }),
  );
  return {
    /** Every line, oldest first. */
    all: (): InvoiceLine[] => all.all({}).map(lineOf),
    /** What an order billed at once: the ids of its lines begin with its own and a colon. */
    ofOrder: (order: string): InvoiceLine[] =>
      byOrder.all({ first: `${order}:`, end: `${order};` }).map(lineOf),
    /** The first bill of the plan that was started at `at`. */
    ofStart: (at: Instant): InvoiceLine[] => byInstant.all({ at }).map(lineOf),
    add: (added: readonly InvoiceLine[]): void => {
      const last = added.length === 0 ? undefined : newest.get({});
      let number = last?.number ?? 0;
      let hash = last?.hash ?? noHash;
      for (const line of added) {
        number += 1;
        const row = rowOf(line, number);
        hash = hashLine(row, hash);
        insert.run({ ...row, hash });
      }
    },
  };
}

/** The hash of a line, chained to that of the line before. */
export function hashLine(row: Omit<InvoiceLineRow, 'hash'>, previous: Uint8Array): Buffer {
  return chainHash(
    [
      row.number,
      row.id,
      row.at,
      row.kind,
      row.name,
      row.seat,
      row.quantity,
      row.cents,
      row.credits,
      row.subscription,
      row.cycle_starts_at,
      row.cycle_ends_at,
    ],
    previous,
  );
}

function rowOf(line: InvoiceLine, number: number): Omit<InvoiceLineRow, 'hash'> {
  const { id, at, kind, name, seat, quantity, cents, subscription, cycle } = line;
  return {
    number,
    id,
    at,
    kind,
    name,
    seat,
    quantity,
    cents,
    credits: line.credits,
    subscription,
    cycle_starts_at: cycle.startsAt,
    cycle_ends_at: cycle.endsAt,
  };
}

export function lineOf(row: InvoiceLineRow): InvoiceLine {
  const { id, kind, name, seat, quantity, cents, subscription } = row;
  return {
    id,
    at: instant(row.at),
    kind,
    name,
    seat,
    quantity,
    cents,
    credits: credits(row.credits),
    subscription,
    cycle: { startsAt: instant(row.cycle_starts_at), endsAt: instant(row.cycle_ends_at) },
  };
}
