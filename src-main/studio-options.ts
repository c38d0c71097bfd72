import type { Instant } from '../src-shared/billing/instant';
import type { Clock } from './clock';
import type { ReadOutcome } from './engines/darkroom/read-outcome';
import type { Engine, EngineOutcome } from './engines/engine';
import type { PrintPdf } from './exports/printed-page';
import type { Vault } from './proof/sealed-key-store';
import type { KeyStore } from './proof/signing-key';

/** Asks the person where a copy goes; null when dismissed. */
export type SaveDialog = (
  suggestedName: string,
) => Promise<{ readonly folder: string; readonly fileName: string } | null>;

/** Where bugs are reported; `place` names the procedure or the work, never what was asked. */
export type Report = (error: unknown, place: string) => void;

/** Makes a PNG of a picture file of any kind, or says why it can't. */
export type BringIn = (file: Uint8Array) => Promise<EngineOutcome>;

/** Reads a document of any kind that Tally knows, or says why it can't. */
export type ReadDocument = (
  file: Uint8Array,
  name: string,
  signal?: AbortSignal,
) => Promise<ReadOutcome>;

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
  /** What seals the key of a language model; left out, one is kept only until Tally is closed. */
  readonly modelVault?: () => Vault;
  /** The person's own configuration folder, for a second copy of the heads; left out, there is none. */
  readonly ownFolder?: string;
  /** Closes Tally and opens it again, as when a backup is to take the ledger's place. */
  readonly startAnew?: () => void;
  /** Left out where no picture can be brought in. */
  readonly bringIn?: BringIn;
  /** Left out where no document can be read. */
  readonly readDocument?: ReadDocument;
};
