import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  credits,
  isCredits,
  noCredits,
  priceOf,
  shortfall,
  smaller,
  subtract,
  sum,
  times,
} from '../../../src-shared/billing/credits';

const anyAmount = fc.maxSafeNat().map(credits);
const largest = credits(Number.MAX_SAFE_INTEGER);

describe('an amount is a whole, safe number, never negative', () => {
  test.each([0, 1, 16, Number.MAX_SAFE_INTEGER])('%d is one', (value) => {
    expect(isCredits(value)).toBe(true);
    expect(credits(value)).toBe(value);
  });
  test.each([-1, 0.5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
    '%d is none',
    (value) => {
      expect(isCredits(value)).toBe(false);
      expect(() => credits(value)).toThrow(RangeError);
    },
  );
  test('no sum, product or difference leaves the range unnoticed', () => {
    expect(() => add(largest, credits(1))).toThrow(RangeError);
    expect(() => times(largest, 2)).toThrow(RangeError);
    expect(() => times(credits(3), 0.5)).toThrow(RangeError);
    expect(() => subtract(credits(1), credits(2))).toThrow(RangeError);
    expect(() => sum([largest, credits(1)])).toThrow(RangeError);
  });
});

test('what is missing and what is there add up', () => {
  fc.assert(
    fc.property(anyAmount, anyAmount, (wanted, there) => {
      expect(add(smaller(wanted, there), shortfall(wanted, there))).toBe(wanted);
      expect(shortfall(there, there)).toBe(noCredits);
    }),
  );
});

describe('a price is rounded up to a whole credit, once', () => {
  test.each([
    [1, 1, 1, 1],
    [5, 1, 1, 5],
    [5, 15, 2, 38],
    [4, 15, 2, 30],
    [1, 1, 3, 1],
    [3, 1, 3, 1],
    [4, 1, 3, 2],
    [1, 1, 1_000_000, 1],
    [0, 15, 2, 0],
    [7, 0, 2, 0],
    [9_007_199_254_740_991, 1, 2, 4_503_599_627_370_496],
    [9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991],
  ])('%d units at %d for %d cost %d', (units, amount, per, price) =>
    expect(priceOf(units, credits(amount), per)).toBe(price),
  );
  test.each([
    [10, 11, 10, 11],
    [3_002_399_751_580_331, 5, 5, 3_002_399_751_580_331],
    [9_007_199_254_740_991, 7, 7, 9_007_199_254_740_991],
    [9_007_199_254_740_990, 3, 9_007_199_254_740_991, 3],
  ])('%d units at %d for %d, where floats err, cost %d', (units, amount, per, price) =>
    expect(priceOf(units, credits(amount), per)).toBe(price),
  );
  test('it is the least whole amount that pays for every unit, at any size', () => {
    const anyFigure = fc.oneof(fc.nat(100), fc.maxSafeNat());
    fc.assert(
      fc.property(anyFigure, anyFigure, anyFigure, (count, amount, rest) => {
        const per = BigInt(rest) + 1n;
        const owed = BigInt(count) * BigInt(amount);
        fc.pre(rest < Number.MAX_SAFE_INTEGER && owed / per < Number.MAX_SAFE_INTEGER);
        const price = BigInt(priceOf(count, credits(amount), Number(per)));
        expect(price * per).toBeGreaterThanOrEqual(owed);
        if (price > 0n) expect((price - 1n) * per).toBeLessThan(owed);
      }),
    );
  });
  test('a price beyond every safe number is refused loudly, never wrong quietly', () => {
    expect(() => priceOf(2, largest, 1)).toThrow(RangeError);
  });
});
