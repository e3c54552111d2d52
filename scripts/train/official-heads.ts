import { LABELS, type Layer } from '@/utils/analysis/emotion/weights';
import type { Comment } from './data/go-emotions';
import { minimise } from './minimise';
import { DENSE, type Rows } from './rows';

/** One of the official six or neutral: yes from `threshold` on. */
export interface OfficialHead extends Layer {
  name: string;
  threshold: number;
}

const PENALTY = 10;
const STEPS = 60;
const FOLDS = 5;

/** Names of the official classes and the label indices behind each. */
export function officialGroups(
  ekman: Readonly<Record<string, readonly string[]>>,
  names: readonly string[],
): { name: string; labels: number[] }[] {
  const groups = Object.entries(ekman).map(([name, labels]) => ({
    name,
    labels: labels.map((label) => names.indexOf(label)),
  }));
  return [...groups, { name: 'neutral', labels: [names.indexOf('neutral')] }];
}

const probability = (weights: Float64Array, line: Float64Array): number => {
  let sum = weights[DENSE] ?? 0;
  for (let j = 0; j < DENSE; j += 1) sum += (weights[j] ?? 0) * (line[j] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

function fit(dense: readonly Float64Array[], gold: Uint8Array, keep: readonly number[]): Float64Array {
  return minimise(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const row of keep) {
        const line = dense[row];
        if (!line) continue;
        const p = probability(weights, line);
        const slope = p - (gold[row] ?? 0);
        loss -= Math.log((gold[row] === 1 ? p : 1 - p) + 1e-12);
        for (let j = 0; j < DENSE; j += 1) gradient[j] = (gradient[j] ?? 0) + slope * (line[j] ?? 0);
        gradient[DENSE] = (gradient[DENSE] ?? 0) + slope;
      }
      for (let j = 0; j < DENSE; j += 1) {
        const w = weights[j] ?? 0;
        loss += 0.5 * PENALTY * w * w;
        gradient[j] = (gradient[j] ?? 0) + PENALTY * w;
      }
      return loss;
    },
    new Float64Array(DENSE + 1),
    STEPS,
  );
}

/** The threshold with the best F1 on these probabilities. */
export function bestThreshold(
  probabilities: Float64Array,
  gold: Uint8Array,
): { threshold: number; f1: number } {
  const order = [...probabilities.keys()].sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  const positives = gold.reduce((sum, g) => sum + g, 0);
  let hits = 0;
  let best = { threshold: 1, f1: 0 };
  order.forEach((row, rank) => {
    hits += gold[row] ?? 0;
    const f1 = (2 * hits) / (rank + 1 + positives);
    const next = order[rank + 1];
    const below = next === undefined ? 0 : (probabilities[next] ?? 0);
    if (f1 > best.f1) best = { threshold: ((probabilities[row] ?? 0) + below) / 2, f1 };
  });
  return best;
}

/**
 * The official classes on label strengths and signals, by logistic regression on comments that the label
 * columns have not seen; each threshold is chosen on held-out folds of the same comments.
 */
export function trainOfficial(
  comments: readonly Comment[],
  rows: Rows,
  groups: readonly { name: string; labels: readonly number[] }[],
): { heads: OfficialHead[]; macroF1: number } {
  let macroF1 = 0;
  const all = comments.map((_, i) => i);
  const heads = groups.map(({ name, labels }): OfficialHead => {
    const gold = Uint8Array.from(comments, (comment) =>
      comment.labels.some((l) => labels.includes(l)) ? 1 : 0,
    );
    const heldOut = new Float64Array(comments.length);
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const weights = fit(
        rows.dense,
        gold,
        all.filter((i) => i % FOLDS !== fold),
      );
      for (let i = fold; i < comments.length; i += FOLDS) {
        heldOut[i] = probability(weights, rows.dense[i] ?? new Float64Array(DENSE));
      }
    }
    const { threshold, f1 } = bestThreshold(heldOut, gold);
    macroF1 += f1 / groups.length;
    const weights = fit(rows.dense, gold, all);
    return {
      name,
      threshold,
      labels: [...weights.subarray(0, LABELS)],
      signals: [...weights.subarray(LABELS, DENSE)],
      bias: weights[DENSE] ?? 0,
    };
  });
  return { heads, macroF1 };
}
