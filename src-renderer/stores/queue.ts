import { create } from 'zustand';
import type { QueueState } from '../../src-shared/contract/jobs';
import { hasEnded, type Job, type WaitReason } from '../../src-shared/jobs/job';

/** What is seen of a job while it runs. */
type JobProgress = {
  readonly fraction: number;
  /** In milliseconds; null while there is nothing to judge by. */
  readonly remaining: number | null;
  /** A data URL; null before the first one. */
  readonly preview: string | null;
};

type QueueStore = {
  readonly loaded: boolean;
  readonly paused: boolean;
  /** In the order in which they run; ended jobs stay where they were. */
  readonly jobs: ReadonlyMap<string, Job>;
  readonly waitReasons: Readonly<Record<string, WaitReason>>;
  readonly progress: Readonly<Record<string, JobProgress>>;
  /** The batch in the middle of the Create screen; null before the first. */
  readonly shownBatch: string | null;
  load: (queue: QueueState) => void;
  change: (jobs: readonly Job[]) => void;
  setWaiting: (paused: boolean, waitReasons: QueueStore['waitReasons']) => void;
  advance: (jobId: string, progress: JobProgress) => void;
  showBatch: (batchId: string) => void;
};

/** So many ended jobs are kept; older ones are in the gallery and the statement. */
const mostEnded = 200;

/** The jobs that have not ended and the newest that have: copies from the main process. */
export const queueStore = create<QueueStore>()((set) => ({
  loaded: false,
  paused: false,
  jobs: new Map(),
  waitReasons: {},
  progress: {},
  shownBatch: null,
  load: ({ jobs, paused, waitReasons }) =>
    set((store) => ({
      loaded: true,
      paused,
      waitReasons,
      jobs: new Map(jobs.map((job) => [job.id, job])),
      shownBatch: store.shownBatch ?? batchToShow(jobs),
    })),
  change: (changed) =>
    set((store) => {
      const jobs = new Map(store.jobs);
      const progress = { ...store.progress };
      const fresh = changed.filter((job) => !jobs.has(job.id));
      for (const job of changed) {
        jobs.set(job.id, job);
        if (job.state.kind !== 'running') delete progress[job.id];
      }
      const shownBatch = newestBatch(fresh) ?? store.shownBatch;
      return { jobs: withoutOldest(jobs), progress, shownBatch };
    }),
  setWaiting: (paused, waitReasons) => set({ paused, waitReasons }),
  advance: (jobId, next) =>
    set((store) => {
      const preview = next.preview ?? store.progress[jobId]?.preview ?? null;
      return { progress: { ...store.progress, [jobId]: { ...next, preview } } };
    }),
  showBatch: (shownBatch) => set({ shownBatch }),
}));

/** The batch that is being made, or the newest there is. */
function batchToShow(jobs: readonly Job[]): string | null {
  const running = jobs.find((job) => job.state.kind === 'running');
  return running?.batchId ?? newestBatch(jobs);
}

function newestBatch(jobs: readonly Job[]): string | null {
  let newest: Job | null = null;
  for (const job of jobs) if (newest === null || job.createdAt >= newest.createdAt) newest = job;
  return newest?.batchId ?? null;
}

function withoutOldest(jobs: Map<string, Job>): Map<string, Job> {
  for (const job of endedJobs(jobs).slice(mostEnded)) jobs.delete(job.id);
  return jobs;
}

/** The jobs that have not ended, in the order in which they run. */
export function openJobs(jobs: ReadonlyMap<string, Job>): Job[] {
  return [...jobs.values()].filter((job) => !hasEnded(job.state.kind));
}

/** The jobs that have ended, the newest first. */
export function endedJobs(jobs: ReadonlyMap<string, Job>): Job[] {
  return [...jobs.values()]
    .filter((job) => hasEnded(job.state.kind))
    .sort((left, right) => endOf(right) - endOf(left));
}

/** The outputs of a batch in their order. */
export function jobsOfBatch(jobs: ReadonlyMap<string, Job>, batchId: string | null): Job[] {
  return [...jobs.values()]
    .filter((job) => job.batchId === batchId)
    .sort((left, right) => left.index - right.index);
}

function endOf(job: Job): number {
  return 'endedAt' in job.state ? job.state.endedAt : 0;
}
