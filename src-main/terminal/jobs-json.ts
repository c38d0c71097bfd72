import { assertNever } from '../../src-shared/assert-never';
import { isoOf } from '../../src-shared/billing/instant';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { Asset } from '../../src-shared/jobs/asset';
import {
  type Failure,
  hasEnded,
  type Job,
  settlementOf,
  type WaitReason,
} from '../../src-shared/jobs/job';
import type { Request } from '../../src-shared/jobs/request';
import type { JsonObject } from './json';

/** What was asked for, field by field: all of it is plain data. */
export function requestJson(request: Request): JsonObject {
  return { ...request };
}

export function jobJson(job: Job): JsonObject {
  const { id, batchId, index, batchSize, request, price, seat, state, createdAt, parentId } = job;
  return {
    id,
    batchId,
    index,
    batchSize,
    state: state.kind,
    settlement: settlementOf(job),
    price,
    seat,
    request: requestJson(request),
    createdAt: isoOf(createdAt),
    startedAt: 'startedAt' in state ? isoOf(state.startedAt) : null,
    endedAt: 'endedAt' in state ? isoOf(state.endedAt) : null,
    failure: state.kind === 'failed' ? failureJson(state.failure) : null,
    retryOf: parentId,
  };
}

function failureJson({ code, message, processed }: Failure): JsonObject {
  return { code, message, processed };
}

/** A job of the queue; `waitsFor` is null unless it is waiting. */
export function queuedJobJson(job: Job, reason: WaitReason | undefined): JsonObject {
  const waits = reason !== undefined && !hasEnded(job.state.kind);
  return { ...jobJson(job), waitsFor: waits ? waitReasonJson(reason) : null };
}

function waitReasonJson(reason: WaitReason): JsonObject {
  switch (reason.kind) {
    case 'its-turn':
      return { kind: reason.kind, ahead: reason.ahead };
    case 'paused':
      return { kind: reason.kind };
    case 'needs-credit':
      return { kind: reason.kind, credits: reason.credits };
    case 'engine-missing':
    case 'library-unwritable':
      return { kind: reason.kind, message: reason.message };
    default:
      return assertNever(reason);
  }
}

export function assetJson(asset: Asset): JsonObject {
  const { id, jobId, sha256, mediaType, bytes, width, height, createdAt, removedAt } = asset;
  return {
    id,
    jobId,
    sha256,
    mediaType,
    bytes,
    width,
    height,
    createdAt: isoOf(createdAt),
    removedAt: removedAt === null ? null : isoOf(removedAt),
  };
}

export function galleryItemJson({ asset, job }: GalleryItem): JsonObject {
  return { ...assetJson(asset), price: job.price, request: requestJson(job.request) };
}
