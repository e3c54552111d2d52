import type { ByteReader } from './bytes';
import { BUCKETS } from './features';
import { WeightsError } from './weights-error';

/** Weights by bucket: those of bucket b stand at starts[b] to starts[b + 1], the latter exclusive. */
interface SparseTable {
  starts: Int32Array;
  columns: Uint8Array;
  values: Float64Array;
}

/** The stored weights, twice for the buckets that nearly every column uses: looked up one by one they take longer. */
export interface WeightTable extends SparseTable {
  /** Row of a bucket in `rows`, or -1 where it has none. */
  rowOf: Int16Array;
  /** Rows of one value for each column, zero where none is stored. */
  rows: Float64Array;
  width: number;
}

/** A byte b stands for sign(b) (b / 127) squared times its column's scale: small weights keep their detail. */
export const VALUE_OF_BYTE = Float64Array.from({ length: 256 }, (_, i) => {
  const byte = i - 128;
  return Math.sign(byte) * (byte / 127) ** 2;
});

/** A bucket with at least this part of all columns is kept as a full row as well. */
const FULL = 0.5;

function fullRows(
  width: number,
  { starts, columns, values }: SparseTable,
): Omit<WeightTable, keyof SparseTable> {
  const rowOf = new Int16Array(BUCKETS).fill(-1);
  let count = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    if ((starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0) >= FULL * width) rowOf[bucket] = count++;
  }
  const rows = new Float64Array(count * width);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const row = rowOf[bucket] ?? -1;
    if (row < 0) continue;
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at += 1)
      rows[row * width + (columns[at] ?? 0)] = values[at] ?? 0;
  }
  return { rowOf, rows, width };
}

/** Adds `value` times the weights of a bucket to the sums of the columns. */
export function addBucket(table: WeightTable, bucket: number, value: number, sums: Float64Array): void {
  const { starts, columns, values, rowOf, rows, width } = table;
  const row = rowOf[bucket] ?? -1;
  if (row >= 0) {
    const from = row * width;
    for (let c = 0; c < width; c += 1) sums[c] = (sums[c] ?? 0) + value * (rows[from + c] ?? 0);
    return;
  }
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at += 1) {
    const c = columns[at] ?? 0;
    sums[c] = (sums[c] ?? 0) + value * (values[at] ?? 0);
  }
}

/** The weights of a bucket, each times the factor of its column, summed. */
export function weighBucket(table: WeightTable, bucket: number, factors: Float64Array): number {
  const { starts, columns, values, rowOf, rows, width } = table;
  const row = rowOf[bucket] ?? -1;
  let sum = 0;
  if (row >= 0) {
    const from = row * width;
    for (let c = 0; c < width; c += 1) sum += (rows[from + c] ?? 0) * (factors[c] ?? 0);
    return sum;
  }
  const end = starts[bucket + 1] ?? 0;
  for (let at = starts[bucket] ?? 0; at < end; at += 1)
    sum += (values[at] ?? 0) * (factors[columns[at] ?? 0] ?? 0);
  return sum;
}

/** Positions as gaps: each number is the distance from the one before, less one. */
export function readPositions(
  reader: ByteReader,
  count: number,
  limit: number,
  take: (at: number) => void,
): void {
  let position = -1;
  for (let i = 0; i < count; i += 1) {
    position += reader.number() + 1;
    if (position >= limit) throw new WeightsError('The weights file points outside itself.');
    take(position);
  }
}

/** Column by column: how many weights are stored, the gaps between their buckets, then the bytes. */
export function readTable(reader: ByteReader, scales: readonly number[]): WeightTable {
  const starts = new Int32Array(BUCKETS + 1);
  const stored = scales.map((scale) => {
    const buckets: number[] = [];
    readPositions(reader, reader.number(), BUCKETS, (bucket) => {
      buckets.push(bucket);
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    });
    return { buckets, values: buckets.map(() => (VALUE_OF_BYTE[reader.signed() + 128] ?? 0) * scale) };
  });
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const next = starts.slice();
  const columns = new Uint8Array(starts[BUCKETS] ?? 0);
  const values = new Float64Array(columns.length);
  stored.forEach(({ buckets, values: own }, column) => {
    buckets.forEach((bucket, i) => {
      const at = next[bucket] ?? 0;
      next[bucket] = at + 1;
      columns[at] = column;
      values[at] = own[i] ?? 0;
    });
  });
  return { starts, columns, values, ...fullRows(scales.length, { starts, columns, values }) };
}
