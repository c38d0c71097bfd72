import { beginWorkspace } from '../../src-main/billing-clock/begin-workspace';
import type { Engine } from '../../src-main/engines/engine';
import type { Library } from '../../src-main/gallery/library';
import type { JobPorts } from '../../src-main/jobs/job-ports';
import type { Submission } from '../../src-main/jobs/submit-job';
import type { EventHub } from '../../src-main/rpc/event-hub';
import { write } from '../../src-main/store/write';
import { openStudio } from '../../src-main/studio';
import { planGrant } from '../../src-shared/billing/lots/plan-entries';
import type { TallyEvent } from '../../src-shared/contract/events';
import { aiStudios } from '../helpers/cards';
import { scriptedEngine, tinyPicture } from '../helpers/scripted-engine';
import { foxRequest } from '../helpers/test-studio';
import { now, plenty } from './open-ledger';

export type BenchStudio = {
  readonly ports: JobPorts;
  readonly events: EventHub<TallyEvent>;
  close(): Promise<void>;
};

/** The real studio on real files, its plan begun and the ample lot granted; its clock stands still. */
export async function openBenchStudio(folder: string): Promise<BenchStudio> {
  const opened = await openStudio({
    dataFolder: folder,
    clock: { now: () => now },
    // The first hash is made of it: both sides of a row must begin alike.
    newId: () => '00000000-0000-4000-8000-000000000000',
    engines: [instantEngine],
    saveDialog: async () => null,
    report: (error) => {
      throw error;
    },
  });
  if (opened.kind === 'unusable') throw new Error(`the data folder is ${opened.reason}`);
  const { studio } = opened;
  const ports: JobPorts = { ...studio.ports, library: libraryThatWritesNothing };
  if (ports.plans.account().subscription === null) begin(ports);
  return { ports, events: studio.events, close: () => studio.close() };
}

function begin(ports: JobPorts): void {
  const choice = {
    cardId: 'ai-studios',
    planId: 'free',
    cadence: 'monthly',
    timeZone: 'UTC',
  } as const;
  const refusal = beginWorkspace(ports, [aiStudios], choice);
  if (refusal !== null) throw new Error(refusal.code);
  write(ports.database, () =>
    ports.post([planGrant({ terms: plenty, cause: { kind: 'order', order: 'bench' } })]),
  );
}

/** A submission of the scripted fox at its price on the card: one credit a picture (A1). */
export function submissionOf(batchId: string, count: number): Submission {
  return {
    batchId,
    request: foxRequest,
    count,
    accepted: { card: { id: aiStudios.id, version: aiStudios.version }, total: count },
    parentJob: null,
  };
}

const picture = tinyPicture(7);

/** Delivers at once, so that what is measured is Tally's own work. */
const instantEngine: Engine = {
  ...scriptedEngine(),
  async *run() {
    yield { kind: 'accepted' };
    const size = { width: 1, height: 1 };
    return { kind: 'produced', mediaType: 'image/png', bytes: picture, reading: '', ...size };
  },
};

/** Files are not what is measured. */
const libraryThatWritesNothing: Library = {
  folder: 'nowhere',
  save: async (bytes) => ({ kind: 'saved', sha256: 'f'.repeat(64), bytes: bytes.byteLength }),
  check: async () => null,
  pathOf: (sha256) => sha256,
  has: () => false,
  thumbnailOf: (sha256) => sha256,
  saveThumbnail: async () => undefined,
  conditionOf: async () => 'missing',
  readFile: async () => ({ kind: 'missing' }),
  copyTo: async () => ({ kind: 'missing' }),
  everyName: async () => ({ kind: 'names', names: [] }),
  setAside: async (sha256, target) => ({ kind: 'moved', path: `${target}/${sha256}` }),
  sweep: async () => ({ kind: 'swept', removed: [] }),
};
