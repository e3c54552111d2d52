import type { Placed } from './echo';
import { mayEcho } from './never-echo';
import { isNotToQuote, isSlip, isUnbroken, spoken } from './own-words';
import { sign } from './signs';
import { type Word, wordsOf } from './words';

/** Words of the client in which they liken something, and where these stand. */
export interface Picture {
  text: string;
  start: number;
  end: number;
}

/** A picture is more than a set phrase ("like a baby") and short enough to be heard, in words with its "like". */
const SHORTEST = 4;
const LONGEST = 13;
/** What may follow the "like" of a picture, and what stands before it where it does not open the sentence. */
const OPENS_PICTURE = sign('opens a picture');
const BEFORE_PICTURE = sign('before a picture');
/** What else may follow where the "like" opens its sentence, which then says how it is. */
const OPENS_ANSWER = sign('opens a likened answer');
/** What a picture calls the client, or a manner of speaking: not held up to them. */
const NO_PICTURE = sign('no picture');

/** "it's like wading through porridge": the picture that a clause holds, in the client's own words. */
export function pictureIn(
  { sentence, clause, messageId }: Placed,
  before: Placed | undefined,
): Picture | null {
  const { words, question } = sentence;
  const from = words.findIndex(({ w }, i) => w === 'like' && opensPicture(words, i));
  const first = words[from];
  if (question || first === undefined || (clause.words.at(-1)?.end ?? 0) < first.start) return null;
  const earlier = before?.messageId === messageId && before.clause.sentence === clause.sentence;
  if (earlier && (before.clause.words.at(-1)?.end ?? 0) > first.start) return null;
  const to = words.findIndex(({ pause }, i) => i > from + 1 && pause === true);
  const said = words.slice(from, to === -1 ? undefined : to);
  const plain = wordsOf(said);
  const last = said.at(-1);
  if (last === undefined || said.length < SHORTEST || said.length > LONGEST) return null;
  if (said.some((word) => word.quoted === true || isSlip(word)) || !isUnbroken(said)) return null;
  if (NO_PICTURE.test(plain) || !mayEcho(plain) || isNotToQuote(plain)) return null;
  return { text: said.map(spoken).join(''), start: first.start, end: last.end };
}

const opensPicture = (words: readonly Word[], at: number): boolean => {
  const next = wordsOf(words.slice(at + 1, at + 3));
  if (at === 0 && OPENS_ANSWER.test(next)) return true;
  const before = wordsOf(words.slice(Math.max(0, at - 2), at));
  return OPENS_PICTURE.test(next) && (at === 0 || BEFORE_PICTURE.test(before));
};
