import { expect } from 'vitest';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { spendableBy, spendableCredits } from '../../src-shared/billing/lots/burn-order';
import type { OrderRefusal } from '../../src-shared/billing/plan/order-refusal';
import type { Operation } from '../independent/operations';
import { type Script, script } from '../independent/script';
import { BillingLife } from './billing-life';

/** A story told to the pure core; `life` is all that it has come to. */
export type CoreScript = Script & {
  readonly life: BillingLife;
  /** Tries to order what must be refused for this reason, and change nothing. */
  refusesFor(code: OrderRefusal['code'], operation: Operation): OrderRefusal;
  /** What a seat could spend now. */
  spendable(seat?: string): number;
};

/** A story of a workspace of this card whose clock starts at an instant of ISO 8601, in UTC. */
export function coreScript(card: RateCard, startsAt: string, timeZone = 'UTC'): CoreScript {
  const lives: BillingLife[] = [];
  const told = script(card, startsAt, timeZone, (options) => {
    const life = new BillingLife(options);
    lives.push(life);
    return life;
  });
  const [life] = lives;
  if (life === undefined) throw new Error('a story is told to one life');
  return {
    ...told,
    life,
    refusesFor(code, operation) {
      told.refuses(operation);
      expect(life.refusal?.code, JSON.stringify(operation)).toBe(code);
      if (life.refusal === null) throw new Error('what was refused has a reason');
      return life.refusal;
    },
    spendable: (seat = 'seat-1') => spendableCredits(spendableBy(life.liveLots(), seat), life.now),
  };
}
