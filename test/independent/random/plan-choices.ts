import type { Plan } from '../../../src-shared/billing/card/rate-card';
import type { Chance } from '../../chaos/seeded-random';
import type { PlanChoice } from '../operations';
import type { Draft } from './draft';
import { happens, pick, pickWeighted } from './pick';

type Contract = NonNullable<PlanChoice['contract']>;

/** A plan to start or to change to: most often one that is offered, with figures that are fair. */
export function choiceOf(chance: Chance, { card, choice }: Draft): PlanChoice {
  if (choice !== null && happens(chance, 10)) return choice;
  const plan = pick(chance, card.plans);
  const cadence = cadenceOf(chance, plan, choice);
  const fair: PlanChoice =
    plan.kind === 'contract'
      ? withContract(plan.id, cadence, contractOf(chance, cadence))
      : { planId: plan.id, cadence, seats: plan.perSeat ? someSeats(chance) : 1, contract: null };
  return happens(chance, 6) ? spoiled(chance, fair) : fair;
}

/** The running cadence more often than not, so that upgrades are likely. */
function cadenceOf(chance: Chance, plan: Plan, running: PlanChoice | null): PlanChoice['cadence'] {
  const offered = (['monthly', 'annual'] as const).filter((cadence) => plan[cadence] !== null);
  if (happens(chance, 3)) return pick(chance, ['monthly', 'annual']);
  const same = offered.find((cadence) => cadence === running?.cadence);
  return same !== undefined && happens(chance, 70) ? same : pick(chance, offered);
}

const someSeats = (chance: Chance) =>
  pickWeighted(chance, [
    [120, 1 + chance.below(4)],
    [20, 5 + chance.below(8)],
    [1, 60],
  ]);

const withContract = (
  planId: string,
  cadence: PlanChoice['cadence'],
  contract: Contract,
): PlanChoice => ({ planId, cadence, seats: contract.seats, contract });

function contractOf(chance: Chance, cadence: PlanChoice['cadence']): Contract {
  return {
    seats: someSeats(chance),
    credits: pick(chance, [1, 30, 170, 500, 2500]),
    everyMonths: cadence === 'annual' || happens(chance, 5) ? pick(chance, [1, 12]) : 1,
    priceCents: pick(chance, [null, 0, 4999, 12_345]),
  };
}

/** The choice with one thing wrong about it. */
function spoiled(chance: Chance, choice: PlanChoice): PlanChoice {
  const wrongSeats = pick(chance, [0, 2, -1, 501, 1.5]);
  if (choice.contract === null) {
    return pick<PlanChoice>(chance, [
      { ...choice, planId: 'no-such-plan' },
      { ...choice, seats: wrongSeats },
      { ...choice, contract: { seats: 1, credits: 9, everyMonths: 1, priceCents: null } },
    ]);
  }
  const { contract, planId, cadence } = choice;
  return pick(chance, [
    { ...choice, contract: null },
    withContract(planId, cadence, { ...contract, seats: wrongSeats }),
    withContract(planId, cadence, { ...contract, credits: pick(chance, [0, -5, 0.5]) }),
    withContract(planId, cadence, { ...contract, priceCents: -1 }),
  ]);
}
