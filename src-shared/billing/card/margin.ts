import { type Credits, priceOf } from '../credits';
import {
  compareFractions,
  difference,
  type Fraction,
  fraction,
  percentOf,
  roundedDown,
  timesWhole,
} from '../fraction';
import { type CreditPrice, creditPrices } from './credit-price';
import type { Price, RateCard } from './rate-card';

/** What is left of an income after the provider is paid, in millionths of a US dollar. */
export type Margin = {
  /** Exactly; `roundedDown` makes a whole number of it. */
  readonly income: Fraction;
  /** Exactly; null where the card does not say what the provider asks. */
  readonly margin: Fraction | null;
  /** The margin in percent of the income, to hundredths, rounded down; null without either. */
  readonly percent: number | null;
};

/** A price line and what one output by it brings and costs whoever sells the credits. */
export type LineMargin = {
  /** Its place among the card's prices, from 0. */
  readonly index: number;
  readonly price: Price;
  /** One output: its images or seconds, and its credits. */
  readonly units: number;
  readonly credits: Credits;
  /** Millionths of a dollar that the provider asks for the output; null where the card does not say. */
  readonly cost: number | null;
  /** With credits of the cheapest and of the dearest offer; null when the card sells none at a known price. */
  readonly atCheapest: Margin | null;
  readonly atDearest: Margin | null;
};

/** What a plan's credits cost when all go into whole outputs by one price line. */
export type Spending = {
  readonly index: number;
  readonly outputs: number;
  /** Millionths of a dollar that the provider asks for all of them. */
  readonly cost: Fraction;
  readonly margin: Margin;
};

/** A plan for one seat and cycle: its price against the least and the most that its credits can cost. */
export type PlanMargin = {
  readonly offer: CreditPrice;
  readonly least: Spending | null;
  readonly most: Spending | null;
};

/** What a card earns, from line to plan. A plan or pack without a price is left out: nothing is known of it. */
export type CardMargins = {
  readonly cheapest: CreditPrice | null;
  readonly dearest: CreditPrice | null;
  readonly lines: readonly LineMargin[];
  readonly plans: readonly PlanMargin[];
  /** Lines, by their place, that take no credit and still cost: no price of a plan makes up for them. */
  readonly givenAway: readonly number[];
};

/** How long the clip is that a line by the second is shown for, unless one says otherwise. */
const usualSeconds = 5;

/** What each price line and each plan of a card leaves whoever sells its credits against a provider's prices. */
export function cardMargins(card: RateCard, seconds = usualSeconds): CardMargins {
  const prices = creditPrices(card);
  // What is given to try is no sale: it would make every line look as if it earned nothing.
  const sold = prices.filter(({ micros }) => micros > 0).toSorted(byCreditPrice);
  const cheapest = sold[0] ?? null;
  const dearest = sold.at(-1) ?? null;
  const lines = card.prices.map((price, index): LineMargin => {
    const units = price.unit === 'image' ? 1 : seconds;
    const credits = priceOf(units, price.credits, price.per);
    const cost = price.providerCost === undefined ? null : price.providerCost * units;
    const at = (offer: CreditPrice | null) =>
      offer &&
      marginOf(timesWhole(creditCost(offer), credits), cost === null ? null : fraction(cost, 1));
    return { index, price, units, credits, cost, atCheapest: at(cheapest), atDearest: at(dearest) };
  });
  return {
    cheapest,
    dearest,
    lines,
    plans: prices
      .filter(({ kind }) => kind === 'plan')
      .map((offer) => ({ offer, ...extremes(offer, lines) })),
    givenAway: lines
      .filter(({ credits, cost }) => credits === 0 && cost !== null && cost > 0)
      .map(({ index }) => index),
  };
}

/** What one credit of an offer costs a buyer, in millionths of a dollar. */
export function creditCost({ micros, credits }: CreditPrice): Fraction {
  return fraction(micros, credits);
}

function byCreditPrice(left: CreditPrice, right: CreditPrice): number {
  return compareFractions(creditCost(left), creditCost(right));
}

function marginOf(income: Fraction, cost: Fraction | null): Margin {
  if (cost === null) return { income, margin: null, percent: null };
  const margin = difference(income, cost);
  return { income, margin, percent: percentOf(margin, income) };
}

function extremes(
  offer: CreditPrice,
  lines: readonly LineMargin[],
): Pick<PlanMargin, 'least' | 'most'> {
  const spendings = lines.flatMap((line) => {
    const { index, cost, credits } = line;
    if (cost === null || credits === 0) return [];
    const outputs = roundedDown(fraction(offer.credits, credits));
    const all = timesWhole(fraction(cost, 1), outputs);
    return [{ index, outputs, cost: all, margin: marginOf(fraction(offer.micros, 1), all) }];
  });
  const ordered = spendings.toSorted((a, b) => compareFractions(a.cost, b.cost));
  return { least: ordered[0] ?? null, most: ordered.at(-1) ?? null };
}
