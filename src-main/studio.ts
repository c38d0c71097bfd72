import { join } from 'node:path';
import { instant, isoOf } from '../src-shared/billing/instant';
import type { TallyEvent } from '../src-shared/contract/events';
import type { DataProblem } from '../src-shared/refusal';
import { type BillingClock, startBillingClock } from './billing-clock/billing-clock';
import { type RateCards, readRateCards } from './billing-clock/rate-cards';
import { startBillingTime } from './billing-clock/watermark';
import { workspaceStateOf } from './billing-clock/workspace-state';
import { prepareWorkspace } from './billing-clock/workspace-store';
import type { Clock } from './clock';
import type { Engine } from './engines/engine';
import { prepareAssets } from './gallery/asset-store';
import { openLibrary } from './gallery/library';
import type { JobPorts } from './jobs/job-ports';
import { JobQueue } from './jobs/job-queue';
import { prepareJobs } from './jobs/job-store';
import { type Recovery, recoverJobs } from './jobs/recover-jobs';
import { checkNewestEntries } from './ledger/check-newest-entries';
import { prepareToPost } from './ledger/post-entries';
import { balanceAt, prepareToRead } from './ledger/read-ledger';
import { EventHub } from './rpc/event-hub';
import { backUpDaily, backupFolder } from './store/backups';
import { openStore, problemOf } from './store/open-store';
import { prepareSettings } from './store/settings';
import { type Database, isDiskFull } from './store/sqlite';

/** Everything behind the contract: the open ledger, the queue, the clock and who listens. */
export type Studio = {
  readonly dataFolder: string;
  readonly ports: JobPorts;
  readonly queue: JobQueue;
  readonly events: EventHub<TallyEvent>;
  readonly rateCards: RateCards;
  readonly recovery: Recovery;
  readonly saveDialog: SaveDialog;
  readonly report: Report;
  /** Makes today's backup when there is none yet; one that can't be made is reported and stops nothing. */
  backUp(): Promise<void>;
  close(): Promise<void>;
};

/** Asks the person where a copy goes; null when dismissed. */
export type SaveDialog = (
  suggestedName: string,
) => Promise<{ readonly folder: string; readonly fileName: string } | null>;

/** Where bugs are reported; `place` names the procedure or the work, never what was asked. */
export type Report = (error: unknown, place: string) => void;

export type StudioOptions = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly engines: readonly Engine[];
  readonly saveDialog: SaveDialog;
  readonly report: Report;
};

export type OpenedStudio =
  | { readonly kind: 'open'; readonly studio: Studio }
  | { readonly kind: 'unusable'; readonly reason: DataProblem };

/** Opens a data folder: ledger first, then what a crash left, then the billing clock's due work. */
export async function openStudio(options: StudioOptions): Promise<OpenedStudio> {
  const store = await openStore(options.dataFolder);
  if (store.kind === 'unusable') return store;
  const { database } = store;
  try {
    if (checkNewestEntries(database) === null) {
      return { kind: 'open', studio: await assemble(database, options) };
    }
    database.close();
    return { kind: 'unusable', reason: 'chain-broken' };
  } catch (error) {
    database.close();
    const reason = problemOf(error);
    if (reason === null) throw error;
    return { kind: 'unusable', reason };
  }
}

async function assemble(database: Database, options: StudioOptions): Promise<Studio> {
  const events = new EventHub<TallyEvent>();
  const ports = gatherPorts(database, options, (event) => events.publish(event));
  const recovery = await recoverJobs(ports);
  ports.clock.catchUp();
  const queue = new JobQueue(ports);
  const stopClock = watchClock(ports, queue);
  return {
    dataFolder: options.dataFolder,
    ports,
    queue,
    events,
    recovery,
    rateCards: readRateCards(options.dataFolder),
    saveDialog: options.saveDialog,
    report: options.report,
    backUp: async () => {
      try {
        await backUpDaily(database, backupFolder(options.dataFolder), today(ports));
      } catch (error) {
        // Tally was closed meanwhile: the next start makes it.
        if (database.open) options.report(error, 'the daily backup');
      }
    },
    close: async () => {
      stopClock();
      await queue.close();
      await Promise.all(ports.engines.map((engine) => engine.close()));
      events.close();
      database.close();
    },
  };
}

function gatherPorts(
  database: Database,
  { dataFolder, clock: systemClock, engines, report }: StudioOptions,
  publish: (event: TallyEvent) => void,
): JobPorts {
  const settings = prepareSettings(database);
  const ledger = prepareToRead(database);
  const post = prepareToPost(database);
  const workspace = prepareWorkspace(database);
  const jobs = prepareJobs(database);
  const newest = ledger.tip();
  const time = startBillingTime(systemClock, settings, newest === null ? null : instant(newest.at));
  const { liveLots } = ledger;
  const billingClock = startBillingClock({ database, workspace, time, liveLots, post });
  const clock: BillingClock = {
    ...billingClock,
    catchUp: () => {
      const crossed = billingClock.catchUp();
      if (crossed > 0) publish(workspaceChanged({ workspace, time, ledger }));
      return crossed;
    },
  };
  const library = openLibrary(join(dataFolder, 'library'));
  const assets = prepareAssets(database);
  return {
    database,
    jobs,
    assets,
    settings,
    ledger,
    post,
    workspace,
    clock,
    time,
    engines,
    library,
    publish,
    report,
  };
}

/** What everybody is told when a boundary was crossed, by whomever it was noticed. */
function workspaceChanged({
  workspace,
  time,
  ledger,
}: Pick<JobPorts, 'workspace' | 'time' | 'ledger'>): TallyEvent {
  return {
    kind: 'workspace-changed',
    workspace: workspaceStateOf(workspace.read(), time),
    balance: balanceAt(ledger.liveLots(), time.now()),
  };
}

/** At most this long between two looks at the clock, in milliseconds: it may jump, or sleep. */
const clockInterval = 30_000;

function watchClock(ports: JobPorts, queue: JobQueue): () => void {
  let behind = ports.time.behind();
  const look = () => {
    try {
      ports.clock.catchUp();
      const wasBehind = behind > 0;
      behind = ports.time.behind();
      if (behind > 0 !== wasBehind) ports.publish(workspaceChanged(ports));
      queue.wake();
    } catch (error) {
      // A boundary is crossed whole or not at all: with a full disk it is crossed once there is room.
      if (!isDiskFull(error)) ports.report(error, 'the billing clock');
    }
  };
  const timer = setInterval(look, clockInterval);
  return () => clearInterval(timer);
}

function today({ time }: JobPorts): string {
  return isoOf(time.now()).slice(0, 10);
}
