import { z } from '../../schema';
import data from './bank/closed-words.json';

const { lists } = z.object({ about: z.string(), lists: z.record(z.string(), z.string()) }).parse(data);

/** The words of a closed class of the bank. Throws when the bank has none of that name. */
function set(name: string): ReadonlySet<string> {
  const words = lists[name];
  if (words === undefined) throw new Error(`The bank has no class of words ${name}`);
  return new Set(words.split(' '));
}

export const SUBJECT_PRONOUNS = set('subject pronouns');
/** A subject with its verb in one word: "i'm", "he's", "they've". */
export const CONTRACTED =
  /^(?:i|we|he|she|they|it|you|that|there|who|what|everything|everyone|nobody|nothing|no one|someone)'(?:m|s|re|ve|d|ll)$/u;
export const LONE_SUBJECTS = set('lone subjects');
export const DETERMINERS = set('determiners');
export const BE = set('be');
export const HAVE = set('have');
export const DO = set('do');
export const MODALS = set('modals');
export const ADVERBS = set('adverbs');
export const PREPOSITIONS = set('prepositions');
/** Words that begin a clause that leans on another. */
export const SUBORDINATORS = set('subordinators');
export const COORDINATORS = set('coordinators');
/** After these a new subject does not begin a new clause: it belongs to the word before. */
export const CLAUSE_TAKERS = set('clause takers');

/** Time phrases of two or three words begin with one of these and end with a time noun. */
export const TIME_HEADS = set('time heads');
export const TIME_NOUNS = set('time nouns');
export const TIME_WORDS = set('time words');

/** Words that a clause may open with and does not need: greetings, hedges, linking words. */
export const OPENERS = set('openers');
