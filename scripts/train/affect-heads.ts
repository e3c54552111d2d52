import { BUCKETS } from '@/utils/analysis/emotion/features';
import { LABELS, type Layer } from '@/utils/analysis/emotion/weights';
import type { Column } from './column';
import { trainRidge } from './ridge';
import { DENSE, type Rows } from './rows';
import { withDense } from './sparse';

/** How freely the fit may use strengths and signals beside the hashed features. */
const DENSE_SCALE = 0.3;

export interface AffectHead {
  layer: Layer;
  column: Column;
}

/** One output on hashed features, strengths and signals together, by ridge regression. */
export function trainAffect(
  name: string,
  rows: Rows,
  targets: Float64Array,
  rowWeights: Float64Array,
  penalty: number,
): AffectHead {
  const matrix = withDense(rows.matrix, BUCKETS, rows.dense, DENSE_SCALE);
  const { weights, bias } = trainRidge(matrix, BUCKETS + DENSE, targets, rowWeights, penalty);
  const dense = [...weights.subarray(BUCKETS)].map((w) => w * DENSE_SCALE);
  return {
    layer: { labels: dense.slice(0, LABELS), signals: dense.slice(LABELS), bias },
    column: { name, weights: weights.slice(0, BUCKETS), bias: 0 },
  };
}
