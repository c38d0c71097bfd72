import type { Instant } from '../src-shared/billing/instant';
import type { Clock } from './clock';
import type { Engine } from './engines/engine';
import type { PrintPdf } from './exports/printed-page';
import type { KeyStore } from './proof/signing-key';

/** Asks the person where a copy goes; null when dismissed. */
export type SaveDialog = (
  suggestedName: string,
) => Promise<{ readonly folder: string; readonly fileName: string } | null>;

/** Where bugs are reported; `place` names the procedure or the work, never what was asked. */
export type Report = (error: unknown, place: string) => void;

export type StudioOptions = {
  readonly dataFolder: string;
  readonly clock: Clock;
  /** When the clock of a new test workspace starts; null for none. One that exists keeps the clock it has. */
  readonly testClock?: Instant | null;
  /** Makes the id of a new workspace. */
  readonly newId?: () => string;
  readonly engines: readonly Engine[];
  readonly saveDialog: SaveDialog;
  /** Left out where nothing can be printed. */
  readonly printPdf?: PrintPdf;
  readonly report: Report;
  /** Where the key comes from that heads and receipts are signed with; left out, nothing is signed. */
  readonly keys?: KeyStore;
  /** The person's own configuration folder, for a second copy of the heads; left out, there is none. */
  readonly ownFolder?: string;
  /** Closes Tally and opens it again, as when a backup is to take the ledger's place. */
  readonly startAnew?: () => void;
};
