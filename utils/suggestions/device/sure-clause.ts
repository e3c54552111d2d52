import { z } from '../../schema';
import data from './bank/untidy.json';
import type { Placed } from './echo';
import {
  ADVERBS,
  BE,
  CLAUSE_TAKERS,
  CONTRACTED,
  DETERMINERS,
  DO,
  HAVE,
  MODALS,
  PREPOSITIONS,
} from './grammar';
import type { Parsed } from './parse';
import { isFinite, verbForm } from './verbs';
import { type Word, wordsOf } from './words';
import { sign } from './signs';

/** A clause that begins so has lost its "I". */
const BEGINS_WITH_VERB = sign('begins with its verb');

/** Longest clause that is said back as a fact, in words. */
const LONGEST = 15;
/** What hangs on a condition is not so; nothing of its sentence is said back. */
const SUPPOSES = /^(?:if|unless|whether|even if|and if|but if|or|what if)$/u;
/** What was going on at the time says little without what happened then. */
const BACKGROUND = /^(?:while|whereas|as)$/u;
/** A clause behind one of these with no link or pause is what somebody says, knows or thinks. */
const REPORTS = sign('reports');
/** A guess before a clause makes it one too. */
const HEDGED = sign('hedged');
/** Verbs after which a clause without a link is what is known or told, not a new thought. */
const TAKES_A_CLAUSE = sign('takes a clause');
/** What a second finite verb can have as its subject or its link. */
const OPENS_VERB = sign('opens a verb');
/** Verbs that say something with nothing behind them. */
const STANDS_ALONE = sign('verbs that stand alone');
/** Words of a chat that belong to how it is said; a clause with them inside is not one that can be turned. */
const CHATTER = sign('chatter');
export const isChatter = ({ w }: Word): boolean => CHATTER.test(w);
/** "my boyfriends been texting": the apostrophe that makes it a verb is missing. */
const LOST_APOSTROPHE = sign('lost apostrophe');
const { patterns } = z.object({ about: z.string(), patterns: z.array(z.string()) }).parse(data);
const UNTIDY = new RegExp(patterns.join('|'), 'u');
/** Whether words leave out or run together what English needs. */
export const isUntidy = (plain: string): boolean => LOST_APOSTROPHE.test(plain) || UNTIDY.test(plain);
/** Verbs that a noun seldom looks like. */
const BARE_VERB = sign('a bare verb');
/** A clause cannot end on these. */
const DANGLES = new Set([
  ...DETERMINERS,
  ...MODALS,
  ...'and but or so because if when than as very really too just even not am is are was were be been being has have had do does did to of at from into my your the a like i he she they we what how why who that which where whether until since s t m re ve d'.split(
    ' ',
  ),
]);
/** Particles that may end a clause; of other prepositions something is missing behind. */
const PARTICLES = sign('particles');
const ENDS_OPEN =
  /^(?:of|at|from|than|to|like|into|during|until|because|since|between|against|towards|onto)$/u;

/**
 * Whether a clause is so plainly one whole, grammatical statement of the client's that it can be turned and
 * said back. Where chat leaves out stops, subjects or links, the words of two clauses run together; saying
 * those back puts words in the client's mouth, so any doubt is a no.
 */
