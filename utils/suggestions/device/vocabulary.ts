import { z } from '../../schema';
import data from './bank/words.json';

const { words } = z.object({ about: z.string(), words: z.string() }).parse(data);

/** Rank of each common word, 0 for the most frequent. */
const RANK = new Map(words.split(' ').map((word, rank) => [word, rank]));
/** A slip is mended only towards words this common. */
const MENDS_TO = 3_000;
const VOWELS = 'aeiou';
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
  if (RANK.has(word) || RANK.has(`${word}s`) || /^\d/u.test(word)) return true;
  if (word.includes('-')) return word.split('-').every((part) => part === '' || isKnown(part));
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const stem = word.slice(0, -ending.length);
    if (instead.some((letters) => RANK.has(stem + letters))) return true;
    if (stem.at(-1) === stem.at(-2) && RANK.has(stem.slice(0, -1))) return true;
  }
  // "apologised" is "apologized".
  const american = word.replace(/is(e|ed|es|ing)$/u, 'iz$1');
  if (american !== word && isKnown(american)) return true;
  return word.startsWith('un') && word.length > 5 && isKnown(word.slice(2));
}

/**
 * The common word that an unknown one is a slip of the keyboard away from, or null: two letters swapped, one
 * left out, one typed twice or nearby, one vowel for another. The first letter stays. Anything more daring
 * turns rare words into common ones ("castle", "remote"; "gown" is not "grown") and would put words in somebody's mouth.
 */
export function mend(word: string): string | null {
  if (word.length < 4 || word.length > 14 || !/^[a-z]+$/u.test(word) || /(?:er|est|ers|ier)$/u.test(word))
    return null;
  let best: string | null = null;
  let bestRank = MENDS_TO;
  const offer = (candidate: string, penalty: number): void => {
    const rank = RANK.get(candidate);
    if (rank !== undefined && candidate.length > 2 && rank + penalty < bestRank) {
      best = candidate;
      bestRank = rank + penalty;
    }
  };
  offer(word.charAt(1) + word.charAt(0) + word.slice(2), 500);
  for (let i = 1; i < word.length; i++) {
    const left = word.slice(0, i);
    const letter = word.charAt(i);
    const around = [word.charAt(i - 1), word.charAt(i - 2), word.charAt(i + 1), word.charAt(i + 2)];
    if (around.includes(letter)) offer(left + word.slice(i + 1), 200);
    if (i < word.length - 1) offer(left + word.charAt(i + 1) + letter + word.slice(i + 2), 0);
    if (word.length > 4 || !/[aeiouy]/u.test(word))
      for (const missing of LETTERS) offer(left + missing + word.slice(i), 200);
    if (word.length > 5 && VOWELS.includes(letter))
      for (const vowel of VOWELS) offer(left + vowel + word.slice(i + 1), 600);
  }
  return best;
}

/**
 * Whether an unknown word is one letter away from a common one: then it may well be a slip, and is better not
 * repeated. Rare words ("playground", "netball") mostly have no such neighbour.
 */
export function isNearCommon(word: string): boolean {
  for (let i = 0; i <= word.length; i++) {
    const left = word.slice(0, i);
    if (
      isCommon(left + word.slice(i + 1)) ||
      isCommon(left + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2))
    )
      return true;
    for (const letter of LETTERS)
      if (isCommon(left + letter + word.slice(i)) || isCommon(left + letter + word.slice(i + 1))) return true;
  }
  return false;
}

const isCommon = (word: string): boolean => (RANK.get(word) ?? Infinity) < MENDS_TO;
