import { assertNever } from '../../src-shared/assert-never';
import type { Rollover } from '../../src-shared/billing/card/rate-card';
import type { Cadence } from '../../src-shared/billing/plan/plan-terms';
import { formatCredits, formatMoney, formatNumberOf } from './figures';

type Grant = { readonly credits: number; readonly everyMonths: 1 | 12 };

/** What a plan grants and how often: «60 credits a month», «1,800 credits a year at once, each seat». */
export function grantWords({ credits, everyMonths }: Grant, perSeat: boolean): string {
  const often = everyMonths === 12 ? 'a year, at once' : 'a month';
  return `${formatCredits(credits)} ${often}${perSeat ? ', each seat' : ''}`;
}

type Price = {
  readonly priceCents: number | null;
  readonly cadence: Cadence;
  readonly perSeat: boolean;
  readonly contract: boolean;
};

/** What a plan costs: «$12 a month», «free»; a price that nobody named says so. */
export function planPriceWords({ priceCents, cadence, perSeat, contract }: Price): string {
  if (priceCents === 0) return 'free';
  const money = formatMoney(priceCents);
  if (money === null) return contract ? 'no price was entered' : noPrice;
  return `${money} a ${cadence === 'annual' ? 'year' : 'month'}${perSeat ? ' a seat' : ''}`;
}

/** What is said in place of a price that the card does not name. */
const noPrice = 'price not on the card';

/** A price, or in words that there is none. */
export function priceWords(cents: number | null): string {
  return formatMoney(cents) ?? noPrice;
}

/** What becomes of credit that is left at the end of a grant period (A8, B6). */
export function rolloverWords(rollover: Rollover): string {
  switch (rollover.kind) {
    case 'none':
      return 'Nothing rolls over';
    case 'all':
      return 'All that is left rolls over';
    case 'capped':
      return `Up to ${formatCredits(rollover.credits)} roll over`;
    case 'cycles':
      return `What is left rolls over for ${formatNumberOf(rollover.cycles, 'more grant')}`;
    default:
      return assertNever(rollover);
  }
}

/**
 * A seat as a person calls it: by the name it was given, else by its number. Marks that would turn the
 * words around it over are left out.
 */
export function seatName({ id, name }: { readonly id: string; readonly name: string }): string {
  const shown = name.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return shown === '' ? id.replace(/^seat-/, 'Seat ') : shown;
}
