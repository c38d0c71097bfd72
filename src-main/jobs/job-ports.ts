import type { Entry } from '../../src-shared/billing/entry';
import type { TallyEvent } from '../../src-shared/contract/events';
import type { BillingClock } from '../billing-clock/billing-clock';
import type { BillingTime } from '../billing-clock/watermark';
import type { WorkspaceStore } from '../billing-clock/workspace-store';
import type { Engine } from '../engines/engine';
import type { AssetStore } from '../gallery/asset-store';
import type { Library } from '../gallery/library';
import type { Posted } from '../ledger/post-entries';
import type { LedgerReader } from '../ledger/read-ledger';
import type { SettingStore } from '../store/settings';
import type { Database } from '../store/sqlite';
import type { JobStore } from './job-store';

/** What the work on jobs needs of the rest of the house. */
export type JobPorts = {
  readonly database: Database;
  readonly jobs: JobStore;
  readonly assets: AssetStore;
  readonly settings: SettingStore;
  readonly ledger: LedgerReader;
  readonly post: (entries: readonly Entry[]) => Posted;
  readonly workspace: WorkspaceStore;
  readonly clock: BillingClock;
  readonly time: BillingTime;
  readonly engines: readonly Engine[];
  readonly library: Library;
  readonly publish: (event: TallyEvent) => void;
  /** Where bugs are reported; the place names the work, never what was asked. */
  readonly report: (error: unknown, place: string) => void;
};
