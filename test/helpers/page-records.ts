import { credits } from '../../src-shared/billing/credits';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lots/lot';
import type { Balance, StatementLine } from '../../src-shared/contract/credits';
import type { GalleryItem } from '../../src-shared/contract/gallery';
import type { WorkspaceState } from '../../src-shared/contract/workspace';
import type { Asset } from '../../src-shared/jobs/asset';
import type { ImageRequest } from '../../src-shared/jobs/image-request';
import type { Job, JobState } from '../../src-shared/jobs/job';
import { aiStudios, quoteOf } from './cards';

/** Any instant; the others of a record follow it by milliseconds. */
const beginning = 1_770_000_000_000;

export function at(milliseconds: number): Instant {
  return instant(beginning + milliseconds);
}

export const anyRequest: ImageRequest = {
  tool: 'image',
  prompt: 'a heron in the reeds',
  negativePrompt: '',
  style: 'ink',
  model: 'image-generator',
  quality: 'basic',
  width: 512,
  height: 512,
  seed: 7,
};

type JobParts = Partial<Omit<Job, 'request'>> & { readonly request?: Partial<ImageRequest> };

/** A waiting job, as the main process would tell the page of it, with `parts` instead of the usual. */
export function jobWith({ request, ...parts }: JobParts & { readonly id: string }): Job {
  return {
    batchId: `batch of ${parts.id}`,
    index: 0,
    batchSize: 1,
    request: { ...anyRequest, ...request },
    quote: quoteOf(aiStudios, { count: 1 }),
    price: credits(1),
    held: true,
    holds: 1,
    seat: 'seat-1',
    state: { kind: 'waiting' },
    createdAt: at(0),
    parentId: null,
    ...parts,
  };
}

export function doneAt(milliseconds: number): JobState {
  return { kind: 'done', endedAt: at(milliseconds) };
}

export const failedUnprocessed: JobState = {
  kind: 'failed',
  endedAt: at(5),
  failure: { code: 'engine-crashed', message: 'The painter stopped.', processed: false },
};

/** A picture in the gallery, delivered `milliseconds` after the beginning. */
export function assetWith(id: string, milliseconds: number, parts: Partial<Asset> = {}): Asset {
  return {
    id,
    jobId: `job of ${id}`,
    sha256: 'ab'.repeat(32),
    mediaType: 'image/png',
    bytes: 1000,
    width: 512,
    height: 512,
    createdAt: at(milliseconds),
    removedAt: null,
    ...parts,
  };
}

export function itemWith(id: string, milliseconds: number): GalleryItem {
  const asset = assetWith(id, milliseconds);
  return { asset, job: jobWith({ id: asset.jobId, state: doneAt(milliseconds) }) };
}

type Begun = Extract<WorkspaceState, { kind: 'begun' }>;

/** A workspace on AI Studios' free plan, with `parts` instead of the usual. */
export function begunWith(parts: Partial<Begun> = {}): Begun {
  return {
    kind: 'begun',
    card: aiStudios,
    planId: 'free',
    cadence: 'monthly',
    seat: { id: 'seat-1', name: '' },
    testClock: false,
    timeZone: 'Europe/Zurich',
    begunAt: at(0),
    renewal: { at: at(1000), credits: credits(16) },
    renewsSoon: [],
    clockBehind: 0,
    ...parts,
  };
}

/** A lot of one seat with all its credit available. */
function lotOf(amount: number, parts: Partial<Lot> = {}): Lot {
  return {
    id: 'lot',
    wallet: { id: 'seat', kind: 'seat' },
    source: 'base',
    startsAt: at(-1000),
    expiresAt: at(1_000_000),
    granted: credits(amount),
    available: credits(amount),
    held: credits(0),
    spent: credits(0),
    expired: credits(0),
    ...parts,
  };
}

export function balanceOf(amount: number): Balance {
  const lots = amount > 0 ? [lotOf(amount)] : [];
  return { at: at(0), available: credits(amount), held: credits(0), lots };
}

/** A statement's lines by their numbers, newest first as they are given. */
export function statementLines(...numbers: number[]): StatementLine[] {
  return numbers.map((number) => ({
    number,
    id: `entry ${number}`,
    kind: 'grant',
    at: at(number),
    credits: credits(1),
    availableAfter: credits(number),
    heldAfter: credits(0),
    lot: { id: 'lot', source: 'base', wallet: 'seat', expiresAt: at(1_000_000) },
    job: null,
    explanation: 'granted',
  }));
}
