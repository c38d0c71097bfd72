import { expect, test } from 'vitest';
import {
  closingLines,
  countPlaywright,
  countVitest,
  summaryLine,
  tallyOf,
} from '../../scripts/test-results.mjs';

test('each check counts one, and runners count their tests', () => {
  const line = summaryLine([
    tallyOf(undefined, true, 'check'),
    tallyOf(undefined, false, 'check'),
    tallyOf(countVitest({ numPassedTests: 7, numFailedTests: 2 }), false, 'runner'),
    tallyOf(countPlaywright({ stats: { expected: 3, flaky: 1, unexpected: 0 } }), true, 'runner'),
  ]);
  expect(line).toBe('12 passed, 3 failed');
});

test('a runner that fails without a failed test, or leaves no report, is a failure', () => {
  expect(tallyOf({ passed: 5, failed: 0 }, false, 'runner')).toEqual({ passed: 5, failed: 1 });
  expect(tallyOf(undefined, true, 'runner')).toEqual({ passed: 0, failed: 1 });
});

test('closing lines are plain and end with what was said last', () => {
  expect(closingLines('one\n\u001b[32mtwo\u001b[39m\nthree\n\n', 2)).toBe('two\nthree');
});
