import { BUCKETS } from '@/utils/analysis/emotion/features';
import { LABELS, type AffectLayer } from '@/utils/analysis/emotion/weights';
import type { Column } from './column';
import { trainRidge } from './ridge';
import { DENSE, type Rows } from './rows';
import { pickRows, rowTimes, textCounts, withDense } from './sparse';
import { trainSteps } from './steps';

/** How free the constant of the lines apart is: it costs next to nothing. */
const APART = 5;
/** Parts in which the rest is found that steps are learnt from: each by a head that did not see it. */
const FOLDS = 4;

export interface AffectHead {
  layer: Omit<AffectLayer, 'centre' | 'gain'>;
  column: Column;
  /** In how many texts each bucket was. */
  texts: Float64Array;
}

/** How one fit is made. */
export interface Fit {
  penalty: number;
  /** Rare buckets tell more than common ones: a bucket in n texts is scaled by (n / 20) to this power. */
  rarity: number;
  /** How freely the fit may use strengths and signals beside the hashed features. */
  freedom: number;
}

export interface AffectOptions {
  /** The head is the mean of these. */
  fits: readonly Fit[];
  /**
   * Rows from here on are rated on a scale that only resembles the others': they have a constant of their own, which
   * the head leaves out.
   */
  apartFrom?: number;
  /** Whether what straight lines leave is learnt in steps, from the rows that are not apart. */
  steps?: boolean;
}

interface Given {
  rows: Rows;
  targets: Float64Array;
  rowWeights: Float64Array;
  apartFrom: number;
}

/** What a head says of a row, before stretching. */
export function headValue({ layer, column }: AffectHead, rows: Rows, row: number): number {
  const line = rows.dense[row] ?? new Float64Array(DENSE);
  let sum = layer.bias + rowTimes(rows.matrix, row, column.weights);
  layer.labels.forEach((w, j) => (sum += w * (line[j] ?? 0)));
  layer.signals.forEach((w, j) => (sum += w * (line[LABELS + j] ?? 0)));
  for (const [input, from, added] of layer.steps) if ((line[input] ?? 0) > from) sum += added;
  return sum;
}

/** One output on hashed features, strengths and signals together, by ridge regression. */
function fitHead(
  name: string,
  { rows, targets, rowWeights, apartFrom }: Given,
  keep: readonly number[],
  { penalty, rarity, freedom }: Fit,
): AffectHead {
  const own = pickRows(rows.matrix, keep);
  const texts = textCounts(own, BUCKETS);
  const scales = texts.map((n) => (n === 0 ? 0 : (n / 20) ** rarity));
  const scaled = {
    ...own,
    values: own.values.map((value, k) => value * (scales[own.columns[k] ?? 0] ?? 0)),
  };
  const lines = keep.map((row) => Float64Array.of(...(rows.dense[row] ?? []), row < apartFrom ? 0 : APART));
  const { weights, bias } = trainRidge(
    withDense(scaled, BUCKETS, lines, freedom),
    BUCKETS + DENSE + 1,
    Float64Array.from(keep, (row) => targets[row] ?? 0),
    Float64Array.from(keep, (row) => rowWeights[row] ?? 0),
    penalty,
  );
  const dense = [...weights.subarray(BUCKETS, BUCKETS + DENSE)].map((w) => w * freedom);
  return {
    layer: { labels: dense.slice(0, LABELS), signals: dense.slice(LABELS), steps: [], bias },
    column: { name, weights: scales.map((scale, bucket) => scale * (weights[bucket] ?? 0)), bias: 0 },
    texts,
  };
}

/** The mean of heads without steps, of the same name and texts. */
function meanHead(heads: readonly AffectHead[]): AffectHead {
  const [first] = heads;
  if (!first) throw new Error('A head needs a fit.');
  const mean = (of: (head: AffectHead) => number | undefined): number =>
    heads.reduce((sum, head) => sum + (of(head) ?? 0), 0) / heads.length;
  return {
    layer: {
      labels: first.layer.labels.map((_, j) => mean(({ layer }) => layer.labels[j])),
      signals: first.layer.signals.map((_, j) => mean(({ layer }) => layer.signals[j])),
      steps: [],
      bias: mean(({ layer }) => layer.bias),
    },
    column: {
      ...first.column,
      weights: first.column.weights.map((_, bucket) => mean(({ column }) => column.weights[bucket])),
    },
    texts: first.texts,
  };
}

/** Trains one head, and steps on top where wanted. */
export function trainAffect(
  name: string,
  rows: Rows,
  targets: Float64Array,
  rowWeights: Float64Array,
  { fits, apartFrom = rows.matrix.rows, steps = false }: AffectOptions,
): AffectHead {
  const all = rows.dense.map((_, row) => row);
  const given = { rows, targets, rowWeights, apartFrom };
  const fit = (keep: readonly number[]): AffectHead =>
    meanHead(fits.map((one) => fitHead(name, given, keep, one)));
  const head = fit(all);
  if (!steps) return head;
  const rest = new Float64Array(apartFrom);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const blind = fit(all.filter((row) => row >= apartFrom || row % FOLDS !== fold));
    for (let row = fold; row < apartFrom; row += FOLDS) {
      rest[row] = (targets[row] ?? 0) - headValue(blind, rows, row);
    }
  }
  const learnt = trainSteps(rows.dense.slice(0, apartFrom), rest);
  return { ...head, layer: { ...head.layer, steps: learnt.steps, bias: head.layer.bias + learnt.bias } };
}
