import {
  ADVERBS,
  BE,
  CLAUSE_TAKERS,
  CONTRACTED,
  COORDINATORS,
  DO,
  HAVE,
  MODALS,
  SUBJECT_PRONOUNS,
} from './grammar';
import { plainOrder } from './plain-order';
import { subjectLength, timeLength } from './subjects';
import { isFinite, verbForm } from './verbs';
import { type Sentence, type Word, wordsOf } from './words';
import { sign } from './signs';

/** Behind these a "that" begins what was said or found. */
const TAKES_THAT = sign('a "that" may follow');

/** A run of words around one finite verb. */
export interface Clause {
  /** The linking words before it, for instance "because" or "but". */
  lead: string;
  words: Word[];
  /** Which sentence of the turn it stands in. */
  sentence: number;
  question: boolean;
}

const LINKS = new Set(
  'because although though while if when whenever unless until till since except whereas'.split(' '),
);
const ADJECTIVES = sign('adjectives');
const ANSWERS = sign('answers how they are');
const ENDS_A_CLAUSE = new Set(
  'again today now yesterday anymore more lately tonight me him her them us it too though though either'.split(
    ' ',
  ),
);

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
    // "Not so good really, I lost my job": how they are is said, and then why.
    if (word.pause === true && ANSWERS.test(wordsOf(current))) close();
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
      if (
        runsOn ||
        afresh ||
        told ||
        asksBehind(words, i) ||
        asksAfresh(words, i, current) ||
        (word.pause === true && dropsSubject(words, i))
      )
        close();
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

/** "I'm scared to be happy is that weird": a question with nothing before it. */
function asksBehind(words: readonly Word[], at: number): boolean {
  return (
    at === words.length - 3 &&
    /^is (?:that|it|this) (?:weird|normal|bad|wrong|ok|okay|stupid|silly|mad|selfish)$/u.test(
      words
        .slice(at)
        .map(({ w }) => w)
        .join(' '),
    )
  );
}

const isHelper = (w: string): boolean =>
  BE.has(w) || DO.has(w) || MODALS.has(w) || HAVE.has(w) || w === 'shall';

/**
 * "what now, do I tell them": another question of the client's own, its verb before its subject. One with "you" is that
 * only behind a question: "my mum said, are you even trying" is hers.
 */
function asksAfresh(words: readonly Word[], at: number, before: readonly Word[]): boolean {
  const [verb, subject, rest] = words.slice(at, at + 3);
  return (
    verb?.pause === true &&
    verb.quoted !== true &&
    isHelper(verb.w) &&
    (/^(?:i|we)$/u.test(subject?.w ?? '') || (subject?.w === 'you' && asks(before))) &&
    rest !== undefined &&
    !toldTo(words, at)
  );
}

/** A clause with its verb before its subject asks, with or without the mark. */
function asks(words: readonly Word[]): boolean {
  let at = 0;
  while (/^(?:so|and|but|like|also|hi|hey|hello|ok|yes|please|honestly|sorry)$/u.test(words[at]?.w ?? ''))
    at++;
  const first = words[at]?.w ?? '';
  const second = words[at + 1]?.w ?? '';
  const third = words[at + 2]?.w ?? '';
  const subject = (w: string): boolean =>
    SUBJECT_PRONOUNS.has(w) ||
    /^(?:anyone|anybody|this|that|there|other|people|someone|something|my|it)$/u.test(w);
  if (/^(?:what's|how's|who's|where's|why's)$/u.test(first)) return true;
  if (
    /^(?:what|which|whose|how)$/u.test(first) &&
    isHelper(third) &&
    /^(?:you|i|we|they|he|she|it|this|that)$/u.test(words[at + 3]?.w ?? '')
  )
    return true;
  if (/^(?:what|how|why|where|when|who|which)$/u.test(first))
    return (isHelper(second) && (subject(third) || second !== 'have')) || /^(?:to|come)$/u.test(second);
  return (
    isHelper(first) &&
    subject(second) &&
    !/^(?:can't|don't|didn't|couldn't|won't|haven't|wasn't)$/u.test(first)
  );
}

/** "I told my mum I'm moving": the new subject belongs to the telling. */
function toldTo(words: readonly Word[], at: number): boolean {
  for (let n = 1; n <= 4; n++) {
    const w = words[at - n]?.w ?? '';
    if (TAKES_THAT.test(w)) return true;
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
  if (!isHelper(before)) return false;
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
  // "since Christmas, me and mum take turns"
  if (word === 'and' && before === 'me' && words[at - 1]?.pause === true) return 0;
  if (/^anyways?$/u.test(word) && words[at]?.pause === true && subjectLength(words, at + 1) > 0) return 1;
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
