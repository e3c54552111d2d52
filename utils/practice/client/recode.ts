import type { CodedSpan } from '../../analysis/codes/code';
import { plainChat } from '../../analysis/codes/plain-chat';
import { contentStems } from '../../analysis/cues/stems';
import { markedWords } from '../../coaching/marked-words';
import { sounds } from './oddities';

/** Part of a clause's words that must be the client's for it to be their words said back. */
const MOSTLY = 0.6;
const FEW_WORDS = 3;

/** The client's last two turns, to compare a clause with. */
export interface TheirWords {
  /** Stems of the words that carry meaning, of both turns. */
  stems: ReadonlySet<string>;
  /** Every word of the last turn, in plain chat text. */
  words: ReadonlySet<string>;
}

const plainWords = (text: string): string[] => plainChat(text).match(/[a-z']+/gu) ?? [];

export function theirWords(client: string, clientBefore: string): TheirWords {
  return {
    stems: new Set([...contentStems(client), ...contentStems(clientBefore)]),
    words: new Set(plainWords(client)),
  };
}

function isMostlyTheirs(clause: string, { words }: TheirWords): boolean {
  const own = plainWords(clause);
  return own.length >= FEW_WORDS && own.filter((word) => words.has(word)).length / own.length >= MOSTLY;
}

/** Whether a clause is about what the client said: by a word that carries meaning, or by most of its words. */
export function isOfTheirWords(clause: string, theirs: TheirWords): boolean {
  return [...contentStems(clause)].some((stem) => theirs.stems.has(stem)) || isMostlyTheirs(clause, theirs);
}

const TELLS = new Set<CodedSpan['code']>(['advice', 'persuading', 'information']);

const PROMISES =
  /\b(?:ill|i (?:will|wont|can|shall|dont (?:need|want|have) to)|lets|we (?:can|dont have to))\b/u;
const OF_YOU = /\b(?:you|your|youre|youve|yourself)\b/u;
const REFLECTS = new Set<CodedSpan['code']>(['simple-reflection', 'complex-reflection']);
const PRAISES_OR_ARGUES = new Set<CodedSpan['code']>(['affirmation', 'normalising', 'confronting']);

/** What is judged, blamed or made small is nothing said back, however many of the client's words are in it. */
const hurts = (clause: string, plain: string): boolean =>
  sounds('blame', plain) || markedWords(clause, '').size > 0;

/**
 * The codes of a turn where the client's own words decide them. A clause of theirs that is said back is a
 * reflection, also when it begins like an order or reads like a fact; a promise of the supporter's is none; "you
 * should" is advice; and what only a model takes for normalising is not believed without a word of it.
 */
export function recode(text: string, codes: readonly CodedSpan[], theirs: TheirWords): CodedSpan[] {
  return codes.map((span) => {
    const clause = text.slice(span.start, span.end);
    const plain = plainChat(clause);
    // "I'll leave her out of it" has their words and says what the supporter will do.
    if (REFLECTS.has(span.code) && PROMISES.test(plain) && !OF_YOU.test(plain))
      return { ...span, code: 'other' };
    // "I have to go soon" and "I have time" tell no story of the supporter's.
    if (span.code === 'self-disclosure' && (!sounds('story', plain) || sounds('leave', plain)))
      return { ...span, code: 'other' };
    // A question without a word of it is none about safety.
    if (span.code === 'safety-check' && !sounds('of-safety', plain))
      return { ...span, code: 'closed-question' };
    if (sounds('order', plain)) {
      const isAdvice = PRAISES_OR_ARGUES.has(span.code) && !markedWords(clause, '').has('judging');
      return isAdvice ? { ...span, code: 'advice' } : span;
    }
    if (REFLECTS.has(span.code) && hurts(clause, plain)) return { ...span, code: 'confronting' };
    if (TELLS.has(span.code) && !clause.includes('?') && isOfTheirWords(clause, theirs))
      return { ...span, code: 'simple-reflection' };
    // Arguing takes up a word or two of theirs; a sentence of theirs said back is none.
    if (
      span.code === 'confronting' &&
      isMostlyTheirs(clause, theirs) &&
      !markedWords(clause, '').has('judging')
    )
      return { ...span, code: 'simple-reflection' };
    if (span.code === 'normalising' && !sounds('normal', plain))
      return { ...span, code: isOfTheirWords(clause, theirs) ? 'simple-reflection' : 'other' };
    return span;
  });
}
