/** An exact share of whole numbers; `under` is more than 0. */
export type Fraction = { readonly over: bigint; readonly under: bigint };

/** `over / under` of safe whole numbers. */
export function fraction(over: number, under: number): Fraction {
  if (under <= 0) throw new RangeError(`not a share of a positive whole: ${under}`);
  return { over: BigInt(over), under: BigInt(under) };
}

export function timesWhole({ over, under }: Fraction, count: number): Fraction {
  return { over: over * BigInt(count), under };
}

export function difference(left: Fraction, right: Fraction): Fraction {
  return {
    over: left.over * right.under - right.over * left.under,
    under: left.under * right.under,
  };
}

/** Negative when `left` is the smaller one, 0 when both are the same. */
export function compareFractions(left: Fraction, right: Fraction): number {
  const { over } = difference(left, right);
  return over < 0n ? -1 : over > 0n ? 1 : 0;
}

/** The largest whole number that is not more: a margin is never told better than it is. */
export function roundedDown({ over, under }: Fraction): number {
  const whole = over / under;
  return Number(over < 0n && whole * under !== over ? whole - 1n : whole);
}

/** `part` of `whole` in percent, to hundredths, rounded down; null when the whole is nothing. */
export function percentOf(part: Fraction, whole: Fraction): number | null {
  if (whole.over <= 0n) return null;
  const over = part.over * whole.under * 10_000n;
  return roundedDown({ over, under: part.under * whole.over }) / 100;
}
