import { isFinite, subjectLength, timeLength } from './clauses';
import {
  ADVERBS,
  BE,
  CONTRACTED,
  DO,
  HAVE,
  MODALS,
  OPENERS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  TIME_HEADS,
  TIME_NOUNS,
} from './grammar';
import { verbForm } from './verbs';
import type { Word } from './words';

/** What the finite verb of a clause says about time and manner. */
export type Shape =
  | 'present'
  | 'past'
  | 'progressive'
  | 'past-progressive'
  | 'perfect'
  | 'perfect-progressive'
  | 'be'
  | 'was'
  | 'been'
  | 'modal'
  | 'going-to';

/** A clause taken apart: subject, helping words, main verb, rest. */
export interface Parsed {
  /** The whole clause, with a left-out "I" put back. */
  words: Word[];
  who: 'i' | 'we' | 'other';
  subject: Word[];
  shape: Shape;
  negative: boolean;
  /** "can't", "might": the modal as written. */
  modal: string;
  adverbs: Word[];
  /** Base of the main verb; "be" when the rest is what someone or something is. */
  verb: string;
  /** What follows the main verb. */
  rest: Word[];
}

const TRAILERS = new Set('and but so because or like the a an my to if when then just i than'.split(' '));
const NOT_ORDERS = new Set(
  'tell help let give show talk listen wait look please stop say thank come go check see read ignore print write respond answer hold ask click'.split(
    ' ',
  ),
);
const TAGS = [
  ['i', 'guess'],
  ['i', 'suppose'],
  ['i', 'think'],
  ['right', 'now', 'though'],
  ['you', 'see'],
];

