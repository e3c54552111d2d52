import { VERDICTS } from '@/utils/suggestions/fit/fit';
import { PARTS_READ } from '@/utils/suggestions/fit/fit-model';
import type { Random } from './random';

/** What a hint and the turn that it stands under are made of: rows of words, and of marks of the hint. */
export interface FitExample {
  turn: readonly number[];
  turnMarks: readonly number[];
  words: readonly number[];
  marks: readonly number[];
  /** Place of the verdict: good, plain, wrong. */
  verdict: number;
}

export interface FitSettings {
  size: number;
  hidden: number;
  /** Share of numbers left out at random while it learns. */
  dropout: number;
  rate: number;
  decay: number;
  passes: number;
  batch: number;
  /** How much of the running mean stays at each step, 0 to 1; the mean is what is kept. */
  mean: number;
  /** How much a good, a plain and a wrong hint count. */
  weights: readonly [number, number, number];
}

/** The network's numbers, one after the other: rows, first layer, its constants, second layer, its constants. */
export interface FitNet {
  values: Float64Array;
  rows: number;
  first: number;
  firstBias: number;
  second: number;
  secondBias: number;
}

const OUT = VERDICTS.length;

function emptyNet(keys: number, { size, hidden }: FitSettings, random: Random): FitNet {
  const first = keys * size;
  const firstBias = first + hidden * PARTS_READ * size;
  const second = firstBias + hidden;
  const secondBias = second + OUT * hidden;
  const values = new Float64Array(secondBias + OUT);
  const around = (from: number, to: number, width: number): void => {
    for (let i = from; i < to; i += 1) values[i] = width * (2 * random.next() - 1);
  };
  around(0, first, 0.17);
  around(first, firstBias, 1 / Math.sqrt(PARTS_READ * size));
  around(second, secondBias, 1 / Math.sqrt(hidden));
  return { values, rows: 0, first, firstBias, second, secondBias };
}

/** One example's way through the network and back, on scratch arrays that are used again. */
function createPass(net: FitNet, { size, hidden, dropout, weights }: FitSettings, random: Random) {
  const { values, first, firstBias, second, secondBias } = net;
  const gradient = new Float64Array(values.length);
  const told = new Float64Array(size);
  const said = new Float64Array(size);
  const toTold = new Float64Array(size);
  const toSaid = new Float64Array(size);
  const layer = new Float64Array(hidden);
  const kept = new Float64Array(hidden);
  const out = new Float64Array(OUT);
  const scale = 1 / (1 - dropout);
  let masks = new Float64Array(4096);
  const mask = (): number => (random.next() < dropout ? 0 : scale);
  const v = (i: number): number => values[i] ?? 0;

  /** Adds rows to a sum with some numbers left out, or carries what came back to the rows' gradient. */
  const gather = (sum: Float64Array, rows: readonly number[], part: number, from: number): number => {
    let at = from;
    for (const row of rows) {
      for (let j = 0; j < size; j += 1, at += 1) {
        const kept = mask() * part;
        masks[at] = kept;
        sum[j] = (sum[j] ?? 0) + kept * v(row * size + j);
      }
    }
    return at;
  };
  const scatter = (back: Float64Array, rows: readonly number[], from: number): number => {
    let at = from;
    for (const row of rows)
      for (let j = 0; j < size; j += 1, at += 1)
        gradient[row * size + j] = (gradient[row * size + j] ?? 0) + (masks[at] ?? 0) * (back[j] ?? 0);
    return at;
  };

  return {
    gradient,
    /** Adds an example's gradient; returns what it weighs. */
    learn({ turn, turnMarks, words, marks, verdict }: FitExample): number {
      const needed = (turn.length + turnMarks.length + words.length + marks.length) * size;
      if (masks.length < needed) masks = new Float64Array(2 * needed);
      for (const sum of [told, said, toTold, toSaid]) sum.fill(0);
      let at = gather(told, turn, 1 / Math.sqrt(Math.max(1, turn.length)), 0);
      at = gather(told, turnMarks, 1, at);
      at = gather(said, words, 1 / Math.sqrt(Math.max(1, words.length)), at);
      gather(said, marks, 1, at);
      for (let h = 0; h < hidden; h += 1) {
        let sum = v(firstBias + h);
        const row = first + h * PARTS_READ * size;
        for (let j = 0; j < size; j += 1) {
          const a = told[j] ?? 0;
          const b = said[j] ?? 0;
          sum += v(row + j) * a * b + v(row + size + j) * b + v(row + 2 * size + j) * a;
        }
        kept[h] = sum > 0 ? mask() : 0;
        layer[h] = sum * (kept[h] ?? 0);
      }
      let most = -Infinity;
      for (let k = 0; k < OUT; k += 1) {
        let sum = v(secondBias + k);
        for (let h = 0; h < hidden; h += 1) sum += v(second + k * hidden + h) * (layer[h] ?? 0);
        out[k] = sum;
        most = Math.max(most, sum);
      }
      const all = out.reduce((sum, x) => sum + Math.exp(x - most), 0);
      const weight = weights[verdict] ?? 0;
      for (let k = 0; k < OUT; k += 1)
        out[k] = weight * (Math.exp((out[k] ?? 0) - most) / all - (k === verdict ? 1 : 0));

      const push = (i: number, by: number): void => {
        gradient[i] = (gradient[i] ?? 0) + by;
      };
      for (let k = 0; k < OUT; k += 1) push(secondBias + k, out[k] ?? 0);
      for (let h = 0; h < hidden; h += 1) {
        let back = 0;
        for (let k = 0; k < OUT; k += 1) {
          back += v(second + k * hidden + h) * (out[k] ?? 0);
          push(second + k * hidden + h, (out[k] ?? 0) * (layer[h] ?? 0));
        }
        back *= kept[h] ?? 0;
        if (back === 0) continue;
        push(firstBias + h, back);
        const row = first + h * PARTS_READ * size;
        for (let j = 0; j < size; j += 1) {
          const a = told[j] ?? 0;
          const b = said[j] ?? 0;
          push(row + j, back * a * b);
          push(row + size + j, back * b);
          push(row + 2 * size + j, back * a);
          toTold[j] = (toTold[j] ?? 0) + back * (v(row + j) * b + v(row + 2 * size + j));
          toSaid[j] = (toSaid[j] ?? 0) + back * (v(row + j) * a + v(row + size + j));
        }
      }
      at = scatter(toTold, turn, 0);
      at = scatter(toTold, turnMarks, at);
      at = scatter(toSaid, words, at);
      scatter(toSaid, marks, at);
      return weight;
    },
  };
}

