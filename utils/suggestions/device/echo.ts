import type { Clause } from './clauses';
import { isFeelingWord } from './feelings';
import { mayEcho } from './never-echo';
import { type Parsed, parseClause } from './parse';
import { isSure } from './sure-clause';
import { trimClause } from './trim-clause';
import { asDoing, sayBack, type Voice } from './turn';
import { isNearCommon } from './vocabulary';
import { type Sentence, type Word, wordsOf } from './words';
import { sign } from './signs';
import type { SaidWhole } from './point';

/** A clause and the message that it stands in. */
export interface Placed {
  clause: Clause;
  messageId: string;
  /** The clause taken apart; null where the grammar is not sure of it. */
  parsed: Parsed | null;
  /** The whole sentence that it stands in. */
  sentence: Sentence;
  /** That sentence turned to "you", where it can be said back in one. */
  saidWhole: SaidWhole | null;
}

/** A clause in the words of a hint: said back, and as something one does. */
export interface Echo {
  said: string | null;
  doing: string | null;
  /** The leaning clause that was said with it. */
  whole: readonly Word[] | null;
}

const LONGEST_SAID = 16;
/** Links by which a clause can be said in one breath with its neighbour. */
const ATTACHES = sign('attaches');
/** A clause with such a word before it does not stand by itself. */
const LEANS = sign('leans');
/** Fragments such as "finding a new job" name what it is about; they do not tell what one is doing. */
const NAMES_ONLY = /^(?:finding|losing|having|seeing|knowing|being|not|hearing|owning|needing)$/u;
/** What one calls oneself is never said back as the reason for something. */
export const BELITTLES = sign('belittles');
/** Somebody who is spoken to; who that is changes when it is said back. */
export const SPOKEN_TO = /^(?:you|you're|you've|your|yours|yourself|you'd|you'll|let's)$/u;

const DOUBTS = /\b(?:maybe|perhaps)\b/u;

/** "maybe i do talk too much": what is said back of it without its doubt is a claim. */
export const losesDoubt = (words: readonly Word[], saidBack: string): boolean =>
  DOUBTS.test(wordsOf(words)) && !DOUBTS.test(saidBack);

/** Whether the words before a clause make it hang on another. */
export const leansOn = (lead: string): boolean => LEANS.test(lead);

/**
 * What may be said back of a clause. Nothing is when it is quoted, asked, spoken to the supporter, in words
 * that a hint does not repeat, or when its grammar or its spelling is not sure.
 */
export function echoOf(
  item: Placed,
  before: Placed | undefined,
  next: Placed | undefined,
  parsed: Parsed | null,
  words: readonly Word[],
  voice: Voice,
): Echo {
  const { clause } = item;
  const plain = (parsed?.words ?? words).map((word) => word.w).join(' ');
  const sayable = mayEcho(plain) && words.every((word) => word.quoted !== true) && !clause.question;
  // "it's home that's the problem": the first half says nothing by itself.
  const halved =
    /^it's$/u.test(words[0]?.w ?? '') &&
    next?.clause.sentence === clause.sentence &&
    /^(?:that's|that|who|who's)$/u.test(next.clause.words[0]?.w ?? '');
  const trails = /^that's (?:the|my|what)\b/u.test(plain) && before?.clause.sentence === clause.sentence;
  // "and so am i" leans on what was said before it.
  const elliptic = /\b(?:so|neither|nor) (?:am|are|is|was|do|does|did|have|has|can|will)(?: i)?$/u.test(
    clause.words.map((word) => word.w).join(' '),
  );
  const supposes =
    /^(?:think|wonder|ask)$/u.test(parsed?.verb ?? '') || /\b(?:thinking|wondering|asking)$/u.test(plain);
  const unfinished = next?.clause.lead === 'if' && supposes;
  const purpose = clause.lead === 'so' && /^(?:can|could|will|would)$/u.test(parsed?.modal ?? '');
  // "I don't want him to": what is cut off at the end is what was meant.
  const cut =
    /\b(?:to|than|like)$/u.test(wordsOf(clause.words)) && !/\b(?:to|than|like)$/u.test(wordsOf(words));
  if (
    parsed === null ||
    elliptic ||
    losesDoubt(clause.words, plain) ||
    cut ||
    unfinished ||
    !sayable ||
    purpose ||
    halved ||
    trails ||
    leansOn(clause.lead) ||
    !isTurnable(parsed.words) ||
    !isSure(item, before, next, parsed, words)
  )
    return { said: null, doing: null, whole: null };
  const attached = (clause.lead === '' ? beside(parsed, item, before) : null) ?? beside(parsed, item, next);
  const whole = attached !== null && mayEcho(attached.map((word) => word.w).join(' ')) ? attached : null;
  const completed = parsed.words.length > words.length;
  const namesOnly = completed && NAMES_ONLY.test(words[0]?.w ?? '');
  const says = !namesOnly && !(completed && parsed.verb === 'be' && words.length < 2);
  return {
    said: says ? sayBack([...parsed.words, ...(whole ?? [])], voice, parsed) : null,
    doing: parsed.words.length <= LONGEST_SAID ? asDoing(parsed, voice) : null,
    whole,
  };
}

function beside(parsed: Parsed, item: Placed, other: Placed | undefined): Word[] | null {
  const sameSentence = other?.messageId === item.messageId && other.clause.sentence === item.clause.sentence;
  return other !== undefined && sameSentence ? attach(parsed, other) : null;
}

/** A leaning clause beside this one that is short enough to be said in one breath with it. */
function attach(parsed: Parsed, other: Placed): Word[] | null {
  const { lead } = other.clause;
  if (!ATTACHES.test(lead) || other.clause.question) return null;
  const tail = trimClause(other.clause.words);
  const [first] = tail;
  if (first === undefined || tail.length < 2 || parsed.words.length + tail.length > LONGEST_SAID) return null;
  if (!isTurnable(tail) || tail.some((word) => word.quoted === true)) return null;
  const told = parseClause(tail, isFeelingWord);
  if (told === null || tail.some(({ w }) => BELITTLES.test(w))) return null;
  if (!isSure({ ...other, clause: { ...other.clause, lead: '' } }, undefined, undefined, told, tail))
    return null;
  return [
    ...lead.split(' ').map((w) => ({ ...first, w, pause: false })),
    ...tail.map((w, i) => (i === 0 ? { ...w, pause: false } : w)),
  ];
}

/** Whether a clause can be turned: nobody else is spoken to, and every word is one that we can stand behind. */
function isTurnable(words: readonly Word[]): boolean {
  if (words.length < 2 || words.length > LONGEST_SAID + 3) return false;
  if (words.some((word) => SPOKEN_TO.test(word.w))) return false;
  const unknown = words.filter((word) => word.unknown === true);
  return (
    unknown.length <= 1 &&
    unknown.every(({ w }) => /^[\p{L}'-]{3,}$/u.test(w) && /[aeiouy]/u.test(w) && !isNearCommon(w))
  );
}
