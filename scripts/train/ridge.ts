import type { SparseMatrix } from './sparse';
import type { LinearModel } from './logistic';

/**
 * Ridge regression with an unpenalised constant, by conjugate gradients on the normal equations.
 * `penalty` is the weight of the squared norm; columns may be scaled beforehand to be penalised less.
 */
export function trainRidge(
  matrix: SparseMatrix,
  columns: number,
  targets: Float64Array,
  penalty: number,
  iterations = 100,
): LinearModel {
  const { rows, starts, columns: cols, values } = matrix;
  let mean = 0;
  for (let i = 0; i < rows; i += 1) mean += (targets[i] ?? 0) / rows;
  const means = new Float64Array(columns);
  for (let k = 0; k < values.length; k += 1) {
    const c = cols[k] ?? 0;
    means[c] = (means[c] ?? 0) + (values[k] ?? 0) / rows;
  }
  const product = new Float64Array(rows);
  // Columns are centred without being filled in: X - 1 m'.
  const times = (v: Float64Array): Float64Array => {
    let shift = 0;
    for (let c = 0; c < columns; c += 1) shift += (means[c] ?? 0) * (v[c] ?? 0);
    for (let i = 0; i < rows; i += 1) {
      let sum = -shift;
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1)
        sum += (values[k] ?? 0) * (v[cols[k] ?? 0] ?? 0);
      product[i] = sum;
    }
    return product;
  };
  const transposed = (u: Float64Array): Float64Array => {
    const out = new Float64Array(columns);
    let total = 0;
    for (let i = 0; i < rows; i += 1) {
      const factor = u[i] ?? 0;
      total += factor;
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1) {
        const c = cols[k] ?? 0;
        out[c] = (out[c] ?? 0) + factor * (values[k] ?? 0);
      }
    }
    for (let c = 0; c < columns; c += 1) out[c] = (out[c] ?? 0) - total * (means[c] ?? 0);
    return out;
  };
  const w = new Float64Array(columns);
  const residual = transposed(Float64Array.from(targets, (t) => t - mean));
  const direction = residual.slice();
  let norm = residual.reduce((s, r) => s + r * r, 0);
  const goal = norm * 1e-10;
  for (let step = 0; step < iterations && norm > goal; step += 1) {
    const curved = transposed(times(direction));
    let along = 0;
    for (let c = 0; c < columns; c += 1) {
      curved[c] = (curved[c] ?? 0) + penalty * (direction[c] ?? 0);
      along += (direction[c] ?? 0) * (curved[c] ?? 0);
    }
    const length = norm / along;
    let next = 0;
    for (let c = 0; c < columns; c += 1) {
      w[c] = (w[c] ?? 0) + length * (direction[c] ?? 0);
      const r = (residual[c] ?? 0) - length * (curved[c] ?? 0);
      residual[c] = r;
      next += r * r;
    }
    for (let c = 0; c < columns; c += 1)
      direction[c] = (residual[c] ?? 0) + (next / norm) * (direction[c] ?? 0);
    norm = next;
  }
  let shift = 0;
  for (let c = 0; c < columns; c += 1) shift += (means[c] ?? 0) * (w[c] ?? 0);
  return { weights: w, bias: mean - shift };
}
