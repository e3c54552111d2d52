import { BUCKETS } from '@/utils/analysis/emotion/features';
import { LABELS, type Layer } from '@/utils/analysis/emotion/weights';
import type { Column } from './column';
import { trainRidge } from './ridge';
import { DENSE, type Rows } from './rows';
import { textCounts, withDense } from './sparse';

/** How freely the fit may use strengths and signals beside the hashed features. */
const DENSE_SCALE = 0.4;
/** Rare buckets tell more than common ones: a bucket in n texts is scaled by (n / 20) to this power. */
const RARITY = -0.3;

export interface AffectHead {
  layer: Layer;
  column: Column;
  /** In how many texts each bucket was. */
  texts: Float64Array;
}

/** How free the constant of the lines apart is: it costs next to nothing. */
const APART = 5;

/**
 * One output on hashed features, strengths and signals together, by ridge regression. Rows `apart` are rated on a
 * scale that only resembles the others': they have a constant of their own, which the head leaves out.
 */
export function trainAffect(
  name: string,
  rows: Rows,
  targets: Float64Array,
  rowWeights: Float64Array,
  penalty: number,
  apart: (row: number) => boolean = () => false,
): AffectHead {
  const texts = textCounts(rows.matrix, BUCKETS);
  const scales = texts.map((n) => (n === 0 ? 0 : (n / 20) ** RARITY));
  const scaled = {
    ...rows.matrix,
    values: rows.matrix.values.map((value, k) => value * (scales[rows.matrix.columns[k] ?? 0] ?? 0)),
  };
  const lines = rows.dense.map((line, row) => Float64Array.of(...line, apart(row) ? APART : 0));
  const matrix = withDense(scaled, BUCKETS, lines, DENSE_SCALE);
  const { weights, bias } = trainRidge(matrix, BUCKETS + DENSE + 1, targets, rowWeights, penalty);
  const dense = [...weights.subarray(BUCKETS, BUCKETS + DENSE)].map((w) => w * DENSE_SCALE);
  return {
    layer: { labels: dense.slice(0, LABELS), signals: dense.slice(LABELS), bias },
    column: { name, weights: scales.map((scale, bucket) => scale * (weights[bucket] ?? 0)), bias: 0 },
    texts,
  };
}
