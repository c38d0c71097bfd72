import type { Instant } from '../../src-shared/billing/instant';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const second = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

/** The day of an instant, in the person's language: when a lot lapses, when a plan renews. */
export function formatDay(at: Instant): string {
  return day.format(at);
}

/** Day and time to the minute. */
export function formatMoment(at: Instant): string {
  return moment.format(at);
}

/** Day and time to the second, where order matters. */
export function formatSecond(at: Instant): string {
  return second.format(at);
}
