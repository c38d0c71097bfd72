import type { SeatState } from '../../src-shared/contract/plan';
import { planStore } from '../stores/plan';

/** A workspace of several seats, each with credit of its own. */
export type Team = { readonly seats: readonly SeatState[]; readonly working: SeatState };

/** The team, and who of it works at this computer; null where one has everything, or as long as nobody knows. */
export function useTeam(): Team | null {
  const plan = planStore((store) => store.plan);
  const working = plan?.seats.find(({ id }) => id === plan.workingSeat);
  if (plan === null || working === undefined || plan.seats.length < 2) return null;
  return { seats: plan.seats, working };
}

/** The name of something that is of all seats together, where there are several. */
export function ofAllSeats(name: string, team: Team | null): string {
  return team === null ? name : `${name}, all seats`;
}
