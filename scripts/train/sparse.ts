import { createFeatureReader } from '@/utils/analysis/emotion/features';
import { tokenise } from '@/utils/analysis/text/tokenise';

/** A sparse matrix by rows: row `i` holds `columns[from]`..`columns[to - 1]`, from = starts[i], to = starts[i + 1]. */
export interface SparseMatrix {
  rows: number;
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** The hashed features of each text as one row, columns ascending. */
export function featureMatrix(texts: readonly string[]): SparseMatrix {
  const readFeatures = createFeatureReader();
  const starts = new Int32Array(texts.length + 1);
  let columns = new Int32Array(1 << 20);
  let values = new Float64Array(1 << 20);
  let used = 0;
  texts.forEach((text, row) => {
    const features = readFeatures(tokenise(text));
    const sums = new Map<number, number>();
    for (let i = 0; i < features.length; i += 1) {
      const bucket = features.buckets[i] ?? 0;
      sums.set(bucket, (sums.get(bucket) ?? 0) + (features.values[i] ?? 0));
    }
    const entries = [...sums].sort((a, b) => a[0] - b[0]);
    if (used + entries.length > columns.length) {
      const moreColumns = new Int32Array(columns.length * 2);
      const moreValues = new Float64Array(columns.length * 2);
      moreColumns.set(columns);
      moreValues.set(values);
      columns = moreColumns;
      values = moreValues;
    }
    for (const [bucket, value] of entries) {
      columns[used] = bucket;
      values[used] = value;
      used += 1;
    }
    starts[row + 1] = used;
  });
  return { rows: texts.length, starts, columns: columns.subarray(0, used), values: values.subarray(0, used) };
}
