import { assertNever } from '../../assert-never';
import type { Account } from './account';
import type { Order, Wish } from './order';
import { changePlan, endPlan, keepPlan, startPlan } from './order-plan';
import { addSeat, removeSeat } from './order-seats';
import { buyPack, buyUnits, cancelUnits, keepUnits } from './order-units';
import { type Placed, refused } from './placed';
import { type CardAt, compareVersions } from './plan-terms';
import { quietStep } from './step';

/**
 * What an order does to an account whose months have been crossed up to the order's instant, or why
 * it can't be placed. The only way to credit besides the start of a month (B7).
 */
export function placeOrder(account: Account, order: Order, cardAt: CardAt): Placed {
  const { wish } = order;
  const foreign = foreignCard(account, wish);
  if (foreign !== null) return refused({ code: 'card-not-in-use', cardId: foreign });
  switch (wish.kind) {
    case 'start-plan':
      return startPlan(account, order, wish, cardAt);
    case 'change-plan':
      return changePlan(account, order, wish, cardAt);
    case 'end-plan':
      return endPlan(account, order);
    case 'keep-plan':
      return keepPlan(account, order);
    case 'add-seat':
      return addSeat(account, order, wish);
    case 'remove-seat':
      return removeSeat(account, order, wish);
    case 'buy-units':
      return buyUnits(account, order, wish, cardAt);
    case 'cancel-units':
      return cancelUnits(account, order, wish);
    case 'keep-units':
      return keepUnits(account, order, wish, cardAt);
    case 'buy-pack':
      return buyPack(account, order, wish, cardAt);
    case 'use-card':
      return takeUpCard(account, order, wish);
    default:
      return assertNever(wish);
  }
}

/** The card that a running plan is not of: nothing of it can be ordered while the plan runs. */
function foreignCard({ subscription }: Account, wish: Wish): string | null {
  if (subscription === null || !('card' in wish) || wish.kind === 'start-plan') return null;
  return wish.card.id === subscription.terms.card.id ? null : wish.card.id;
}

function takeUpCard(
  account: Account,
  order: Order,
  { card }: Extract<Wish, { kind: 'use-card' }>,
): Placed {
  const newest = account.cards.at(-1);
  if (newest === undefined || newest.id !== card.id) {
    return refused({ code: 'card-not-in-use', cardId: card.id });
  }
  if (compareVersions(card.version, newest.version) <= 0) {
    return refused({ code: 'card-not-newer', version: card.version, newest: newest.version });
  }
  const step = quietStep(order.at, { ...account, cards: [...account.cards, card] });
  return { kind: 'placed', step };
}
