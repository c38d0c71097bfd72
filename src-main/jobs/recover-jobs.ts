import type { Job } from '../../src-shared/jobs/job';
import { write } from '../store/write';
import { engineFor } from './engine-for';
import type { JobPorts } from './job-ports';

export type Recovery = {
  /** Jobs that were cut off and will run again under their old hold. */
  readonly requeued: readonly Job[];
  /** Jobs of which it is not known whether they were processed: their holds stay. */
  readonly unknown: readonly Job[];
};

/**
 * Puts in order what the last end of Tally, of whatever kind, left behind. A job that was running
 * was not settled, so nothing was charged: in a built-in engine it runs again under its old hold, in
 * any other it is unknown until the engine has been asked.
 */
export function recoverJobs(ports: JobPorts): Recovery {
  const cutOff = ports.jobs.unfinished().filter((job) => job.state.kind === 'running');
  const recovered = write(ports.database, () => cutOff.map((job) => recover(ports, job)));
  return {
    requeued: recovered.filter((job) => job.state.kind === 'waiting'),
    unknown: recovered.filter((job) => job.state.kind === 'unknown'),
  };
}

function recover(ports: JobPorts, job: Job): Job {
  const engine = engineFor(ports.engines, job.request);
  if (engine?.repeatable === true) return ports.jobs.move(job, { kind: 'waiting' });
  const startedAt = job.state.kind === 'running' ? job.state.startedAt : job.createdAt;
  return ports.jobs.move(job, { kind: 'unknown', startedAt });
}