/** Adam, with the decay of weights in the gradient. Kingma and Ba 2015, with their constants. */
function createAdam(values: Float64Array, gradient: Float64Array, decay: number) {
  const mean = new Float64Array(values.length);
  const square = new Float64Array(values.length);
  let steps = 0;
  return (rate: number, weight: number): void => {
    steps += 1;
    const pace = (rate * Math.sqrt(1 - 0.999 ** steps)) / (1 - 0.9 ** steps);
    const tiny = 1e-8 * Math.sqrt(1 - 0.999 ** steps);
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] ?? 0;
      const slope = (gradient[i] ?? 0) / weight + decay * value;
      gradient[i] = 0;
      const m = 0.9 * (mean[i] ?? 0) + 0.1 * slope;
      const s = 0.999 * (square[i] ?? 0) + 0.001 * slope * slope;
      mean[i] = m;
      square[i] = s;
      values[i] = value - (pace * m) / (Math.sqrt(s) + tiny);
    }
  };
}

/**
 * Learns from examples in a random order that is the same each time. The mean of its last steps is less of chance than
 * the last one.
 */
export function trainFitNet(
  examples: readonly FitExample[],
  keys: number,
  settings: FitSettings,
  random: Random,
  progress: (pass: number) => void = () => undefined,
): FitNet {
  const net = emptyNet(keys, settings, random);
  const pass = createPass(net, settings, random);
  const step = createAdam(net.values, pass.gradient, settings.decay);
  const mean = net.values.slice();
  let steps = 0;
  const order = Int32Array.from(examples.keys());
  for (let n = 0; n < settings.passes; n += 1) {
    random.shuffle(order);
    const rate = settings.rate * (1 - n / settings.passes);
    for (let from = 0; from < order.length; from += settings.batch) {
      let weight = 0;
      for (const at of order.subarray(from, from + settings.batch)) {
        const example = examples[at];
        if (example) weight += pass.learn(example);
      }
      if (weight === 0) continue;
      step(rate, weight);
      steps += 1;
      // The first steps are soon forgotten, or a short training would end near where it began.
      const kept = Math.min(settings.mean, (1 + steps) / (10 + steps));
      for (let i = 0; i < mean.length; i += 1)
        mean[i] = kept * (mean[i] ?? 0) + (1 - kept) * (net.values[i] ?? 0);
    }
    progress(n + 1);
  }
  return { ...net, values: mean };
}
