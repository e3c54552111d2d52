import { describe, expect, it } from 'vitest';
import { closingLine, sum, tallyPlaywright, tallyVitest } from '@/scripts/setup/tally.mjs';

const vitestReport = {
  numPassedTests: 10,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [{}] },
  ],
};

describe('the count of tests', () => {
  it('adds unit and end-to-end tests into one line', () => {
    const total = sum([
      tallyVitest(vitestReport),
      tallyPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 0 }, errors: [] }),
    ]);
    expect(closingLine(total)).toBe('15 passed, 3 failed');
    expect(total.skipped).toBe(2);
  });

  it('counts a file that broke before its first test as a failure', () => {
    const report = {
      ...vitestReport,
      numFailedTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    };
    expect(tallyVitest(report).failed).toBe(1);
  });

  it('counts a test that passed only on a second try, and an error outside of tests, as failures', () => {
    const stats = { expected: 5, unexpected: 0, flaky: 1, skipped: 0 };
    expect(tallyPlaywright({ stats, errors: [{ message: 'no browser' }] }).failed).toBe(2);
  });

  it('is zero when nothing ran', () => {
    expect(closingLine(sum([]))).toBe('0 passed, 0 failed');
  });
});
