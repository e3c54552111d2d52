import { CATEGORIES } from '@/utils/analysis/reading';
import { BUCKETS } from '@/utils/analysis/emotion/features';
import { CLASSES, LABELS, type Layer } from '@/utils/analysis/emotion/weights';
import type { ClassExample } from './class-examples';
import type { Column } from './column';
import { minimise } from './minimise';
import { DENSE, type Rows } from './rows';
import { pickRows, textCounts } from './sparse';

const K = CLASSES.length;
const WIDTH = DENSE + 1;
const LAYER_PENALTY = 3;
const COLUMN_PENALTY = 0.5;
const LAYER_STEPS = 120;
const COLUMN_STEPS = 30;

/** The classes' layers on strengths and signals, and what words add to each class. */
export interface ClassModel {
  layers: Layer[];
  columns: Column[];
  /** In how many texts each bucket was. */
  texts: Float64Array;
}

function softmax(scores: Float64Array): void {
  let highest = -Infinity;
  for (const s of scores) highest = Math.max(highest, s);
  let total = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const e = Math.exp((scores[k] ?? 0) - highest);
    scores[k] = e;
    total += e;
  }
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / total;
}

/** Loss of an example under probabilities `p`; writes the slope by each class's score. */
function lossOf({ shares, among = [], weight }: ClassExample, p: Float64Array, slope: Float64Array): number {
  let loss = 0;
  if (shares) {
    for (let k = 0; k < K; k += 1) {
      const share = shares[k] ?? 0;
      if (share > 0) loss -= share * Math.log((p[k] ?? 0) + 1e-12);
      slope[k] = weight * ((p[k] ?? 0) - share);
    }
  } else {
    const inside = among.reduce((sum, k) => sum + (p[k] ?? 0), 1e-12);
    loss = -Math.log(inside);
    for (let k = 0; k < K; k += 1) slope[k] = weight * (p[k] ?? 0);
    for (const k of among) slope[k] = (slope[k] ?? 0) - (weight * (p[k] ?? 0)) / inside;
  }
  return weight * loss;
}

function layerScores(weights: Float64Array, line: Float64Array, out: Float64Array): void {
  for (let k = 0; k < K; k += 1) {
    let sum = weights[k * WIDTH + DENSE] ?? 0;
    for (let j = 0; j < DENSE; j += 1) sum += (weights[k * WIDTH + j] ?? 0) * (line[j] ?? 0);
    out[k] = sum;
  }
}

function addPenalty(
  weights: Float64Array,
  gradient: Float64Array,
  penalty: number,
  free: (i: number) => boolean,
) {
  let loss = 0;
  for (let i = 0; i < weights.length; i += 1) {
    if (free(i)) continue;
    const w = weights[i] ?? 0;
    loss += 0.5 * penalty * w * w;
    gradient[i] = (gradient[i] ?? 0) + penalty * w;
  }
  return loss;
}

function fitLayers(examples: readonly ClassExample[], rows: Rows, keep: readonly number[]): Float64Array {
  const slope = new Float64Array(K);
  const p = new Float64Array(K);
  return minimise(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const row of keep) {
        const line = rows.dense[row];
        const example = examples[row];
        if (!line || !example) continue;
        layerScores(weights, line, p);
        softmax(p);
        loss += lossOf(example, p, slope);
        for (let k = 0; k < K; k += 1) {
          const s = slope[k] ?? 0;
          const at = k * WIDTH;
          for (let j = 0; j < DENSE; j += 1) gradient[at + j] = (gradient[at + j] ?? 0) + s * (line[j] ?? 0);
          gradient[at + DENSE] = (gradient[at + DENSE] ?? 0) + s;
        }
      }
      return loss + addPenalty(weights, gradient, LAYER_PENALTY, (i) => i % WIDTH === DENSE);
    },
    new Float64Array(K * WIDTH),
    LAYER_STEPS,
  );
}

