import { assertNever } from '../../src-shared/assert-never';
import type {
  AddOn,
  CardTool,
  Pack,
  Plan,
  Price,
  Quality,
  RateCard,
} from '../../src-shared/billing/card/rate-card';
import type { KnownCard } from '../../src-shared/contract/cards';
import { formatCount, formatCredits, formatNumberOf } from '../ui/figures';
import { grantWords, planPriceWords, priceWords, rolloverWords } from '../ui/plan-words';
import { dayOfVersion } from './next-version';

/** Whether prices go by a version, in as few words as a list has room for. */
export function useWords({ use, card }: KnownCard): string {
  switch (use) {
    case 'now':
      return 'in use';
    case 'later':
      return `from ${dayWords(dayOfVersion(card.version))}`;
    case 'before':
      return 'used before';
    case 'not':
      return 'not in use';
    default:
      return assertNever(use);
  }
}

const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** A calendar day as a sentence names it: «2026-12-01» is «1 Dec 2026». */
export function dayWords(name: string): string {
  return day.format(new Date(`${name}T00:00:00Z`));
}

export const originWords: Record<KnownCard['origin'], string> = {
  'built-in': 'comes with Tally',
  imported: 'imported',
};

export const qualityNames: Record<Quality, string> = { basic: 'basic', premium: 'premium' };

export const meteringWords: Record<CardTool['metering'], string> = {
  metered: 'metered',
  free: 'not metered',
  quality: 'metered in premium quality only',
};

/** What a line asks: «4 credits an image», «15 credits for 2 s», «free». */
export function creditsWords({
  credits,
  per,
  unit,
}: Pick<Price, 'credits' | 'per' | 'unit'>): string {
  if (credits === 0) return 'free';
  if (per === 1) return `${formatCredits(credits)} ${unit === 'image' ? 'an image' : 'a second'}`;
  const units = unit === 'image' ? formatNumberOf(per, 'image') : `${formatCount(per)} s`;
  return `${formatCredits(credits)} for ${units}`;
}

/** What a plan promises in one cadence: «600 credits a month for $12 a month»; null where it is not offered. */
export function offerWords(plan: Plan, cadence: 'monthly' | 'annual'): string | null {
  const offer = plan[cadence];
  if (offer === null) return null;
  const { perSeat } = plan;
  if (offer.grant.kind === 'contract') return 'credits and price by contract';
  const { priceCents } = offer;
  const price = planPriceWords({ priceCents, cadence, perSeat, contract: false });
  const grant = grantWords(offer.grant, perSeat);
  return price === 'free' ? `${grant}, free` : `${grant}, ${price}`;
}

/** A unit in a line: what it brings, costs and for whom. */
export function addOnWords({ credits, priceCents, wallet, plans }: AddOn, card: RateCard): string {
  const names = plans.map((id) => card.plans.find((plan) => plan.id === id)?.name ?? id);
  return `${formatCredits(credits)} for ${priceWords(priceCents)} a month, ${walletWords(wallet)}; with ${names.join(', ')}`;
}

/** A pack in a line: what it brings, costs, when it is sold, and what becomes of what is left. */
export function packWords({ credits, priceCents, wallet, onlyWhenUsedUp, rollover }: Pack): string {
  const when = onlyWhenUsedUp ? ', once the allowance is used up' : '';
  return `${formatCredits(credits)} for ${priceWords(priceCents)}, ${walletWords(wallet)}${when}; ${startedSmall(rolloverWords(rollover))}`;
}

export function walletWords(wallet: AddOn['wallet']): string {
  return wallet === 'pool' ? 'shared by all seats' : 'for one seat';
}

function startedSmall(words: string): string {
  return `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
}

/** The end of a sentence as a sentence of its own: «must be a number» is «Must be a number.» */
export function asSentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}
