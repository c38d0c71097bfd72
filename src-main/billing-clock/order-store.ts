import { sql } from 'kysely';
import { type Order, orderOf, type Wish } from '../../src-shared/billing/plan/order';
import type { Refusal } from '../../src-shared/refusal';
import { chainHash, noHash } from '../ledger/chain';
import type { PlanOrderRow, RefusedOrderRow } from '../store/schema';
import type { Database } from '../store/sqlite';
import { arg, prepare, queries } from '../store/statements';

/** An order with its place among all orders, from 1. */
export type NumberedOrder = Order & { readonly number: number };

export type OrderStore = ReturnType<typeof prepareOrders>;

/** What was ordered, only ever added to. Writing belongs inside `write`. */
export function prepareOrders(database: Database) {
  const { all, byId, page, newest, refusedById } = prepareReads(database);
  const { insert, insertRefused } = prepareWrites(database);
  return {
    /** Every order, oldest first. */
    all: (): NumberedOrder[] => all.all({}).map(numbered),
    order: (id: string): NumberedOrder | null => {
      const row = byId.get({ id });
      return row === undefined ? null : numbered(row);
    },
    /** Orders before a number, newest first. */
    before: (number: number, limit: number): NumberedOrder[] =>
      page.all({ before: number, limit }).map(numbered),
    refused: (id: string): { wish: Wish; refusal: Refusal } | null => {
      const row = refusedById.get({ id });
      if (row === undefined) return null;
      const refusal = JSON.parse(row.refusal_json) as Refusal;
      return { wish: orderOf(row).wish, refusal };
    },
    add: (order: Order): NumberedOrder => {
      const last = newest.get({});
      const number = (last?.number ?? 0) + 1;
      const row = { number, id: order.id, at: order.at, wish_json: JSON.stringify(order.wish) };
      insert.run({ ...row, hash: hashOrder(row, last?.hash ?? noHash) });
      return { ...order, number };
    },
    addRefused: (order: Order, refusal: Refusal): void => {
      const { id, at, wish } = order;
      const wish_json = JSON.stringify(wish);
      insertRefused.run({ id, at, wish_json, refusal_json: JSON.stringify(refusal) });
    },
  };
}

/** The hash of an order, chained to that of the order before. */
export function hashOrder(row: Omit<PlanOrderRow, 'hash'>, previous: Uint8Array): Buffer {
  return chainHash([row.number, row.id, row.at, row.wish_json], previous);
}

function numbered(row: PlanOrderRow): NumberedOrder {
  return { ...orderOf(row), number: row.number };
}

function prepareReads(database: Database) {
  const orders = queries.selectFrom('plan_order').selectAll();
  return {
    all: prepare<Record<string, never>, PlanOrderRow>(database, orders.orderBy('number')),
    byId: prepare<{ id: string }, PlanOrderRow>(
      database,
      orders.where('id', '=', arg<string>('id')),
    ),
    page: prepare<{ before: number; limit: number }, PlanOrderRow>(
      database,
      orders
        .where('number', '<', arg<number>('before'))
        .orderBy('number', 'desc')
        .limit(arg<number>('limit')),
    ),
    newest: prepare<Record<string, never>, PlanOrderRow>(
      database,
      orders.orderBy('number', 'desc').limit(sql.lit(1)),
    ),
    refusedById: prepare<{ id: string }, RefusedOrderRow>(
      database,
      queries.selectFrom('refused_order').selectAll().where('id', '=', arg<string>('id')),
    ),
  };
}

function prepareWrites(database: Database) {
  return {
    insert: prepare<PlanOrderRow, never>(
      database,
      queries.insertInto('plan_order').values({
        number: arg('number'),
        id: arg('id'),
        at: arg('at'),
        wish_json: arg('wish_json'),
        hash: arg('hash'),
      }),
    ),
    insertRefused: prepare<RefusedOrderRow, never>(
      database,
      queries.insertInto('refused_order').values({
        id: arg('id'),
        at: arg('at'),
        wish_json: arg('wish_json'),
        refusal_json: arg('refusal_json'),
      }),
    ),
  };
}
