import { subjectLength } from './subjects';
import { BE, CONTRACTED, MODALS, PREPOSITIONS, SUBJECT_PRONOUNS } from './grammar';
import { isFinite, verbForm } from './verbs';
import type { Word } from './words';
import { sign } from './signs';

/** Somewhere behind the subject stands a verb. */
const HOLDS_A_VERB = sign('holds a verb');

const NOT_ORDERS = new Set(
  'tell help let give show talk listen wait look please stop say thank come go check see read ignore print write respond answer hold ask click'.split(
    ' ',
  ),
);
/** "30 days sober" is "I'm 30 days sober". */
const STATES = /^(?:sober|clean|pregnant|late|behind|into|post|married|old)$/u;

/** The clause with the subject that chat leaves out: "can't sleep" is "I can't sleep". Null when none fits. */
export function withSubject(words: readonly Word[], isFeeling: (word: string) => boolean): Word[] | null {
  const first = words[0];
  if (first === undefined) return null;
  if (first.w === 'that' && subjectLength(words, 1) > 0) return null;
  const put = (w: string): Word[] => [{ ...first, w, end: first.start }, ...words];
  // "a bit stressed": nobody is called a bit.
  const [, bit, felt] = words;
  if (
    first.w === 'a' &&
    /^(?:bit|little)$/u.test(bit?.w ?? '') &&
    words.length === 3 &&
    isFeeling(felt?.w ?? '')
  )
    return put("i'm");
  if (subjectLength(words, 0) > 0) return [...words];
  const { w } = first;
  if (w === 'that' || w === 'being') return null;
  if (w === "don't" && /^(?:worry|mind|bother|judge|laugh|tell|get|ask|hate)$/u.test(words[1]?.w ?? ''))
    return null;
  if (verbForm(w)?.ing === true && words.slice(2).some((word) => HOLDS_A_VERB.test(word.w))) return null;
  if (
    NOT_ORDERS.has(w) ||
    (w === 'have' && /^(?:great|good|nice|lovely|wonderful|blessed)$/u.test(words[2]?.w ?? ''))
  )
    return null;
  if (w === 'been') return put("i've");
  if (
    /^(?:\d+|one|two|three|six)$/u.test(w) &&
    /^(?:days?|weeks?|months?|years?)$/u.test(words[1]?.w ?? '') &&
    STATES.test(words[2]?.w ?? '')
  )
    return put("i'm");
  if (/^(?:not|so|really|very|too|just|still|feeling|always|constantly|finally)$/u.test(w) || isFeeling(w)) {
    let at = 0;
    while (
      /^(?:not|so|really|very|too|just|still|always|constantly|finally|pretty|a|bit|kind|of)$/u.test(
        words[at]?.w ?? '',
      )
    )
      at++;
    const head = words[at]?.w ?? '';
    const form = verbForm(head);
    const after = words[at + 1]?.w;
    const predicate =
      after === undefined ||
      PREPOSITIONS.has(after) ||
      /^(?:and|but|today|tonight|now|lately|again|that|to|right|all|anymore|any)$/u.test(after);
    if (form?.ing === true || (isFeeling(head) && form?.bare !== true && predicate)) return put("i'm");
    if (/^(?:sure|able|ready|ok|okay|allowed)$/u.test(head)) return put("i'm");
    if (w !== 'not' && w !== 'so' && w !== 'too' && form !== null && (form.bare || form.past) && at > 0)
      return put('i');
    return null;
  }
  if (
    /^(?:can't|couldn't|don't|didn't|won't|haven't|wasn't|hadn't|wouldn't|shouldn't|never|was|am|have|had)$/u.test(
      w,
    )
  ) {
    return words.length > 1 && words[1]?.w !== 'you' && !/^(?:i|we|he|she|they|it)$/u.test(words[1]?.w ?? '')
      ? put('i')
      : null;
  }
  const form = verbForm(w);
  if (form === null || isAdjectiveHere(words)) return null;
  if (form.ing) return put("i'm");
  if (/^(?:feels|hurts|sucks|seems|sounds|gets|makes|keeps|goes)$/u.test(w)) return put('it');
  if (form.third && !form.bare) return null;
  // A bare word by itself is as likely a noun: "work", "home".
  if (words.length === 1 && form.bare && !form.past) return null;
  return put('i');
}

/** "i damn confused", "my mother always angry with me": puts the verb back that chat and many Englishes leave out. */
export function withBe(words: readonly Word[], isFeeling: (word: string) => boolean): Word[] | null {
  const [first] = words;
  if (first === undefined) return null;
  const owned = /^(?:my|his|her|our|their)$/u.test(first.w);
  if (!owned && !/^(?:i|he|she|they|we|it)$/u.test(first.w)) return null;
  let at = owned ? 2 : 1;
  const from = at;
  while (/^(?:always|very|so|too|really|still|quite|just|also|damn)$/u.test(words[at]?.w ?? '')) at++;
  const head = words[at]?.w ?? '';
  const next = words[at + 1]?.w;
  // "I confused him" has its verb; "I confused" lacks one.
  if (subjectLength(words, 0) > 0 && (next !== undefined || words.slice(0, at).some(({ w }) => isFinite(w))))
    return null;
  const ends =
    next === undefined || PREPOSITIONS.has(next) || /^(?:and|but|because|now|today|again)$/u.test(next);
  // "I just panicked" has its verb.
  if (head === 'panicked' && words[at - 1]?.w === 'just') return null;
  // "my team lost" has its verb.
  if (!isFeeling(head) || verbForm(head)?.bare === true || !ends || (owned && head === 'lost')) return null;
  const be =
    first.w === 'i'
      ? 'am'
      : /^(?:they|we)$/u.test(first.w) || (owned && /s$/u.test(words[1]?.w ?? ''))
        ? 'are'
        : 'is';
  const where = words[from] ?? first;
  return [...words.slice(0, from), { w: be, start: where.start, end: where.start }, ...words.slice(from)];
}

/** "lost time can be made up", "broken things are": the verb-like first word belongs to a noun. */
function isAdjectiveHere(words: readonly Word[]): boolean {
  for (let i = 1; i < Math.min(5, words.length); i++) {
    const w = words[i]?.w ?? '';
    if (
      SUBJECT_PRONOUNS.has(w) ||
      CONTRACTED.test(w) ||
      /^(?:my|the|a|that|how|what|to|me|him|her|them|it|like|because)$/u.test(w)
    )
      return false;
    if (MODALS.has(w) || BE.has(w)) return true;
  }
  return false;
}
