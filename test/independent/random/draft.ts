import type { Plan, RateCard } from '../../../src-shared/billing/card/rate-card';
import type { JobView, Operation, PlanChoice } from '../operations';

/** What a history should have come to so far, if all that looked right was allowed. */
export type Draft = {
  readonly card: RateCard;
  readonly timeZone: string;
  readonly startsAt: number;
  now: number;
  /** The instants at which a plan may have been started; the last is the likeliest to run. */
  anchors: number[];
  choice: PlanChoice | null;
  ending: boolean;
  /** How many seats were ever added. */
  seats: number;
  removed: string[];
  units: { count: number; cancelled: number }[];
  jobs: { readonly id: string; state: JobView['state'] }[];
  /** When the last pack was bought. */
  packAt: number | null;
};

export function draftOf(card: RateCard, timeZone: string, startsAt: number): Draft {
  return {
    card,
    timeZone,
    startsAt,
    now: startsAt,
    anchors: [],
    choice: null,
    ending: false,
    seats: 0,
    removed: [],
    units: [],
    jobs: [],
    packAt: null,
  };
}

/** The plan that was last chosen. */
export function planOf({ card, choice }: Draft): Plan | null {
  return card.plans.find(({ id }) => id === choice?.planId) ?? null;
}

/** The add-on units that the plan last chosen offers. */
export function unitsOffered({ card, choice }: Draft): RateCard['addOns'] {
  return card.addOns.filter(({ plans }) => plans.includes(choice?.planId ?? ''));
}

/** Takes note of an operation, as if it had been allowed where it looks so. */
export function noteOperation(draft: Draft, operation: Operation): void {
  switch (operation.kind) {
    case 'start-plan':
      noteStart(draft, operation.choice);
      return;
    case 'change-plan':
      notePlan(draft, operation.choice);
      return;
    case 'end-plan':
      draft.ending = true;
      return;
    case 'keep-plan':
      draft.ending = false;
      return;
    case 'add-seat':
      if (operation.seat === null) draft.seats += 1;
      else draft.removed = draft.removed.filter((seat) => seat !== operation.seat);
      return;
    case 'remove-seat':
      if (operation.seat !== 'seat-1') draft.removed.push(operation.seat);
      return;
    case 'buy-pack':
      draft.packAt = draft.now;
      return;
    case 'advance':
      draft.now = Math.max(draft.now, operation.to);
      return;
    case 'buy-units':
    case 'cancel-units':
    case 'keep-units':
      noteUnits(draft, operation);
      return;
    default:
      noteJob(draft, operation);
  }
}

function noteStart(draft: Draft, choice: PlanChoice): void {
  if (draft.choice !== null && !draft.ending) return;
  notePlan(draft, choice);
  draft.anchors.push(draft.now);
  const seats = choice.contract?.seats ?? choice.seats;
  draft.seats = Math.max(draft.seats, seats);
  draft.removed = [];
  for (let number = seats + 1; number <= draft.seats; number += 1) {
    draft.removed.push(`seat-${number}`);
  }
}

function notePlan(draft: Draft, choice: PlanChoice): void {
  const plan = draft.card.plans.find(({ id }) => id === choice.planId);
  if (plan === undefined || plan[choice.cadence] === null) return;
  draft.choice = choice;
  draft.ending = false;
}

type UnitOperation = Extract<Operation, { kind: 'buy-units' | 'cancel-units' | 'keep-units' }>;

function noteUnits(draft: Draft, operation: UnitOperation): void {
  if (operation.kind === 'buy-units') {
    const offered = unitsOffered(draft).some(({ id }) => id === operation.addOnId);
    const refused = !offered || !Number.isInteger(operation.count) || operation.count < 1;
    if (!refused) draft.units.push({ count: operation.count, cancelled: 0 });
    return;
  }
  const order = draft.units[operation.unit];
  if (order !== undefined) {
    order.cancelled += operation.kind === 'cancel-units' ? operation.count : -operation.count;
  }
}

type JobOperation = Extract<
  Operation,
  { kind: 'submit' | 'begin' | 'deliver' | 'fail' | 'cancel' }
>;

function noteJob(draft: Draft, operation: JobOperation): void {
  const job = draft.jobs.find(({ id }) => id === operation.job);
  if (job === undefined) draft.jobs.push({ id: operation.job, state: 'waiting' });
  else if (operation.kind === 'begin') job.state = 'running';
  else if (operation.kind === 'deliver') job.state = 'done';
  else if (operation.kind !== 'submit') job.state = 'cancelled';
}
