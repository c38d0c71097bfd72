import { assertNever } from '../../src-shared/assert-never';
import type { GivenWarning, Remedy } from '../../src-shared/billing/advice';
import { type Instant, isoOf } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lot';
import type { PricedRequest, Quote } from '../../src-shared/billing/quote';
import type { Plan, RateCard } from '../../src-shared/billing/rate-card';
import type { Receipt } from '../../src-shared/billing/receipt';
import type { Balance, StatementLine, Verification } from '../../src-shared/contract/credits';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Asset } from '../../src-shared/jobs/asset';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import {
  type Failure,
  hasEnded,
  type Job,
  settlementOf,
  type WaitReason,
} from '../../src-shared/jobs/job';
import { isRetryable, type Refusal } from '../../src-shared/refusal';
import type { Json, JsonObject } from './json';
import { refusalSentence } from './refusal-text';

/*
 * What scripts rely on, written out type by type so that a change inside Tally never changes it by
 * accident: amounts are integers, instants ISO 8601, refusals known by their code.
 */

export function requestJson(request: ImageRequest): JsonObject {
  const { tool, prompt, negativePrompt, style, model, quality, width, height, seed } = request;
  return { tool, prompt, negativePrompt, style, model, quality, width, height, seed };
}

export function jobJson(job: Job): JsonObject {
  const { id, batchId, index, batchSize, request, price, state, createdAt, parentId } = job;
  return {
    id,
    batchId,
    index,
    batchSize,
    state: state.kind,
    settlement: settlementOf(state),
    price,
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

export function waitReasonJson(reason: WaitReason): JsonObject {
  switch (reason.kind) {
    case 'its-turn':
      return { kind: reason.kind, ahead: reason.ahead };
    case 'paused':
      return { kind: reason.kind };
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
    removedAt: instantJson(removedAt),
  };
}

export function galleryItemJson({ asset, job }: GalleryItem): JsonObject {
  return { ...assetJson(asset), price: job.price, request: requestJson(job.request) };
}

export function lotJson(lot: Lot): JsonObject {
  const { id, wallet, source, granted, available, held, spent, expired } = lot;
  return {
    id,
    wallet: { id: wallet.id, kind: wallet.kind },
    source,
    startsAt: isoOf(lot.startsAt),
    expiresAt: isoOf(lot.expiresAt),
    granted,
    available,
    held,
    spent,
    expired,
  };
}

export function balanceJson(balance: Balance): JsonObject {
  const { at, available, held, lots } = balance;
  return { at: isoOf(at), available, held, lots: lots.map(lotJson) };
}

export function statementLineJson(line: StatementLine): JsonObject {
  const { number, id, kind, at, credits, availableAfter, heldAfter, lot, job, explanation } = line;
  return {
    number,
    id,
    kind,
    at: isoOf(at),
    credits,
    availableAfter,
    heldAfter,
    lot: {
      id: lot.id,
      source: lot.source,
      wallet: lot.wallet,
      expiresAt: isoOf(lot.expiresAt),
    },
    job:
      job === null
        ? null
        : {
            id: job.id,
            prompt: job.prompt,
            model: job.model,
            quality: job.quality,
            state: job.state,
          },
    explanation,
  };
}

export function quoteJson(quote: Quote): JsonObject {
  const { card, tool, model, quality, count, units, unit, price, each, total, rule } = quote;
  return {
    card: { id: card.id, version: card.version },
    tool,
    model,
    quality,
    count,
    units,
    unit,
    price: { credits: price.credits, per: price.per },
    each,
    total,
    rule,
  };
}

export function receiptJson(receipt: Receipt, remedies: readonly Remedy[]): JsonObject {
  switch (receipt.kind) {
    case 'payable':
      return {
        kind: receipt.kind,
        before: receipt.before,
        after: receipt.after,
        payments: receipt.payments.map(({ lotId, source, wallet, expiresAt, credits }) => ({
          lotId,
          source,
          wallet,
          expiresAt: isoOf(expiresAt),
          credits,
        })),
      };
    case 'short':
      return {
        kind: receipt.kind,
        before: receipt.before,
        missing: receipt.missing,
        remedies: remedies.map(remedyJson),
      };
    default:
      return assertNever(receipt);
  }
}

export function remedyJson(remedy: Remedy): JsonObject {
  switch (remedy.kind) {
    case 'fewer':
      return { kind: remedy.kind, count: remedy.count, total: remedy.total };
    case 'cheaper':
      return {
        kind: remedy.kind,
        request: pricedRequestJson(remedy.request),
        total: remedy.total,
      };
    case 'add-on': {
      const { id, name, credits, priceCents } = remedy.addOn;
      return { kind: remedy.kind, id, name, credits, priceCents };
    }
    case 'pack': {
      const { id, name, credits, priceCents } = remedy.pack;
      return { kind: remedy.kind, id, name, credits, priceCents };
    }
    case 'wait':
      return { kind: remedy.kind, renewsAt: isoOf(remedy.renewsAt), credits: remedy.credits };
    default:
      return assertNever(remedy);
  }
}

function pricedRequestJson(request: PricedRequest): JsonObject {
  const { tool, model, quality, count, seconds } = request;
  return { tool, model, quality, count, seconds };
}

export function warningJson({ situation, text }: GivenWarning): JsonObject {
  return { situation, text };
}

export function workspaceJson(state: WorkspaceState): JsonObject {
  if (state.kind === 'new') return { kind: state.kind };
  const { kind, card, planId, cadence, timeZone, begunAt, renewal, clockBehind } = state;
  return {
    kind,
    card: { id: card.id, version: card.version },
    plan: planId,
    cadence,
    timeZone,
    begunAt: isoOf(begunAt),
    renewal: { at: isoOf(renewal.at), credits: renewal.credits },
    clockBehindMilliseconds: clockBehind,
  };
}

export function cardJson(card: RateCard): JsonObject {
  return {
    id: card.id,
    version: card.version,
    name: card.name,
    figures: card.figures,
    plans: card.plans.map(planJson),
    models: card.models.map(({ id, name, tools, qualities, merit, longestSide }) => ({
      id,
      name,
      tools,
      qualities,
      merit,
      longestSide,
    })),
  };
}

function planJson(plan: Plan): JsonObject {
  return {
    id: plan.id,
    name: plan.name,
    kind: plan.kind,
    perSeat: plan.perSeat,
    monthly: cadenceJson(plan.monthly),
    annual: cadenceJson(plan.annual),
  };
}

function cadenceJson(cadence: Plan['monthly']): Json {
  if (cadence === null) return null;
  const { grant, priceCents } = cadence;
  if (grant.kind === 'contract') return { credits: null, everyMonths: null, priceCents };
  return { credits: grant.credits, everyMonths: grant.everyMonths, priceCents };
}

export function verificationJson(
  verification: Exclude<Verification, { kind: 'progress' }>,
): JsonObject {
  switch (verification.kind) {
    case 'sound': {
      const { kind, entries, head, files } = verification;
      return { kind, entries, head, files };
    }
    case 'broken': {
      const { kind, at, message } = verification;
      return { kind, at, message };
    }
    default:
      return assertNever(verification);
  }
}

/** A refusal: its code and facts, whether the same call may succeed later, and a sentence. */
export function refusalJson(refusal: Refusal): JsonObject {
  const { code, ...facts } = refusalFacts(refusal);
  const message = refusalSentence(refusal);
  return { code, message, retryable: isRetryable(refusal.code), ...facts };
}

/** Instants only occur in the two refusals that are written out; the facts of all others are plain. */
function refusalFacts(refusal: Refusal): JsonObject & { readonly code: string } {
  switch (refusal.code) {
    case 'not-enough-credits': {
      const { code, needed, available, missing, remedies } = refusal;
      return { code, needed, available, missing, remedies: remedies.map(remedyJson) };
    }
    case 'price-changed':
      return { code: refusal.code, quote: quoteJson(refusal.quote) };
    default:
      return { ...refusal };
  }
}

function instantJson(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
