import { CATEGORIES, type Category, type UnclearReason } from '../reading';
import type { Weights } from './weights';

type Certainty = Weights['certainty'];

/** How often a reading with this probability of its top category is right, from the measured curve. */
export function calibrated(curve: readonly (readonly [number, number])[], probability: number): number {
  const above = curve.findIndex(([p]) => p >= probability);
  if (above === -1) return curve.at(-1)?.[1] ?? 0;
  const [p1, right1] = curve[above] ?? [1, 1];
  const [p0, right0] = curve[above - 1] ?? [p1, right1];
  return p1 === p0 ? right1 : right0 + ((probability - p0) / (p1 - p0)) * (right1 - right0);
}

export interface Decision {
  label: Category | 'mixed' | 'unclear';
  /** Indices of the categories that the label rests on: two when it is mixed. */
  rests: readonly number[];
  confidence: number;
  reason?: UnclearReason;
}

/** So few words say something only when they name a feeling. */
const SHORT = 2;
/** A text of which more than this share is unknown words is not read. */
const UNKNOWN = 0.5;
/** A second feeling that the text names in words needs only this part of the first one's probability. */
const NAMED_MIXED_FROM = 0.12;
const NEUTRAL = CATEGORIES.indexOf('neutral');

/** What a decision looks at beside the probabilities. */
export interface Grounds {
  words: number;
  unknown: number;
  /** The words have a tone or close the chat, which is a plain reading even in one word ("thanks"). */
  toned: boolean;
  /** Whether the text names a feeling of this category in words. */
  names(category: Category): boolean;
}

/** Decides what a reading may claim. */
export function decide(
  certainty: Certainty,
  categories: Float64Array,
  { words, unknown, toned, names }: Grounds,
): Decision {
  let [top, first, second, next] = [NEUTRAL, -1, NEUTRAL, -1];
  for (let i = 0; i < categories.length; i += 1) {
    const p = categories[i] ?? 0;
    if (p > first) {
      [second, next] = [top, first];
      [top, first] = [i, p];
    } else if (p > next) [second, next] = [i, p];
  }
  const confidence = calibrated(certainty.curve, first);
  const unclear = (reason: UnclearReason): Decision => ({
    label: 'unclear',
    rests: [top],
    confidence,
    reason,
  });
  if (words > 0 && unknown / words > UNKNOWN) return unclear('unknown-words');
  if (top === NEUTRAL && words <= SHORT && !toned) return unclear('short');
  const bothNamed = [top, second].every((i) => names(CATEGORIES[i] ?? 'neutral'));
  const mixedFrom = bothNamed ? NAMED_MIXED_FROM : certainty.mixedFrom;
  if (top !== NEUTRAL && second !== NEUTRAL && next >= mixedFrom * first) {
    return {
      label: 'mixed',
      rests: [top, second],
      confidence: calibrated(certainty.curve, Math.min(1, first + next)),
    };
  }
  if (confidence < certainty.unclearBelow) return unclear('close');
  return { label: CATEGORIES[top] ?? 'neutral', rests: [top], confidence };
}
