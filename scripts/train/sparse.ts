import { createFeatureReader, type Features } from '@/utils/analysis/emotion/features';
import { negatedTokens } from '@/utils/analysis/emotion/negation';
import { tokenise } from '@/utils/analysis/text/tokenise';

/** A sparse matrix by rows: row `i` holds entries starts[i] to starts[i + 1], the latter exclusive. */
export interface SparseMatrix {
  rows: number;
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** The hashed features of each text as one row, columns ascending. */
export function featureMatrix(texts: readonly string[]): SparseMatrix {
  const readFeatures = createFeatureReader();
  return matrixOf(texts, (text) => {
    const tokens = tokenise(text);
    return readFeatures(tokens, negatedTokens(tokens));
  });
}

/** The same for anything that has features. */
export function matrixOf<T>(items: readonly T[], featuresOf: (item: T) => Features): SparseMatrix {
  const starts = new Int32Array(items.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  items.forEach((item, row) => {
    const features = featuresOf(item);
    const sums = new Map<number, number>();
    for (let i = 0; i < features.length; i += 1) {
      const bucket = features.buckets[i] ?? 0;
      sums.set(bucket, (sums.get(bucket) ?? 0) + (features.values[i] ?? 0));
    }
    for (const [bucket, value] of [...sums].sort((a, b) => a[0] - b[0])) {
      columns.push(bucket);
      values.push(value);
    }
    starts[row + 1] = columns.length;
  });
  return { rows: items.length, starts, columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

/** In how many of the texts each of `width` buckets is. */
export function textCounts({ columns }: SparseMatrix, width: number): Float64Array {
  const counts = new Float64Array(width);
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}

/** Puts dense columns behind the sparse ones: entry j of a row becomes column `width + j`. */
export function withDense(
  matrix: SparseMatrix,
  width: number,
  dense: readonly Float64Array[],
  scale: number,
): SparseMatrix {
  const extra = dense[0]?.length ?? 0;
  const starts = new Int32Array(matrix.rows + 1);
  const columns = new Int32Array(matrix.columns.length + matrix.rows * extra);
  const values = new Float64Array(columns.length);
  let used = 0;
  for (let row = 0; row < matrix.rows; row += 1) {
    const from = matrix.starts[row] ?? 0;
    const to = matrix.starts[row + 1] ?? 0;
    columns.set(matrix.columns.subarray(from, to), used);
    values.set(matrix.values.subarray(from, to), used);
    used += to - from;
    for (let j = 0; j < extra; j += 1) {
      columns[used] = width + j;
      values[used] = (dense[row]?.[j] ?? 0) * scale;
      used += 1;
    }
    starts[row + 1] = used;
  }
  return { rows: matrix.rows, starts, columns, values };
}

/** Rows `keep` of a matrix, in that order. */
export function pickRows(matrix: SparseMatrix, keep: readonly number[]): SparseMatrix {
  const starts = new Int32Array(keep.length + 1);
  keep.forEach((row, i) => {
    starts[i + 1] = (starts[i] ?? 0) + (matrix.starts[row + 1] ?? 0) - (matrix.starts[row] ?? 0);
  });
  const columns = new Int32Array(starts[keep.length] ?? 0);
  const values = new Float64Array(columns.length);
  keep.forEach((row, i) => {
    const from = matrix.starts[row] ?? 0;
    const to = matrix.starts[row + 1] ?? 0;
    columns.set(matrix.columns.subarray(from, to), starts[i]);
    values.set(matrix.values.subarray(from, to), starts[i]);
  });
  return { rows: keep.length, starts, columns, values };
}

/** Row `row` times a column of weights. */
export function rowTimes(matrix: SparseMatrix, row: number, weights: Float64Array): number {
  let sum = 0;
  for (let k = matrix.starts[row] ?? 0; k < (matrix.starts[row + 1] ?? 0); k += 1) {
    sum += (matrix.values[k] ?? 0) * (weights[matrix.columns[k] ?? 0] ?? 0);
  }
  return sum;
}

/** The rows of the first, then those of the second. */
export function joinRows(a: SparseMatrix, b: SparseMatrix): SparseMatrix {
  const starts = new Int32Array(a.rows + b.rows + 1);
  starts.set(a.starts);
  b.starts.forEach((start, i) => {
    starts[a.rows + i] = a.columns.length + start;
  });
  const columns = new Int32Array(a.columns.length + b.columns.length);
  columns.set(a.columns);
  columns.set(b.columns, a.columns.length);
  const values = new Float64Array(columns.length);
  values.set(a.values);
  values.set(b.values, a.columns.length);
  return { rows: a.rows + b.rows, starts, columns, values };
}
