import type { BoardState, SceneState } from '../../src-shared/contract/boards';
import { hasEnded, type Job } from '../../src-shared/jobs/job';
import type { Board } from '../../src-shared/storyboard/board';
import type { JobPorts } from '../jobs/job-ports';

type StatePorts = Pick<JobPorts, 'jobs' | 'assets'>;

/** How far a board is: worked out from its batches, never stored, so that it can't be out of step with them. */
export function boardState(ports: StatePorts, board: Board): BoardState {
  const scenes = board.scenes.map(({ id, batches }) => [id, stateOf(ports, batches)] as const);
  return { scenes: Object.fromEntries(scenes), film: stateOf(ports, board.films) };
}

/** The newest that was delivered, the one that is being made, and why the last attempt failed. */
function stateOf({ jobs, assets }: StatePorts, batches: readonly string[]): SceneState {
  const made = batches.flatMap((batch) => jobs.jobsOfBatch(batch)).reverse();
  const newest = made[0] ?? null;
  const asset =
    made
      .filter(({ state }) => state.kind === 'done')
      .map(({ id }) => assets.asset(id))
      .find((each) => each !== null && each.removedAt === null) ?? null;
  return {
    asset,
    job: newest !== null && !hasEnded(newest.state.kind) ? newest.id : null,
    failure: failureOf(newest),
  };
}

function failureOf(job: Job | null): string | null {
  return job?.state.kind === 'failed' ? job.state.failure.message : null;
}
