import type { Reading } from '../../analysis/reading';
import { z } from '../../schema';
import data from './bank/hard-words.json';
import type { NamedFeeling } from './feelings';
import type { Mood } from './point';

const { words } = z.object({ about: z.string(), words: z.array(z.string()) }).parse(data);
const HARD = new RegExp(`(?<!not (?:too|so|that) )\\b(?!can't wait )(?:${words.join('|')})\\b`, 'u');

/** From here on a reading says pleasant or unpleasant rather than neither, in units of valence. */
const DARK = -0.2;
const BRIGHT = 0.3;

/** The mood of a clause: by its words, else by the reading of its message. */
export function moodOf(plain: string, reading: Reading | null): Mood {
  if (HARD.test(plain)) return 'dark';
  if (reading === null || reading.label === 'unclear') return 'any';
  if (reading.valence <= DARK) return 'dark';
  return reading.valence >= BRIGHT ? 'bright' : 'any';
}

export function moodOfFeelings(feelings: readonly NamedFeeling[]): Mood {
  if (feelings.length === 0) return 'any';
  return feelings.some((feeling) => feeling.entry.bright !== true) ? 'dark' : 'bright';
}