/** What the words of the texts add on top of the layers, for the buckets that occur. */
function fitColumns(
  examples: readonly ClassExample[],
  rows: Rows,
  keep: readonly number[],
  layers: Float64Array,
): Float64Array {
  const { starts, columns, values } = rows.matrix;
  const offsets = keep.map((row) => {
    const out = new Float64Array(K);
    layerScores(layers, rows.dense[row] ?? new Float64Array(DENSE), out);
    return out;
  });
  const slot = new Int32Array(BUCKETS).fill(-1);
  let slots = 0;
  for (const row of keep) {
    for (let e = starts[row] ?? 0; e < (starts[row + 1] ?? 0); e += 1) {
      const bucket = columns[e] ?? 0;
      if ((slot[bucket] ?? -1) < 0) slot[bucket] = slots++;
    }
  }
  const slope = new Float64Array(K);
  const p = new Float64Array(K);
  const found = minimise(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      keep.forEach((row, i) => {
        const example = examples[row];
        if (!example) return;
        p.set(offsets[i] ?? p);
        const from = starts[row] ?? 0;
        const to = starts[row + 1] ?? 0;
        for (let e = from; e < to; e += 1) {
          const at = (slot[columns[e] ?? 0] ?? 0) * K;
          const value = values[e] ?? 0;
          for (let k = 0; k < K; k += 1) p[k] = (p[k] ?? 0) + value * (weights[at + k] ?? 0);
        }
        softmax(p);
        loss += lossOf(example, p, slope);
        for (let e = from; e < to; e += 1) {
          const at = (slot[columns[e] ?? 0] ?? 0) * K;
          const value = values[e] ?? 0;
          for (let k = 0; k < K; k += 1) gradient[at + k] = (gradient[at + k] ?? 0) + value * (slope[k] ?? 0);
        }
      });
      return loss + addPenalty(weights, gradient, COLUMN_PENALTY, () => false);
    },
    new Float64Array(slots * K),
    COLUMN_STEPS,
  );
  const full = new Float64Array(BUCKETS * K);
  slot.forEach((at, bucket) => {
    if (at >= 0) full.set(found.subarray(at * K, (at + 1) * K), bucket * K);
  });
  return full;
}

/** Trains the classes on the examples at `keep`: first the layers, then what words add to them. */
export function trainClasses(
  examples: readonly ClassExample[],
  rows: Rows,
  keep: readonly number[] = examples.map((_, i) => i),
): ClassModel {
  const weights = fitLayers(examples, rows, keep);
  const added = fitColumns(examples, rows, keep, weights);
  return {
    layers: CLASSES.map((_, k) => ({
      labels: [...weights.subarray(k * WIDTH, k * WIDTH + LABELS)],
      signals: [...weights.subarray(k * WIDTH + LABELS, k * WIDTH + DENSE)],
      bias: weights[k * WIDTH + DENSE] ?? 0,
    })),
    columns: CLASSES.map((name, k) => ({
      name: `chat:${name}`,
      weights: Float64Array.from({ length: BUCKETS }, (_, bucket) => added[bucket * K + k] ?? 0),
      bias: 0,
    })),
    texts: textCounts(pickRows(rows.matrix, keep), BUCKETS),
  };
}

/** Probabilities of the seven categories for one row; tones count as neutral. */
export function predictCategories(model: ClassModel, rows: Rows, row: number): Float64Array {
  const line = rows.dense[row] ?? new Float64Array(DENSE);
  const { starts, columns, values } = rows.matrix;
  const p = Float64Array.from(model.layers, ({ labels, signals, bias }, k) => {
    let sum = bias;
    labels.forEach((w, j) => (sum += w * (line[j] ?? 0)));
    signals.forEach((w, j) => (sum += w * (line[LABELS + j] ?? 0)));
    const added = model.columns[k]?.weights;
    for (let e = starts[row] ?? 0; e < (starts[row + 1] ?? 0); e += 1) {
      sum += (values[e] ?? 0) * (added?.[columns[e] ?? 0] ?? 0);
    }
    return sum;
  });
  softmax(p);
  const categories = p.slice(0, CATEGORIES.length);
  const neutral = CATEGORIES.indexOf('neutral');
  for (let k = CATEGORIES.length; k < K; k += 1)
    categories[neutral] = (categories[neutral] ?? 0) + (p[k] ?? 0);
  return categories;
}
