import type { Instant } from './instant';
import { hasDate, type LotTerms } from './lots/lot';

/** A day as a sentence names it, where the workspace is: «1 Dec 2026». */
export function dayText(at: Instant, timeZone: string): string {
  return formatFor(timeZone).format(at);
}

// Made once: it costs as much as many lines of a statement.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/** When credit lapses, as a sentence ends with it: «lapses on 1 Dec 2026» or «does not lapse» (B6). */
export function lapseText(lot: Pick<LotTerms, 'expiresAt'>, timeZone: string): string {
  return hasDate(lot) ? `lapses on ${dayText(lot.expiresAt, timeZone)}` : 'does not lapse';
}
