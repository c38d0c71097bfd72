import type { Instant } from '../../src-shared/billing/instant';
import { hasDate, type Lot } from '../../src-shared/billing/lots/lot';
import { formatSpan } from '../ui/figures';

/** Lots that lapse at the same instant; null for those that have no date. */
export type LotGroup = { readonly expiresAt: Instant | null; readonly lots: readonly Lot[] };

/** Lots by when they lapse, the soonest first, and those without a date last. */
export function lotGroups(lots: readonly Lot[]): LotGroup[] {
  const groups = new Map<Instant | null, Lot[]>();
  for (const lot of lots.toSorted((a, b) => a.expiresAt - b.expiresAt)) {
    const key = hasDate(lot) ? lot.expiresAt : null;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lot]);
    else group.push(lot);
  }
  return [...groups].map(([expiresAt, grouped]) => ({ expiresAt, lots: grouped }));
}

const dayLength = 86_400_000;

/** How far away an instant is, in the words of a day: «in 9 days», «within the day», «past». */
export function awayText(at: Instant, now: Instant): string {
  if (at <= now) return 'past';
  return at - now < dayLength ? `in ${formatSpan(at - now)}` : `in ${daysText(at - now)}`;
}

function daysText(milliseconds: number): string {
  const days = Math.floor(milliseconds / dayLength);
  return days === 1 ? '1 day' : `${days} days`;
}

/** Whether credit lapses so soon that one had better use it: within a week. */
export function isSoon(at: Instant, now: Instant): boolean {
  return at > now && at - now <= 7 * dayLength;
}
