import { HASH_SEED, hashText, spreadHash } from '../text/hash';
import type { Token } from '../text/token';
import { createFeatureReader, type Features } from './features';
import { negatedTokens } from './negation';
import { readSignals, type Signals } from './signals';
import { addBucket } from './weight-table';
import { COLUMNS, LABELS, WORD_BITS, type Layer, type PackedLayer, type Weights } from './weights';

/** Key of a word form in the list of known words. One unknown word in fourteen passes for known. */
export const wordKey = (form: string): number => spreadHash(hashText(form, HASH_SEED)) >>> (32 - WORD_BITS);

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const STEEPNESS = 50;
/**
 * What the layers see of a label's logit: log(1 + 50 p). It tells a faint trace from none, and does not
 * tell apart how surely a label is absent, which in rare labels is noise.
 */
export const strengthOf = (logit: number): number => Math.log(1 + STEEPNESS * sigmoid(logit));
/** How fast the strength grows with the logit. */
export function strengthSlope(logit: number): number {
  const p = sigmoid(logit);
  return (STEEPNESS * p * (1 - p)) / (1 + STEEPNESS * p);
}

/** All that the weights say about a text. The arrays are reused by the next text. */
export interface Scores {
  features: Features;
  signals: Signals;
  /** For each token, whether a negator reaches it. */
  negated: Uint8Array;
  /** Sum of the weights in each column, with its constant term. */
  columns: Float64Array;
  /** `strengthOf` each label. */
  strengths: Float64Array;
}

/** Makes the part that turns tokens into scores. */
export function createScorer(weights: Weights): (tokens: readonly Token[]) => Scores {
  const readFeatures = createFeatureReader();
  const { table, words, lexicon } = weights;
  const columns = new Float64Array(COLUMNS);
  const strengths = new Float64Array(LABELS);
  const isKnown = (form: string): boolean => {
    const key = wordKey(form);
    return ((words[key >> 3] ?? 0) & (1 << (key & 7))) !== 0;
  };
  return (tokens) => {
    const negated = negatedTokens(tokens);
    const features = readFeatures(tokens, negated);
    columns.set(weights.biases);
    const { length, buckets, values } = features;
    for (let i = 0; i < length; i += 1) addBucket(table, buckets[i] ?? 0, values[i] ?? 0, columns);
    for (let c = 0; c < LABELS; c += 1) strengths[c] = strengthOf(columns[c] ?? 0);
    return { features, signals: readSignals(tokens, negated, lexicon, isKnown), negated, columns, strengths };
  };
}

/** The output of a layer on a text's label strengths and signals. */
export function applyLayer(layer: Layer | PackedLayer, { strengths, signals }: Scores): number {
  let sum = layer.bias;
  for (let i = 0; i < LABELS; i += 1) sum += (layer.labels[i] ?? 0) * (strengths[i] ?? 0);
  const { values } = signals;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value !== 0) sum += (layer.signals[i] ?? 0) * value;
  }
  return sum;
}
