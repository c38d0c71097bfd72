import type { Entry } from '../../src-shared/billing/lots/entry';
import type { Lot } from '../../src-shared/billing/lots/lot';
import type { TallyEvent } from '../../src-shared/contract/events';
import type { BillingClock } from '../billing-clock/billing-clock';
import type { CycleReader } from '../billing-clock/cycle-statements';
import type { PlanStore } from '../billing-clock/plan-store';
import type { BillingTime } from '../billing-clock/watermark';
import type { Engine } from '../engines/engine';
import type { AssetStore } from '../gallery/asset-store';
import type { Library } from '../gallery/library';
import type { LotEntries } from '../ledger/lot-entries';
import type { Posted } from '../ledger/post-entries';
import type { LedgerReader } from '../ledger/read-ledger';
import type { Rewinder } from '../ledger/rewind-lots';
import type { Identity } from '../store/identity';
import type { SettingStore } from '../store/settings';
import type { Database } from '../store/sqlite';
import type { JobStore } from './job-store';
import type { RecipeStore } from './recipe-store';
import type { Usage } from './usage';

/** What the work on jobs needs of the rest of the house. */
export type JobPorts = {
  readonly database: Database;
  readonly jobs: JobStore;
  readonly assets: AssetStore;
  readonly settings: SettingStore;
  readonly ledger: LedgerReader;
  /** The ledger as it was. */
  readonly rewind: Rewinder;
  readonly lotEntries: LotEntries;
  readonly usage: Usage;
  readonly post: (entries: readonly Entry[]) => Posted;
  readonly plans: PlanStore;
  readonly cycles: CycleReader;
  readonly liveLots: () => Lot[];
  readonly identity: Identity;
  readonly clock: BillingClock;
  readonly time: BillingTime;
  readonly engines: readonly Engine[];
  readonly library: Library;
  /** Pictures that were brought in to make something from; never delivered, never charged. */
  readonly inputs: Library;
  readonly recipes: RecipeStore;
  readonly publish: (event: TallyEvent) => void;
  /** Where bugs are reported; the place names the work, never what was asked. */
  readonly report: (error: unknown, place: string) => void;
};
