import type { RateCard } from '../../src-shared/billing/card/rate-card';
import type { Standing } from '../../src-shared/billing/future/rehearsal';
import { type Course, type Simulated, simulate } from '../../src-shared/billing/future/simulate';
import type { Instant } from '../../src-shared/billing/instant';
import { parseInstant } from '../../src-shared/billing/instant';
import { emptyAccount } from '../../src-shared/billing/plan/account';
import type { Order, Wish } from '../../src-shared/billing/plan/order';
import type { BillingLife } from './billing-life';

/** The instant of an ISO text that must be one; a day alone is its noon in UTC. */
export function moment(text: string): Instant {
  const parsed = parseInstant(text.includes('T') ? text : `${text}T12:00:00Z`);
  if (parsed === null) throw new Error(`${text} is no instant`);
  return parsed;
}

/** Where a life stands now. */
export function standingOf(life: BillingLife): Standing {
  return {
    at: life.now,
    account: life.account,
    lots: life.liveLots(),
    waiting: life.jobs.waiting(),
  };
}

export type Going = Extract<Simulated, { kind: 'simulated' }>;

/** What comes of a standing; a refused order fails the test that placed it. */
export function go(card: RateCard, standing: Standing, course: Partial<Course>): Going {
  const whole = {
    until: standing.at,
    orders: [],
    spending: [],
    queue: 'waits',
    ...course,
  } as const;
  const simulated = simulate(standing, whole, () => card);
  if (simulated.kind === 'refused') throw new Error(`refused: ${simulated.refusal.code}`);
  return simulated;
}

/** A workspace on a card in which nothing has been ordered yet. */
export function nothingYet(at: Instant): Standing {
  return { at, account: emptyAccount, lots: [], waiting: [] };
}

/** Orders named by their place, each at its instant. */
export function orders(...wishes: readonly (readonly [at: string, wish: Wish])[]): Order[] {
  return wishes.map(([at, wish], index) => ({ id: `order-${index + 1}`, at: moment(at), wish }));
}
