import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cents,
  digitsNeeded,
  dollarsText,
  formatMicros,
  millionths,
  readDollars,
} from '../../../src-renderer/cards/dollars';

describe('an amount of dollars is read to its last digit', () => {
  test.each([
    ['12', cents, 1200],
    ['7.50', cents, 750],
    ['7.5', cents, 750],
    ['.5', cents, 50],
    ['0', cents, 0],
    [' $ 19.99 ', cents, 1999],
    ['1000000', cents, 100_000_000],
    ['0,5', cents, 50],
    ['12,50', cents, 1250],
    ['1.10', cents, 110],
    ['2.000', cents, 200],
    ['0.004', millionths, 4000],
    ['0.000001', millionths, 1],
    ['0.0000010', millionths, 1],
    ['0,004', millionths, 4000],
    ['1000', millionths, 1_000_000_000],
  ])('«%s»', (text, parts, amount) => {
    expect(readDollars(text, parts)).toEqual({ kind: 'amount', parts: amount });
  });

  test('an empty field is no amount, and no mistake', () => {
    expect(readDollars('  ', cents)).toEqual({ kind: 'nothing' });
  });

  test.each([
    ['abc', cents, 'must be dollars, like 12 or 0.004'],
    ['.', cents, 'must be dollars, like 12 or 0.004'],
    ['1.2.3', cents, 'must be dollars, like 12 or 0.004'],
    ['1e3', cents, 'must be dollars, like 12 or 0.004'],
    ['-1', cents, 'must not be less than nothing'],
    ['7.505', cents, 'has parts of a cent; a price is in whole cents'],
    ['1,000', cents, 'could be read in two ways; write 1000 or 1.000'],
    ['1000000.01', cents, 'must be at most $1,000,000'],
    ['0.0000001', millionths, 'must have at most 6 digits after the point'],
    ['1000.000001', millionths, 'must be at most $1,000'],
    ['9'.repeat(400), millionths, 'must be at most $1,000'],
  ])('«%s» is refused in words', (text, parts, problem) => {
    expect(readDollars(text, parts)).toEqual({ kind: 'wrong', problem });
  });

  test('what is put into a field is read back as it was', () => {
    for (const parts of [cents, millionths]) {
      fc.assert(
        fc.property(fc.nat(parts.most), (amount) => {
          const read = readDollars(dollarsText(amount, parts), parts);
          expect(read).toEqual({ kind: 'amount', parts: amount });
        }),
      );
    }
  });
});

describe('an amount of millionths is told exactly', () => {
  test.each([
    [0, '$0.00'],
    [1, '$0.000001'],
    [22_000, '$0.022'],
    [-220_000, '−$0.22'],
    [1_234_567_890, '$1,234.56789'],
    [9_007_199_254_740_991, '$9,007,199,254.740991'],
  ])('%d', (micros, told) => {
    expect(formatMicros(micros)).toBe(told);
  });

  test('with as many digits as its column has', () => {
    expect(digitsNeeded(22_000)).toBe(3);
    expect(formatMicros(30_000, 3)).toBe('$0.030');
  });
});
