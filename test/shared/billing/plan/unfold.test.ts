import { describe, expect, test } from 'vitest';
import { instant } from '../../../../src-shared/billing/instant';
import { emptyAccount } from '../../../../src-shared/billing/plan/account';
import { accountAt, history } from '../../../../src-shared/billing/plan/unfold';
import { BillingLife } from '../../../helpers/billing-life';
import { historyOf } from '../../../independent/histories';

/** Lives of the histories with these seeds, with the card that each goes by. */
function livesOf(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const told = historyOf(index + 1);
    const life = new BillingLife(told);
    for (const operation of told.operations) life.apply(operation);
    return { life, cardAt: () => told.card };
  });
}

describe('an account is a function of its orders and the time', () => {
  test('worked out anew it is the one that was lived', () => {
    for (const { life, cardAt } of livesOf(60)) {
      expect(accountAt(life.orders, life.now, cardAt)).toEqual(life.account);
    }
  });
  test('its steps are all grants and all lines, in order, and nothing else', () => {
    for (const { life, cardAt } of livesOf(60)) {
      const steps = [...history(life.orders, life.now, cardAt)];
      expect(steps.flatMap(({ lines }) => lines)).toEqual(life.lines);
      const granted = life.entries.flatMap((entry) =>
        entry.kind === 'grant' ? [entry.terms] : [],
      );
      expect(steps.flatMap(({ grants }) => grants.map((grant) => grant.terms))).toEqual(granted);
    }
  });
  test('for any instant of the past it is the account as it was then', () => {
    for (const { life, cardAt } of livesOf(6)) {
      for (const { at, account } of history(life.orders, life.now, cardAt)) {
        const then = accountAt(life.orders, at, cardAt);
        const last = [...history(life.orders, at, cardAt)].at(-1)?.account ?? emptyAccount;
        expect(then).toEqual(last);
        expect(then.started).toBeGreaterThanOrEqual(account.started);
      }
    }
  });
  test('orders after the instant have not been placed yet', () => {
    const [first] = livesOf(1);
    if (first === undefined) throw new Error('there is a life');
    const before = instant((first.life.orders[0]?.at ?? 0) - 1);
    expect(accountAt(first.life.orders, before, first.cardAt)).toEqual(emptyAccount);
  });
  test('an order that can not have been placed is an error', () => {
    const order = { id: 'odd', at: instant(5), wish: { kind: 'end-plan' } } as const;
    const cardAt = () => historyOf(1).card;
    expect(() => accountAt([order], instant(5), cardAt)).toThrow(/odd can't be placed: plan-not/);
  });
});
