import fc from 'fast-check';
import { credits } from '../../src-shared/billing/credits';
import type { Entry } from '../../src-shared/billing/lots/entry';
import { hasExpired, type Lot } from '../../src-shared/billing/lots/lot';
import {
  type HeldPart,
  planCharge,
  planExpiry,
  planGrant,
  planHolds,
  planRelease,
} from '../../src-shared/billing/lots/plan-entries';
import { day } from './ledger-story';
import { anyTerms } from './random-lots';

/** One thing that may happen to a ledger; it does nothing where it makes no sense. */
export const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('grant' as const), terms: anyTerms }),
  fc.record({ kind: fc.constant('hold' as const), prices: fc.array(fc.nat(90), { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('charge' as const), job: fc.nat(30), share: fc.nat(100) }),
  fc.record({ kind: fc.constant('release' as const), job: fc.nat(30) }),
  fc.record({ kind: fc.constant('expire' as const) }),
  fc.record({ kind: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 12 }) }),
);
export type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

type Lots = ReadonlyMap<string, Lot>;

/** A random but legal life of a ledger: every entry comes from the planning functions. */
export class RandomHistory {
  /** What the open jobs hold. */
  readonly held = new Map<string, readonly HeldPart[]>();
  today = 0;
  private count = 0;

  /** The entries that a step leads to as the lots stand. */
  next(step: Step, lots: Lots): readonly Entry[] {
    this.count += 1;
    switch (step.kind) {
      case 'grant':
        return [this.grant(step.terms)];
      case 'hold':
        return this.hold(step.prices, lots);
      case 'charge':
        return this.settle(step.job, (job, held) => {
          const all = held.reduce((total, part) => total + part.credits, 0);
          const amount = credits(Math.floor((all * step.share) / 100));
          return planCharge(job, held, amount, lots, day(this.today));
        });
      case 'release':
        return this.settle(step.job, (job, held) => planRelease(job, held, lots, day(this.today)));
      case 'expire':
        return [...lots.values()]
          .filter((lot) => hasExpired(lot, day(this.today)) && lot.available > 0)
          .map((lot) => planExpiry(lot, lot.available, day(this.today)));
      case 'sleep':
        this.today += step.days;
        return [];
    }
  }

  private grant({
    startsAt,
    expiresAt,
    ...terms
  }: Extract<Step, { kind: 'grant' }>['terms']): Entry {
    const length = (expiresAt - startsAt) / day(1);
    const id = `lot-${this.count}-${terms.id}`;
    const times = { startsAt: day(this.today), expiresAt: day(this.today + length) };
    const cause = { kind: 'cycle', subscription: 'plan', index: this.count } as const;
    return planGrant({ terms: { ...terms, ...times, id }, cause });
  }

  private hold(prices: readonly number[], lots: Lots): readonly Entry[] {
    const requests = prices.map((price, index) => ({
      job: `${this.count}-${index}`,
      credits: credits(price),
    }));
    const plan = planHolds([...lots.values()], requests, day(this.today));
    if (plan.kind === 'not-enough-credits') return [];
    for (const { job } of requests) {
      const parts = plan.entries
        .filter((entry) => entry.id.startsWith(`hold:${job}:`))
        .map(({ lotId, credits: amount }) => ({ lotId, credits: amount }));
      if (parts.length > 0) this.held.set(job, parts);
    }
    return plan.entries;
  }

  private settle(
    pick: number,
    plan: (job: string, held: readonly HeldPart[]) => readonly Entry[],
  ): readonly Entry[] {
    const jobs = [...this.held];
    const [job, held] = jobs[pick % Math.max(1, jobs.length)] ?? [];
    if (job === undefined || held === undefined) return [];
    this.held.delete(job);
    return plan(job, held);
  }
}
