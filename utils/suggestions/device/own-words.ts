import { leansOn, type Placed } from './echo';
import { PREPOSITIONS } from './grammar';
import { moodOf } from './mood';
import { mayEcho } from './never-echo';
import type { Parsed } from './parse';
import { standsAlone } from './sure-clause';
import { isNearCommon } from './vocabulary';
import { type Word, wordsOf } from './words';
import { sign } from './signs';

/** A quote is long enough to say something and short enough to be heard, in words. */
const SHORTEST = 4;
const LONGEST = 12;
const LEAST_WITH_CONDITION = 8;
const CAPITAL_I = /^i(?='|$)/u;
/** Words that are how one says it, not what is said; a quote that opens with them is no loss without. */
const OPENS_IDLY = sign('opens idly');
/** With its "I" left out, a thought or a feeling is no sentence to quote. */
const HANGS = sign('hangs');
const ENDS_IDLY = sign('ends idly');
/** "like being slapped": how it felt, in a picture of theirs. */
const LIKENS = /^like (?:being|having|a|an|the|i'm|i am|i was|they|he|she|it|my|someone|nothing)\b/u;
const SPOKEN_TO = /^(?:you|you're|your|yours|you've)$/u;
/** What one calls oneself is not quoted back, and what is spoken to the supporter says nothing of the client. */
const NOT_TO_QUOTE = sign('not to quote');
/** "he come": turned, it is put right; in quotation marks it would point at the slip. */
const DOES_NOT_AGREE = sign('does not agree');

/** "he said I wish you were at work": here "you" is the client. */
const REPORTED = /^(?:he|she|they|my \w+) (?:said|says|told me) (?:i|i'm|he|she|they|it)\b/u;
const TOLD_ME = /\b(?:you|your|you're)\b/gu;

/** From so many words on, the clause that matters is quoted without the rest of its sentence. */
const WHOLE = 9;
const SHORTEST_CLAUSE = 3;
/** Widest gap between two words of a quote, in UTF-16 units: a mark with its blanks. */
const WIDEST_GAP = 3;
/** Links behind which a clause says something by itself. */
export const FREE = /^(?:|and|but|so|and then|and now|but now|and so)$/u;

/**
 * The client's own words, for a hint that quotes them: they need no turning and so cannot be turned wrongly. A
 * short sentence whole, of a longer one the clause where it stands by itself. Null when it is not to be repeated.
 * @param trimmed the clause without what only opens or ends it
 */
export function ownWords(
  item: Placed,
  before: Placed | undefined,
  next: Placed | undefined,
  parsed: Parsed | null,
  trimmed: readonly Word[],
): string | null {
  const { sentence, clause } = item;
  if (sentence.question || clause.question || runsTogether(item, before, next)) return null;
  const whole = quotable(
    sentence.words,
    parsed === null ? SHORTEST : SHORTEST_CLAUSE,
    before === undefined && LIKENS.test(wordsOf(sentence.words)),
  );
  if (whole !== null && sentence.words.length <= WHOLE) return whole;
  const cut =
    (clause.words.at(-1)?.end ?? 0) > (trimmed.at(-1)?.end ?? 0) &&
    !ENDS_IDLY.test(clause.words.at(-1)?.w ?? '');
  const byItself =
    parsed !== null &&
    !cut &&
    !sentence.words.some(({ w }) => SPOKEN_TO.test(w)) &&
    parsed.words.length === trimmed.length &&
    FREE.test(clause.lead) &&
    !(next?.clause.sentence === clause.sentence && leansOn(next.clause.lead)) &&
    standsAlone(item, before, next, parsed);
  return (byItself ? quotable(trimmed, SHORTEST) : null) ?? whole;
}

/** "he doesn't know me any more he called me by my uncle's name": two thoughts with nothing between them. */
function runsTogether(item: Placed, before: Placed | undefined, next: Placed | undefined): boolean {
  return [
    [before, item],
    [item, next],
  ].some(
    ([first, second]) =>
      first !== undefined &&
      second !== undefined &&
      first.messageId === second.messageId &&
      first.clause.sentence === second.clause.sentence &&
      second.clause.lead === '' &&
      first.clause.lead === '' &&
      second.clause.words[0]?.pause !== true,
  );
}

function quotable(given: readonly Word[], shortest: number, likens = false): string | null {
  let from = 0;
  let to = given.length;
  while (!likens && from < to && opensIdly(given, from)) from++;
  while (to > from && ENDS_IDLY.test(given[to - 1]?.w ?? '')) to--;
  const words = given.slice(from, to);
  const plain = words.map((word) => word.w).join(' ');
  if (HANGS.test(words[0]?.w ?? '')) return null;
  if (PREPOSITIONS.has(words[0]?.w ?? '') && words.length < LEAST_WITH_CONDITION) return null;
  if (words.length < shortest || words.length > LONGEST) return null;
  // "if I go" by itself is half a thought; with what hangs on it, it is whole.
  if (/^(?:if|when|unless)$/u.test(words[0]?.w ?? '') && words.length < LEAST_WITH_CONDITION) return null;
  if (words.some((word) => word.quoted === true || isSlip(word))) return null;
  // "2 months" is not "to months": one sign that stands for a word may have been read wrongly.
  if (words.some(({ w, start, end }) => end - start === 1 && w.length > 1)) return null;
  // What one is by trade or age is told in passing.
  if (!isUnbroken(words) || /^(?:i'm|i am) (?:an? |\d)/u.test(plain)) return null;
  // A word that was put into other words ("paiseh") is no longer theirs.
  if (words.some(({ w, start, end }) => end - start >= 5 && w.length - (end - start) >= 3)) return null;
  if (!mayEcho(plain) || DOES_NOT_AGREE.test(plain) || isNotToQuote(plain) || !/\p{L}{3}/u.test(plain))
    return null;
  return words.map(spoken).join('');
}

/** Whether words would sting, or speak to the supporter, when they are held up to the client. */
export const isNotToQuote = (plain: string): boolean =>
  NOT_TO_QUOTE.test(REPORTED.test(plain) ? plain.replace(TOLD_ME, '') : plain);

/** Shortest and longest run of somebody's words that is held up to the client, in words. */
const LEAST_HEARD = 2;
const MOST_HEARD = 9;
/** What follows is a name or a title: nobody said it. */
const NAMED = sign('a name follows');
const NOT_TO_HEAR = sign('not to hear again');

/** What somebody said, as the client put it between quotation marks. Null when it would sting to read it again. */
export function heardWords(clause: readonly Word[]): string | null {
  const words = clause.filter(({ quoted }) => quoted === true);
  const first = clause.findIndex(({ quoted }) => quoted === true);
  if (NAMED.test(wordsOf(clause.slice(0, Math.max(0, first))))) return null;
  const plain = words.map(({ w }) => w).join(' ');
  if (words.length < LEAST_HEARD || words.length > MOST_HEARD) return null;
  if (words.some(isSlip) || !isUnbroken(words) || !mayEcho(plain) || NOT_TO_HEAR.test(plain)) return null;
  if (moodOf(plain, null) === 'dark') return null;
  return words.map(spoken).join('');
}

/** "that they'll laugh": what follows says it by itself. */
const SUBJECT = /^(?:i|he|she|they|we|it)(?:'\w+)?$/u;

/** "mate my lad is 15": how one speaks to whoever listens. */
const ADDRESS = /^(?:mate|bro|bruv|dude|man|lads|guys)$/u;
const OPENS_A_TELLING = /^(?:my|our|i|he|she|they|we|it)(?:'\w+)?$/u;

/** Whether a word is only how one begins; "no one" is no idle "no", while "no I just stopped" holds one. */
export const opensIdly = (words: readonly Word[], at: number): boolean =>
  (OPENS_IDLY.test(words[at]?.w ?? '') &&
    !(words[at]?.w === 'no' && words[at + 1]?.pause !== true && !SUBJECT.test(words[at + 1]?.w ?? ''))) ||
  (at === 0 && words[at]?.w === 'that' && SUBJECT.test(words[at + 1]?.w ?? '')) ||
  (at === 0 && ADDRESS.test(words[at]?.w ?? '') && OPENS_A_TELLING.test(words[at + 1]?.w ?? ''));

/** Whether words stand side by side in the message, with no more than a mark between: nothing was left out. */
export const isUnbroken = (words: readonly Word[]): boolean =>
  words.every(({ start }, i) => i === 0 || start - (words[i - 1]?.end ?? start) <= WIDEST_GAP);

/** A word as the client wrote it, with the blank or comma before it. */
export function spoken(word: Word, at: number): string {
  const kept = word.written?.toLowerCase() === word.w.toLowerCase() ? word.written : word.w;
  const w = kept.replace(CAPITAL_I, 'I');
  if (at === 0) return w;
  return `${word.pause === true ? ', ' : ' '}${w}`;
}

/** Neither a common word nor a rare one spelt as it should be: it may be a slip, and is not held up to them. */
export const isSlip = ({ w, unknown }: Word): boolean =>
  unknown === true && (!/^[\p{L}'-]{4,}$/u.test(w) || !/[aeiouy]/u.test(w) || isNearCommon(w));
