import type { Instant } from '../../src-shared/billing/instant';
import type { LotTerms } from '../../src-shared/billing/lots/lot';
import { type HeldPart, planCharge, planRelease } from '../../src-shared/billing/lots/plan-entries';
import { lapseOf } from '../../src-shared/billing/plan/account';
import type { Asset, MediaType } from '../../src-shared/jobs/asset';
import type { Failure, Job } from '../../src-shared/jobs/job';
import { write } from '../store/write';
import type { JobPorts } from './job-ports';

/** A result that is safely in the library. */
export type Delivery = {
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly reading: string;
};

/** Charges the hold, adds the asset and ends the job, in one transaction: charged exactly when delivered. */
export function settleDelivered(
  ports: JobPorts,
  job: Job,
  delivery: Delivery,
  at: Instant,
): { job: Job; asset: Asset } {
  const held = ports.ledger.heldParts(job.id, job.held ? job.holds : 0);
  const asset: Asset = {
    id: job.id,
    jobId: job.id,
    sha256: delivery.sha256,
    mediaType: delivery.mediaType,
    bytes: delivery.bytes,
    width: delivery.width,
    height: delivery.height,
    createdAt: at,
    removedAt: null,
  };
  return write(ports.database, () => {
    ports.post(planCharge(job.id, held, job.price, noLots, at));
    ports.usage.add(job, job.price, at);
    ports.assets.insert({
      id: asset.id,
      job: asset.jobId,
      sha256: asset.sha256,
      media_type: asset.mediaType,
      bytes: asset.bytes,
      width: asset.width,
      height: asset.height,
      created_at: asset.createdAt,
      removed_at: null,
      reading: delivery.reading,
    });
    return { job: ports.jobs.move(job, { kind: 'done', endedAt: at }), asset };
  });
}

/** The whole hold is charged: no lot's terms are needed for a release. */
const noLots: ReadonlyMap<string, LotTerms> = new Map();

/** Ends a job without a result. What was processed is charged whatever came of it (B8); else nothing is. */
export function settleFailed(ports: JobPorts, job: Job, failure: Failure, at: Instant): Job {
  const held = ports.ledger.heldParts(job.id, job.held ? job.holds : 0);
  const entries = failure.processed
    ? planCharge(job.id, held, job.price, noLots, at)
    : planRelease(job.id, held, lotsOf(ports, held), at, job.holds);
  return write(ports.database, () => {
    ports.post(entries);
    if (failure.processed) ports.usage.add(job, job.price, at);
    return ports.jobs.move(job, { kind: 'failed', endedAt: at, failure });
  });
}

/** Ends jobs that were never processed, all in one transaction: their holds go back (B8). */
export function settleCancelled(ports: JobPorts, jobs: readonly Job[], at: Instant): Job[] {
  return write(ports.database, () =>
    jobs.map((job) => {
      const held = ports.ledger.heldParts(job.id, job.held ? job.holds : 0);
      ports.post(planRelease(job.id, held, lotsOf(ports, held), at, job.holds));
      return ports.jobs.move(job, { kind: 'cancelled', endedAt: at });
    }),
  );
}

function lotsOf(ports: JobPorts, held: readonly HeldPart[]): Map<string, LotTerms> {
  const lots = new Map<string, LotTerms>();
  const account = ports.plans.account();
  for (const { lotId } of held) {
    const lot = ports.ledger.lot(lotId);
    // Credit that its plan has taken meanwhile does not come back (A13, B6).
    if (lot !== null) lots.set(lotId, { ...lot, expiresAt: lapseOf(account, lot) });
  }
  return lots;
}
