import { addInvoice } from './cycle';
import type { Outcome } from './operations';
import { activeSeats, billRest, grantRest, indexOfSeat, type State, seatName } from './state';

/** Adds a new seat, or one that was removed; it is granted and billed what it has not been yet. */
export function addSeat(state: State, seat: string | null): Outcome {
  const { run } = state;
  if (run === null || !run.terms.perSeat) return 'refused';
  if (activeSeats(state).length >= run.terms.room) return 'refused';
  const index = seat === null ? state.seats.length : indexOfSeat(state, seat);
  if (index === -1 || state.seats[index] === true) return 'refused';
  state.seats[index] = true;
  grantRest(state, run, seatName(index));
  const cents = billRest(state, run, seatName(index));
  if (cents !== 0) addInvoice(state, { kind: 'seat', cents, quantity: 1 });
  return 'accepted';
}

/** A removed seat keeps its credit and its jobs, and gets no more. */
export function removeSeat(state: State, seat: string): Outcome {
  const index = indexOfSeat(state, seat);
  if (state.run === null || !state.run.terms.perSeat) return 'refused';
  if (index < 1 || state.seats[index] !== true) return 'refused';
  state.seats[index] = false;
  return 'accepted';
}
