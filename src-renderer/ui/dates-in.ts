import { dayOf } from '../../src-shared/billing/billing-cycle';
import type { Instant } from '../../src-shared/billing/instant';
import { hasDate } from '../../src-shared/billing/lots/lot';

/** Says instants as the ledger's own sentences do: in English, where the workspace is. */
export type DatesIn = {
  /** «1 Dec 2026». */
  readonly day: (at: Instant) => string;
  /** «1 Dec». */
  readonly shortDay: (at: Instant) => string;
  /** «1 Dec 2026, 14:05». */
  readonly moment: (at: Instant) => string;
  /** «1 Dec 2026, 14:05:09», where order matters. */
  readonly second: (at: Instant) => string;
  /** «2026-12-01», as a field for days has it. */
  readonly dayName: (at: Instant) => string;
  /** «lapses 1 Dec 2026», or «does not lapse» (B6). */
  readonly lapse: (lot: { readonly expiresAt: Instant }) => string;
};

const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The words for instants in one time zone; made once, since each of its formats is dear to make. */
export function datesIn(timeZone: string): DatesIn {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const words = new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
    return (at: Instant) => words.format(at);
  };
  const day = format(date);
  return {
    day,
    shortDay: format({ day: 'numeric', month: 'short' }),
    moment: format({ ...date, ...time }),
    second: format({ ...date, ...time, second: '2-digit' }),
    dayName: (at) => dayOf(at, timeZone),
    lapse: (lot) => (hasDate(lot) ? `lapses ${day(lot.expiresAt)}` : 'does not lapse'),
  };
}
