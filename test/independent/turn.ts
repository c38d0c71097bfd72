import type { Plan } from '../../src-shared/billing/card/rate-card';
import { cutDown, lapse, releaseFromLapsed } from './credit';
import { beginCycle, beginPeriod, changeTo, endUnits, renewUnits } from './cycle';
import { holdWaitingJobs, liveLots, type Run, type State, seatName } from './state';

/** Moves the clock on, through every instant at which something happens, each at its own time. */
export function advance(state: State, to: number): void {
  for (let next = nextInstant(state); next <= to; next = nextInstant(state)) {
    state.now = next;
    turn(state);
  }
  state.now = Math.max(state.now, to);
}

function nextInstant({ run, lots }: State): number {
  let next = run === null ? Number.POSITIVE_INFINITY : run.months(run.nextMonth);
  for (const { lapsed, expiresAt } of lots) {
    if (!lapsed && expiresAt !== null) next = Math.min(next, expiresAt);
  }
  return next;
}

/** All that happens at this instant: lapses, ends, changes, grants, and holds taken anew. */
function turn(state: State): void {
  const { run, now } = state;
  const due = liveLots(state).filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now);
  lapse(due);
  if (run !== null && run.months(run.nextMonth) === now) turnMonth(state, run);
  // Caps were applied to the holds as they stood: only now do they move.
  releaseFromLapsed(state.jobs);
  holdWaitingJobs(state);
}

function turnMonth(state: State, run: Run): void {
  const month = run.nextMonth;
  const cycleEnds = month === run.cycleMonth + run.terms.cycleMonths;
  const periodEnds = month === run.periodMonth + run.terms.periodMonths;
  if (cycleEnds && run.waiting === 'end') {
    endRun(state);
    return;
  }
  if (periodEnds) rollOver(state, run.terms.rollover);
  if (cycleEnds && run.waiting !== null && run.waiting !== 'end') {
    changeTo(state, run, run.waiting);
  }
  run.nextMonth += 1;
  if (cycleEnds) beginCycle(state, run, month);
  if (periodEnds) beginPeriod(state, run, month);
  renewUnits(state, run);
}

/** Base and add-on credit lapses whatever its date, and units end (A13); packs keep theirs. */
function endRun(state: State): void {
  const ending = liveLots(state).filter(({ source }) => source !== 'pack');
  lapse(ending);
  endUnits(state, () => true);
  state.run = null;
}

/** What the older base credit of each seat comes to, by the rule of the plan that ran (B6). */
function rollOver(state: State, rule: Plan['rollover']): void {
  const base = liveLots(state).filter(({ source }) => source === 'base');
  if (rule.kind === 'none') lapse(base);
  if (rule.kind !== 'capped') return;
  state.seats.forEach((_, index) => {
    const lots = base.filter(({ wallet }) => wallet === seatName(index));
    cutDown(lots, rule.credits);
  });
}