/** "idk I just feel empty": the not-knowing is a way to begin, not what is said. */
function startsUnsure(words: readonly Word[]): boolean {
  const begins =
    words
      .slice(0, 3)
      .map((word) => word.w)
      .join(' ') === "i don't know";
  return begins && /^(?:i|i'm|i've|my|it|it's|he|she|they|everything|just)$/u.test(words[3]?.w ?? '');
}

/** "I guess I just miss it": the guessing softens what is said. */
function guesses(words: readonly Word[]): boolean {
  return (
    words[0]?.w === 'i' &&
    /^(?:guess|suppose|reckon)$/u.test(words[1]?.w ?? '') &&
    subjectLength(words, 2) > 0
  );
}

/** Takes off greetings, linking words and tails that carry nothing. */
export function trimClause(words: readonly Word[]): Word[] {
  let from = startsUnsure(words) ? 3 : guesses(words) ? 2 : 0;
  let to = words.length;
  while (from < to && opensIdly(words, from)) from++;
  for (const tag of TAGS)
    if (to - from > tag.length + 2 && tag.every((w, i) => words[to - tag.length + i]?.w === w))
      to -= tag.length;
  while (to > from && endsIdly(words, to - 1)) to--;
  return words.slice(from, to);
}

function opensIdly(words: readonly Word[], at: number): boolean {
  const w = words[at]?.w ?? '';
  const next = words[at + 1]?.w ?? '';
  if (!OPENERS.has(w)) return false;
  if (w === 'no') {
    if (words[at + 1]?.pause === true || /^(?:not|but|no)$/u.test(next)) return true;
    return SUBJECT_PRONOUNS.has(next) || CONTRACTED.test(next) || /^(?:my|our|his|her)$/u.test(next);
  }
  if (w === 'so') return OPENERS.has(next) || subjectLength(words, at + 1) > 0 || /n't$/u.test(next);
  return true;
}

function endsIdly(words: readonly Word[], at: number): boolean {
  const w = words[at]?.w ?? '';
  const before = words[at - 1]?.w ?? '';
  if (w === 'like' && /^(?:feels?|felt|looks?|looked|be|is|was|sounds?|seems?|i'm|i'd)$/u.test(before))
    return false;
  if (!TRAILERS.has(w) || /^(?:with|for|of|though|as)$/u.test(w)) return false;
  return !(
    w === 'to' && /^(?:talk|speak|turn|want|have|need|going|like|supposed|used|listen|able|go)$/u.test(before)
  );
}

/** A longer clause loses its time phrase instead: at the end of it, it would hang on something else. */
const LONGEST_TO_REORDER = 9;

/** "30 days sober" is "I'm 30 days sober". */
const STATES = /^(?:sober|clean|pregnant|late|behind|into|post|married|old)$/u;

/** "last night I asked him" is "I asked him last night". */
function timeLast(words: readonly Word[]): Word[] {
  const time = timeLength(words, 0);
  if (time === 0 || subjectLength(words, time) === 0) return [...words];
  if (words.length > LONGEST_TO_REORDER) return words.slice(time);
  if (words.slice(time).some((word, i) => i > 0 && word.pause === true)) return [...words];
  const everyTime = words[time - 1]?.w === 'time';
  if (everyTime && words.slice(time + 3).some((_, i) => subjectLength(words, time + 3 + i) > 0))
    return [...words];
  return [
    ...words.slice(time).map((word, i) => (i === 0 ? { ...word, pause: false } : word)),
    ...words.slice(0, time).map((word) => ({ ...word, pause: false })),
  ];
}

/** The clause with the subject that chat leaves out: "can't sleep" is "I can't sleep". Null when none fits. */
function withSubject(words: readonly Word[], isFeeling: (word: string) => boolean): Word[] | null {
  const first = words[0];
  if (first === undefined) return null;
  if (first.w === 'that' && subjectLength(words, 1) > 0) return null;
  if (subjectLength(words, 0) > 0) return [...words];
  const put = (w: string): Word[] => [{ ...first, w, end: first.start }, ...words];
  const { w } = first;
  if (w === 'that' || w === 'being') return null;
  if (w === "don't" && /^(?:worry|mind|bother|judge|laugh|tell|get|ask|hate)$/u.test(words[1]?.w ?? ''))
    return null;
  if (
    verbForm(w)?.ing === true &&
    words
      .slice(2)
      .some((word) =>
        /^(?:is|was|are|were|makes|made|has|feels|felt|isn't|wasn't|keeps|takes|hurts|helps|helped|does|do|doesn't|did|will|would|can|could|might|won't)$/u.test(
          word.w,
        ),
      )
  )
    return null;
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
  if (/^(?:not|so|really|very|too|just|still|feeling|always|constantly)$/u.test(w) || isFeeling(w)) {
    let at = 0;
    while (
      /^(?:not|so|really|very|too|just|still|always|constantly|pretty|a|bit|kind|of)$/u.test(
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

/** "every day scold me": who does it was left out; the day does not. */
function isTimeAlone(subject: readonly Word[], verb: string): boolean {
  const form = verbForm(verb);
  return (
    TIME_HEADS.has(subject[0]?.w ?? '') &&
    TIME_NOUNS.has(subject.at(-1)?.w ?? '') &&
    form?.bare === true &&
    !form.third
  );
}

/** "i damn confused", "my mother always angry with me": puts the verb back that chat and many Englishes leave out. */
function withBe(words: readonly Word[], isFeeling: (word: string) => boolean): Word[] | null {
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
  if (!isFeeling(head) || verbForm(head)?.bare === true || !ends) return null;
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

/**
 * Takes a clause apart. Null when there is no subject with a finite verb that this grammar is sure of:
 * then nothing of it is turned, and the hint speaks of its topic or feeling instead.
 */
export function parseClause(clause: readonly Word[], isFeeling: (word: string) => boolean): Parsed | null {
  const trimmed = timeLast(trimClause(clause));
  const words = withBe(trimmed, isFeeling) ?? withSubject(trimmed, isFeeling);
  if (words === null || words.length < 2) return null;
  const length = subjectLength(words, 0);
  const first = words[0];
  if (length === 0 || first === undefined) return null;
  const subject = words.slice(0, length);
  if (isTimeAlone(subject, words[length]?.w ?? '')) return null;
  const helpers: string[] = [];
  const contracted =
    CONTRACTED.exec(first.w) !== null && length === 1 ? first.w.slice(first.w.indexOf("'") + 1) : '';
  const pronoun = first.w.replace(/'.*$/u, '');
  let at = length;
  let negative = false;
  const adverbs: Word[] = [];
  let modal = '';
  if (contracted !== '') helpers.push(contracted);
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const { w } = word;
    const next = words[at + 1]?.w ?? '';
    if (w === 'not' || w === 'never') negative = true;
    if (/^(?:a bit|kind of|sort of)$/u.test(`${w} ${next}`)) at++;
    else if (ADVERBS.has(w) && !(w === 'pretty' && next === '')) adverbs.push(word);
    else if (
      w.endsWith('ly') &&
      verbForm(w) === null &&
      at + 1 < words.length &&
      helpersLast(helpers) !== 'be'
    )
      adverbs.push(word);
    else if (BE.has(w) || w === 'been' || w === 'being' || (w === 'be' && modal !== '')) helpers.push(w);
    else if (MODALS.has(w)) {
      modal = w;
      helpers.push(w);
    } else if (
      (DO.has(w) && (w.endsWith("n't") || verbForm(next)?.bare === true || next === 'not')) ||
      (HAVE.has(w) && opensPerfect(words, at))
    )
      helpers.push(w);
    else break;
    if (w.endsWith("n't")) negative = true;
  }
  const who = pronoun === 'i' ? 'i' : pronoun === 'we' ? 'we' : 'other';
  const frame = { words, who, subject, negative, adverbs, modal } as const;
  const main = words[at];
  const kinds = helpers.map(helperKind);
  const lastKind = kinds.at(-1);
  const form = main === undefined ? null : verbForm(main.w);
  const rest = words.slice(at + 1);
  if (lastKind === 'be' || lastKind === 'been') {
    if (main === undefined) return null;
    if (form?.ing === true) {
      if (main.w === 'going' && rest[0]?.w === 'to' && verbForm(rest[1]?.w ?? '')?.bare === true)
        return { ...frame, shape: 'going-to', verb: form.base, rest };
      const shape =
        lastKind === 'been' ? 'perfect-progressive' : isPastBe(helpers) ? 'past-progressive' : 'progressive';
      return { ...frame, shape, verb: form.base, rest };
    }
    const shape = lastKind === 'been' ? 'been' : modal !== '' ? 'modal' : isPastBe(helpers) ? 'was' : 'be';
    return { ...frame, shape, verb: 'be', rest: words.slice(at) };
  }
  if (main === undefined || form === null) return null;
  if (lastKind === 'have') {
    if (contracted === 'd' && form.bare && !form.participle)
      return { ...frame, shape: 'modal', modal: 'would', verb: form.base, rest };
    if (
      main.w === 'got' &&
      rest[0]?.w !== 'to' &&
      !/^(?:better|worse|used|really|very|into|over|through|back|out)$/u.test(rest[0]?.w ?? '')
    )
      return { ...frame, shape: 'present', verb: 'have', rest };
    if (form.participle) return { ...frame, shape: 'perfect', verb: form.base, rest };
    return null;
  }
  if (lastKind === 'modal')
    return form.bare ? { ...frame, shape: 'modal', modal: modal || 'will', verb: form.base, rest } : null;
  if (lastKind === 'do')
    return form.bare
      ? { ...frame, shape: /did/u.test(helpers.join(' ')) ? 'past' : 'present', verb: form.base, rest }
      : null;
  if (form.ing && contracted === '') return null;
  if (
    form.past &&
    (!form.bare || /^(?:hit|put|let|hurt|quit|shut|cut)$/u.test(main.w)) &&
    !(form.bare && who !== 'other' && negative)
  )
    return { ...frame, shape: 'past', verb: form.base, rest };
  // "everything also scold": whoever scolds was left out.
  if (/^(?:everything|nothing|this|that|it|there)$/u.test(first.w) && form.bare && !form.third) return null;
  if (who === 'other' ? form.third || (form.bare && plural(subject)) : form.bare)
    return { ...frame, shape: 'present', verb: form.base, rest };
  return form.bare ? { ...frame, shape: 'present', verb: form.base, rest } : null;
}

/** "have been", "have lost": have as a helper, not as a verb of its own. */
function opensPerfect(words: readonly Word[], at: number): boolean {
  for (let n = at + 1; n < Math.min(at + 4, words.length); n++) {
    const w = words[n]?.w ?? '';
    if (w === 'been') return true;
    const form = verbForm(w);
    if (form !== null) return form.participle && !(form.bare && !form.past);
    if (!ADVERBS.has(w) && !w.endsWith('ly')) return false;
  }
  return false;
}

function helpersLast(helpers: readonly string[]): string {
  const last = helpers.at(-1);
  return last === undefined ? '' : helperKind(last);
}

function helperKind(word: string): 'be' | 'been' | 'have' | 'modal' | 'do' {
  if (word === 'been') return 'been';
  if (word === 'm' || word === 're' || word === 's' || BE.has(word) || word === 'being' || word === 'be')
    return 'be';
  if (word === 've' || word === 'd' || HAVE.has(word)) return 'have';
  if (DO.has(word)) return 'do';
  return 'modal';
}

function isPastBe(helpers: readonly string[]): boolean {
  return helpers.some((word) => word.startsWith('was') || word.startsWith('were'));
}

function plural(subject: readonly Word[]): boolean {
  const head = subject.at(-1)?.w ?? '';
  return (
    /^(?:they|people|parents|friends|kids|children|both|all|these|those)$/u.test(head) || /[^s]s$/u.test(head)
  );
}
