import type { Clause } from './clauses';
import { PLAYS_DOWN } from './companions';
import { BELITTLES } from './echo';
import { isFeelingWord } from './feelings';
import { CLAUSE_TAKERS, CONTRACTED } from './grammar';
import { mayEcho } from './never-echo';
import { isNotToQuote, isSlip, isUnbroken, opensIdly } from './own-words';
import { parseClause } from './parse';
import { agrees, isChatter, isUntidy } from './sure-clause';
import { trimClause } from './trim-clause';
import { sayBack, type Voice } from './turn';
import { type Sentence, type Word, wordsOf } from './words';
import { sign } from './signs';

/** A sentence that is long enough to say something and short enough to be heard, in words. */
const SHORTEST = 4;
const LONGEST = 18;
/** Said of a possibility, or only half said. */
const OPENS_OPEN = sign('opens open');
/** A person who is spoken to; who that is changes when it is said back. */
const SPOKEN_TO = /^(?:you|you're|you've|your|yours|yourself|you'd|you'll|let's)$/u;
const ENDS_OPEN = sign('ends open');
/** Links that set a clause off from the one before. */
const LINKED = sign('links two statements');

/** What may stand before the part of a sentence that is said back. */
const OPENS = /^(?:and|but|so|and then|and now|but now|and so)$/u;
/** Words that ask, with or without the mark. */
const ASKS_IT = sign('asks without a mark');
/** "but there was", "so I did": a clause that says no more than its link does. */
const ELLIPTIC = sign('elliptic');
/** In doubt is how one may speak of oneself; it stings nobody when it is turned. */
const DOUBTS = /\b(?:not sure|maybe)\b/gu;

/**
 * A sentence of the client's turned to "you", for each of its clauses: what they put into one breath is said
 * back in one. It holds no more doubt than their own grammar does, so that each clause is a plain statement, set
 * off by a link. Of a sentence that is too long, or that first plays itself down, it is the part from a later
 * clause on; null where there is none, or where its words are not to be said back.
 * @param clauses the clauses of this sentence, in their order
 */
export function saidWhole(
  sentence: Sentence,
  clauses: readonly Clause[],
  voice: Voice,
): readonly (string | null)[] {
  // "like everyone got a map" is a picture, and without its first word a claim.
  const likens = sentence.words[0]?.w === 'like';
  const asks = sentence.question || ASKS_IT.test(wordsOf(sentence.words));
  const parts = clauses.map((clause, i) =>
    asks || likens || !(OPENS.test(clause.lead) || (i === 0 && clause.lead === ''))
      ? null
      : partOf(sentence, clauses.slice(i), voice),
  );
  return clauses.map((_, i) => parts.slice(0, i + 1).find((part) => part !== null) ?? null);
}

function partOf(sentence: Sentence, clauses: readonly Clause[], voice: Voice): string | null {
  const start = clauses[0]?.words[0]?.start ?? 0;
  const given = sentence.words.filter((word) => word.start >= start);
  let from = 0;
  while (from < given.length && opensIdly(given, from)) from++;
  const words = given.slice(from);
  const plain = wordsOf(words);
  if (words.length < SHORTEST || words.length > LONGEST || PLAYS_DOWN.test(plain)) return null;
  if (!isUnbroken(words) || OPENS_OPEN.test(words[0]?.w ?? '') || ENDS_OPEN.test(words.at(-1)?.w ?? ''))
    return null;
  if (words.some(({ w }) => BELITTLES.test(w))) return null;
  if (words.some((word) => word.quoted === true || isSlip(word) || isChatter(word) || SPOKEN_TO.test(word.w)))
    return null;
  if (isUntidy(plain) || !mayEcho(plain) || isNotToQuote(plain.replace(DOUBTS, ''))) return null;
  if (clauses.some(({ question }) => question)) return null;
  if (!clauses.every((clause, i) => isWhole(clause, clauses[i - 1]))) return null;
  return sayBack(words, voice).replace(/, (?=(?:and|but) )/gu, ' ');
}

/** Behind these an "if" tells what was asked, and is no condition. */
const ASKS = /^(?:ask|wonder|know|check|see)$/u;

function isWhole(clause: Clause, before: Clause | undefined): boolean {
  if (before !== undefined && LINKED.test(clause.lead) && ELLIPTIC.test(wordsOf(clause.words))) return true;
  const parsed = parseClause(clause.words, isFeelingWord);
  if (parsed === null || !agrees(parsed) || runsOn(parsed.rest)) return false;
  if (before !== undefined && !LINKED.test(clause.lead)) {
    const asked = parseClause(before.words, isFeelingWord)?.verb ?? '';
    if (clause.lead !== 'if' || !ASKS.test(asked)) return false;
  }
  // What was left out is not theirs; what was moved would be said in another order.
  if (parsed.words.length > trimClause(clause.words).length) return false;
  return parsed.words.every((word, i) => i === 0 || word.start >= (parsed.words[i - 1]?.start ?? 0));
}

/** Words behind which a clause may follow with no link. */
const TAKES = sign('a clause may follow');

/** "my mum's in hospital she fell": two thoughts with nothing between them. */
const runsOn = (rest: readonly Word[]): boolean =>
  rest.some(
    ({ w, pause }, i) =>
      i > 0 &&
      pause !== true &&
      (/^(?:i|he|she|they|we)$/u.test(w) || CONTRACTED.test(w)) &&
      !/^(?:who|that|what|how)'/u.test(w) &&
      !TAKES.test(rest[i - 1]?.w ?? '') &&
      !CLAUSE_TAKERS.has(rest[i - 1]?.w ?? ''),
  );
