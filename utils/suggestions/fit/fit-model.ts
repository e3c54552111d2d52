import { WeightsError } from '../../analysis/emotion/weights-error';
import { type ModelKind, readModelFile } from '../../analysis/model-file';
import { z } from '../../schema';
import { type Fit, type FitReader, type Offered, VERDICTS } from './fit';
import { echoMarksOf, heartMarksOf, marksOf, turnMarksOf, wordsOf } from './fit-features';

const count = z.int().check(z.positive());
const headerSchema = z.object({
  /** Words and marks that have a row of their own. */
  keys: z.array(z.string()),
  /** Numbers in a row, and numbers in the layer between. */
  size: count,
  hidden: count,
  /** What 1 stands for in each of the three tables. */
  steps: z.object({ rows: z.number(), first: z.number(), second: z.number() }),
  firstBias: z.array(z.number()),
  secondBias: z.array(z.number()).check(z.length(VERDICTS.length)),
});
type FitHeader = z.infer<typeof headerSchema>;

/** "SLF2" in little-endian order. */
export const FIT_MODEL: ModelKind<FitHeader> = {
  magic: 0x32464c53,
  name: 'model of fit',
  header: headerSchema,
};

/** What training learnt of readers' verdicts on hints. */
export interface FitModel extends Omit<FitHeader, 'steps'> {
  /** One row for each key. */
  rows: Float32Array;
  /** From turn times hint, hint, and turn to the layer between, and from there to good, plain and wrong. */
  first: Float32Array;
  second: Float32Array;
}

/** How many parts of a row's size the first layer reads: turn times hint, hint, turn. */
export const PARTS_READ = 3;

/** Most steps from zero that a number of the tables may be: two of them share a byte. */
export const MOST_STEPS = 7;
const NIBBLE = 16;

/** Whole numbers from -7 to 7, two to a byte, the first in its upper half. */
export function packSteps(steps: Int8Array): Uint8Array {
  const half = (i: number): number => (steps[i] ?? 0) + MOST_STEPS;
  return Uint8Array.from(
    { length: Math.ceil(steps.length / 2) },
    (_, i) => half(2 * i) * NIBBLE + half(2 * i + 1),
  );
}

/** What `packSteps` packed; null when these are not the bytes of so many. */
export function unpackSteps(bytes: Uint8Array, amount: number): Int8Array | null {
  if (bytes.length !== Math.ceil(amount / 2)) return null;
  const numbers = Int8Array.from({ length: amount }, (_, i) => {
    const byte = bytes[i >> 1] ?? 0;
    return (i % 2 === 0 ? Math.floor(byte / NIBBLE) : byte % NIBBLE) - MOST_STEPS;
  });
  return numbers.some((each) => each > MOST_STEPS) ? null : numbers;
}

/** Reads `public/models/fit.bin`. Throws a WeightsError when the bytes are not a whole model of this version. */
export function parseFitModel(bytes: Uint8Array): FitModel {
  const { header, body } = readModelFile(FIT_MODEL, bytes);
  const { steps, ...rest } = header;
  const { keys, size, hidden } = rest;
  const sizes = {
    rows: keys.length * size,
    first: hidden * PARTS_READ * size,
    second: hidden * VERDICTS.length,
  };
  const numbers = unpackSteps(body, sizes.rows + sizes.first + sizes.second);
  if (numbers === null || rest.firstBias.length !== hidden)
    throw new WeightsError('The model of fit is not as large as its header says.');
  let at = 0;
  const table = (length: number, step: number): Float32Array => {
    const part = numbers.subarray(at, at + length);
    at += length;
    return Float32Array.from(part, (each) => each * step);
  };
  return {
    ...rest,
    rows: table(sizes.rows, steps.rows),
    first: table(sizes.first, steps.first),
    second: table(sizes.second, steps.second),
  };
}

/**
 * Makes the part that reads how a hint fits a client's turn: a small network on sums of word rows, learnt from readers'
 * verdicts. Words that it does not know count for nothing.
 */
export function createFitReader(model: FitModel): FitReader {
  const { keys, size, hidden, rows, first, second, firstBias, secondBias } = model;
  const rowOf = new Map(keys.map((key, i) => [key, i]));
  const add = (sum: Float32Array, names: readonly number[], part: number): void => {
    for (const row of names)
      for (let j = 0; j < size; j += 1) sum[j] = (sum[j] ?? 0) + part * (rows[row * size + j] ?? 0);
  };
  const known = (names: readonly string[]): number[] => names.flatMap((name) => rowOf.get(name) ?? []);
  const sumOf = (words: readonly string[], marks: readonly string[]): Float32Array => {
    const sum = new Float32Array(size);
    const names = known(words);
    add(sum, names, 1 / Math.sqrt(Math.max(1, names.length)));
    add(sum, known(marks), 1);
    return sum;
  };
  const hintSum = (hint: Offered): Float32Array => sumOf(wordsOf(hint.text), marksOf(hint));
  // Lines as they stand in the bank, their slots still empty, come again in every turn: there are as many sums as lines
  // and what they answer.
  const ofLines = new Map<string, Map<string, Float32Array>>();
  const lineSum = (hint: Offered): Float32Array => {
    const ofLine = ofLines.get(hint.line) ?? new Map<string, Float32Array>();
    const key = `${hint.kind} ${hint.point}`;
    const sum = ofLine.get(key) ?? hintSum(hint);
    ofLines.set(hint.line, ofLine.set(key, sum));
    return sum;
  };
  return (turn) => {
    const words = wordsOf(turn.text);
    const turnSum = sumOf(words, turnMarksOf(turn, words));
    // What the turn adds to each number between, and how it weighs what the hint says.
    const base = Float32Array.from(firstBias);
    const weighed = new Float32Array(hidden * size);
    for (let h = 0; h < hidden; h += 1) {
      const at = h * PARTS_READ * size;
      for (let j = 0; j < size; j += 1) {
        const a = turnSum[j] ?? 0;
        weighed[h * size + j] = (first[at + j] ?? 0) * a + (first[at + size + j] ?? 0);
        base[h] = (base[h] ?? 0) + (first[at + 2 * size + j] ?? 0) * a;
      }
    }
    const ofHearts = new Map<string, number[]>();
    const heartRows = ({ heart }: Offered): number[] => {
      if (heart === undefined) return [];
      const rows = ofHearts.get(heart) ?? known(heartMarksOf(heart, turn.hearts));
      ofHearts.set(heart, rows);
      return rows;
    };
    const said = new Float32Array(size);
    return (hint) => {
      const fixed = hint.text === hint.line;
      said.set(fixed ? lineSum(hint) : hintSum(hint));
      add(said, heartRows(hint), 1);
      if (!fixed) add(said, known(echoMarksOf(hint, words)), 1);
      const sums = [...secondBias];
      for (let h = 0; h < hidden; h += 1) {
        let sum = base[h] ?? 0;
        for (let j = 0; j < size; j += 1) sum += (weighed[h * size + j] ?? 0) * (said[j] ?? 0);
        if (sum <= 0) continue;
        for (let k = 0; k < VERDICTS.length; k += 1)
          sums[k] = (sums[k] ?? 0) + (second[k * hidden + h] ?? 0) * sum;
      }
      return shares(sums);
    };
  };
}

/** Softmax. */
function shares([good = 0, plain = 0, wrong = 0]: readonly number[]): Fit {
  const most = Math.max(good, plain, wrong);
  const [g, p, w] = [Math.exp(good - most), Math.exp(plain - most), Math.exp(wrong - most)];
  const all = g + p + w;
  return { good: g / all, plain: p / all, wrong: w / all };
}
