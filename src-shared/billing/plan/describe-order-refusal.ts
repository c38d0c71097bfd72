import { assertNever } from '../../assert-never';
import type { OrderRefusal } from './order-refusal';

/** One sentence for a person: why an order is not placed, and what to do next. */
export function describeOrderRefusal(refusal: OrderRefusal): string {
  switch (refusal.code) {
    case 'plan-unknown':
      return `This rate card has no plan «${refusal.planId}» of that kind; choose one of ${list(refusal.known)}.`;
    case 'plan-needs-contract':
      return `The plan ${refusal.planId} goes by a contract; enter its seats and credits, or choose another plan.`;
    case 'plan-has-no-contract':
      return `The plan ${refusal.planId} has figures of its own on the card; leave the contract out.`;
    case 'contract-invalid':
      return `The contract's ${contractFields[refusal.field]} must be a whole number from ${refusal.least} to ${refusal.most.toLocaleString('en')}; ${refusal.value} is not.`;
    case 'plan-running':
      return `The plan ${refusal.planId} is running already; change it instead.`;
    case 'plan-not-running':
      return 'No plan is running; start one first.';
    case 'plan-unchanged':
      return `The plan ${refusal.planId} runs ${refusal.cadence} already; choose another plan or another cadence.`;
    case 'plan-ending':
      return 'The plan already ends with its cycle; there is nothing more to end.';
    case 'contract-running':
      return `The figures of the contract ${refusal.planId} hold until it ends; end the plan and start it with new ones.`;
    case 'nothing-waiting':
      return 'No change and no end is waiting, so there is nothing to take back.';
    case 'seats-invalid':
      return refusal.most === 1
        ? `This plan is for one seat; ${refusal.seats} can't be had.`
        : `A plan has a whole number of seats from 1 to ${refusal.most}; ${refusal.seats} is not.`;
    case 'plan-without-seats':
      return `The plan ${refusal.planId} is for one person; change to a plan with seats to add some.`;
    case 'seats-full':
      return `All ${refusal.room} seats of the plan are taken; remove one first.`;
    case 'seat-unknown':
      return `There is no seat «${refusal.seat}»; choose one of ${list(refusal.known)}.`;
    case 'seat-active':
      return `The seat ${refusal.seat} is active already.`;
    case 'seat-removed':
      return `The seat ${refusal.seat} was removed; add it again first.`;
    case 'seat-needed':
      return `The seat ${refusal.seat} is the plan's own and can't be removed; end the plan instead.`;
    case 'add-on-unknown':
      return refusal.known.length === 0
        ? `No add-on units are sold for the plan ${refusal.planId}.`
        : `No add-on «${refusal.addOnId}» is sold for the plan ${refusal.planId}; choose one of ${list(refusal.known)}.`;
    case 'unit-count-invalid':
      return refusal.most === 0
        ? 'None of these units is left to change.'
        : `The number of units must be whole, from 1 to ${refusal.most.toLocaleString('en')}; ${refusal.count} is not.`;
    case 'units-unknown':
      return 'These units are not renewing any more; look at the plan for those that are.';
    case 'pack-unknown':
      return refusal.known.length === 0
        ? 'This rate card sells no packs.'
        : `This rate card has no pack «${refusal.packId}»; choose one of ${list(refusal.known)}.`;
    case 'pack-not-yet':
      return `Packs are sold once the allowance is used up: ${refusal.left.toLocaleString('en')} of it is left, and the cheapest picture or second costs ${refusal.cheapest.toLocaleString('en')}. Use what is left first.`;
    case 'card-not-in-use':
      return `The card «${refusal.cardId}» is not the one in use; end the plan and start one of that card instead.`;
    case 'card-not-newer':
      return `Version ${refusal.version} is not newer than ${refusal.newest}, which is known already; give the card a newer version.`;
    default:
      return assertNever(refusal);
  }
}

const contractFields = {
  seats: 'seats',
  credits: 'credits a seat',
  everyMonths: 'months between grants',
  priceCents: 'price in cents',
} as const;

function list(words: readonly string[]): string {
  return words.join(', ');
}
