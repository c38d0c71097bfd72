// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { withNewest, withOlder } from '../../../src-renderer/credits/use-statement';
import { statementLines } from '../../helpers/page-records';

const known = { lines: statementLines(6, 5, 4, 3), older: 3, loaded: true, problem: null };
const numbers = (state: { lines: readonly { number: number }[] }) =>
  state.lines.map(({ number }) => number);

test('newer entries go before what was read, which stays', () => {
  const state = withNewest(known, { lines: statementLines(8, 7, 6), older: 6 });
  expect(numbers(state)).toEqual([8, 7, 6, 5, 4, 3]);
  expect(state.older).toBe(3);
});

test('what was read is dropped where a gap would be left', () => {
  const state = withNewest(known, { lines: statementLines(20, 19), older: 19 });
  expect(numbers(state)).toEqual([20, 19]);
  expect(state.older).toBe(19);
});

test('an older page goes after, without doubles', () => {
  const state = withOlder(known, { lines: statementLines(3, 2, 1), older: null });
  expect(numbers(state)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(state.older).toBeNull();
});
