import type { Chance } from '../../chaos/seeded-random';
import type { JobView, Operation } from '../operations';
import { stepOfClock } from './clock-steps';
import { type Draft, planOf, unitsOffered } from './draft';
import { happens, pick, pickWeighted } from './pick';
import { choiceOf } from './plan-choices';

/** A way to go on, how often it is gone, and when it looks allowed. */
type Way = {
  readonly weight: number;
  readonly make: (chance: Chance, draft: Draft) => Operation;
  readonly fits: (draft: Draft) => boolean;
};

const always = () => true;
const hasSeats = (draft: Draft) => planOf(draft)?.perSeat === true;
const hasJob = (states: readonly JobView['state'][]) => (draft: Draft) =>
  draft.jobs.some(({ state }) => states.includes(state));
const hasUnits = (draft: Draft) => draft.units.some(({ count, cancelled }) => count > cancelled);
const hasCancelled = (draft: Draft) => draft.units.some(({ cancelled }) => cancelled > 0);

const advance: Way = {
  weight: 30,
  make: (chance, draft) => ({ kind: 'advance', to: stepOfClock(chance, draft) }),
  fits: always,
};

const startPlan: Way = {
  weight: 8,
  make: (chance, draft) => ({ kind: 'start-plan', choice: choiceOf(chance, draft) }),
  fits: ({ choice, ending }) => choice === null || ending,
};

const planWays: readonly Way[] = [
  startPlan,
  {
    weight: 8,
    make: (chance, draft) => ({ kind: 'change-plan', choice: choiceOf(chance, draft) }),
    fits: always,
  },
  { weight: 2, make: () => ({ kind: 'end-plan' }), fits: ({ ending }) => !ending },
  { weight: 2, make: () => ({ kind: 'keep-plan' }), fits: always },
];

const seatWays: readonly Way[] = [
  {
    weight: 9,
    make: (chance, draft) => ({ kind: 'add-seat', seat: addedSeat(chance, draft) }),
    fits: hasSeats,
  },
  {
    weight: 7,
    make: (chance, draft) => ({ kind: 'remove-seat', seat: activeSeat(chance, draft) }),
    fits: hasSeats,
  },
];

const purchaseWays: readonly Way[] = [
  { weight: 9, make: buyUnits, fits: (draft) => unitsOffered(draft).length > 0 },
  {
    weight: 5,
    make: (chance, draft) => ({ kind: 'cancel-units', ...someUnits(chance, draft) }),
    fits: hasUnits,
  },
  {
    weight: 5,
    make: (chance, draft) => ({ kind: 'keep-units', ...someUnits(chance, draft) }),
    fits: hasCancelled,
  },
  { weight: 8, make: buyPack, fits: ({ card }) => card.packs.length > 0 },
];

/** What ends a job, or begins it, and what state that needs. */
const jobMoves = [
  [15, 'begin', ['waiting']],
  [7, 'deliver', ['running']],
  [5, 'fail', ['running']],
  [5, 'cancel', ['waiting', 'running']],
] as const;

const jobWays: readonly Way[] = [
  { weight: 20, make: submit, fits: always },
  ...jobMoves.map(
    ([weight, kind, states]): Way => ({
      weight,
      make: (chance, draft) => ({ kind, job: someJob(chance, draft, states) }),
      fits: hasJob(states),
    }),
  ),
];

const ways = [advance, ...planWays, ...seatWays, ...purchaseWays, ...jobWays];

/** Something that could well happen next, and something else now and then. */
export function nextOperation(chance: Chance, draft: Draft): Operation {
  if (draft.choice === null && happens(chance, 90)) return startPlan.make(chance, draft);
  if (draft.ending && happens(chance, 35)) return advance.make(chance, draft);
  const open = happens(chance, 4) ? ways : ways.filter(({ fits }) => fits(draft));
  const weighted = open.map((way) => [way.weight, way] as const);
  return pickWeighted(chance, weighted).make(chance, draft);
}

function someSeat(chance: Chance, { seats }: Draft): string {
  return happens(chance, 4) ? 'seat-99' : `seat-${1 + chance.below(Math.max(1, seats))}`;
}

/** A seat that should be active, where the plan has seats at all; most often. */
function activeSeat(chance: Chance, draft: Draft): string {
  const seat = hasSeats(draft) ? someSeat(chance, draft) : 'seat-1';
  return draft.removed.includes(seat) && happens(chance, 85) ? 'seat-1' : seat;
}

function addedSeat(chance: Chance, draft: Draft): string | null {
  if (draft.removed.length > 0 && happens(chance, 65)) return pick(chance, draft.removed);
  return happens(chance, 8) ? someSeat(chance, draft) : null;
}

function buyUnits(chance: Chance, draft: Draft): Operation {
  const offered = unitsOffered(draft);
  const choices = offered.length > 0 && happens(chance, 95) ? offered : draft.card.addOns;
  return {
    kind: 'buy-units',
    addOnId: choices.length > 0 ? pick(chance, choices).id : 'no-such-unit',
    count: pickWeighted(chance, [
      [90, 1 + chance.below(4)],
      [3, 1000],
      [4, pick(chance, [0, -1, 1001, 1.5])],
    ]),
    seat: activeSeat(chance, draft),
  };
}

function someUnits(chance: Chance, { units }: Draft): { unit: number; count: number } {
  const latest = Math.max(0, units.length - 1 - chance.below(3));
  const unit = happens(chance, 80) ? latest : chance.below(units.length + 1);
  return { unit, count: pick(chance, [1, 1, 1, 1, 1, 1, 2, 2, 3, pick(chance, [0, -1, 1.5])]) };
}

/** Never two packs at one instant: which of two twins is cut down to its cap first is open. */
function buyPack(chance: Chance, draft: Draft): Operation {
  if (draft.packAt === draft.now) return { kind: 'advance', to: draft.now + 1000 };
  const { packs } = draft.card;
  const packId = packs.length > 0 ? pick(chance, packs).id : 'no-such-pack';
  return { kind: 'buy-pack', packId, seat: activeSeat(chance, draft) };
}

function submit(chance: Chance, draft: Draft): Operation {
  const used = draft.jobs.length > 0 && happens(chance, 3);
  return {
    kind: 'submit',
    job: used ? pick(chance, draft.jobs).id : `job-${draft.jobs.length}`,
    seat: activeSeat(chance, draft),
    price: pick(chance, [1, 2, 3, 5, 8, 10, 15, 30, 60, 130, 300, 700]),
  };
}

function someJob(chance: Chance, { jobs }: Draft, states: readonly JobView['state'][]): string {
  const fitting = jobs.filter(({ state }) => states.includes(state));
  if (fitting.length > 0 && happens(chance, 95)) return pick(chance, fitting.slice(-4)).id;
  return jobs.length > 0 ? pick(chance, jobs).id : 'no-such-job';
}
