import type { Random } from './random';
import type { SparseMatrix } from './sparse';

export interface LogisticOptions {
  /** Inverse strength of the L2 penalty, as in LIBLINEAR. */
  cost: number;
  /** Scales column j before training; the returned weights take unscaled rows. */
  scale?: Float64Array;
  /** Most passes over the rows. */
  passes: number;
  random: Random;
}

/** A score is the row times the weights, plus the bias. */
export interface LinearModel {
  weights: Float64Array;
  bias: number;
}

/** Passes end when no dual variable is further than this from its optimum. */
const CONVERGED = 0.02;
const FIRST_TOLERANCE = 1e-2;
const LAST_TOLERANCE = 1e-8;

/**
 * Where one dual variable belongs, given its slope and the curvature of its row: the root of
 * curvature (z - old) + slope + log(z / (cost - z)), by Newton's method kept inside (0, cost).
 */
function bestDual(old: number, slope: number, curvature: number, cost: number, tolerance: number) {
  let z = cost - old < 0.5 * cost ? 0.1 * old : old;
  let gradient = curvature * (z - old) + slope + Math.log(z / (cost - z));
  const first = Math.abs(gradient);
  let steps = 0;
  while (steps < 100 && Math.abs(gradient) >= tolerance) {
    const next = z - gradient / (curvature + cost / (cost - z) / z);
    z = next <= 0 ? z * 0.1 : next;
    gradient = curvature * (z - old) + slope + Math.log(z / (cost - z));
    steps += 1;
  }
  return { z, steps, distance: first };
}

/**
 * Binary L2 logistic regression with a penalised constant, by dual coordinate descent (Yu, Huang and Lin,
 * "Dual coordinate descent methods for logistic regression and maximum entropy models", Machine Learning 85,
 * 2011, algorithm 5). `positive[i]` is 1 for a positive row.
 */
export function trainLogistic(
  matrix: SparseMatrix,
  width: number,
  positive: Uint8Array,
  { cost, scale, passes, random }: LogisticOptions,
): LinearModel {
  const { rows, starts, columns } = matrix;
  const values = scale
    ? matrix.values.map((value, k) => value * (scale[columns[k] ?? 0] ?? 0))
    : matrix.values;
  const weights = new Float64Array(width);
  let bias = 0;
  const move = (row: number, step: number): void => {
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) {
      const column = columns[k] ?? 0;
      weights[column] = (weights[column] ?? 0) + step * (values[k] ?? 0);
    }
    bias += step;
  };
  const curvatures = new Float64Array(rows);
  const duals = new Float64Array(rows).fill(Math.min(0.001 * cost, 1e-8));
  for (let row = 0; row < rows; row += 1) {
    let squares = 1;
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) squares += (values[k] ?? 0) ** 2;
    curvatures[row] = squares;
    move(row, positive[row] === 1 ? (duals[row] ?? 0) : -(duals[row] ?? 0));
  }
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  let tolerance = FIRST_TOLERANCE;
  for (let pass = 0; pass < passes; pass += 1) {
    random.shuffle(order);
    let newtonSteps = 0;
    let furthest = 0;
    for (const row of order) {
      const sign = positive[row] === 1 ? 1 : -1;
      let margin = bias;
      for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) {
        margin += (weights[columns[k] ?? 0] ?? 0) * (values[k] ?? 0);
      }
      margin *= sign;
      const curvature = curvatures[row] ?? 1;
      const old = duals[row] ?? 0;
      // Work on whichever of the dual and its complement is the smaller: it keeps the digits near the ends.
      const flipped = 0.5 * curvature * (cost - 2 * old) + margin < 0;
      const best = flipped
        ? bestDual(cost - old, -margin, curvature, cost, tolerance)
        : bestDual(old, margin, curvature, cost, tolerance);
      furthest = Math.max(furthest, best.distance);
      newtonSteps += best.steps;
      if (best.steps === 0) continue;
      const now = flipped ? cost - best.z : best.z;
      duals[row] = now;
      move(row, (now - old) * sign);
    }
    if (furthest < CONVERGED) break;
    if (newtonSteps <= rows / 10) tolerance = Math.max(LAST_TOLERANCE, tolerance * 0.1);
  }
  if (scale) for (let j = 0; j < width; j += 1) weights[j] = (weights[j] ?? 0) * (scale[j] ?? 0);
  return { weights, bias };
}
