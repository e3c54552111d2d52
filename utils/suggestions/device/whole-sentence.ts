import type { Clause } from './clauses';
import { PLAYS_DOWN } from './companions';
import { BELITTLES, SPOKEN_TO } from './echo';
import { CLAUSE_TAKERS, CONTRACTED } from './grammar';
import { mayEcho } from './never-echo';
import { FREE, isNotToQuote, isSlip, isUnbroken, opensIdly } from './own-words';
import type { SaidWhole } from './point';
import type { Parsed } from './parse';
import { agrees, isChatter, isUntidy } from './sure-clause';
import { trimClause } from './trim-clause';
import { isFinite } from './verbs';
import { sayBack, type Voice } from './turn';
import { type Sentence, type Word, wordsOf } from './words';
import { sign } from './signs';

/** A sentence that is long enough to say something and short enough to be heard, in words. */
const SHORTEST = 4;
const LONGEST = 18;
/** Said of a possibility, or only half said. */
const OPENS_OPEN = sign('opens open');
const ENDS_OPEN = sign('ends open');
/** Links that set a clause off from the one before. */
const LINKED = sign('links two statements');
/** Words that ask, with or without the mark. */
const ASKS_IT = sign('asks without a mark');
/** "but there was", "so I did": a clause that says no more than its link does. */
const ELLIPTIC = sign('elliptic');
/** In doubt is how one may speak of oneself; it stings nobody when it is turned. */
const DOUBTS = /\b(?:not sure|maybe)\b/gu;
/** Behind these an "if" tells what was asked, and is no condition. */
const ASKS = /^(?:ask|wonder|know|check|see)$/u;

/**
 * A sentence of the client's turned to "you", for each of its clauses: what they put into one breath is said
 * back in one. It holds no more doubt than their own grammar does, so that each clause is a plain statement, set
 * off by a link. Of a sentence that is too long, or that first plays itself down, it is the part from a later
 * clause on; null where there is none, or where its words are not to be said back.
 * @param clauses the clauses of this sentence, in their order
 * @param parsed the same, taken apart
 */
export function saidWhole(
  sentence: Sentence,
  clauses: readonly Clause[],
  parsed: readonly (Parsed | null)[],
  voice: Voice,
): readonly (SaidWhole | null)[] {
  // "like everyone got a map" is a picture, and without its first word a claim.
  const likens = sentence.words[0]?.w === 'like';
  if (likens || sentence.question || ASKS_IT.test(wordsOf(sentence.words))) return clauses.map(() => null);
  const states = clauses.map((clause, i) => isStatement(clause, parsed[i] ?? null));
  const joins = clauses.map((clause, i) => isJoined(clause, parsed[i - 1]?.verb ?? '', states[i] === true));
  const parts = clauses.map((clause, i) => {
    const opens = FREE.test(clause.lead) && (i === 0 || clause.lead !== '');
    return opens && states[i] === true && joins.slice(i + 1).every(Boolean)
      ? partOf(sentence, clause, voice)
      : null;
  });
  return clauses.map((_, i) => parts.slice(0, i + 1).find((part) => part !== null) ?? null);
}

/** The sentence from a clause on. */
function partOf(sentence: Sentence, { words: opening }: Clause, voice: Voice): SaidWhole | null {
  const from = opening[0]?.start ?? 0;
  const given = sentence.words.filter(({ start }) => start >= from);
  let idle = 0;
  while (idle < given.length && opensIdly(given, idle)) idle++;
  const words = given.slice(idle);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const plain = wordsOf(words);
  const sound =
    words.length >= SHORTEST &&
    words.length <= LONGEST &&
    isUnbroken(words) &&
    !OPENS_OPEN.test(first.w) &&
    !ENDS_OPEN.test(last.w) &&
    words.every((word) => word.quoted !== true && !isSlip(word) && !isChatter(word)) &&
    words.every(({ w }) => !BELITTLES.test(w) && !SPOKEN_TO.test(w)) &&
    // "my dad (butcher) is": a word between two pauses reads oddly without its brackets.
    !words.some(({ pause }, i) => pause === true && words[i + 1]?.pause === true) &&
    !PLAYS_DOWN.test(plain) &&
    !isUntidy(plain) &&
    mayEcho(plain) &&
    !isNotToQuote(plain.replace(DOUBTS, ''));
  if (!sound) return null;
  const text = sayBack(words, voice).replace(/, (?=(?:and|but) )/gu, ' ');
  return { text, start: first.start, end: last.end };
}

/** Whether a clause states something in words that are all theirs and in their order. */
function isStatement({ words, question }: Clause, parsed: Parsed | null): boolean {
  if (question || parsed === null || !agrees(parsed) || runsOn(parsed.rest)) return false;
  // What was left out is not theirs; what was moved would be said in another order.
  if (parsed.words.length > trimClause(words).length) return false;
  return parsed.words.every((word, i) => i === 0 || word.start >= (parsed.words[i - 1]?.start ?? 0));
}

/** Whether a clause may follow another in the same breath. */
function isJoined({ lead, words }: Clause, verbBefore: string, states: boolean): boolean {
  if (LINKED.test(lead)) return states || ELLIPTIC.test(wordsOf(words));
  return states && lead === 'if' && ASKS.test(verbBefore);
}

/** Words behind which a clause may follow with no link. */
const TAKES = sign('a clause may follow');

/** "my mum's in hospital she fell", "he took it, i'm at the library": two thoughts with no link between them. */
const runsOn = (rest: readonly Word[]): boolean =>
  rest.some(
    ({ w }, i) =>
      i > 0 &&
      (/^(?:i|he|she|they|we)$/u.test(w) ||
        CONTRACTED.test(w) ||
        (w === 'it' && isFinite(rest[i + 1]?.w ?? ''))) &&
      !/^(?:who|that|what|how)'/u.test(w) &&
      // "i'm not being mean i just can't": here "mean" takes in no clause.
      ((w === 'i' && rest[i + 1]?.w === 'just') ||
        (!TAKES.test(rest[i - 1]?.w ?? '') && !CLAUSE_TAKERS.has(rest[i - 1]?.w ?? ''))),
  );
