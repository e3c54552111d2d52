import type { Pace } from './record';

/** Milliseconds to read a word of the supporter's turn, and what a turn takes to take in whatever its length. */
const PER_WORD = 90;
const LEAST_READING = 900;
const MOST_READING = 3_500;
/** Milliseconds to type a character on a phone, quicker than a real thumb, so that nobody gives up waiting. */
const PER_CHARACTER = 38;
const LEAST_TYPING = 700;
const MOST_TYPING = 4_200;
/** Upset people hammer. */
const UPSET = 0.4;
const HASTE = 0.7;

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Milliseconds before the client begins to type: they read first. */
export function readingTime(text: string, pace: Pace): number {
  if (pace === 'instant') return 0;
  const words = text.split(/\s+/u).filter((word) => word !== '').length;
  return between(words * PER_WORD, LEAST_READING, MOST_READING);
}

/** Milliseconds that a message is being typed. `arousal` in [-1, 1]. */
export function typingTime(message: string, arousal: number, pace: Pace): number {
  if (pace === 'instant') return 0;
  const haste = arousal >= UPSET ? HASTE : 1;
  return between(message.length * PER_CHARACTER * haste, LEAST_TYPING, MOST_TYPING);
}
