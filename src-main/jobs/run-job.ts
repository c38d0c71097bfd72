import type { Job } from '../../src-shared/jobs/job';
import { inputsOf } from '../../src-shared/jobs/request';
import type { Engine, EngineEvent, EngineOutcome } from '../engines/engine';
import { embedRecord } from '../gallery/delivery-record';
import { mediaTypeOfFile } from '../gallery/media-type';
import type { JobPorts } from './job-ports';
import { readInput } from './read-input';
import type { Delivery } from './settle-job';

/** Why the signal of a run was aborted; the first reason counts. */
export const stopReasons = { cancelled: 'cancelled', interrupted: 'interrupted' } as const;

/** How running a job ended, before anything is settled. */
export type RunEnd =
  | { readonly kind: 'delivered'; readonly delivery: Delivery }
  /** The result exists but the library can't take it now: nothing is charged, the job waits. */
  | { readonly kind: 'unsaved'; readonly folder: string; readonly reason: string }
  /** The engine gave bytes that are no picture: nothing was delivered, nothing is charged. */
  | { readonly kind: 'unreadable' }
  /** Tally closes, which is not cancelling: the job waits for the next start under its hold. */
  | { readonly kind: 'interrupted' }
  | Exclude<EngineOutcome, { kind: 'produced' }>;

/**
 * Lets the engine work and saves its result, with no transaction open. The file is on the disk for
 * good before anybody is told.
 */
export async function runJob(
  engine: Engine,
  ports: Pick<JobPorts, 'library' | 'inputs' | 'identity' | 'jobs'>,
  job: Job,
  signal: AbortSignal,
  tell: (event: EngineEvent) => void,
): Promise<RunEnd> {
  const { library, identity } = ports;
  const inputs = await gatherInputs(ports, job);
  if (inputs === null) return inputsGone;
  const run = engine.run({ jobId: job.id, request: job.request, inputs }, signal);
  let thumbnail: Uint8Array | null = null;
  let step = await run.next();
  while (step.done !== true) {
    tell(step.value);
    if (step.value.kind === 'preview' && step.value.mediaType === 'image/webp') {
      thumbnail = step.value.bytes;
    }
    step = await run.next();
  }
  const outcome = step.value;
  if (outcome.kind === 'cancelled' && signal.reason === stopReasons.interrupted) {
    return { kind: 'interrupted' };
  }
  if (outcome.kind !== 'produced') return outcome;
  const { mediaType, width, height, reading } = outcome;
  if (mediaTypeOfFile(outcome.bytes) !== mediaType) return { kind: 'unreadable' };
  const facts = {
    workspaceId: identity.workspaceId,
    engine: engine.capabilities.id,
    reading,
    prompts: ports.jobs.promptsOfBatch(job.batchId),
  };
  const saved = await library.save(embedRecord(outcome, job, facts), mediaType);
  if (saved.kind === 'unwritable') {
    // Whoever has cancelled meanwhile does not want it made again.
    if (signal.reason === stopReasons.cancelled) return { kind: 'cancelled' };
    return { kind: 'unsaved', folder: saved.folder, reason: saved.reason };
  }
  const { sha256, bytes } = saved;
  if (thumbnail !== null) await library.saveThumbnail(sha256, thumbnail);
  return { kind: 'delivered', delivery: { sha256, mediaType, bytes, width, height, reading } };
}

const inputsGone: RunEnd = {
  kind: 'refused',
  code: 'engine-refused',
  message: 'A picture that this is made from is not in the library any more.',
};

/** The files that the request names; null when one of them is gone. */
async function gatherInputs(
  ports: Pick<JobPorts, 'library' | 'inputs'>,
  { request }: Job,
): Promise<Map<string, Uint8Array> | null> {
  const inputs = new Map<string, Uint8Array>();
  for (const sha256 of inputsOf(request)) {
    const file = await readInput(ports, sha256);
    if (file === null) return null;
    inputs.set(sha256, file);
  }
  return inputs;
}
