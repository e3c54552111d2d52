import { z } from '../../schema';
import data from './bank/feelings.json';
import { PREPOSITIONS } from './grammar';
import type { Parsed } from './parse';
import { sign } from './signs';
import { type Word, wordsOf } from './words';

export const FEELING_FAMILIES = [
  'sadness',
  'hurt',
  'loneliness',
  'fear',
  'anger',
  'shame',
  'tiredness',
  'overwhelm',
  'numb',
  'hopeless',
  'confusion',
  'joy',
  'relief',
  'pride',
  'hope',
  'gratitude',
  'love',
] as const;
const familySchema = z.enum(FEELING_FAMILIES);
export type FeelingFamily = z.infer<typeof familySchema>;

const feelingSchema = z.object({
  words: z.array(z.string()),
  family: familySchema,
  strength: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  you: z.string(),
  that: z.string(),
  noun: z.string(),
  /** Follows "you feel", not "you're". */
  phrase: z.optional(z.boolean()),
  /** A judgement of oneself: never said back as a fact. */
  belief: z.optional(z.boolean()),
  bright: z.optional(z.boolean()),
  /** Counts only after "feel" or "I'm". */
  vague: z.optional(z.boolean()),
  needs: z.optional(z.literal('feel')),
  /** Also a diagnosis: said back in plain words. */
  clinical: z.optional(z.boolean()),
});
export type FeelingEntry = z.infer<typeof feelingSchema>;

const { feelings } = z.object({ about: z.string(), feelings: z.array(feelingSchema) }).parse(data);
const BY_WORDS = new Map(feelings.flatMap((entry) => entry.words.map((word) => [word, entry] as const)));
const LONGEST = Math.max(...[...BY_WORDS.keys()].map((word) => word.split(' ').length));
const SINGLE_WORDS = new Set([...BY_WORDS.keys()].filter((word) => !word.includes(' ')));

/** Whether a word is a feeling of the lexicon by itself. */
export function isFeelingWord(word: string): boolean {
  return SINGLE_WORDS.has(word);
}

/** A feeling that the client named as theirs. */
export interface NamedFeeling {
  entry: FeelingEntry;
  /** At the client's strength, after "you're" or "you feel": "a bit anxious", "really exhausted". */
  text: string;
  start: number;
  end: number;
}

const STRONG =
  /^(?:so|really|very|too|extremely|incredibly|absolutely|completely|totally|utterly|such|always|constantly|deeply|truly|bloody)$/u;
