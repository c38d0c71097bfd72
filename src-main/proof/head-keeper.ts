import type { Instant } from '../../src-shared/billing/instant';
import type { Unwritable } from '../gallery/disk-failure';
import { type Head, printHead } from './head';
import type { HeadFiles } from './head-files';
import type { OpenedKey } from './signing-key';
import { type ChainReader, type ChainTip, isSameTip, type Tip } from './tip';

export type HeadKeeperPorts = {
  readonly chains: ChainReader;
  readonly files: HeadFiles;
  readonly opened: OpenedKey;
  readonly now: () => Instant;
  /** Told once when heads can't be kept beside the ledger any more. */
  readonly onTrouble: (trouble: Unwritable) => void;
  readonly report: (error: unknown) => void;
};

/** What a head says besides where the ledger is now. */
export type HeadStory = Omit<Head, 'tip' | 'at'>;

/** When a head was kept, and where the ledger was. */
export type KeptHead = { readonly at: Instant; readonly tip: Tip };

/** At most so often heads are signed while the ledger changes, in milliseconds. */
const restBetween = 3_000;
const mostAnchors = 100;

/**
 * Signs how far the ledger has come and keeps that outside the database: soon after a change, at the end, and when a
 * backup is made. Nothing that writes the ledger waits for it. A place that can't be written is tried again with the
 * next change.
 */
export class HeadKeeper {
  readonly #ports: HeadKeeperPorts;
  #story: HeadStory;
  #kept: KeptHead | null;
  #isDue: boolean;
  #trouble: Unwritable | null = null;
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> = Promise.resolve();
  #closed = false;

  /** `kept` is the head that was found and holds, if any; `isDue` when it has to be kept anew all the same. */
  constructor(ports: HeadKeeperPorts, story: HeadStory, kept: KeptHead | null, isDue: boolean) {
    this.#isDue = isDue;
    this.#ports = ports;
    this.#story = story;
    this.#kept = kept;
  }

  /** The key that heads are signed with, or why they are not. */
  get opened(): OpenedKey {
    return this.#ports.opened;
  }

  /** The last head that was kept; null before the first. */
  get lastKept(): KeptHead | null {
    return this.#kept;
  }

  /** Why the last head could not be kept beside the ledger; null when it could. */
  get trouble(): Unwritable | null {
    return this.#trouble;
  }

  /** The ledger may have changed: soon a head is kept. Costs next to nothing. */
  touch(): void {
    if (this.#closed || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#next(false).catch(this.#ports.report);
    }, restBetween);
    this.#timer.unref();
  }

  /** Keeps a head now. */
  async keepNow(): Promise<void> {
    if (!this.#closed) await this.#next(true);
  }

  /** An older state has been settled to the end: from now on it is the ledger like any other. */
  async settled(): Promise<void> {
    this.#story = { ...this.#story, unsettled: null };
    await this.keepNow();
  }

  /** Remembers the state that a backup holds, by which it is known when it comes back. */
  async anchor(tip: ChainTip): Promise<void> {
    const anchors = this.#story.anchors.filter(({ count }) => count !== tip.count);
    const sorted = [...anchors, tip].sort((left, right) => left.count - right.count);
    this.#story = { ...this.#story, anchors: sorted.slice(-mostAnchors) };
    await this.keepNow();
  }

  /** Keeps a last head. */
  async close(): Promise<void> {
    if (this.#closed) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#closed = true;
    await this.#next(false);
  }

  /** One at a time, in the order in which they were asked for. */
  #next(always: boolean): Promise<void> {
    const keeping = this.#work.then(() => this.#keep(always));
    this.#work = keeping.catch(() => undefined);
    return keeping;
  }

  async #keep(always: boolean): Promise<void> {
    const { chains, files, opened, now, onTrouble } = this.#ports;
    const tip = chains.tip();
    const isKept = this.#kept !== null && isSameTip(tip, this.#kept.tip) && !this.#isDue;
    if (isKept && !always) return;
    // A workspace that has not begun has nothing to prove.
    if (tip.entries.count === 0 && tip.orders.count === 0) return;
    const at = now();
    const key = opened.kind === 'key' ? opened.key : null;
    // An end that this ledger has come by again is no other ledger's: nothing may hide behind it.
    const former = this.#story.former.filter(
      ({ count, head }) => chains.hashAt('entries', count) !== head,
    );
    const trouble = await files.keep(printHead({ ...this.#story, former, at, tip }, key));
    if (trouble !== null && this.#trouble === null) onTrouble(trouble);
    this.#trouble = trouble;
    if (trouble !== null) return;
    this.#kept = { at, tip };
    this.#isDue = false;
  }
}
