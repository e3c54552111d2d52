import type { Placed } from './echo';
import { PREPOSITIONS } from './grammar';
import { mayEcho } from './never-echo';
import { isNearCommon } from './vocabulary';
import type { Word } from './words';

/** A quote is long enough to say something and short enough to be heard, in words. */
const SHORTEST = 4;
const LONGEST = 14;
const LEAST_WITH_CONDITION = 8;
const CAPITAL_I = /^i(?='|$)/u;
/** Words that are how one says it, not what is said; a quote that opens with them is no loss without. */
const OPENS_IDLY =
  /^(?:and|but|so|like|well|yes|no|oh|honestly|tbh|idk|lol|sorry|anyway|basically|ok|okay|because|then|also|bro|haha|hey|hi|hello|just|whatever|haha|exactly)$/u;
/** With its "I" left out, a thought or a feeling is no sentence to quote. */
const HANGS =
  /^(?:think|thinks|feel|feels|guess|mean|means|seems|which|who|that|than|as|might|may|could|honestly|long)$/u;
const ENDS_IDLY = /^(?:lol|tho|though|tbh|lah|sia|haha|so|and|but|because|right|really|innit|or)$/u;
/** What one calls oneself is not quoted back, and what is spoken to the supporter says nothing of the client. */
const NOT_TO_QUOTE =
  /\b(?:you|you're|your|yours|u|thanks?|sorry|stupid|idiot|useless|worthless|failure|pathetic|ugly|fat|lazy|burden|loser|weak|disgusting|crazy|mental|bad at|no good|disappointment|horrible|terrible (?:person|mum|mom|dad)|hate (?:myself|me)|ruin|maybe|lol|haha|(?:thinks?|knows?|said|says|when|because|that) were \w+ing)\b/u;

/**
 * A whole short sentence of the client's in their own words, for a hint that quotes it: it needs no turning and
 * so cannot be turned wrongly. It goes with the sentence's first clause. Null when it is not to be repeated.
 */
export function ownWords({ sentence, leads }: Placed): string | null {
  if (sentence.question || !leads) return null;
  let from = 0;
  let to = sentence.words.length;
  while (from < to && OPENS_IDLY.test(sentence.words[from]?.w ?? '')) from++;
  while (to > from && ENDS_IDLY.test(sentence.words[to - 1]?.w ?? '')) to--;
  const words = sentence.words.slice(from, to);
  const plain = words.map((word) => word.w).join(' ');
  if (HANGS.test(words[0]?.w ?? '')) return null;
  if (PREPOSITIONS.has(words[0]?.w ?? '') && words.length < LEAST_WITH_CONDITION) return null;
  if (words.length < SHORTEST || words.length > LONGEST) return null;
  // "if I go" by itself is half a thought; with what hangs on it, it is whole.
  if (/^(?:if|when|unless)$/u.test(words[0]?.w ?? '') && words.length < LEAST_WITH_CONDITION) return null;
  if (words.some((word) => word.quoted === true || isSlip(word))) return null;
  // "2 months" is not "to months": one sign that stands for a word may have been read wrongly.
  if (words.some(({ w, start, end }) => end - start === 1 && w.length > 1)) return null;
  if (!mayEcho(plain) || NOT_TO_QUOTE.test(plain) || !/\p{L}{3}/u.test(plain)) return null;
  return words.map(spoken).join('');
}

function spoken(word: Word, at: number): string {
  const w = word.w.replace(CAPITAL_I, 'I');
  if (at === 0) return w;
  return `${word.pause === true ? ', ' : ' '}${w}`;
}

/** Neither a common word nor a rare one spelt as it should be: it may be a slip, and is not held up to them. */
const isSlip = ({ w, unknown }: Word): boolean =>
  unknown === true && (!/^[\p{L}'-]{4,}$/u.test(w) || !/[aeiouy]/u.test(w) || isNearCommon(w));
