import { charge, hold, type Job, release } from './credit';
import type { Outcome } from './operations';
import { isActive, type State } from './state';

/** Takes the whole hold of a new job, or refuses it; its id is used up in either case. */
export function submit(state: State, id: string, seat: string, price: number): Outcome {
  if (state.usedJobIds.has(id)) return 'refused';
  state.usedJobIds.add(id);
  if (!Number.isInteger(price) || price < 0 || !isActive(state, seat)) return 'refused';
  const job: Job = { id, seat, price, state: 'waiting', hold: null };
  hold(job, state.lots);
  if (job.hold === null) return 'refused';
  state.jobs.push(job);
  return 'accepted';
}

function jobIn(state: State, id: string, states: readonly Job['state'][]): Job | null {
  return state.jobs.find((job) => job.id === id && states.includes(job.state)) ?? null;
}

export function begin(state: State, id: string): Outcome {
  const job = jobIn(state, id, ['waiting']);
  if (job === null || job.hold === null) return 'refused';
  job.state = 'running';
  return 'accepted';
}

/** The engine did the work: charged, whatever it is worth (B8). */
export function deliver(state: State, id: string): Outcome {
  const job = jobIn(state, id, ['running']);
  if (job === null) return 'refused';
  job.state = 'done';
  charge(job);
  return 'accepted';
}

/** The work was never done: nothing is charged (B8). */
export function fail(state: State, id: string): Outcome {
  const job = jobIn(state, id, ['running']);
  if (job === null) return 'refused';
  job.state = 'failed';
  release(job);
  return 'accepted';
}

export function cancel(state: State, id: string): Outcome {
  const job = jobIn(state, id, ['waiting', 'running']);
  if (job === null) return 'refused';
  job.state = 'cancelled';
  release(job);
  return 'accepted';
}
