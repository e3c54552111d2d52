import {
  ADVERBS,
  BE,
  CONTRACTED,
  DETERMINERS,
  DO,
  HAVE,
  LONE_SUBJECTS,
  MODALS,
  SUBJECT_PRONOUNS,
  TIME_HEADS,
  TIME_NOUNS,
  TIME_WORDS,
} from './grammar';
import { isFinite, verbForm } from './verbs';
import type { Word } from './words';
import { sign } from './signs';

/** Longest noun phrase before its verb, in words. */
const LONGEST_SUBJECT = 8;

/** How many words the subject at `at` takes when a finite verb follows it; 0 when there is no such subject. */
export function subjectLength(words: readonly Word[], at: number): number {
  const word = words[at]?.w ?? '';
  const second = words[at + 1]?.w ?? '';
  if (CONTRACTED.test(word)) return 1;
  if (word === 'me' && second === 'and') return nounPhrase(words, at, 2);
  if (SUBJECT_PRONOUNS.has(word) || word === 'there') return verbSoon(words, at + 1, 3) ? 1 : 0;
  if (word === 'no' && second === 'one')
    return verbSoon(words, at + 2, 3) ? 2 : second === 'one' ? nounPhrase(words, at, 2) : 0;
  if (timeLength(words, at) > 0) return 0;
  const named = /^\p{Lu}/u.test(word) && word !== 'IT';
  const lone = LONE_SUBJECTS.has(word) || named || BARE_NOUNS.has(word);
  if (!lone && !DETERMINERS.has(word) && !QUANTITIES.test(word)) return 0;
  return nounPhrase(words, at, lone ? 1 : 2);
}

const QUANTITIES = /^(?:two|three|four|most|many|several|few|neither|half|part|one)$/u;

/** Length of a noun phrase with its verb behind it; `least` words belong to the noun phrase in any case. */
function nounPhrase(words: readonly Word[], at: number, least: number): number {
  for (let n = 1; n <= LONGEST_SUBJECT; n++) {
    const next = words[at + n];
    if (next === undefined || (next.pause === true && n < 2)) return 0;
    const { w } = next;
    if (/^(?:because|but|if|when|so|to|than|as|where|though)$/u.test(w)) return 0;
    const after = words[at + n + 1]?.w ?? '';
    const inside = /^(?:and|of|at|in|for|with|from|or|on|about|to|like|both|all|half|part|one)$/u.test(
      words[at + n - 1]?.w ?? '',
    );
    if (!inside && (/^(?:my|our|his|her|their|the|a|an)$/u.test(w) || (LONE_SUBJECTS.has(w) && n > 1)))
      return 0;
    if (
      w === 'and' &&
      SUBJECT_PRONOUNS.has(after) &&
      !(
        after === 'i' &&
        PARTNER.test(words[at + n - 1]?.w ?? '') &&
        !/^(?:his|her|their)$/u.test(words[at]?.w ?? '')
      )
    )
      return 0;
    if (CONTRACTED.test(w) || (SUBJECT_PRONOUNS.has(w) && words[at + n - 1]?.w !== 'and'))
      return relative(words, at, n);
    if (n >= least && isFinite(w) && !nounHere(words, at + n)) {
      const joined = words.slice(at, at + n).some((word) => word.w === 'and');
      return joined && /^(?:is|was|has|isn't|wasn't|hasn't|doesn't)$/u.test(w)
        ? 0
        : joined && verbForm(w)?.third === true
          ? 0
          : n;
    }
    if (ADVERBS.has(w) && n >= least && verbSoon(words, at + n + 1, 2)) {
      const joined = words.slice(at, at + n).some((word) => word.w === 'and');
      return joined && words.slice(at + n, at + n + 3).some((word) => verbForm(word.w)?.third === true)
        ? 0
        : n;
    }
  }
  return 0;
}

