import { type Credits, noCredits } from '../credits';
import type { Instant } from '../instant';
import { applyEntry, type Entry } from './entry';
import type { Lot, LotTerms } from './lot';
import { type HeldPart, planHolds, planRelease } from './plan-entries';

/** A waiting job with what it holds now; nothing when it waits for credit. */
export type WaitingHold = {
  readonly job: string;
  readonly credits: Credits;
  /** The wallets that its seat may spend from. */
  readonly wallets: readonly string[];
  readonly held: readonly HeldPart[];
  /** How often it has been held so far; part of the ids of its entries. */
  readonly holds: number;
};

export type HoldsAnew = {
  readonly entries: readonly Entry[];
  /** Jobs that were held once more, also when they only moved to other lots, and jobs that lost their hold. */
  readonly held: readonly string[];
  readonly unheld: readonly string[];
};

/**
 * Moves holds of waiting jobs off lots that have lapsed, and holds anew, in queue order, whatever has no hold
 * and can be paid: whole or not at all. `lapseOf` says when a lot lapses; `lots` are as they are after the instant's grants.
 */
export function planHoldsAnew(
  waiting: readonly WaitingHold[],
  lots: readonly Lot[],
  at: Instant,
  lapseOf: (lot: LotTerms) => Instant,
): HoldsAnew {
  const now = new Map(lots.map((lot) => [lot.id, lot]));
  const entries: Entry[] = [];
  const post = (added: readonly Entry[]) => {
    entries.push(...added);
    for (const entry of added)
      now.set(entry.lotId, applyEntry(now.get(entry.lotId) ?? null, entry));
  };
  const held: string[] = [];
  const unheld: string[] = [];
  const hasLapsed = ({ lotId }: HeldPart) => {
    const lot = now.get(lotId);
    return lot !== undefined && lapseOf(lot) <= at;
  };
  const released = waiting.filter((job) => job.held.some(hasLapsed));
  const terms = new Map(lots.map((lot) => [lot.id, { ...lot, expiresAt: lapseOf(lot) }]));
  for (const job of released) post(planRelease(job.job, job.held, terms, at, job.holds));
  for (const job of waiting) {
    const isReleased = released.includes(job);
    if (job.credits === noCredits || (job.held.length > 0 && !isReleased)) continue;
    const own = [...now.values()].filter((lot) => job.wallets.includes(lot.wallet.id));
    const plan = planHolds(own, [{ job: job.job, credits: job.credits, holds: job.holds }], at);
    if (plan.kind === 'entries') {
      post(plan.entries);
      held.push(job.job);
    } else if (isReleased) {
      unheld.push(job.job);
    }
  }
  return { entries, held, unheld };
}
