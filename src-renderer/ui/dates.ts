import type { Instant } from '../../src-shared/billing/instant';
import { hasDate } from '../../src-shared/billing/lots/lot';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The day of an instant, in the person's language: when a lot lapses, when a plan renews. */
export function formatDay(at: Instant): string {
  return day.format(at);
}

/** When credit lapses, in words; credit that rolls over without a date has none (B6). */
export function lapseWords(lot: { readonly expiresAt: Instant }): string {
  return hasDate(lot) ? `lapses ${formatDay(lot.expiresAt)}` : 'does not lapse';
}

/** Day and time to the minute. */
export function formatMoment(at: Instant): string {
  return moment.format(at);
}