/** "everything I do is", "the way he treats me makes": the subject reaches up to the second verb. */
function relative(words: readonly Word[], at: number, pronoun: number): number {
  const head = words[at + pronoun - 1]?.w ?? '';
  if (
    !/^(?:everything|anything|nothing|all|things?|way|person|people|someone|everyone|anyone|only|one|moment|time|man|woman|friends?|who|that)$/u.test(
      head,
    )
  )
    return 0;
  let verbs = CONTRACTED.test(words[at + pronoun]?.w ?? '') ? 1 : 0;
  for (let n = pronoun + 1; n <= LONGEST_SUBJECT + 3; n++) {
    const w = words[at + n]?.w;
    if (w === undefined || words[at + n]?.pause === true) return 0;
    if (/^(?:because|but|if|when|so|and|to)$/u.test(w)) return 0;
    if (
      verbs > 0 &&
      /^(?:is|was|are|were|makes|made|hurts?|feels|felt|keeps|told|goes|turns|gets|got|has|had|never|left|just)$/u.test(
        w,
      )
    )
      return n;
    if (isFinite(w)) verbs++;
  }
  return 0;
}

/** Length of a time phrase such as "last night", "every Sunday night" or "yesterday"; 0 when there is none. */
export function timeLength(words: readonly Word[], at: number): number {
  const word = words[at]?.w ?? '';
  if (TIME_WORDS.has(word)) return 1;
  if (!TIME_HEADS.has(word)) return 0;
  if (word === 'the' && words[at + 1]?.w !== 'other') return 0;
  if (
    /^(?:some|most)$/u.test(word) &&
    !/^(?:days|nights|mornings|evenings|weeks|weekends)$/u.test(words[at + 1]?.w ?? '')
  )
    return 0;
  let n = 1;
  while (
    n < 4 &&
    (TIME_NOUNS.has(words[at + n]?.w ?? '') || /^(?:single|other)$/u.test(words[at + n]?.w ?? ''))
  )
    n++;
  const ends = TIME_NOUNS.has(words[at + n - 1]?.w ?? '');
  return n > 1 && ends && (subjectLengthPlain(words, at + n) > 0 || words[at + n] === undefined) ? n : 0;
}

function subjectLengthPlain(words: readonly Word[], at: number): number {
  const word = words[at]?.w ?? '';
  return CONTRACTED.test(word) ||
    SUBJECT_PRONOUNS.has(word) ||
    DETERMINERS.has(word) ||
    LONE_SUBJECTS.has(word)
    ? 1
    : 0;
}

/** Whom one names before "and I". */
const PARTNER = sign('partner');

/** Nouns that stand as a subject without an article. */
const BARE_NOUNS = new Set(
  'work school college uni university life home money sleep mum mom mummy dad daddy nan gran grandma grandpa grandad family friends parents exams finals revision rent anxiety grief food church weekends evenings mornings nights mondays Mondays Sundays holidays teachers kids men women customers doctors lessons classes results bills'.split(
    ' ',
  ),
);

/** "my work keeps", "my results came": the first of two verb-like words is a noun. */
function nounHere(words: readonly Word[], at: number): boolean {
  const word = words[at]?.w ?? '';
  const next = words[at + 1]?.w ?? '';
  if (BE.has(word) || HAVE.has(word) || DO.has(word) || MODALS.has(word)) return false;
  const form = verbForm(word);
  if (form === null || (form.past && !form.bare) || /^(?:keep|want|make|let|say)$/u.test(word)) return false;
  const finite = verbForm(next);
  return (
    BE.has(next) ||
    HAVE.has(next) ||
    DO.has(next) ||
    MODALS.has(next) ||
    (ADVERBS.has(next) && !form.third && isFinite(words[at + 2]?.w ?? '')) ||
    (verbForm(next)?.bare === true &&
      /^(?:me|him|her|them|us)$/u.test(words[at + 2]?.w ?? '') &&
      !form.third) ||
    (finite !== null && (finite.third || finite.past) && !/^(?:left|hurt|upset)$/u.test(next))
  );
}

function verbSoon(words: readonly Word[], at: number, within: number): boolean {
  for (let n = 0; n < within; n++) {
    const word = words[at + n]?.w;
    if (word === undefined) return false;
    if (isFinite(word)) return true;
    if (/^(?:very|so|too|pretty|quite|rather)$/u.test(word)) return false;
    if (!ADVERBS.has(word) && !word.endsWith('ly')) return false;
  }
  return false;
}
