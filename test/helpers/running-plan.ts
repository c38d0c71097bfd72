import { credits } from '../../src-shared/billing/credits';
import { type Entry, foldEntries } from '../../src-shared/billing/entry';
import { type Instant, instant } from '../../src-shared/billing/instant';
import type { Lot } from '../../src-shared/billing/lot';
import { nextBoundary, type Subscription } from '../../src-shared/billing/subscription';

export const twentieth = instant(Date.UTC(2026, 0, 20));
export const nextTwentieth = instant(Date.UTC(2026, 1, 20));

/** Personal, monthly, begun on 20 January 2026. */
export const personal: Subscription = {
  id: 'plan',
  planId: 'personal',
  cadence: 'monthly',
  anchor: twentieth,
  timeZone: 'UTC',
  wallets: [{ id: 'ada', kind: 'seat' }],
  grant: { credits: credits(60), everyMonths: 1 },
};

/** How far a plan has got: the entries so far and the turns that were granted. */
export type Progress = { readonly entries: readonly Entry[]; readonly turns: number };

export const notBegun: Progress = { entries: [], turns: 0 };

export function lotsOf(progress: Progress): Lot[] {
  return [...foldEntries(progress.entries).values()];
}

/** Runs every boundary due by `until`, one after the other, from where the plan stood. */
export function runUntil(plan: Subscription, from: Progress, until: Instant): Progress {
  let progress = from;
  for (;;) {
    const boundary = nextBoundary(plan, progress.turns, lotsOf(progress), until);
    if (boundary === null) return progress;
    const entries = [...progress.entries, ...boundary.entries];
    progress = { entries, turns: progress.turns + 1 };
  }
}
