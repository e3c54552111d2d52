/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * Counts of a Vitest JSON report. A file that broke before its first test counts as one failure.
 *
 * @param {any} report
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts of a Playwright JSON report. An error outside of any test (a broken fixture file, say) counts as
 * one failure; a test that passed only when tried again counts as failed.
 *
 * @param {any} report
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The closing line that people and machines look for. */
export const closingLine = (/** @type {Tally} */ { passed, failed }) =>
  `${String(passed)} passed, ${String(failed)} failed`;