export function isSure(
  item: Placed,
  before: Placed | undefined,
  next: Placed | undefined,
  parsed: Parsed,
  trimmed: readonly Word[],
): boolean {
  const { words, rest, verb, subject } = parsed;
  const plain = words.map((word) => word.w).join(' ');
  if (words.length > LONGEST || words.length < 3) return false;
  if (words.some((word) => CHATTER.test(word.w) || /^(?![ai]$|\d)\p{L}$/u.test(word.w))) return false;
  // A comma with no link behind it strings clauses or a list together.
  if (
    words.some((word, i) => i > 0 && word.pause === true && !/^(?:and|but|or|like|because|so)$/u.test(word.w))
  )
    return false;
  if (isUntidy(plain)) return false;
  // "I haven't had one", "an honest one": what "one" is stands elsewhere.
  if (/\bone$|\bone (?:for|in|since)\b|\bused to (?:get|have)\b/u.test(plain)) return false;
  if (
    BACKGROUND.test(item.clause.lead) ||
    /^there(?:'s| is| was) (?:one|a|an|this)\b(?!.* (?:who|that)\b)/u.test(plain)
  )
    return false;
  const inSentence = (other: Placed | undefined): other is Placed =>
    other !== undefined &&
    other.messageId === item.messageId &&
    other.clause.sentence === item.clause.sentence;
  if ([item, before, next].some((part) => inSentence(part) && SUPPOSES.test(part.clause.lead))) return false;
  return (
    opensCleanly(item, inSentence(before) ? before : null) &&
    endsCleanly(parsed, inSentence(next) ? next : null) &&
    hasOwnSubject(parsed, trimmed, before?.messageId === item.messageId ? before : null) &&
    hasOneVerb(rest, TAKES_A_CLAUSE.test(verb)) &&
    isComplete(rest, verb, parsed.shape) &&
    agrees(parsed) &&
    !(subject.length === 1 && /^(?:this|that|these|those|one|both|some|most)$/u.test(subject[0]?.w ?? '')) &&
    !/^(?:which|what|who)$/u.test(subject[0]?.w ?? '')
  );
}

/** Whether a clause, as it was written, is a whole statement that can be quoted without the rest of its sentence. */
export function standsAlone(
  item: Placed,
  before: Placed | undefined,
  next: Placed | undefined,
  parsed: Parsed,
): boolean {
  const inSentence = (other: Placed | undefined): Placed | null =>
    other?.messageId === item.messageId && other.clause.sentence === item.clause.sentence ? other : null;
  const plain = parsed.words.map((word) => word.w).join(' ');
  return (
    ![item, inSentence(before), inSentence(next)].some((part) => SUPPOSES.test(part?.clause.lead ?? '')) &&
    !LOST_APOSTROPHE.test(plain) &&
    (opensCleanly(item, inSentence(before)) || hasLeaning(inSentence(before))) &&
    // Up to the end of its sentence it is as whole as they wrote it.
    (inSentence(next) === null ||
      (endsCleanly(parsed, inSentence(next)) &&
        hasOneVerb(parsed.rest, TAKES_A_CLAUSE.test(parsed.verb)) &&
        isComplete(parsed.rest, parsed.verb, parsed.shape)))
  );
}

/** "when I went back my room was full of boxes": what hung before it is complete. */
const hasLeaning = (before: Placed | null): boolean =>
  before !== null && /^(?:when|since|after|before|once|every time|whenever)$/u.test(before.clause.lead);

/** A clause begins its sentence, or a comma, a link or a new "I" sets it off from what was complete before. */
function opensCleanly({ clause }: Placed, before: Placed | null): boolean {
  if (before === null) return true;
  const said = before.clause.words.map((word) => word.w).join(' ');
  if (HEDGED.test(said)) return false;
  if (clause.lead !== '' || clause.words[0]?.pause === true) return true;
  if (REPORTS.test(said) || endsInNoun(before.clause.words)) return false;
  return /^(?:i|i'm|i've|i'd)$/u.test(clause.words[0]?.w ?? '') && !endsOpen(before.clause.words);
}

/** "a boy I met once", "a new one I saw": what follows a noun with no link may belong to it. */
function endsInNoun(words: readonly Word[]): boolean {
  const near = words.slice(-4).map((word) => word.w);
  return (
    near.slice(0, -1).some((w) => /^(?:a|an|the|this|that|some|any|every|no|one)$/u.test(w)) ||
    /^(?:stuff|things?|people|everything|anything|nothing|something|clothes|food|money)$/u.test(
      near.at(-1) ?? '',
    )
  );
}

function endsOpen(words: readonly Word[]): boolean {
  const last = words.at(-1)?.w ?? '';
  return CLAUSE_TAKERS.has(last) || verbForm(last)?.bare === true || isFinite(last);
}

/** What follows without a link may still belong to it: "I found out from Insta they all went". */
function endsCleanly({ verb, rest }: Parsed, next: Placed | null): boolean {
  if (next === null) return true;
  const set = next.clause.lead !== '' || next.clause.words[0]?.pause === true;
  // "I used to love it and now on Sundays from lunch I feel ill": when it is belongs to what follows.
  if (!set && /\band (?:now|then|on|in|at|since|today|lately|every)\b/u.test(wordsOf(rest))) return false;
  return set || !(TAKES_A_CLAUSE.test(verb) || endsOpen(rest) || endsInNoun(rest));
}

/** A subject that was left out is "I" only where nobody else was just spoken of. */
function hasOwnSubject({ words, who }: Parsed, trimmed: readonly Word[], before: Placed | null): boolean {
  const given = words.length === trimmed.length || trimmed[0]?.w === words[0]?.w;
  if (given) return true;
  if (who === 'other') return false;
  if (words.slice(1).some((word) => /^(?:me|myself)$/u.test(word.w))) return false;
  const earlier = before?.clause.words.map((word) => word.w) ?? [];
  if (earlier.length > 0 && !/^(?:i|i'm|i've|i'd|we|can't|don't)$/u.test(earlier[0] ?? '')) return false;
  return BEGINS_WITH_VERB.test(trimmed[0]?.w ?? '');
}

/** A second finite verb needs a word that takes it in: "that", "what", "because", "told him". */
function hasOneVerb(rest: readonly Word[], takesClause: boolean): boolean {
  let taken = takesClause;
  for (let i = 0; i < rest.length; i++) {
    const w = rest[i]?.w ?? '';
    const prior = rest[i - 1]?.w ?? '';
    const starts =
      /^(?:i|he|she|they|we)$/u.test(w) || (CONTRACTED.test(w) && !/^(?:who|that|what)'/u.test(w));
    if (w === 'i' && /^(?:just|only)$/u.test(rest[i + 1]?.w ?? '')) return false;
    if (starts && i > 0 && rest[i]?.pause !== true && !CLAUSE_TAKERS.has(prior)) return false;
    if (starts && i === 0 && !takesClause) return false;
    if (starts && !rest.slice(i + 1, i + 4).some((word) => isFinite(word.w)) && !CONTRACTED.test(w))
      return false;
    if (starts && CONTRACTED.test(w) && i === rest.length - 1) return false;
    if (/^(?:is|are|was|were|has|isn't|aren't|wasn't|weren't|hasn't|doesn't|does)$/u.test(w)) {
      const opens = rest.slice(0, i).some((word) => OPENS_VERB.test(word.w) || CONTRACTED.test(word.w));
      if (!opens && !taken) return false;
      taken = false;
    }
  }
  return true;
}

function isComplete(rest: readonly Word[], verb: string, shape: Parsed['shape']): boolean {
  const last = rest.at(-1)?.w;
  if (last === undefined) return STANDS_ALONE.test(verb);
  if (DANGLES.has(last) || ENDS_OPEN.test(last)) return false;
  if (PREPOSITIONS.has(last) && !PARTICLES.test(last)) return false;
  if (ADVERBS.has(last) && rest.length === 1 && verb !== 'be' && !STANDS_ALONE.test(verb)) return false;
  if (/^(?:suppose|tell|make|give|let|put|bring)$/u.test(verb) && rest.length < 2 && shape !== 'be')
    return false;
  // "I want say": a link is missing, as learners leave it out.
  const next = verbForm(rest[0]?.w ?? '');
  if (
    /^(?:want|need|try|hope|decide|plan|wish)$/u.test(verb) &&
    next?.bare === true &&
    BARE_VERB.test(next.base)
  )
    return false;
  return verb !== 'suppose';
}

/** Nothing has to be put right for it to be English. */
export function agrees({ who, shape, subject, words, modal }: Parsed): boolean {
  const head = subject.at(-1)?.w ?? '';
  const after = words.slice(subject.length).find((word) => !ADVERBS.has(word.w))?.w ?? '';
  if (who !== 'other' || modal !== '') return true;
  const plural =
    /^(?:they|they're|they've|people|parents|friends|kids|children|both|all|these|those|family|police)$/u.test(
      head,
    ) ||
    /[^s']s$/u.test(head) ||
    subject.some((word) => word.w === 'and');
  if (plural)
    return (
      !(BE.has(after) && /^(?:is|was|isn't|wasn't)$/u.test(after)) &&
      !/^(?:has|does|doesn't|hasn't)$/u.test(after)
    );
  if (/^(?:are|were|aren't|weren't|have|don't|haven't|do)$/u.test(after)) return false;
  const form = verbForm(after);
  return !(
    shape === 'present' &&
    form?.bare === true &&
    !form.third &&
    !form.past &&
    !HAVE.has(after) &&
    !DO.has(after)
  );
}
