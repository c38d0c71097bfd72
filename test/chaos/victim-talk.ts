import { readdirSync, writeSync } from 'node:fs';
import type { Verification } from '../../src-shared/contract/credits';
import type { StartFinding } from '../../src-shared/contract/proof';
import type { ChaosCard } from './chaos-cards';

export type VictimOptions = {
  readonly folder: string;
  readonly seed: number;
  readonly card: ChaosCard;
  /** The batch and the order to go on with: the first that were not acknowledged. */
  readonly batch: number;
  readonly order: number;
  /** Studio time in milliseconds at the start, and how many times faster it goes than ours. */
  readonly time: number;
  readonly pace: number;
  /** Submit nothing more, finish the queue and end. */
  readonly finish: boolean;
};

/** What a start found, before any work began. */
export type Opened = {
  readonly verification: Verification;
  readonly found: StartFinding['kind'];
  readonly requeued: number;
  readonly swept: number;
  /** Files in the library that no delivery points to. */
  readonly dangling: readonly string[];
};

/** Tells a line at once: whatever is told has happened before the kill. */
export function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Names of all files of a library; none when nothing was ever saved. */
export function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The id of the batch with a number: `0` for a fresh one, `1` for one that tries again. */
export function batchIdOf(kind: string, batch: number): string {
  return `00000000-0000-4000-8${kind}00-${String(batch).padStart(12, '0')}`;
}

export function orderIdOf(order: number): string {
  return batchIdOf('2', order);
}
