import { VALUE_OF_BYTE } from '@/utils/analysis/emotion/weights';

/** One column of the hashed table while it is trained. */
export interface Column {
  name: string;
  weights: Float64Array;
  bias: number;
}

/** The same column as it is stored. */
export interface StoredColumn {
  name: string;
  bytes: Int8Array;
  /** What byte 127 stands for. */
  scale: number;
  bias: number;
}

/** Steps from zero to the largest weight where nothing else is asked for. Fewer compress better. */
const STEPS = 24;

/**
 * Stores a column in bytes on a square-root scale. What a weight does is its size times the root of `texts`, in
 * how many training texts its bucket was: those that do less than `prune` times the column's root mean square
 * are left out, and so are those that round to nothing.
 */
export function store(column: Column, texts: Float64Array, prune: number, steps = STEPS): StoredColumn {
  const { weights, name, bias } = column;
  const effects = weights.map((w, i) => Math.abs(w) * Math.sqrt(texts[i] ?? 0));
  let largest = 0;
  let squares = 0;
  let used = 0;
  weights.forEach((w, i) => {
    largest = Math.max(largest, Math.abs(w));
    squares += (effects[i] ?? 0) ** 2;
    if (w !== 0) used += 1;
  });
  const least = prune * Math.sqrt(squares / Math.max(1, used));
  const bytes = new Int8Array(weights.length);
  if (largest > 0) {
    weights.forEach((w, i) => {
      if ((effects[i] ?? 0) >= least)
        bytes[i] = Math.sign(w) * Math.round(Math.sqrt(Math.abs(w) / largest) * steps);
    });
  }
  return { name, bytes, scale: largest * (127 / steps) ** 2, bias };
}

/** The column as the extension will see it. */
export function restore({ name, bytes, scale, bias }: StoredColumn): Column {
  return { name, weights: Float64Array.from(bytes, (b) => (VALUE_OF_BYTE[b + 128] ?? 0) * scale), bias };
}
