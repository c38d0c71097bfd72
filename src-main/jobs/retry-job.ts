import { quote } from '../../src-shared/billing/card/quote';
import { hasEnded } from '../../src-shared/jobs/job';
import { pricedRequestOf } from '../../src-shared/jobs/request';
import type { JobPorts } from './job-ports';
import { type Submitted, submitJob } from './submit-job';

/** Tries an ended job again as a new batch of one, at today's price and with a hold of its own (B8). */
export function retryJob(ports: JobPorts, jobId: string, batchId: string): Submitted {
  const job = ports.jobs.job(jobId);
  if (job === null) return { kind: 'refused', refusal: { code: 'job-unknown', jobId } };
  if (!hasEnded(job.state.kind)) {
    const refusal = { code: 'job-not-retryable', jobId, state: job.state.kind } as const;
    return { kind: 'refused', refusal };
  }
  const card = ports.plans.cardInUse(ports.clock.settledNow());
  if (card === null) return { kind: 'refused', refusal: { code: 'workspace-not-begun' } };
  const { request } = job;
  const priced = quote(card, pricedRequestOf(request, 1));
  if (priced.kind === 'refused') return priced;
  return submitJob(ports, {
    batchId,
    request,
    count: 1,
    accepted: priced.quote,
    parentJob: jobId,
    literal: true,
  });
}
