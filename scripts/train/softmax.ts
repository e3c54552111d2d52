import type { Random } from './random';

/** One row: the buckets that are on, scores that are given beforehand, and the index of its class. */
export interface SoftmaxRow {
  features: readonly number[];
  offsets: Float64Array;
  label: number;
}

export interface SoftmaxOptions {
  buckets: number;
  classes: number;
  epochs: number;
  rate: number;
  /** Strength of the pull of each weight to zero. */
  penalty: number;
  random: Random;
}

export interface SoftmaxModel {
  /** Weight of bucket b and class c at b * classes + c. */
  weights: Float64Array;
  biases: Float64Array;
}

/** A row's features share a length of one, so that a long clause is not louder than a short one. */
const valueOf = (row: Pick<SoftmaxRow, 'features'>) => 1 / Math.sqrt(Math.max(1, row.features.length));

/** Probabilities of a row under a model, written into `out`. */
export function softmaxOf(
  { weights, biases }: SoftmaxModel,
  row: Pick<SoftmaxRow, 'features' | 'offsets'>,
  out: Float64Array,
): void {
  const classes = out.length;
  const value = valueOf(row);
  for (let c = 0; c < classes; c += 1) {
    let score = (biases[c] ?? 0) + (row.offsets[c] ?? 0);
    for (const bucket of row.features) score += value * (weights[bucket * classes + c] ?? 0);
    out[c] = score;
  }
  const highest = Math.max(...out);
  let sum = 0;
  for (let c = 0; c < classes; c += 1) {
    const part = Math.exp((out[c] ?? 0) - highest);
    out[c] = part;
    sum += part;
  }
  for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) / sum;
}

/** Numbers that AdaGrad moves: each step is divided by the root of the squares of all its steps so far. */
class Adaptive {
  readonly values: Float64Array;
  private readonly squares: Float64Array;
  private readonly sum: Float64Array;

  constructor(
    size: number,
    private readonly rate: number,
  ) {
    this.values = new Float64Array(size);
    this.squares = new Float64Array(size).fill(1e-6);
    this.sum = new Float64Array(size);
  }

  step(i: number, slope: number): void {
    const square = (this.squares[i] ?? 0) + slope * slope;
    this.squares[i] = square;
    this.values[i] = (this.values[i] ?? 0) - (this.rate * slope) / Math.sqrt(square);
  }

  remember(): void {
    for (let i = 0; i < this.values.length; i += 1) this.sum[i] = (this.sum[i] ?? 0) + (this.values[i] ?? 0);
  }

  averaged(times: number): Float64Array {
    return this.sum.map((total) => total / times);
  }
}

/**
 * Softmax regression on sparse binary rows by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011), with the
 * weights of the last two thirds of the epochs averaged. The same seed gives the same weights.
 */
export function trainSoftmax(rows: readonly SoftmaxRow[], options: SoftmaxOptions): SoftmaxModel {
  const { buckets, classes, epochs, rate, penalty, random } = options;
  const weights = new Adaptive(buckets * classes, rate);
  const biases = new Adaptive(classes, rate);
  const now: SoftmaxModel = { weights: weights.values, biases: biases.values };
  const order = Int32Array.from(rows, (_, i) => i);
  const scores = new Float64Array(classes);
  let times = 0;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    random.shuffle(order);
    for (const i of order) {
      const row = rows[i];
      if (!row) continue;
      softmaxOf(now, row, scores);
      const value = valueOf(row);
      for (let c = 0; c < classes; c += 1) {
        const slope = (scores[c] ?? 0) - (c === row.label ? 1 : 0);
        biases.step(c, slope);
        for (const bucket of row.features) {
          const at = bucket * classes + c;
          weights.step(at, slope * value + penalty * (weights.values[at] ?? 0));
        }
      }
    }
    if (epoch < epochs / 3) continue;
    times += 1;
    weights.remember();
    biases.remember();
  }
  return { weights: weights.averaged(times), biases: biases.averaged(times) };
}
