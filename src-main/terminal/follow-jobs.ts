import { assertNever } from '../../src-shared/assert-never';
import type { TallyEvent } from '../../src-shared/contract/events';
import type { Asset } from '../../src-shared/jobs/asset';
import { hasEnded, type Job, type WaitReason } from '../../src-shared/jobs/job';
import type { TallyClient } from './command';

/** Some jobs as they are by now, with what they delivered. */
export type FollowedJobs = {
  readonly jobs: readonly Job[];
  /** By job id. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** By job id; only what was told so far. */
  readonly fractions: ReadonlyMap<string, number>;
  readonly waitReasons: Readonly<Record<string, WaitReason>>;
};

export type Following = {
  /**
   * `ended`: all have. `stuck`: those left wait for something that only a person can mend.
   * `interrupted`: the signal was aborted. `cut-off`: Tally tells no more.
   */
  readonly kind: 'ended' | 'stuck' | 'interrupted' | 'cut-off';
  readonly followed: FollowedJobs;
};

/** So many ended jobs are looked through for those that ended before they were followed. */
const mostEnded = 500;

/** Follows jobs until each has ended or can't; `onChange` is called after every change of them. */
export async function followJobs(
  tally: TallyClient,
  jobs: readonly Job[],
  signal: AbortSignal,
  onChange: (followed: FollowedJobs) => void,
): Promise<Following> {
  const ending = new AbortController();
  const interrupted = abortOf(signal, ending.signal);
  const events = await tally.events.subscribe(undefined, { signal: ending.signal });
  const view = new JobsView(jobs);
  // Listening begins before the queue is read, so that no change falls between the two.
  let next = events.next();
  try {
    view.take(await tally.jobs.queue({ ended: mostEnded }));
    for (;;) {
      onChange(view);
      if (view.haveEnded) return { kind: 'ended', followed: view };
      if (view.areStuck) return { kind: 'stuck', followed: view };
      const event = await Promise.race([next, interrupted]);
      if (event === 'interrupted') return { kind: 'interrupted', followed: view };
      if (event.done === true) return { kind: 'cut-off', followed: view };
      view.apply(event.value);
      next = events.next();
    }
  } finally {
    ending.abort();
    // What the stream still says, its protest against the abort too, is of no interest any more.
    next.catch(() => undefined);
    events.return(undefined).catch(() => undefined);
  }
}

/** Resolves when `signal` is aborted; forgotten when `until` is. */
function abortOf(signal: AbortSignal, until: AbortSignal): Promise<'interrupted'> {
  return new Promise((resolve) => {
    const onAbort = () => resolve('interrupted');
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true, signal: until });
  });
}

class JobsView implements FollowedJobs {
  readonly #jobs: Map<string, Job>;
  readonly #assets = new Map<string, Asset>();
  readonly #fractions = new Map<string, number>();
  #waitReasons: Readonly<Record<string, WaitReason>> = {};

  constructor(jobs: readonly Job[]) {
    this.#jobs = new Map(jobs.map((job) => [job.id, job]));
  }

  get jobs(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  get assets(): ReadonlyMap<string, Asset> {
    return this.#assets;
  }

  get fractions(): ReadonlyMap<string, number> {
    return this.#fractions;
  }

  get waitReasons(): Readonly<Record<string, WaitReason>> {
    return this.#waitReasons;
  }

  get haveEnded(): boolean {
    return this.jobs.every((job) => hasEnded(job.state.kind));
  }

  get areStuck(): boolean {
    const left = this.jobs.filter((job) => !hasEnded(job.state.kind));
    return left.every(({ id, state }) => {
      if (state.kind === 'waiting') return needsPerson(this.#waitReasons[id]);
      // What became of it may never be told.
      return state.kind === 'unknown';
    });
  }

  take(queue: { jobs: readonly Job[]; waitReasons: Readonly<Record<string, WaitReason>> }): void {
    this.#update(queue.jobs);
    this.#waitReasons = queue.waitReasons;
  }

  apply(event: TallyEvent): void {
    switch (event.kind) {
      case 'jobs-changed':
        this.#update(event.jobs);
        for (const asset of event.assets) {
          if (this.#jobs.has(asset.jobId)) this.#assets.set(asset.jobId, asset);
        }
        return;
      case 'queue-changed':
        this.#waitReasons = event.waitReasons;
        return;
      case 'job-progress':
        if (this.#jobs.has(event.jobId)) this.#fractions.set(event.jobId, event.fraction);
        return;
      case 'workspace-changed':
      case 'assets-changed':
      case 'settings-changed':
      case 'notice':
        return;
      default:
        assertNever(event);
    }
  }

  #update(jobs: readonly Job[]): void {
    for (const job of jobs) if (this.#jobs.has(job.id)) this.#jobs.set(job.id, job);
  }
}

function needsPerson(reason: WaitReason | undefined): boolean {
  return reason !== undefined && reason.kind !== 'its-turn';
}
