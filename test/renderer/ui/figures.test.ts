// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  formatCredits,
  formatMoney,
  formatNumberOf,
  formatRemaining,
  formatSpan,
} from '../../../src-renderer/ui/figures';
import { sourceName } from '../../../src-renderer/ui/lot-names';
import { numberOf } from '../../../src-renderer/ui/number-field';

test('numbers carry their unit in the right number', () => {
  expect(formatCredits(1)).toBe('1 credit');
  expect(formatCredits(0)).toBe('0 credits');
  expect(formatNumberOf(2, 'entry', 'entries')).toBe('2 entries');
});

test('money that the service does not name has no figure', () => {
  expect(formatMoney(null)).toBeNull();
  expect(formatMoney(1250)).toContain('12.50');
});

test.each([
  [null, 'working out the time left'],
  [400, 'about a second left'],
  [11_500, 'about 12 s left'],
  [120_000, 'about 2 min left'],
])('the time left of %s ms is said coarsely', (milliseconds, words) => {
  expect(formatRemaining(milliseconds)).toBe(words);
});

test.each([
  [20_000, 'less than a minute'],
  [60_000, '1 minute'],
  [3 * 3_600_000, '3 hours'],
  [72 * 3_600_000, '3 days'],
])('a span of %s ms is said in its coarsest unit', (milliseconds, words) => {
  expect(formatSpan(milliseconds)).toBe(words);
});

describe('a number as it is typed', () => {
  test.each([
    ['12', 12],
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' -3 ', -3],
    ['', null],
    ['1e9', null],
    ['12px', null],
  ])('%o stands for %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });
});

test('the credit of a pool is called shared', () => {
  expect(sourceName('add-on', 'pool')).toBe('Add-on credit, shared');
  expect(sourceName('base', 'seat')).toBe('Plan credit');
});
