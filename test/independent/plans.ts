import { addInvoice, beginCycle, beginPeriod } from './cycle';
import { monthsFrom } from './months';
import type { Outcome, PlanChoice } from './operations';
import { activeSeats, billRest, grantRest, type Run, type State } from './state';
import { type Terms, termsOf, wholeBetween } from './terms';

export function startPlan(state: State, choice: PlanChoice): Outcome {
  const terms = termsOf(state.card, choice);
  if (terms === null || state.run !== null) return 'refused';
  if (!wholeBetween(terms.seatsAtStart, 1, terms.room)) return 'refused';
  const months = monthsFrom(state.now, state.timeZone);
  const run: Run = { terms, months, cycleMonth: 0, periodMonth: 0, nextMonth: 1, waiting: null };
  state.run = run;
  const count = Math.max(state.seats.length, terms.seatsAtStart);
  state.seats = Array.from({ length: count }, (_, index) => index < terms.seatsAtStart);
  beginCycle(state, run, 0);
  beginPeriod(state, run, 0);
  return 'accepted';
}

export function changePlan(state: State, choice: PlanChoice): Outcome {
  const { run } = state;
  const terms = termsOf(state.card, choice);
  if (run === null || terms === null) return 'refused';
  if (terms.planId === run.terms.planId && terms.cadence === run.terms.cadence) {
    return keepPlan(state);
  }
  if (isUpgrade(state, run.terms, terms)) upgrade(state, run, terms);
  else run.waiting = terms;
  return 'accepted';
}

export function endPlan({ run }: State): Outcome {
  if (run === null || run.waiting === 'end') return 'refused';
  run.waiting = 'end';
  return 'accepted';
}

/** Takes back whatever waits. */
export function keepPlan({ run }: State): Outcome {
  if (run === null || run.waiting === null) return 'refused';
  run.waiting = null;
  return 'accepted';
}

function isUpgrade(state: State, running: Terms, chosen: Terms): boolean {
  return (
    chosen.cadence === running.cadence &&
    chosen.periodMonths === running.periodMonths &&
    chosen.grant > running.grant &&
    (chosen.perSeat || !running.perSeat) &&
    activeSeats(state).length <= chosen.room
  );
}

/** Takes effect at once: every active seat is topped up and billed; the cycle goes on. */
function upgrade(state: State, run: Run, terms: Terms): void {
  run.terms = terms;
  run.waiting = null;
  for (const order of state.orders) {
    if (!order.addOn.plans.includes(terms.planId)) order.cancelled = order.count;
  }
  let cents: number | null = 0;
  const seats = activeSeats(state);
  for (const seat of seats) {
    grantRest(state, run, seat);
    const billed = billRest(state, run, seat);
    cents = cents === null || billed === null ? null : cents + billed;
  }
  addInvoice(state, { kind: 'upgrade', cents, quantity: seats.length });
}
