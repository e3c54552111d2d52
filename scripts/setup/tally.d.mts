export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}
export function tallyVitest(report: unknown): Tally;
export function tallyPlaywright(report: unknown): Tally;
export function sum(tallies: readonly Tally[]): Tally;
export function closingLine(tally: Tally): string;
