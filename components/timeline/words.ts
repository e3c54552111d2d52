import type { Category, Reading, Tone, UnclearReason } from '@/utils/analysis/reading';
import { CATEGORIES } from '@/utils/analysis/reading';

/** How a label is called. */
export const LABEL_WORDS: Record<Reading['label'], string> = {
  sadness: 'Sadness',
  fear: 'Fear',
  anger: 'Anger',
  disgust: 'Disgust',
  happiness: 'Happiness',
  surprise: 'Surprise',
  neutral: 'Neutral',
  mixed: 'Mixed',
  unclear: 'Unclear',
};

/** Why a reading is unclear, as the end of a sentence. */
export const UNCLEAR_WORDS: Record<UnclearReason, string> = {
  empty: 'there are no words to read',
  short: 'too few words to tell',
  'unknown-words': 'words that Sidelight does not know',
  language: 'a language that Sidelight does not read',
  'says-fine': '“fine” can mean many things',
  close: 'several readings fit about equally',
  safety: 'calm words, and yet something to check',
};

/** Warm words towards the supporter, which are not the client's mood. */
export const TONE_WORDS: Record<Tone, string> = {
  gratitude: 'thanks, towards you',
  approval: 'agreement, towards you',
  caring: 'care, towards you',
  admiration: 'praise, towards you',
};

/** From this intensity on the stress in the words is called moderate, and strong. */
export const MODERATE_FROM = 1 / 3;
export const STRONG_FROM = 2 / 3;

/** Intensity (0 to 1) in a word. */
export function strengthWord(intensity: number): 'slight' | 'moderate' | 'strong' {
  if (intensity >= STRONG_FROM) return 'strong';
  return intensity >= MODERATE_FROM ? 'moderate' : 'slight';
}

/** A number in [-1, 1] with two places and a true minus sign; never a negative zero. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== '0.00' ? `\u2212${text}` : text;
}

/** The categories of a reading, most probable first. */
export function ranked(reading: Reading): Category[] {
  return [...CATEGORIES].sort((a, b) => reading.emotions[b] - reading.emotions[a]);
}

/** The two categories that a mixed reading lies between. */
export function mixedPair(reading: Reading): [Category, Category] {
  const [first = 'neutral', second = 'neutral'] = ranked(reading);
  return [first, second];
}

/**
 * Whether the reading itself knew something. A person's own label on an unclear message does not make its
 * numbers known.
 */
export function isKnown(reading: Reading): boolean {
  return reading.label !== 'unclear' && reading.reason === undefined;
}

/** Whether a strength says anything for this reading. */
export function hasStrength(reading: Reading): boolean {
  return isKnown(reading) && reading.label !== 'neutral';
}

/** A reading as a phrase, for instance `sadness, strong` or `unclear: too few words to tell`. */
export function readingWords(reading: Reading | null): string {
  if (reading === null) return 'no reading';
  if (reading.label === 'unclear') {
    return reading.reason === undefined ? 'unclear' : `unclear: ${UNCLEAR_WORDS[reading.reason]}`;
  }
  if (reading.label === 'mixed') {
    const [first, second] = mixedPair(reading);
    return `mixed, ${first} and ${second}`;
  }
  return hasStrength(reading) ? `${reading.label}, ${strengthWord(reading.intensity)}` : reading.label;
}
