import type { SparseMatrix } from './sparse';
import type { Random } from './random';

export interface LogisticOptions {
  /** Inverse strength of the L2 penalty, as in LIBLINEAR. */
  C: number;
  /** Scales column j before training (naive-Bayes weighting); the returned weights take unscaled rows. */
  scale?: Float64Array;
  /** Weight of each row, 1 by default. */
  rowWeights?: Float64Array;
  passes: number;
  random: Random;
}

export interface LinearModel {
  weights: Float64Array;
  bias: number;
}

const BIAS_VALUE = 1;

/**
 * Binary L2 logistic regression by dual coordinate descent (Yu, Huang and Lin, "Dual coordinate descent
 * methods for logistic regression and maximum entropy models", Machine Learning 85, 2011, algorithm 5).
 * `positive[i]` is 1 for a positive row. Stops early when no dual variable moves noticeably.
 */
export function trainLogistic(
  matrix: SparseMatrix,
  columns: number,
  positive: Uint8Array,
  options: LogisticOptions,
): LinearModel {
  const { C, scale, rowWeights, random } = options;
  const { rows, starts } = matrix;
  const cols = matrix.columns;
  let values = matrix.values;
  if (scale) {
    values = new Float64Array(values.length);
    for (let k = 0; k < values.length; k += 1) values[k] = matrix.values[k]! * scale[cols[k]!]!;
  }
  const w = new Float64Array(columns);
  let bias = 0;
  const squares = new Float64Array(rows);
  const alpha = new Float64Array(rows);
  for (let i = 0; i < rows; i += 1) {
    let sum = BIAS_VALUE * BIAS_VALUE;
    for (let k = starts[i]!; k < starts[i + 1]!; k += 1) sum += values[k]! * values[k]!;
    squares[i] = sum;
    const c = C * (rowWeights ? rowWeights[i]! : 1);
    const a = Math.min(0.001 * c, 1e-8);
    alpha[i] = a;
    const step = positive[i] === 1 ? a : -a;
    for (let k = starts[i]!; k < starts[i + 1]!; k += 1) w[cols[k]!]! += step * values[k]!;
    bias += step * BIAS_VALUE;
  }
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  let innerTolerance = 1e-2;
  for (let pass = 0; pass < options.passes; pass += 1) {
    random.shuffle(order);
    let newtonSteps = 0;
    let worst = 0;
    for (let s = 0; s < rows; s += 1) {
      const i = order[s]!;
      const c = C * (rowWeights ? rowWeights[i]! : 1);
      if (c <= 0) continue;
      const y = positive[i] === 1 ? 1 : -1;
      const from = starts[i]!;
      const to = starts[i + 1]!;
      let margin = bias * BIAS_VALUE;
      for (let k = from; k < to; k += 1) margin += w[cols[k]!]! * values[k]!;
      margin *= y;
      const a = squares[i]!;
      const old = alpha[i]!;
      // Work on whichever of alpha and C - alpha is the smaller, for precision near the ends.
      const flipped = 0.5 * a * (c - 2 * old) + margin < 0;
      const oldZ = flipped ? c - old : old;
      const b = flipped ? -margin : margin;
      let z = oldZ;
      if (c - z < 0.5 * c) z = 0.1 * z;
      let gradient = a * (z - oldZ) + b + Math.log(z / (c - z));
      worst = Math.max(worst, Math.abs(gradient));
      let steps = 0;
      while (steps < 100 && Math.abs(gradient) >= innerTolerance) {
        const curvature = a + c / (c - z) / z;
        const next = z - gradient / curvature;
        z = next <= 0 ? z * 0.1 : next;
        gradient = a * (z - oldZ) + b + Math.log(z / (c - z));
        newtonSteps += 1;
        steps += 1;
      }
      if (steps > 0) {
        const now = flipped ? c - z : z;
        const step = (now - old) * y;
        alpha[i] = now;
        for (let k = from; k < to; k += 1) w[cols[k]!]! += step * values[k]!;
        bias += step * BIAS_VALUE;
      }
    }
    if (worst < 0.02) break;
    if (newtonSteps <= rows / 10) innerTolerance = Math.max(1e-8, innerTolerance * 0.1);
  }
  if (scale) for (let j = 0; j < columns; j += 1) w[j]! *= scale[j]!;
  return { weights: w, bias: bias * BIAS_VALUE };
}
