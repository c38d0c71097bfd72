import { join } from 'node:path';
import { instant } from '../src-shared/billing/instant';
import { spendableBy } from '../src-shared/billing/lots/burn-order';
import type { TallyEvent } from '../src-shared/contract/events';
import { type BillingClock, startBillingClock } from './billing-clock/billing-clock';
import { prepareCycles } from './billing-clock/cycle-statements';
import { preparePlans } from './billing-clock/plan-store';
import { openTestClock, type TestClock } from './billing-clock/test-clock';
import { startBillingTime } from './billing-clock/watermark';
import { workspaceStateOf } from './billing-clock/workspace-state';
import { prepareAssets } from './gallery/asset-store';
import { openLibrary } from './gallery/library';
import { holdAnew } from './jobs/hold-anew';
import type { JobPorts } from './jobs/job-ports';
import { prepareJobs } from './jobs/job-store';
import { prepareRecipes } from './jobs/recipe-store';
import { prepareUsage } from './jobs/usage';
import { prepareLotEntries } from './ledger/lot-entries';
import { prepareToPost } from './ledger/post-entries';
import { balanceAt, prepareToRead } from './ledger/read-ledger';
import { prepareToRewind } from './ledger/rewind-lots';
import type { Identity } from './store/identity';
import { prepareSettings } from './store/settings';
import type { Database } from './store/sqlite';
import type { StudioOptions } from './studio-options';

/** Everything that the work on jobs and plans needs, on one open database. */
export function gatherPorts(
  database: Database,
  options: StudioOptions,
  identity: Identity,
  publish: (event: TallyEvent) => void,
): { ports: JobPorts; testClock: TestClock | null } {
  const { dataFolder, engines, report } = options;
  const settings = prepareSettings(database);
  const testClock = identity.testClock
    ? openTestClock(database, settings, options.testClock ?? identity.createdAt)
    : null;
  const ledger = prepareToRead(database);
  const post = prepareToPost(database);
  const plans = preparePlans(database, settings);
  const jobs = prepareJobs(database);
  const newest = ledger.tip();
  const time = startBillingTime(
    testClock ?? options.clock,
    settings,
    newest === null ? null : instant(newest.at),
  );
  const { liveLots } = ledger;
  const billingClock = startBillingClock({
    database,
    plans,
    time,
    liveLots,
    post,
    holdAnew: (at, account) => holdAnew({ jobs, ledger, post }, at, account),
  });
  const tell = () => publish(workspaceChanged({ plans, time, ledger, identity }));
  const clock = tellingClock(billingClock, plans, tell);
  const library = openLibrary(join(dataFolder, 'library'));
  const assets = prepareAssets(database);
  const rewind = prepareToRewind(database);
  const ports: JobPorts = {
    database,
    identity,
    jobs,
    assets,
    settings,
    ledger,
    rewind,
    cycles: prepareCycles({ database, plans, ledger, rewind }),
    lotEntries: prepareLotEntries(database),
    usage: prepareUsage(database, () => plans.account().timeZone),
    post,
    plans,
    liveLots,
    clock,
    time,
    engines,
    library,
    inputs: openLibrary(join(dataFolder, 'inputs')),
    recipes: prepareRecipes(database),
    publish,
    report,
  };
  return { ports, testClock };
}

/** A billing clock that tells whenever it has done something, whoever asked it to look. */
function tellingClock(
  clock: BillingClock,
  plans: JobPorts['plans'],
  tell: () => void,
): BillingClock {
  return {
    ...clock,
    catchUp: () => {
      const crossed = clock.catchUp();
      if (crossed > 0) tell();
      return crossed;
    },
    settledNow: () => {
      const before = plans.position();
      const at = clock.settledNow();
      if (plans.position() !== before) tell();
      return at;
    },
    apply: (step, alongside) => {
      clock.apply(step, alongside);
      tell();
    },
  };
}

/** What everybody is told when a boundary was crossed, by whomever it was noticed. */
export function workspaceChanged({
  plans,
  time,
  ledger,
  identity,
}: Pick<JobPorts, 'plans' | 'time' | 'ledger' | 'identity'>): TallyEvent {
  const own = spendableBy(ledger.liveLots(), plans.workingSeat());
  return {
    kind: 'workspace-changed',
    workspace: workspaceStateOf(plans, time, identity.testClock),
    balance: balanceAt(own, time.now()),
  };
}
