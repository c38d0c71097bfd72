import { assertNever } from '../../src-shared/assert-never';
import type { RateCard } from '../../src-shared/billing/card/rate-card';
import { available, type Job, type Lot } from './credit';
import { begin, cancel, deliver, fail, submit } from './jobs';
import type { LotView, Operation, Outcome, World, WorldView } from './operations';
import { compareInvoices, compareLots } from './order';
import { changePlan, endPlan, keepPlan, startPlan } from './plans';
import { buyPack, buyUnits, cancelUnits, keepUnits } from './purchases';
import { addSeat, removeSeat } from './seats';
import { activeSeats, cycleEnd, holdWaitingJobs, type State } from './state';
import { advance } from './turn';

/**
 * A workspace by `docs/billing-rules.md` alone: the plainest program that follows it, sharing
 * nothing with the real one but the type of a card. `startsAt` is where its clock stands, in
 * milliseconds since 1970.
 */
export function createIndependentWorld(options: {
  card: RateCard;
  timeZone: string;
  startsAt: number;
}): World {
  const state: State = {
    card: options.card,
    timeZone: options.timeZone,
    now: options.startsAt,
    run: null,
    seats: [],
    lots: [],
    orders: [],
    jobs: [],
    usedJobIds: new Set(),
    invoices: [],
    billings: [],
  };
  return {
    apply(operation) {
      const outcome = apply(state, operation);
      if (outcome === 'accepted') holdWaitingJobs(state);
      return outcome;
    },
    view: () => view(state),
  };
}

function apply(state: State, operation: Operation): Outcome {
  switch (operation.kind) {
    case 'start-plan':
      return startPlan(state, operation.choice);
    case 'change-plan':
      return changePlan(state, operation.choice);
    case 'end-plan':
      return endPlan(state);
    case 'keep-plan':
      return keepPlan(state);
    case 'add-seat':
      return addSeat(state, operation.seat);
    case 'remove-seat':
      return removeSeat(state, operation.seat);
    case 'buy-units':
      return buyUnits(state, operation.addOnId, operation.count, operation.seat);
    case 'cancel-units':
      return cancelUnits(state, operation.unit, operation.count);
    case 'keep-units':
      return keepUnits(state, operation.unit, operation.count);
    case 'buy-pack':
      return buyPack(state, operation.packId, operation.seat);
    case 'submit':
      return submit(state, operation.job, operation.seat, operation.price);
    case 'begin':
      return begin(state, operation.job);
    case 'deliver':
      return deliver(state, operation.job);
    case 'fail':
      return fail(state, operation.job);
    case 'cancel':
      return cancel(state, operation.job);
    case 'advance':
      advance(state, operation.to);
      return 'accepted';
    default:
      return assertNever(operation);
  }
}

function view(state: State): WorldView {
  const { run } = state;
  return {
    plan: run && {
      planId: run.terms.planId,
      cadence: run.terms.cadence,
      activeSeats: activeSeats(state),
      waiting:
        run.waiting === null || run.waiting === 'end'
          ? run.waiting
          : { planId: run.waiting.planId, cadence: run.waiting.cadence },
      cycleEndsAt: cycleEnd(run),
    },
    lots: state.lots.map(viewLot).sort(compareLots),
    invoices: state.invoices.toSorted(compareInvoices),
    jobs: state.jobs.map((job) => ({ id: job.id, state: job.state, held: heldBy(job) })),
  };
}

function viewLot(lot: Lot): LotView {
  const { wallet, source, startsAt, expiresAt, granted, held, spent, expired } = lot;
  return {
    wallet,
    source,
    startsAt,
    expiresAt,
    granted,
    available: available(lot),
    held,
    spent,
    expired,
  };
}

const heldBy = (job: Job) => (job.hold ?? []).reduce((sum, { amount }) => sum + amount, 0);
