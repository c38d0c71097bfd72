declare const brand: unique symbol;

/** A whole, non-negative, safe number of credits. No fraction of a credit exists in Tally. */
export type Credits = number & { readonly [brand]: 'Credits' };

/** Whether `value` can be an amount of credits: whole, not negative, at most 2^53 - 1. */
export function isCredits(value: number): value is Credits {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Makes an amount of a number that is known to be one; anything else is a bug and throws. */
export function credits(value: number): Credits {
  if (!isCredits(value)) throw new RangeError(`not a whole, safe amount of credits: ${value}`);
  return value;
}

export const noCredits: Credits = credits(0);

export function add(left: Credits, right: Credits): Credits {
  return credits(left + right);
}

/** `left - right`; throws when the difference would be negative, which no ledger rule allows. */
export function subtract(left: Credits, right: Credits): Credits {
  return credits(left - right);
}

export function times(amount: Credits, count: number): Credits {
  return credits(amount * count);
}

export function smaller(left: Credits, right: Credits): Credits {
  return left < right ? left : right;
}

/** What `amount` lacks to reach `wanted`, or nothing. */
export function shortfall(wanted: Credits, amount: Credits): Credits {
  return wanted > amount ? subtract(wanted, amount) : noCredits;
}

export function sum(amounts: Iterable<Credits>): Credits {
  let total = noCredits;
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/**
 * `units × credits / per`, rounded up to a whole credit: the only rounding of credits in Tally, done
 * once, in the quote of one output.
 */
export function priceOf(units: number, amount: Credits, per: number): Credits {
  return credits(shareOf(amount, units, per));
}

/** `amount × part / of` of a whole amount, rounded up to a whole; exact, whatever the size. */
export function shareOf(amount: number, part: number, of: number): number {
  const exact = BigInt(amount) * BigInt(part);
  const divisor = BigInt(of);
  return Number((exact + divisor - 1n) / divisor);
}
