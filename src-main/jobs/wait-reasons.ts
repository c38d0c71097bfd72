import type { Job, WaitReason } from '../../src-shared/jobs/job';
import type { Engine } from '../engines/engine';
import { engineFor } from './engine-for';

type Circumstances = {
  readonly paused: boolean;
  readonly blocked: { readonly folder: string; readonly reason: string } | null;
  readonly engines: readonly Engine[];
};

/** Why each waiting job does not run now, by job id: worked out when shown, never stored. */
export function waitReasonsOf(
  unfinished: readonly Job[],
  circumstances: Circumstances,
): Record<string, WaitReason> {
  const reasons: Record<string, WaitReason> = {};
  let ahead = 0;
  for (const job of unfinished) {
    if (job.state.kind === 'waiting') reasons[job.id] = reasonFor(job, ahead, circumstances);
    ahead += 1;
  }
  return reasons;
}

function reasonFor(
  job: Job,
  ahead: number,
  { paused, blocked, engines }: Circumstances,
): WaitReason {
  if (paused) return { kind: 'paused' };
  if (blocked !== null) {
    const message = `The folder ${blocked.folder} can't be written (${blocked.reason}).`;
    return { kind: 'library-unwritable', message };
  }
  if (!job.held) return { kind: 'needs-credit', credits: job.price };
  const engine = engineFor(engines, job.request);
  if (engine === null) return { kind: 'engine-missing', message: 'No engine makes this.' };
  const health = engine.health();
  if (health.kind === 'missing') return { kind: 'engine-missing', message: health.message };
  return { kind: 'its-turn', ahead };
}
