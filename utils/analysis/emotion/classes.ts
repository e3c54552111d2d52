import { CATEGORIES, type Tone, toneSchema } from '../reading';
import { applyLayer, type Scores } from './scores';
import { AFFECTS, CLASSES, LABELS, type Weights } from './weights';

/** Column of what chat lines add to class `i`. */
export const chatColumn = (i: number): number => LABELS + AFFECTS.length + i;

const NEUTRAL = CATEGORIES.indexOf('neutral');

/** Probabilities of the seven categories and the tones; they sum to 1. */
export function classProbabilities(weights: Weights, scores: Scores): Float64Array {
  const sums = new Float64Array(CLASSES.length);
  let highest = -Infinity;
  weights.classes.forEach((layer, i) => {
    const sum = applyLayer(layer, scores) + (scores.columns[chatColumn(i)] ?? 0);
    sums[i] = sum;
    if (sum > highest) highest = sum;
  });
  let total = 0;
  for (let i = 0; i < sums.length; i += 1) {
    const e = Math.exp((sums[i] ?? 0) - highest);
    sums[i] = e;
    total += e;
  }
  for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) / total;
  return sums;
}

/** The seven categories alone: words towards the supporter are not the client's mood, so tones are neutral. */
export function categoryProbabilities(classes: Float64Array): Float64Array {
  const categories = classes.slice(0, CATEGORIES.length);
  for (let i = CATEGORIES.length; i < CLASSES.length; i += 1) {
    categories[NEUTRAL] = (categories[NEUTRAL] ?? 0) + (classes[i] ?? 0);
  }
  return categories;
}

/** A tone is named when it is likelier than this. */
const TONE_FROM = 0.35;

/** The tone of a text, where it has one. */
export function toneOf(classes: Float64Array): Tone | undefined {
  let best: Tone | undefined;
  let most = TONE_FROM;
  toneSchema.options.forEach((tone, i) => {
    const p = classes[CATEGORIES.length + i] ?? 0;
    if (p <= most) return;
    most = p;
    best = tone;
  });
  return best;
}
