import type { Placed } from './echo';
import { type NamedFeeling, namedFeelings } from './feelings';
import type { Parsed } from './parse';
import { sign } from './signs';
import { type Word, wordsOf } from './words';

/** "my dog knows when I'm sad": what others notice in general is not how they are now. */
export const isObserved = ({ clause }: Placed, before: Placed | undefined): boolean =>
  clause.lead === 'when' &&
  before?.clause.sentence === clause.sentence &&
  /\b(?:knows?|notices?|senses?|sees|can tell)$/u.test(wordsOf(before.clause.words));

/** "pretty good until I saw her car": what was good ended. */
const ENDED = /\buntil\b|\bfor (?:about )?(?:a|one|two|\d+) (?:sec|min)/u;
/** "weird to say it": how it is to say, not how they are. */
const ODD_TO_SAY = sign('odd to say');

const YOU = /^(?:you|you're|your)$/u;
const ME = /^(?:i|i'm|i've|i'd|i'll|me|my|myself|we|we're|us|our)$/u;

/** The feelings of the client that a clause names, where it is said of now and said to tell it. */
export function feelingsOf(words: readonly Word[], parsed: Parsed | null, question: boolean): NamedFeeling[] {
  // "do you ever get bored", "does it hurt": what is asked of the supporter is not felt by the client.
  if (question && (words.some(({ w }) => YOU.test(w)) || !words.some(({ w }) => ME.test(w)))) return [];
  if (words.some((word) => word.quoted === true) || ODD_TO_SAY.test(wordsOf(words))) return [];
  return namedFeelings(parsed?.words ?? words, parsed).filter(
    ({ entry }) =>
      !(entry.bright === true && (question || ENDED.test(wordsOf(words)))) &&
      !(entry.vague === true && words.length < 3),
  );
}
