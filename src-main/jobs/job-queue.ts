import { dirname } from 'node:path';
import type { Instant } from '../../src-shared/billing/instant';
import { spendableBy } from '../../src-shared/billing/lots/burn-order';
import type { Balance } from '../../src-shared/contract/credits';
import type { QueueState } from '../../src-shared/contract/jobs';
import type { Asset } from '../../src-shared/jobs/asset';
import type { Job, WaitReason } from '../../src-shared/jobs/job';
import type { Engine } from '../engines/engine';
import { balanceAt } from '../ledger/read-ledger';
import { isDiskFull } from '../store/sqlite';
import { write } from '../store/write';
import { engineFor } from './engine-for';
import { holdUnheld } from './hold-anew';
import type { JobPorts } from './job-ports';
import { trackProgress } from './job-progress';
import { type RunEnd, runJob, stopReasons } from './run-job';
import { settleCancelled } from './settle-job';
import { settleRun } from './settle-run';
import { throttle } from './throttle';
import { UnheldJobs } from './unheld-jobs';
import { waitReasonsOf } from './wait-reasons';

/** A job at work: how to stop it, and when it has come to rest. */
type Running = {
  readonly engine: Engine;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
};

/** A job that has been marked as running, and the engine that it is to run on. */
type Claim = { readonly engine: Engine; readonly job: Job };

const pauseSetting = 'queue-paused';
/** How often a library that could not be written is tried again, in milliseconds. */
const libraryRetry = 3_000;
/** How many waiting jobs are looked at for one that can start. */
const lookahead = 8;
/** The queue as a whole is told no more often than this, in milliseconds: it grows with its jobs. */
const tellQueueEvery = 100;

/**
 * Pulls waiting jobs in their order, as many at once as their engine takes, and settles each one.
 * All that must outlive a crash is on the disk; only what runs right now is kept here.
 */
export class JobQueue {
  private readonly running = new Map<string, Running>();
  private phase: 'resting' | 'working' | 'closed' = 'resting';
  private blocked: { readonly folder: string; readonly reason: string } | null = null;
  /** Jobs whose end could not be written down, because the disk was full. */
  private unsettled: { readonly job: Job; readonly end: RunEnd }[] = [];
  private libraryTimer: ReturnType<typeof setTimeout> | null = null;
  private readonly ports: JobPorts;
  private readonly unheld: UnheldJobs;
  private readonly publishQueue = throttle(() => this.publishQueueNow(), tellQueueEvery);

  constructor(ports: JobPorts) {
    this.ports = ports;
    this.unheld = new UnheldJobs(ports.jobs);
  }

  /** Begins to work; a queue that was never told to only keeps its jobs, and a closed one stays closed. */
  work(): void {
    if (this.phase === 'closed') return;
    this.phase = 'working';
    this.wake();
  }

  /** Starts what can start now. Safe to call at any time and any number of times. */
  wake(): void {
    this.writeOrBlock(() => this.startWaiting());
  }

  private startWaiting(): void {
    const at = this.ports.clock.settledNow();
    const claims = write(this.ports.database, () => {
      holdUnheld(this.ports, at, this.ports.plans.account());
      return this.claim(at);
    });
    this.begin(claims);
    const changed = [...this.unheld.changed(), ...claims.map(({ job }) => job)];
    if (changed.length > 0) this.publish(changed);
  }

  isPaused(): boolean {
    return this.ports.settings.read(pauseSetting) === true;
  }

  /** Lets what runs finish and starts nothing else (or goes on), over restarts too. */
  setPaused(paused: boolean): void {
    const { database, settings } = this.ports;
    write(database, () => settings.save(pauseSetting, paused));
    this.publishQueue();
    this.wake();
  }

  state(ended: number): QueueState {
    const unfinished = this.ports.jobs.unfinished();
    return {
      paused: this.isPaused(),
      jobs: [...unfinished, ...this.ports.jobs.ended(ended)],
      waitReasons: this.waitReasons(unfinished),
    };
  }

  /** How many jobs are at work right now. */
  runningCount(): number {
    return this.running.size;
  }

  balance(): Balance {
    const { ledger, plans, time } = this.ports;
    return balanceAt(spendableBy(ledger.liveLots(), plans.workingSeat()), time.now());
  }

  /**
   * Stops and settles jobs and answers with them as they are then. A result that was ready before
   * the stop took hold is delivered and charged.
   */
  async cancel(jobs: readonly Job[]): Promise<Job[]> {
    const at = this.ports.clock.settledNow();
    const waiting = jobs
      .filter((job) => job.state.kind === 'waiting')
      .map((job) => this.ports.jobs.job(job.id) ?? job);
    if (waiting.length > 0) {
      this.publish(settleCancelled(this.ports, waiting, at));
      // What they held may be enough for one that waits for credit.
      this.wake();
    }
    const stopping = jobs.flatMap((job) => this.running.get(job.id) ?? []);
    for (const { stop } of stopping) stop.abort(stopReasons.cancelled);
    await Promise.all(stopping.map(({ ended }) => ended));
    return jobs.map((job) => this.ports.jobs.job(job.id) ?? job);
  }

  /** Stops all work for good; what was running and is not being cancelled waits again under its hold. */
  async close(): Promise<void> {
    this.phase = 'closed';
    if (this.libraryTimer !== null) clearTimeout(this.libraryTimer);
    const stopping = [...this.running.values()];
    for (const { stop } of stopping) stop.abort(stopReasons.interrupted);
    await Promise.all(stopping.map(({ ended }) => ended));
    this.publishQueue.flush();
  }

