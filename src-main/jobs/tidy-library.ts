import { dirname, join } from 'node:path';
import { assertNever } from '../../src-shared/assert-never';
import { add, type Credits, noCredits } from '../../src-shared/billing/credits';
import type { PictureCount } from '../../src-shared/contract/proof';
import { type DeliveryRecord, readRecord } from '../gallery/delivery-record';
import { mediaTypeOfFile } from '../gallery/media-type';
import { adoptDelivery, type Stray } from './adopt-delivery';
import { bringBack } from './bring-back';
import type { JobPorts } from './job-ports';

export type TidiedLibrary = {
  /** Whether every picture was seen to; one that can't be read or moved now is tried again at the next start. */
  readonly complete: boolean;
  /** Files that a crash left behind, removed. */
  readonly sweptFiles: number;
  /** Pictures made after an older backup, charged again. */
  readonly charged: PictureCount;
  /** Those that could not be paid, moved into `folder`. */
  readonly unpaid: PictureCount & { readonly folder: string };
  /** Pictures of which the ledger knows nothing and must not, moved into `folder`. */
  readonly setAside: { readonly pictures: number; readonly folder: string };
};

/** A picture that no delivery points to. */
type Unpointed = {
  readonly sha256: string;
  /** Null where the disk gives out no sound picture. */
  readonly bytes: Uint8Array | null;
  readonly record: DeliveryRecord | null;
};

/**
 * Sees to the pictures in the library that no delivery points to. What a crash left behind between saving and charging is
 * removed, for its job is made again. A picture whose job the ledger has never heard of is never removed: if the ledger is
 * known to be `older` than what was signed, it is charged again, oldest first; else, or where the credit does not suffice, it
 * is moved into a folder with a name. A picture that an older state knows is brought back if it was moved out before. Only for a moment at which nothing is being saved.
 */
export async function tidyLibrary(ports: JobPorts, older: boolean): Promise<TidiedLibrary> {
  const { library, assets } = ports;
  const tally = newTally(dirname(library.folder));
  const every = await library.everyName();
  if (every.kind === 'unwritable') return { ...tally, sweptFiles: 0, complete: false };
  if (older && !(await bringBack(ports, every.names))) tally.complete = false;
  const delivered = assets.deliveredFiles();
  const kept = new Set(delivered);
  const strays: Stray[] = [];
  for (const sha256 of every.names.filter((name) => !delivered.has(name))) {
    const file = await readUnpointed(ports, sha256);
    const stray = older ? strayOf(file) : null;
    if (stray === null && !older && !isStrange(ports, file.record)) continue;
    // What is not removed below: also what should be moved and can't be.
    kept.add(sha256);
    if (stray === null) await setAside(ports, tally, sha256);
    else strays.push(stray);
  }
  for (const stray of strays.sort(byAge)) await settle(ports, tally, stray);
  const swept = await library.sweep((sha256) => kept.has(sha256));
  const sweptFiles = swept.kind === 'swept' ? swept.removed.length : 0;
  return { ...tally, sweptFiles };
}

type Tally = {
  -readonly [field in Exclude<keyof TidiedLibrary, 'sweptFiles'>]: TidiedLibrary[field];
};

function newTally(dataFolder: string): Tally {
  return {
    complete: true,
    charged: { pictures: 0, credits: noCredits },
    unpaid: { pictures: 0, credits: noCredits, folder: join(dataFolder, 'pictures-not-paid') },
    setAside: { pictures: 0, folder: join(dataFolder, 'pictures-set-aside') },
  };
}

async function readUnpointed({ library }: JobPorts, sha256: string): Promise<Unpointed> {
  const file = await library.readFile(sha256);
  if (file.kind !== 'file') return { sha256, bytes: null, record: null };
  return { sha256, bytes: file.bytes, record: readRecord(file.bytes) };
}

/** Whether a picture names a job that this ledger has never had: no crash can leave such a one behind. */
function isStrange({ jobs }: JobPorts, record: DeliveryRecord | null): boolean {
  return record !== null && jobs.job(record.job) === null;
}

/** What is needed to charge a picture again; null where it does not tell enough. */
function strayOf({ sha256, bytes, record }: Unpointed): Stray | null {
  const mediaType = bytes === null ? null : mediaTypeOfFile(bytes);
  if (bytes === null || mediaType === null || record?.schema !== 2) return null;
  const { width, height } = record.request;
  return { delivery: { sha256, mediaType, bytes: bytes.byteLength, width, height }, record };
}

function byAge({ record: left }: Stray, { record: right }: Stray): number {
  return (
    left.submittedAt - right.submittedAt ||
    (left.batch < right.batch ? -1 : left.batch > right.batch ? 1 : left.index - right.index)
  );
}

async function settle(ports: JobPorts, tally: Tally, stray: Stray): Promise<void> {
  const adoption = adoptDelivery(ports, stray, ports.clock.settledNow());
  const { sha256 } = stray.delivery;
  switch (adoption.kind) {
    case 'adopted':
      tally.charged = counted(tally.charged, adoption.credits);
      return;
    case 'unpaid':
      await move(ports, tally, sha256, tally.unpaid.folder);
      tally.unpaid = { ...tally.unpaid, ...counted(tally.unpaid, adoption.credits) };
      return;
    case 'unfit':
      await setAside(ports, tally, sha256);
      return;
    default:
      assertNever(adoption);
  }
}

async function setAside(ports: JobPorts, tally: Tally, sha256: string): Promise<void> {
  await move(ports, tally, sha256, tally.setAside.folder);
  tally.setAside = { ...tally.setAside, pictures: tally.setAside.pictures + 1 };
}

async function move(
  { library }: JobPorts,
  tally: Tally,
  sha256: string,
  folder: string,
): Promise<void> {
  const moved = await library.setAside(sha256, folder);
  if (moved.kind === 'unwritable') tally.complete = false;
}

function counted({ pictures, credits }: PictureCount, more: Credits): PictureCount {
  return { pictures: pictures + 1, credits: add(credits, more) };
}
