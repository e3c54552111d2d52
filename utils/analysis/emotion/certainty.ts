import { CATEGORIES, type Category, type UnclearReason } from '../reading';
import type { Weights } from './weights';

type Certainty = Weights['certainty'];

/** How often a reading with this probability of its top category is right, from the measured curve. */
export function calibrated(curve: Certainty['curve'], probability: number): number {
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
const NEUTRAL = CATEGORIES.indexOf('neutral');

/**
 * Decides what a reading may claim. `toned` says that the words have a tone or close the chat, which is a
 * plain reading even in one word ("thanks").
 */
export function decide(
  certainty: Certainty,
  categories: Float64Array,
  { words, unknown, toned }: { words: number; unknown: number; toned: boolean },
): Decision {
  const order = [...categories.keys()].sort((a, b) => (categories[b] ?? 0) - (categories[a] ?? 0));
  const [top = NEUTRAL, second = NEUTRAL] = order;
  const first = categories[top] ?? 0;
  const next = categories[second] ?? 0;
  const confidence = calibrated(certainty.curve, first);
  const unclear = (reason: UnclearReason): Decision => ({
    label: 'unclear',
    rests: [top],
    confidence,
    reason,
  });
  if (words > 0 && unknown / words > UNKNOWN) return unclear('unknown-words');
  if (top === NEUTRAL && words <= SHORT && !toned) return unclear('short');
  if (top !== NEUTRAL && second !== NEUTRAL && next >= certainty.mixedFrom * first) {
    return {
      label: 'mixed',
      rests: [top, second],
      confidence: calibrated(certainty.curve, Math.min(1, first + next)),
    };
  }
  if (confidence < certainty.unclearBelow) return unclear('close');
  return { label: CATEGORIES[top] ?? 'neutral', rests: [top], confidence };
}
