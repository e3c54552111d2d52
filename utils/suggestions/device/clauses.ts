import {
  ADVERBS,
  BE,
  CLAUSE_TAKERS,
  CONTRACTED,
  COORDINATORS,
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
import { plainOrder } from './plain-order';
import { isFinite, verbForm } from './verbs';
import type { Sentence, Word } from './words';

/** A run of words around one finite verb. */
export interface Clause {
  /** The linking words before it, for instance "because" or "but". */
  lead: string;
  words: Word[];
  /** Which sentence of the turn it stands in. */
  sentence: number;
  question: boolean;
}

/** Longest noun phrase before its verb, in words. */
const LONGEST_SUBJECT = 8;
const LINKS = new Set(
  'because although though while if when whenever unless until till since except whereas'.split(' '),
);
const ADJECTIVES =
  /^(?:stressful|awful|hard|bad|sad|tired|angry|mad|upset|great|horrible|terrible|crazy|ok|fine|late|sick|weird|scary|tough|rough|annoying|frustrating|difficult|lonely|exhausting|exhausted|stressed|broken|useless|anxious|depressed|empty|numb|alone|lost|quiet|silent|loud|dark|cold)$/u;
const ENDS_A_CLAUSE = new Set(
  'again today now yesterday anymore more lately tonight me him her them us it too though though either'.split(
    ' ',
  ),
);

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
const PARTNER =
  /^(?:me|mum|mom|mother|dad|father|parents|brothers?|sisters?|siblings?|sons?|daughters?|kids|husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|ex|friends?|mates?|cousins?|family|boss|colleagues?|roommates?|flatmates?|housemates?)$/u;

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

/** A verb that may open a clause whose "I" was left out. */
export function dropsSubject(words: readonly Word[], at: number): boolean {
  const word = words[at]?.w ?? '';
  if (
    /^(?:can't|don't|didn't|couldn't|won't|haven't|wasn't|been|felt|feel|feeling|lost|had|got|tried|need|want|keep|hate|miss|cried|failed|trying)$/u.test(
      word,
    )
  )
    return true;
  return false;
}

/** Splits a sentence of a turn into clauses, also where commas and full stops were left out. */
export function splitClauses(sentence: Sentence, index: number): Clause[] {
  const clauses: Clause[] = [];
  let current: Word[] = [];
  let lead = '';
  let finite = false;
  const close = (): void => {
    if (current.length > 0) clauses.push({ lead, words: current, sentence: index, question: false });
    current = [];
    lead = '';
    finite = false;
  };
  const words = plainOrder(sentence.words);
  const leading = leadingLink(words);
  if (leading > 0)
    lead = words
      .slice(0, leading)
      .map((word) => word.w)
      .join(' ');
  for (let i = leading; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    const before = words[i - 1]?.w ?? '';
    if (
      (finite && current.length > 1) ||
      (current.length > 2 &&
        /^(?:and|but|so)$/u.test(word.w) &&
        subjectLength(words, 0) === 0 &&
        !startsVerbal(current))
    ) {
      const linked = linkAt(words, i, before);
      if (linked > 0) {
        close();
        lead = words
          .slice(i, i + linked)
          .map((w) => w.w)
          .join(' ');
        i += linked - 1;
        continue;
      }
      const time = timeLength(words, i);
      const subject = subjectLength(words, i + time);
      const leaning = clauses.length === 0 && leading > 0 && !CLAUSE_TAKERS.has(before);
      const runsOn =
        subject > 0 &&
        !toldTo(words, i) &&
        !/^(?:what|which|whose|how|the)$/u.test(words[i - 2]?.w ?? '') &&
        (word.pause === true ||
          leaning ||
          ((SUBJECT_PRONOUNS.has(word.w) || CONTRACTED.test(word.w)) &&
            !CLAUSE_TAKERS.has(before) &&
            !isInverted(words, i)) ||
          ((ENDS_A_CLAUSE.has(before) || (ADJECTIVES.test(before) && !isPastOf(words, i - 1))) &&
            /^(?:i|i'm|i've|my|he|she|he's|she's)$/u.test(word.w) &&
            !/^(?:me|him|her|them|us)$/u.test(before)));
      const afresh =
        finite &&
        word.w === 'i' &&
        /^(?:just|only)$/u.test(words[i + 1]?.w ?? '') &&
        /^(?:happy|sad|angry|good|bad|anything)$/u.test(before);
      const told =
        word.w === "don't" && /^(?:worry|mind)$/u.test(words[i + 1]?.w ?? '') && ADJECTIVES.test(before);
      if (runsOn || afresh || told || (word.pause === true && dropsSubject(words, i))) close();
    }
    current.push(word);
    if (
      !finite &&
      (CONTRACTED.test(word.w) || isFinite(word.w)) &&
      current.length > (CONTRACTED.test(word.w) ? 0 : 1)
    )
      finite = true;
    if (current.length === 1 && dropsSubject(words, i)) finite = true;
  }
  close();
  const last = clauses.at(-1);
  if (last !== undefined) last.question = sentence.question;
  for (const clause of clauses) clause.question ||= asks(clause.words);
  return clauses;
}

/** A clause with its verb before its subject asks, with or without the mark. */
function asks(words: readonly Word[]): boolean {
  let at = 0;
  while (/^(?:so|and|but|like|also|hi|hey|hello|ok|yes|please|honestly|sorry)$/u.test(words[at]?.w ?? ''))
    at++;
  const first = words[at]?.w ?? '';
  const second = words[at + 1]?.w ?? '';
  const third = words[at + 2]?.w ?? '';
  const helper = (w: string): boolean =>
    BE.has(w) || DO.has(w) || MODALS.has(w) || HAVE.has(w) || w === 'shall';
  const subject = (w: string): boolean =>
    SUBJECT_PRONOUNS.has(w) ||
    /^(?:anyone|anybody|this|that|there|other|people|someone|something|my|it)$/u.test(w);
  if (/^(?:what's|how's|who's|where's|why's)$/u.test(first)) return true;
  if (
    /^(?:what|which|whose|how)$/u.test(first) &&
    helper(third) &&
    /^(?:you|i|we|they|he|she|it|this|that)$/u.test(words[at + 3]?.w ?? '')
  )
    return true;
  if (/^(?:what|how|why|where|when|who|which)$/u.test(first))
    return (helper(second) && (subject(third) || second !== 'have')) || /^(?:to|come)$/u.test(second);
  return (
    helper(first) && subject(second) && !/^(?:can't|don't|didn't|couldn't|won't|haven't|wasn't)$/u.test(first)
  );
}

/** "I told my mum I'm moving": the new subject belongs to the telling. */
function toldTo(words: readonly Word[], at: number): boolean {
  for (let n = 1; n <= 4; n++) {
    const w = words[at - n]?.w ?? '';
    if (
      /^(?:found|find|figured|told|tell|tells|telling|asked|ask|showed|show|promised|reminded|convinced|texted|said|way|thing|things|person)$/u.test(
        w,
      )
    )
      return true;
    if (w === '' || (isFinite(w) && n > 1)) return false;
  }
  return false;
}

/** A clause whose "I" was left out is complete with its verb. */
function startsVerbal(words: readonly Word[]): boolean {
  return words.slice(0, 3).some((word) => isFinite(word.w) || word.w.endsWith('ing'));
}

/** "since I retired the days are long": a sentence may open with the word that links its first clause. */
function leadingLink(words: readonly Word[]): number {
  let at = 0;
  while (/^(?:and|but|so|like|honestly|well)$/u.test(words[at]?.w ?? '')) at++;
  const first = words[at]?.w ?? '';
  const second = words[at + 1]?.w ?? '';
  const pair = /^(?:even (?:though|when|if)|every time)$/u.test(`${first} ${second}`);
  if (pair && subjectLength(words, at + 2) > 0) return at + 2;
  return LINKS.has(first) && first !== 'because' && subjectLength(words, at + 1) > 0 ? at + 1 : 0;
}

/** "I lost my temper": here it is a verb. */
function isPastOf(words: readonly Word[], at: number): boolean {
  return verbForm(words[at]?.w ?? '')?.past === true && SUBJECT_PRONOUNS.has(words[at - 1]?.w ?? '');
}

/** "what should I do", "does it": the verb stands before its subject. */
function isInverted(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.w ?? '';
  if (!BE.has(before) && !DO.has(before) && !MODALS.has(before) && !HAVE.has(before)) return false;
  return (
    at < 3 ||
    /^(?:what|how|why|where|when|who|which|and|but|so|or|think|long|often|many|much|far|soon)$/u.test(
      words[at - 2]?.w ?? '',
    )
  );
}

/** Length of a linking run at `at` that opens a new clause: "and I", "because my", "even though". */
function linkAt(words: readonly Word[], at: number, before: string): number {
  const word = words[at]?.w ?? '';
  const next = words[at + 1]?.w ?? '';
  if (word === 'just' && next === 'so')
    return words[at + 2]?.w === 'that' ? 3 : subjectLength(words, at + 2) > 0 ? 2 : 0;
  if (word === 'every' && next === 'time' && subjectLength(words, at + 2) > 0) return 2;
  if (word === 'so' && next === 'that' && subjectLength(words, at + 2) > 0) return 2;
  if (word === 'even' && /^(?:though|when|if)$/u.test(next)) return 2;
  if (
    word === 'and' &&
    /^(?:then|now|also|so|because|when|if|plus|somehow|suddenly|apparently|honestly|still)$/u.test(next) &&
    subjectLength(words, at + 2) > 0
  )
    return 2;
  if (word === 'but' && /^(?:then|now|also|when|if|like)$/u.test(next) && subjectLength(words, at + 2) > 0)
    return 2;
  if (/^(?:and|but|so)$/u.test(word) && ADVERBS.has(next) && subjectLength(words, at + 2) > 0) return 2;
  const opens = subjectLength(words, at + 1 + timeLength(words, at + 1)) > 0;
  if (COORDINATORS.has(word)) {
    if (word === 'so' && !opens) return 0;
    return opens ||
      (words[at]?.pause === true && dropsSubject(words, at + 1)) ||
      (word === 'but' && dropsSubject(words, at + 1))
      ? 1
      : 0;
  }
  if (LINKS.has(word) && !/^(?:even|as|what|know|sure|wonder|see|ask|asked|like|remember)$/u.test(before))
    return opens || word === 'because' ? 1 : 0;
  return 0;
}
