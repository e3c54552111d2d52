/** One measured speed beside its baseline, both from the same run. */
export interface BenchRow {
  name: string;
  unit: string;
  ours: number;
  baselineName: string;
  baseline: number;
  /** ours / baseline: below 1 is faster or smaller than the baseline. */
  ratio: number;
}

/** Baselines that are limits: what is over one of these is not as it should be. */
export const LIMITS: readonly string[] = ['aim', 'what a person notices', 'felt as instant'];