const MILD = /^(?:bit|little|slightly|somewhat|sort|kind|of|a|rather)$/u;
const NEGATED =
  /^(?:not|never|isn't|don't|doesn't|didn't|wasn't|won't|hardly|can't|aren't|haven't|without|no|less|stop)$/u;
const OWN = /^(?:i|i'm|i've|i'd|we|we're|me|am|feel|feels|feeling|felt)$/u;
const FEELS = /^(?:feel|feels|feeling|felt|i'm|am|been|was|be|being|get|getting|got|me)$/u;

/** A bright feeling that is missing, owed, past or played is not there. */
const WISHED =
  /\b(?:should|shouldn't|wish|want|wanted|used|supposed|meant|if|pretend|pretending|never|can't|could|would|be|being|was|hope)\b/u;

/** Around a feeling word in brackets: a manner of speaking, an act or a thing, not the feeling of the word. */
const NO_FEELING = sign('no feeling');
/** How many words on each side settle the sense. */
const AROUND = 4;

/** "glad to hear", "tired of asking", "i've torn my calf", "as far as i'm concerned". */
function isFigure(words: readonly Word[], i: number, n: number, otherSubject: boolean): boolean {
  const at = (from: number, to: number): string => wordsOf(words.slice(Math.max(0, from), to));
  const around = `${at(i - AROUND, i)} [${at(i, i + n)}] ${at(i + n, i + n + AROUND)}`.trim();
  if (NO_FEELING.test(around)) return true;
  return (
    words[i]?.w === 'mad' &&
    (otherSubject ||
      !/^(?:so|really|very|i'm|am|feel|feeling|felt|get|got|too|still|me)$/u.test(words[i - 1]?.w ?? ''))
  );
}

const NOT_OKAY: FeelingEntry = {
  words: [],
  family: 'sadness',
  strength: 2,
  you: 'low',
  that: 'hard',
  noun: 'weight',
};

/** What is asked about, supposed or owed is not felt: "should I be worried", "why does it hurt". */
const NOT_FELT = /\b(?:should i|if|whether|why does|why do|what if|supposed to)\b/u;

/** The feelings that a clause says are the client's own: not "my mum is sad", not "I'm not angry". */
export function namedFeelings(words: readonly Word[], parsed: Parsed | null): NamedFeeling[] {
  const found: NamedFeeling[] = [];
  if (NOT_FELT.test(words.map((word) => word.w).join(' '))) return found;
  const otherSubject = parsed !== null && parsed.who === 'other';
  for (let i = 0; i < words.length; i++) {
    const okay = notOkay(words, i);
    if (okay !== null && !otherSubject) {
      found.push(okay);
      i += 1;
      continue;
    }
    for (let n = Math.min(LONGEST, words.length - i); n > 0; n--) {
      const run = words.slice(i, i + n);
      const entry = BY_WORDS.get(run.map((word) => word.w).join(' '));
      const first = run[0];
      const last = run.at(-1);
      if (entry === undefined || first === undefined || last === undefined) continue;
      if (entry.words.includes('alone') && /^(?:me|him|her|us|them|it)$/u.test(words[i - 1]?.w ?? ''))
        continue;
      // "dreading it less"
      if (words.slice(i + n, i + n + 3).some(({ w }) => w === 'less')) continue;
      // "I look so tired", "how tired I look": how one looks.
      if (words.slice(i + n, i + n + 3).some(({ w }) => /^(?:look|looks|looked)$/u.test(w))) continue;
      if (words.slice(Math.max(0, i - 3), i).some(({ w }) => /^(?:look|looks|looked|looking)$/u.test(w)))
        continue;
      if (isFigure(words, i, n, otherSubject)) continue;
      if (
        entry.bright === true &&
        WISHED.test(
          words
            .slice(Math.max(0, i - 5), i)
            .map((word) => word.w)
            .join(' '),
        )
      )
        continue;
      if (entry.vague === true && otherSubject) {
        i += n - 1;
        break;
      }
      if (isOwn(words, i, parsed, otherSubject) && allowed(entry, words, i) && !negated(words, i))
        found.push({ entry, text: degree(words, i, entry), start: first.start, end: last.end });
      i += n - 1;
      break;
    }
  }
  return found;
}

function notOkay(words: readonly Word[], i: number): NamedFeeling | null {
  const word = words[i];
  const before = words[i - 1]?.w ?? '';
  if (
    word === undefined ||
    !/^(?:not|isn't|don't|haven't)$/u.test(word.w) ||
    (i > 0 && !/^(?:i'm|am|i|really|just|feel|feeling|still|been|i've)$/u.test(before))
  )
    return null;
  const rest = words
    .slice(i + 1, i + 5)
    .map((w) => w.w)
    .join(' ');
  const hit =
    /^(?:really |so |very |feeling |feel |doing |been )*(?:ok|alright|great|good|well|fine|coping|myself|happy)\b(?! (?:enough|at|with|for|idea|person|mum|mom|dad))/u.exec(
      rest,
    );
  if (hit === null) return null;
  const length = hit[0].split(' ').length;
  const last = words[i + length];
  if (last === undefined) return null;
  const myself = hit[0].endsWith('myself');
  const happy = hit[0].endsWith('happy');
  const entry = myself
    ? { ...NOT_OKAY, you: 'not yourself' }
    : happy
      ? { ...NOT_OKAY, you: 'unhappy' }
      : NOT_OKAY;
  return { entry, text: entry.you, start: word.start, end: last.end };
}

/** "the zip got stuck": what comes before the verb is in that state, not the client. */
const OF_A_THING = sign('a thing in some state');

function isOwn(words: readonly Word[], i: number, parsed: Parsed | null, otherSubject: boolean): boolean {
  const before = words.slice(Math.max(0, i - 6), i).map((word) => word.w);
  if (otherSubject) {
    const subject = parsed?.subject[0]?.w ?? '';
    if (/^(?:it|it's|this|that|that's|everything|life|things)/u.test(subject)) return true;
    if (/\b(?:makes?|made|making|leaves?|left|got|gets|has) me(?: feel)?(?: \w+)?$/u.test(before.join(' ')))
      return true;
    if (/^(?:say|tell|call|think|claim|reckon|shout|write|post|believe)$/u.test(parsed?.verb ?? ''))
      return false;
    return before.some((w) => /^(?:i|i'm|i've|i'd)$/u.test(w)) && !laterSubject(words, i);
  }
  if (parsed !== null) return !laterSubject(words, i);
  if (/(?:^| )(?:my|his|her|our) \w+(?: (?:is|was|so|very|always|really|too|just))*$/u.test(before.join(' ')))
    return false;
  if (OF_A_THING.test(before.join(' '))) return false;
  return !before.some((w) => /^(?:he|she|they|he's|she's|they're|his|her|their)$/u.test(w));
}

/** "I think my mum is sad", "she told me he was angry": a nearer subject owns the feeling. */
function laterSubject(words: readonly Word[], i: number): boolean {
  for (let at = i - 1; at >= 0; at--) {
    const w = words[at]?.w ?? '';
    if (/^(?:i|i'm|i've|i'd|me|we|we're|myself)$/u.test(w)) return false;
    if (/^(?:he|she|they|he's|she's|they're)$/u.test(w)) return true;
    if (
      /^(?:him|her|them|people|person|everyone|someone|everybody)$/u.test(w) &&
      /^(?:made|makes?|making|got|gets)$/u.test(words[at - 1]?.w ?? '')
    )
      return true;
    if (
      /^(?:is|was|are|were|seems|looks)$/u.test(w) &&
      at > 1 &&
      /^(?:my|the|his|her)$/u.test(words[at - 2]?.w ?? '')
    )
      return true;
  }
  return false;
}

function allowed(entry: FeelingEntry, words: readonly Word[], i: number): boolean {
  if (entry.vague !== true && entry.needs === undefined) return true;
  const next = words[i + 1]?.w;
  const predicate =
    next === undefined ||
    (PREPOSITIONS.has(next) && !/^(?:at|for)$/u.test(next)) ||
    (next === 'at' && words[i + 3]?.w === 'moment') ||
    /^(?:for|and|but|or|when|that|today|tonight|now|lately|again|right|all|most|every|any|to|i|i'm|he|she|they|it|my)$/u.test(
      next,
    );
  if (!predicate) return false;
  let at = i - 1;
  while (
    at >= 0 &&
    (STRONG.test(words[at]?.w ?? '') ||
      MILD.test(words[at]?.w ?? '') ||
      /^(?:just|quite|pretty|like|much|way|even|actually|still|lot)$/u.test(words[at]?.w ?? ''))
  )
    at--;
  const head = words[at]?.w ?? '';
  if (entry.needs === 'feel') return /^(?:feel|feels|feeling|felt)$/u.test(head);
  return FEELS.test(head) || at < 0;
}

function negated(words: readonly Word[], i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - 4); at--) {
    const w = words[at]?.w ?? '';
    if (NEGATED.test(w) && !(w === 'not' && words[at + 1]?.w === 'only'))
      return !/^(?:know|why|stop|help)$/u.test(words[at + 1]?.w ?? '');
    if (OWN.test(w) && w !== 'feel') return false;
  }
  return false;
}

function degree(words: readonly Word[], i: number, entry: FeelingEntry): string {
  let strong = false;
  let mild = false;
  for (let at = i - 1; at >= Math.max(0, i - 3); at--) {
    const w = words[at]?.w ?? '';
    if (STRONG.test(w)) strong = true;
    else if (MILD.test(w)) mild = /^(?:bit|little|slightly|somewhat|kind|sort)$/u.test(w) || mild;
    else if (!/^(?:just|quite|pretty|like|of|a)$/u.test(w)) break;
  }
  if (
    entry.phrase === true ||
    entry.you.startsWith('so ') ||
    entry.you.startsWith('not ') ||
    entry.you.startsWith('full ')
  )
    return entry.you;
  if (mild) return entry.you.startsWith('a bit') ? entry.you : `a bit ${entry.you}`;
  return strong && entry.strength < 3 ? `really ${entry.you}` : entry.you;
}
