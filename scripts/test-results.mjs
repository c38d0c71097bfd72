/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ numPassedTests: number, numFailedTests: number }} VitestReport
 * @typedef {{ stats: { expected: number, flaky: number, unexpected: number } }} PlaywrightReport
 */

/**
 * What a step adds to the count. A runner that fails without naming a failed test (a file that can't
 * be loaded, no report) counts as one failure, so that no failing run ends with `0 failed`.
 * @param {Tally | undefined} counted what its report says; undefined for a check, or without a report
 * @param {boolean} succeeded its exit status was 0
 * @param {'check' | 'runner'} kind
 * @returns {Tally}
 */
export function tallyOf(counted, succeeded, kind) {
  if (kind === 'check') return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (counted === undefined) return { passed: 0, failed: 1 };
  return succeeded ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

/**
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function countVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * A flaky test passed at another try; a skipped one is neither.
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** @param {readonly Tally[]} tallies */
export function summaryLine(tallies) {
  let passed = 0;
  let failed = 0;
  for (const tally of tallies) {
    passed += tally.passed;
    failed += tally.failed;
  }
  return `${passed} passed, ${failed} failed`;
}

/**
 * The last lines of what a step printed, without colours and without empty lines at the end.
 * @param {string} output
 * @param {number} count
 */
export function closingLines(output, count) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with the escape character
  const plain = output.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
  return plain.trimEnd().split('\n').slice(-count).join('\n');
}
