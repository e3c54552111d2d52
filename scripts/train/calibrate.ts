import { calibrated } from '@/utils/analysis/emotion/certainty';

/** One cross-validated prediction: the top category's probability, and whether it was right. */
export interface Outcome {
  probability: number;
  right: boolean;
}

/** A point of accuracy against coverage: what is right among the surest part of the readings. */
export interface CoveragePoint {
  coverage: number;
  accuracy: number;
  /** Calibrated confidence from which a reading is in. */
  confidence: number;
}

const KNOTS = 12;

/**
 * How often a reading is right, by its probability: equal-sized bins of the outcomes, then pooled until they
 * rise (isotonic regression by pooling adjacent violators).
 */
export function calibrationCurve(outcomes: readonly Outcome[]): [number, number][] {
  const sorted = [...outcomes].sort((a, b) => a.probability - b.probability);
  const bins = Array.from({ length: KNOTS }, (_, i) => {
    const part = sorted.slice(
      Math.floor((i * sorted.length) / KNOTS),
      Math.floor(((i + 1) * sorted.length) / KNOTS),
    );
    const mean = (pick: (o: Outcome) => number): number =>
      part.reduce((sum, o) => sum + pick(o), 0) / Math.max(1, part.length);
    return { p: mean((o) => o.probability), right: mean((o) => (o.right ? 1 : 0)), size: 1 };
  });
  const pooled: typeof bins = [];
  for (const bin of bins) {
    let last = { ...bin };
    for (let before = pooled.at(-1); before && before.right >= last.right; before = pooled.at(-1)) {
      pooled.pop();
      const size = before.size + last.size;
      last = {
        p: (before.p * before.size + last.p * last.size) / size,
        right: (before.right * before.size + last.right * last.size) / size,
        size,
      };
    }
    pooled.push(last);
  }
  return pooled.map(({ p, right }) => [p, right]);
}

/** Accuracy among the surest 100 %, 90 % and so on, and among those whose confidence is at least `threshold`. */
export function coverageCurve(
  outcomes: readonly Outcome[],
  curve: readonly (readonly [number, number])[],
  threshold: number,
): CoveragePoint[] {
  const sorted = outcomes
    .map(({ probability, right }) => ({ confidence: calibrated(curve, probability), right }))
    .sort((a, b) => b.confidence - a.confidence);
  const kept = sorted.filter(({ confidence }) => confidence >= threshold).length / sorted.length;
  const shares = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5].filter((share) => Math.abs(share - kept) > 0.005);
  return [...shares, kept]
    .sort((a, b) => b - a)
    .map((coverage) => {
      const part = sorted.slice(0, Math.max(1, Math.round(coverage * sorted.length)));
      return {
        coverage,
        accuracy: part.filter(({ right }) => right).length / part.length,
        confidence: part.at(-1)?.confidence ?? 0,
      };
    });
}
