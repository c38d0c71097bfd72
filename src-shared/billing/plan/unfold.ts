import type { Instant } from '../instant';
import { type Account, emptyAccount } from './account';
import { crossMonth, nextMonthAt } from './cross-month';
import type { Order } from './order';
import { placeOrder } from './place-order';
import type { CardAt } from './plan-terms';
import type { Step } from './step';

/** Every start of a month that is due by `until`, in true order, each with the account after it (A7, B3). */
export function* monthsUntil(account: Account, until: Instant): Generator<Step, void, void> {
  let now = account;
  for (let at = nextMonthAt(now); at !== null && at <= until; at = nextMonthAt(now)) {
    const step = crossMonth(now);
    yield step;
    now = step.account;
  }
}

/** The account at `until`: months crossed and orders placed at their own instants, orders oldest first. */
export function accountAt(orders: Iterable<Order>, until: Instant, cardAt: CardAt): Account {
  let account = emptyAccount;
  for (const step of history(orders, until, cardAt)) account = step.account;
  return account;
}

/** Every step of an account from its first order up to `until`. Throws on an order that can't have been placed. */
export function* history(
  orders: Iterable<Order>,
  until: Instant,
  cardAt: CardAt,
): Generator<Step, void, void> {
  let account = emptyAccount;
  const months = function* (to: Instant) {
    for (const step of monthsUntil(account, to)) {
      account = step.account;
      yield step;
    }
  };
  for (const order of orders) {
    if (order.at > until) break;
    yield* months(order.at);
    const placed = placeOrder(account, order, cardAt);
    if (placed.kind === 'refused') {
      throw new Error(`the kept order ${order.id} can't be placed: ${placed.refusal.code}`);
    }
    account = placed.step.account;
    yield placed.step;
  }
  yield* months(until);
}
