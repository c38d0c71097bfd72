import type { Instant } from '../../src-shared/billing/instant';
import type { Entry } from '../../src-shared/billing/lots/entry';
import { planLapses } from '../../src-shared/billing/lots/lapses';
import { hasDate, type Lot } from '../../src-shared/billing/lots/lot';
import { planGrant } from '../../src-shared/billing/lots/plan-entries';
import type { Account } from '../../src-shared/billing/plan/account';
import { crossMonth, nextMonthAt } from '../../src-shared/billing/plan/cross-month';
import { quietStep, type Step } from '../../src-shared/billing/plan/step';
import type { Posted } from '../ledger/post-entries';
import type { Database } from '../store/sqlite';
import { write } from '../store/write';
import type { PlanStore } from './plan-store';
import type { BillingTime } from './watermark';

export type BillingClockPorts = {
  readonly database: Database;
  readonly plans: PlanStore;
  readonly time: BillingTime;
  readonly liveLots: () => Lot[];
  readonly post: (entries: readonly Entry[]) => Posted;
  /** Moves holds of waiting jobs off lapsed lots and holds what waits for credit; inside `write`. */
  readonly holdAnew: (at: Instant, account: Account) => void;
};

export type BillingClock = {
  /** Does all that is due by now; answers how many instants were crossed. Cheap when none is. */
  catchUp(): number;
  /** Catches up and answers an instant up to which everything is done: whatever is written next is of it. */
  settledNow(): Instant;
  /** When something falls due next; null when nothing will. */
  nextDue(): Instant | null;
  /** Writes down what an order does, at its instant, with whatever else belongs to it. */
  apply(step: Step, alongside: () => void): void;
};

/**
 * Does what has fallen due, instant by instant in true order, each in one transaction: lapse, end what was
 * cancelled, grant, hold waiting jobs anew (A7, A8, B3, B4). Months of sleep are caught up the same way.
 */
export function startBillingClock(ports: BillingClockPorts): BillingClock {
  const { plans, time } = ports;
  let known: { readonly due: Instant | null } | null = null;
  const nextDue = () => {
    known ??= { due: dueAfter(plans.account(), ports.liveLots(), plans.position()) };
    return known.due;
  };
  const apply = (step: Step, alongside: () => void) => {
    const { account, at } = step;
    // The account in memory moves once its step is on the disk: part of a larger transaction it might not get there.
    if (ports.database.inTransaction)
      throw new Error('a step of the billing clock is a transaction of its own');
    write(ports.database, () => {
      alongside();
      const before = plans.account();
      ports.post([
        ...planLapses(ports.liveLots(), at, step.lapse, before),
        ...step.grants.map(planGrant),
      ]);
      plans.invoices.add(step.lines);
      ports.holdAnew(at, account);
      plans.savePosition(at);
      time.keep();
    });
    plans.moveTo(account, at);
    known = null;
  };
  const cross = (at: Instant) => {
    const account = plans.account();
    const isMonth = nextMonthAt(account) === at;
    const step = isMonth ? crossMonth(account) : quietStep(at, account);
    if (isMonth && isEmpty(step) && ports.liveLots().every((lot) => lot.expiresAt !== at)) {
      // A month in which nothing comes and nothing goes needs no entry, and so no write.
      plans.moveTo(step.account, at);
      known = null;
      return;
    }
    apply(step, () => undefined);
  };
  const catchUp = () => {
    const until = time.now();
    let crossed = 0;
    for (let at = nextDue(); at !== null && at <= until; at = nextDue()) {
      cross(at);
      crossed += 1;
    }
    return crossed;
  };
  const settledNow = () => {
    for (;;) {
      const at = time.now();
      const due = nextDue();
      if (due === null || due > at) return at;
      catchUp();
    }
  };
  return { catchUp, settledNow, nextDue, apply };
}

function isEmpty({ lapse, grants, lines }: Step): boolean {
  return lapse === null && grants.length === 0 && lines.length === 0;
}

/** The next start of a month, or the next date of a lot, whichever is sooner. */
function dueAfter(account: Account, lots: readonly Lot[], position: Instant): Instant | null {
  let due = nextMonthAt(account);
  for (const lot of lots) {
    const isToCome = hasDate(lot) && lot.expiresAt > position;
    if (isToCome && (due === null || lot.expiresAt < due)) due = lot.expiresAt;
  }
  return due;
}
