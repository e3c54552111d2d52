import type { LinearModel } from './logistic';
import type { SparseMatrix } from './sparse';

const STEPS = 60;
/** The residual's size, beside where it started, at which the search ends. */
const CONVERGED = 1e-10;

/**
 * Weighted ridge regression with an unpenalised constant, by conjugate gradients on the normal equations.
 * `penalty` is the weight of the squared norm of the solution.
 */
export function trainRidge(
  matrix: SparseMatrix,
  width: number,
  targets: Float64Array,
  rowWeights: Float64Array,
  penalty: number,
): LinearModel {
  const { rows, starts, columns, values } = matrix;
  const total = rowWeights.reduce((sum, w) => sum + w, 0);
  let mean = 0;
  const means = new Float64Array(width);
  for (let i = 0; i < rows; i += 1) {
    const part = (rowWeights[i] ?? 0) / total;
    mean += part * (targets[i] ?? 0);
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1) {
      const c = columns[k] ?? 0;
      means[c] = (means[c] ?? 0) + part * (values[k] ?? 0);
    }
  }
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
    return sum;
  };
  // Columns are centred in passing, so that they stay sparse.
  const times = (v: Float64Array): Float64Array => {
    const shift = dot(means, v);
    const product = new Float64Array(rows);
    for (let i = 0; i < rows; i += 1) {
      let sum = -shift;
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1) {
        sum += (values[k] ?? 0) * (v[columns[k] ?? 0] ?? 0);
      }
      product[i] = sum * (rowWeights[i] ?? 0);
    }
    return product;
  };
  const transposed = (u: Float64Array): Float64Array => {
    const out = new Float64Array(width);
    let sum = 0;
    for (let i = 0; i < rows; i += 1) {
      const factor = u[i] ?? 0;
      sum += factor;
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1) {
        const c = columns[k] ?? 0;
        out[c] = (out[c] ?? 0) + factor * (values[k] ?? 0);
      }
    }
    for (let c = 0; c < width; c += 1) out[c] = (out[c] ?? 0) - sum * (means[c] ?? 0);
    return out;
  };
  const weights = new Float64Array(width);
  const residual = transposed(targets.map((t, i) => (t - mean) * (rowWeights[i] ?? 0)));
  const direction = residual.slice();
  let norm = dot(residual, residual);
  const goal = norm * CONVERGED;
  for (let step = 0; step < STEPS && norm > goal; step += 1) {
    const curved = transposed(times(direction));
    for (let c = 0; c < width; c += 1) curved[c] = (curved[c] ?? 0) + penalty * (direction[c] ?? 0);
    const length = norm / dot(direction, curved);
    for (let c = 0; c < width; c += 1) {
      weights[c] = (weights[c] ?? 0) + length * (direction[c] ?? 0);
      residual[c] = (residual[c] ?? 0) - length * (curved[c] ?? 0);
    }
    const next = dot(residual, residual);
    for (let c = 0; c < width; c += 1) {
      direction[c] = (residual[c] ?? 0) + (next / norm) * (direction[c] ?? 0);
    }
    norm = next;
  }
  return { weights, bias: mean - dot(means, weights) };
}
