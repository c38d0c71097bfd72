import { assertNever } from '../../src-shared/assert-never';
import { type Credits, isCredits } from '../../src-shared/billing/credits';
import type { Instant } from '../../src-shared/billing/instant';
import { spendableBy } from '../../src-shared/billing/lots/burn-order';
import type { Entry } from '../../src-shared/billing/lots/entry';
import { planHoldsAnew, type WaitingHold } from '../../src-shared/billing/lots/holds-anew';
import type { Lot, LotTerms } from '../../src-shared/billing/lots/lot';
import {
  type HeldPart,
  planCharge,
  planHolds,
  planRelease,
} from '../../src-shared/billing/lots/plan-entries';
import { type Account, activeSeats } from '../../src-shared/billing/plan/account';
import type { JobView, Operation, Outcome } from '../independent/operations';

type LifeJob = {
  readonly id: string;
  readonly seat: string;
  readonly price: Credits;
  state: JobView['state'];
  /** Whether its whole price is on hold, how often it has been, and in which lots. */
  isHeld: boolean;
  holds: number;
  held: readonly HeldPart[];
};

/** What jobs need to know of the workspace that they are in. */
type Surroundings = {
  readonly now: Instant;
  readonly account: Account;
  readonly lots: ReadonlyMap<string, Lot>;
  liveLots(): Lot[];
  lapseOf(lot: LotTerms): Instant;
  post(entries: readonly Entry[]): void;
};

/** The jobs of a life, in the order of their submission. */
export class LifeJobs {
  private readonly jobs: LifeJob[] = [];
  private readonly usedIds = new Set<string>();
  private readonly life: Surroundings;

  constructor(life: Surroundings) {
    this.life = life;
  }

  apply(operation: Extract<Operation, { readonly job: string }>): Outcome {
    const { kind, job } = operation;
    switch (kind) {
      case 'submit':
        return this.submit(job, operation.seat, operation.price);
      case 'begin':
        return this.move(job, ['waiting'], (found) => {
          if (!found.isHeld) return 'refused';
          found.state = 'running';
          return 'accepted';
        });
      case 'deliver':
        return this.move(job, ['running'], (found) => this.settle(found, 'done'));
      case 'fail':
        return this.move(job, ['running'], (found) => this.settle(found, 'failed'));
      case 'cancel':
        return this.move(job, ['waiting', 'running'], (found) => this.settle(found, 'cancelled'));
      default:
        return assertNever(kind);
    }
  }

  /** Moves holds of waiting jobs off what has lapsed, and holds what can be paid by now. */
  holdAnew(): void {
    const { life } = this;
    const waiting = this.jobs.filter(({ state }) => state === 'waiting');
    if (waiting.length === 0) return;
    const plan = planHoldsAnew(this.waiting(), life.liveLots(), life.now, (lot) =>
      life.lapseOf(lot),
    );
    life.post(plan.entries);
    for (const job of waiting) {
      if (plan.unheld.includes(job.id)) Object.assign(job, { isHeld: false, held: [] });
      if (!plan.held.includes(job.id)) continue;
      job.isHeld = true;
      job.holds += 1;
      job.held = heldBy(job.id, plan.entries);
    }
  }

  /** The waiting jobs with what they hold. */
  waiting(): WaitingHold[] {
    return this.jobs
      .filter(({ state }) => state === 'waiting')
      .map(({ id, price, seat, held, holds }) => {
        return { job: id, credits: price, wallets: [seat, 'pool'], held, holds };
      });
  }

  view(): JobView[] {
    return this.jobs.map(({ id, state, held }) => {
      return { id, state, held: held.reduce((sum, part) => sum + part.credits, 0) };
    });
  }

  private submit(id: string, seat: string, price: number): Outcome {
    const { account, now } = this.life;
    if (this.usedIds.has(id)) return 'refused';
    this.usedIds.add(id);
    const isActive = activeSeats(account).some((each) => each.id === seat);
    if (!isCredits(price) || !isActive) return 'refused';
    const own = spendableBy(this.life.liveLots(), seat);
    const plan = planHolds(own, [{ job: id, credits: price }], now);
    if (plan.kind === 'not-enough-credits') return 'refused';
    this.life.post(plan.entries);
    const held = heldBy(id, plan.entries);
    this.jobs.push({ id, seat, price, state: 'waiting', isHeld: true, holds: 1, held });
    return 'accepted';
  }

  private move(
    id: string,
    states: readonly JobView['state'][],
    go: (job: LifeJob) => Outcome,
  ): Outcome {
    const job = this.jobs.find((each) => each.id === id && states.includes(each.state));
    return job === undefined ? 'refused' : go(job);
  }

  /** Charges what was delivered (B8) and gives everything else back to its own lots. */
  private settle(job: LifeJob, state: 'done' | 'failed' | 'cancelled'): Outcome {
    const { id, held, price, holds } = job;
    const { now } = this.life;
    this.life.post(
      state === 'done'
        ? planCharge(id, held, price, this.termsOf(held), now, holds)
        : planRelease(id, held, this.termsOf(held), now, holds),
    );
    Object.assign(job, { state, isHeld: false, held: [] });
    return 'accepted';
  }

  /** The lots of a hold, each with the instant from which on its credit is lost. */
  private termsOf(held: readonly HeldPart[]): Map<string, LotTerms> {
    const lots = held.flatMap(({ lotId }) => this.life.lots.get(lotId) ?? []);
    return new Map(lots.map((lot) => [lot.id, { ...lot, expiresAt: this.life.lapseOf(lot) }]));
  }
}

/** What a job holds after entries that hold it: the last ones win. */
function heldBy(job: string, entries: readonly Entry[]): HeldPart[] {
  return entries
    .filter(({ kind, cause }) => kind === 'hold' && cause.kind === 'job' && cause.job === job)
    .map(({ lotId, credits: amount }) => ({ lotId, credits: amount }));
}