  /** Tells everybody about changed jobs, with the balance and the queue that go with them. */
  publish(jobs: readonly Job[], assets: readonly Asset[] = []): void {
    this.ports.publish({ kind: 'jobs-changed', jobs, assets, balance: this.balance() });
    this.publishQueue();
  }

  private publishQueueNow(): void {
    const waitReasons = this.waitReasons(this.ports.jobs.unfinished());
    this.ports.publish({ kind: 'queue-changed', paused: this.isPaused(), waitReasons });
  }

  private waitReasons(unfinished: readonly Job[]): Record<string, WaitReason> {
    const { engines } = this.ports;
    return waitReasonsOf(unfinished, { paused: this.isPaused(), blocked: this.blocked, engines });
  }

  private freePlacesOn(engine: Engine): number {
    if (engine.health().kind !== 'ready') return 0;
    const busy = [...this.running.values()].filter(
      (running) => running.engine.workplace === engine.workplace,
    ).length;
    return Math.max(0, engine.concurrency - busy);
  }

  /** Marks what can start now as running. Belongs inside `write`. */
  private claim(startedAt: Instant): Claim[] {
    if (this.phase !== 'working' || this.blocked !== null || this.isPaused()) return [];
    const { jobs, engines } = this.ports;
    const places = new Map(engines.map((engine) => [engine.workplace, this.freePlacesOn(engine)]));
    const claims: Claim[] = [];
    let looked = 0;
    for (const waiting of jobs.waiting()) {
      const engine = engineFor(engines, waiting.request);
      const free = engine === null ? 0 : (places.get(engine.workplace) ?? 0);
      if (engine !== null && free > 0) {
        const job = jobs.move(waiting, { kind: 'running', startedAt });
        claims.push({ engine, job });
        places.set(engine.workplace, free - 1);
      }
      looked += 1;
      if (looked === lookahead || [...places.values()].every((left) => left === 0)) break;
    }
    return claims;
  }

  private begin(claims: readonly Claim[]): void {
    for (const { engine, job } of claims) {
      const stop = new AbortController();
      const tell = trackProgress(job.id, this.ports.time.now(), this.ports);
      const ended = runJob(engine, this.ports, job, stop.signal, tell)
        .then((end) => this.finish(job, end))
        .catch((error: unknown) => this.leaveUnsettled(job, error));
      this.running.set(job.id, { engine, stop, ended });
    }
  }

  private finish(job: Job, end: RunEnd): void {
    this.running.delete(job.id);
    if (end.kind === 'unsaved') this.block(end.folder, end.reason);
    const isSettled = this.writeOrBlock(() => this.settleAndGoOn(job, end));
    if (!isSettled) this.unsettled.push({ job, end });
  }

  /** Settles a job and starts what its place is free for, in one commit: waiting for the disk costs most. */
  private settleAndGoOn(job: Job, end: RunEnd): void {
    const at = this.ports.clock.settledNow();
    const { settled, claims } = write(this.ports.database, () => {
      const settled = settleRun(this.ports, job, end, at);
      // A picture that was not made gives credit back, which may be enough for a job that waits for it.
      if (settled.assets.length === 0) holdUnheld(this.ports, at, this.ports.plans.account());
      return { settled, claims: this.claim(at) };
    });
    this.begin(claims);
    const held = settled.assets.length === 0 ? this.unheld.changed() : [];
    this.publish([settled.job, ...held, ...claims.map((claim) => claim.job)], settled.assets);
  }

  /** A bug: the job stays as it is on the disk, with its hold, and is recovered at the next start. */
  private leaveUnsettled(job: Job, error: unknown): void {
    this.running.delete(job.id);
    this.ports.report(error, 'running a job');
    const text =
      'A job could not be finished because of a fault in Tally. It is not charged; it runs again when Tally is started anew.';
    this.ports.publish({ kind: 'notice', severity: 'problem', text });
  }

  /** Does what writes; answers false when the ledger's disk is full, and the queue waits for room. */
  private writeOrBlock(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.block(dirname(this.ports.database.name), 'the disk is full');
      return false;
    }
  }

  /** The disk can't be written: nothing more is made until it can, and nothing is lost. */
  private block(folder: string, reason: string): void {
    if (this.blocked !== null) return;
    this.blocked = { folder, reason };
    const text = `Nothing can be saved in ${folder} (${reason}). Make room or bring the folder back: the queue then goes on by itself, and nothing was charged.`;
    this.ports.publish({ kind: 'notice', severity: 'problem', text });
    this.watchLibrary();
  }

  private watchLibrary(): void {
    if (this.phase !== 'working') return;
    this.libraryTimer = setTimeout(() => {
      this.ports.library
        .check()
        .then((problem) => (problem === null ? this.unblock() : this.watchLibrary()))
        .catch((error: unknown) => {
          this.ports.report(error, 'watching the library');
          this.watchLibrary();
        });
    }, libraryRetry);
  }

  private unblock(): void {
    this.blocked = null;
    this.libraryTimer = null;
    if (this.phase !== 'working') return;
    const unsettled = this.unsettled;
    this.unsettled = [];
    for (const { job, end } of unsettled) this.finish(job, end);
    this.publishQueue();
    this.wake();
  }
}
