import type { Reading } from '../../analysis/reading';
import { z } from '../../schema';
import data from './bank/hard-words.json';
import type { NamedFeeling } from './feelings';
import type { Mood } from './point';
import { sign } from './signs';

const { words, weak } = z
  .object({ about: z.string(), words: z.array(z.string()), weak: z.array(z.string()) })
  .parse(data);
/** Said to make light of something. */
const MADE_LIGHT = sign('made light of', 'gu');
const pattern = (list: readonly string[]): RegExp =>
  new RegExp(`(?<!not (?:too|so|that) )\\b(?!can't wait )(?:${list.join('|')})\\b`, 'u');
const HARD = pattern(words);
const WEAK = pattern(weak);
/** "I'm not crying", "I don't want to get anyone in trouble": denied, a hard word says little. */
const DENIED = /\b(?:not|isn't|wasn't|aren't|don't(?! know| think| like)|didn't|doesn't(?! like))\b/u;
/** "they never let me down", "nobody laughed": the same, where no more than a word stands between. */
const NEVER = /\b(?:never|nobody|no one)(?: (?!been|felt|so|this)\w+)? ?$/u;
/** How far before a word its denial may stand, in words. */
const REACH = 5;

/** From here on a reading says pleasant or unpleasant rather than neither, in units of valence. */
const DARK = -0.2;
const BRIGHT = 0.3;
/** A sad, afraid or angry message is not good news up to here. */
const HARDLY_BRIGHT = 0.1;

function isHard(plain: string, hard: RegExp): boolean {
  const hit = hard.exec(plain);
  if (hit === null) return false;
  const before = plain
    .slice(0, hit.index)
    .split(' ')
    .slice(-1 - REACH)
    .join(' ');
  return !DENIED.test(before) && !NEVER.test(before);
}

/**
 * The mood of a clause: by its words, else by a reading.
 * @param reading of the clause by itself, when it is all that its message holds
 * @param whole of the whole message: words that weigh little weigh only where it is unpleasant
 */
export function moodOf(plain: string, reading: Reading | null, whole: Reading | null = reading): Mood {
  const meant = plain.replace(MADE_LIGHT, '');
  if (isHard(meant, HARD)) return 'dark';
  if (isHard(meant, WEAK) && (whole === null || (whole.label !== 'unclear' && whole.valence < 0)))
    return 'dark';
  if (reading === null || reading.label === 'unclear') return 'any';
  if (reading.valence <= DARK) return 'dark';
  return reading.valence >= BRIGHT ? 'bright' : 'any';
}

export function moodOfFeelings(feelings: readonly NamedFeeling[]): Mood {
  if (feelings.length === 0) return 'any';
  return feelings.some((feeling) => feeling.entry.bright !== true) ? 'dark' : 'bright';
}

/** Whether the reading of a message is sure enough of a pleasant mood to speak against a dark meaning of its words. */
export function brightensUp(reading: Reading | null): boolean {
  return reading !== null && reading.label !== 'unclear' && reading.valence >= BRIGHT;
}

/** Whether it is unpleasant enough to speak against good news. */
export function saddens(reading: Reading | null): boolean {
  if (reading === null || reading.label === 'unclear') return false;
  return (
    reading.valence <= DARK ||
    (/^(?:sadness|fear|anger)$/u.test(reading.label) && reading.valence <= HARDLY_BRIGHT)
  );
}

/** News of which the words leave no doubt, whatever the reading makes of them. */
export const SAYS_IT = sign('says it is good');
