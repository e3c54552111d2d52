import { coversLanguage } from '../../analysis/language';
import type { Message } from '../../conversation/message';
import { sentencesOf } from './place-clauses';
import { verbForm } from './verbs';
import { isKnown } from './vocabulary';

/** Least share of known words for a text to count as English, and the fewest words to judge by. */
const LEAST_KNOWN = 0.45;
const FEWEST_WORDS = 4;
/** So many words say which language it is. */
const MOST_WORDS = 300;

/** Whether a turn is in a language that the bank does not speak. Emoji, numbers and links say nothing. */
export function isForeign(turn: readonly Message[]): boolean {
  const text = turn.map((message) => message.text).join('\n');
  if (coversLanguage(text) === 'other') return true;
  const words = turn
    .flatMap((message) => sentencesOf(message))
    .flatMap((sentence) => sentence.words)
    .slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return false;
  const known = words.filter((word) => {
    const low = word.w.toLowerCase();
    return (
      word.unknown !== true &&
      (isKnown(low.replace(/'\p{L}+$/u, '')) || isKnown(low) || verbForm(low) !== null)
    );
  }).length;
  return known < words.length * LEAST_KNOWN;
}
