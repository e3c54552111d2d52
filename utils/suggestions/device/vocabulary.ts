import { z } from '../../schema';
import data from './bank/words.json';

const { words } = z.object({ about: z.string(), words: z.string() }).parse(data);

/** Rank of each common word, 0 for the most frequent. */
const RANK = new Map(words.split(' ').map((word, rank) => [word, rank]));
/** A slip is mended only towards words this common. */
const MENDS_TO = 2_000;
/** Longer words have few neighbours: any common word will do. */
const LONG = 6;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Endings that a known word may carry, with what stands in their place in the known form. */
const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["'s", ['']],
  ['s', ['']],
  ['es', ['', 'e']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ied', ['y']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ers', ['', 'e']],
  ['est', ['', 'e']],
  ['ier', ['y']],
  ['ly', ['', 'le']],
  ['ily', ['y']],
  ['ness', ['']],
  ['less', ['']],
  ['ful', ['']],
];

/** Whether a lower-case word is common English, as it stands or with a usual ending. */
export function isKnown(word: string): boolean {
  if (RANK.has(word) || /^\d/u.test(word)) return true;
  if (word.includes('-')) return word.split('-').every((part) => part === '' || isKnown(part));
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const stem = word.slice(0, -ending.length);
    if (instead.some((letters) => RANK.has(stem + letters))) return true;
    if (stem.at(-1) === stem.at(-2) && RANK.has(stem.slice(0, -1))) return true;
  }
  return word.startsWith('un') && word.length > 5 && isKnown(word.slice(2));
}

/** The common word that an unknown one is a single slip away from, or null. The first letter stays. */
export function mend(word: string): string | null {
  if (word.length < 4 || word.length > 14 || !/^[a-z]+$/u.test(word)) return null;
  let best: string | null = null;
  let bestRank = word.length >= LONG ? RANK.size + 600 : MENDS_TO;
  const offer = (candidate: string, penalty: number): void => {
    const rank = RANK.get(candidate);
    if (rank !== undefined && candidate.length > 2 && rank + penalty < bestRank) {
      best = candidate;
      bestRank = rank + penalty;
    }
  };
  offer(word.charAt(1) + word.charAt(0) + word.slice(2), 500);
  for (let i = 1; i <= word.length; i++) {
    const left = word.slice(0, i);
    if (i < word.length) {
      offer(left + word.slice(i + 1), 200);
      if (i < word.length - 1) offer(left + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2), 0);
    }
    for (const letter of LETTERS) {
      offer(left + letter + word.slice(i), 200);
      if (i < word.length && word.length > 5) offer(left + letter + word.slice(i + 1), 600);
    }
  }
  return best;
}
