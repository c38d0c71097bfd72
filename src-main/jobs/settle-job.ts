import type { LotTerms } from '../../src-shared/billing/lot';
import { type HeldPart, planCharge, planRelease } from '../../src-shared/billing/plan-entries';
import type { Asset } from '../../src-shared/jobs/asset';
import type { Failure, Job } from '../../src-shared/jobs/job';
import { write } from '../store/write';
import type { JobPorts } from './job-ports';

/** A result that is safely in the library. */
export type Delivery = {
  readonly sha256: string;
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
): { job: Job; asset: Asset } {
  const at = ports.time.now();
  const held = ports.ledger.heldParts(job.id);
  const asset: Asset = {
    id: job.id,
    jobId: job.id,
    sha256: delivery.sha256,
    mediaType: 'image/png',
    bytes: delivery.bytes,
    width: delivery.width,
    height: delivery.height,
    createdAt: at,
    removedAt: null,
  };
  return write(ports.database, () => {
    ports.post(planCharge(job.id, held, job.price, noLots, at));
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
export function settleFailed(ports: JobPorts, job: Job, failure: Failure): Job {
  const at = ports.time.now();
  const held = ports.ledger.heldParts(job.id);
  const entries = failure.processed
    ? planCharge(job.id, held, job.price, noLots, at)
    : planRelease(job.id, held, lotsOf(ports, held), at);
  return write(ports.database, () => {
    ports.post(entries);
    return ports.jobs.move(job, { kind: 'failed', endedAt: at, failure });
  });
}

/** Ends jobs that were never processed, all in one transaction: their holds go back (B8). */
export function settleCancelled(ports: JobPorts, jobs: readonly Job[]): Job[] {
  const at = ports.time.now();
  return write(ports.database, () =>
    jobs.map((job) => {
      const held = ports.ledger.heldParts(job.id);
      ports.post(planRelease(job.id, held, lotsOf(ports, held), at));
      return ports.jobs.move(job, { kind: 'cancelled', endedAt: at });
    }),
  );
}

function lotsOf(ports: JobPorts, held: readonly HeldPart[]): Map<string, LotTerms> {
  const lots = new Map<string, LotTerms>();
  for (const { lotId } of held) {
    const lot = ports.ledger.lot(lotId);
    if (lot !== null) lots.set(lotId, lot);
  }
  return lots;
}
