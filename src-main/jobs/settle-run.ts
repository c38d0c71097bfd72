import { assertNever } from '../../src-shared/assert-never';
import type { Instant } from '../../src-shared/billing/instant';
import type { Asset } from '../../src-shared/jobs/asset';
import type { Job } from '../../src-shared/jobs/job';
import type { JobPorts } from './job-ports';
import type { RunEnd } from './run-job';
import { settleCancelled, settleDelivered, settleFailed } from './settle-job';

/** A job after its run was settled, and what it delivered. */
export type SettledRun = { readonly job: Job; readonly assets: readonly Asset[] };

/** Does what the end of a run means for the job and its hold at `at`, up to which all is settled. Belongs inside `write`. */
export function settleRun(ports: JobPorts, job: Job, end: RunEnd, at: Instant): SettledRun {
  switch (end.kind) {
    case 'delivered': {
      const settled = settleDelivered(ports, job, end.delivery, at);
      return { job: settled.job, assets: [settled.asset] };
    }
    case 'refused': {
      const failure = { code: end.code, message: end.message, processed: false };
      return withoutAsset(settleFailed(ports, job, failure, at));
    }
    case 'unreadable': {
      const message = 'The engine returned something that is not what was asked for.';
      const failure = { code: 'result-unreadable', message, processed: false } as const;
      return withoutAsset(settleFailed(ports, job, failure, at));
    }
    case 'cancelled':
      return withoutAsset(settleCancelled(ports, [job], at)[0] ?? job);
    case 'interrupted':
    case 'unsaved':
      return withoutAsset(ports.jobs.move(job, { kind: 'waiting' }));
    case 'unknown':
      return withoutAsset(ports.jobs.move(job, { kind: 'unknown', startedAt: at }));
    default:
      return assertNever(end);
  }
}

function withoutAsset(job: Job): SettledRun {
  return { job, assets: [] };
}
