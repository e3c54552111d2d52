import type { Reading } from '../reading';
import type { Cue } from './cue';
import { findTelling } from './find-telling';
import { findSaid, FAMILY_BY_ID, KIN, type KnownFamily } from './lexicon';
import { type PhraseHit, type Word, wordsOf } from './phrases';

/** Most cues of one message: more would be a list, not a help. */
export const MAX_CUES_OF_MESSAGE = 6;

const ME = new Set(['i', 'im', 'ive', "i'd", "i'll", 'me', 'my', 'myself', 'we', 'us']);
const OTHERS = new Set([
  'he',
  'she',
  'they',
  'hes',
  'shes',
  'theyre',
  'you',
  'youre',
  'your',
  'his',
  'her',
  'their',
]);
const NEGATORS = new Set([
  ...['not', 'no', 'never', 'cant', 'dont', 'doesnt', 'didnt', 'wont', 'wouldnt', 'isnt', 'arent', 'wasnt'],
  ...['werent', 'aint', 'havent', 'hasnt', 'hadnt', 'without', 'nothing', 'nobody', 'hardly', 'neither'],
]);
/** Words that end the reach of a "not": "not only sad", "never felt so alone", "not because I'm scared". */
const NEGATION_ENDS = new Set([
  'but',
  'because',
  'just',
  'only',
  'so',
  'this',
  'more',
  'how',
  'why',
  'even',
  'and',
  'if',
  'know',
]);
const HOW_MUCH = new Set(['so', 'this', 'that', 'more', 'as']);
const NEGATION_REACH = 4;
const SUBJECT_REACH = 7;
const STRONG = new Set([
  'so',
  'really',
  'very',
  'completely',
  'totally',
  'extremely',
  'absolutely',
  'super',
  'incredibly',
  'too',
  'damn',
  'utterly',
  'fucking',
  'bloody',
  'always',
  'all',
]);
/** Words before a phrase that belong to the quote of it. */
const LEADS = new Set([
  ...ME,
  ...STRONG,
  'feel',
  'feeling',
  'felt',
  'am',
  'is',
  'was',
  'been',
  'get',
  'getting',
  'got',
  'just',
  'like',
  'a',
  'be',
  'being',
  'makes',
  'made',
  'making',
  'its',
  'it',
  'have',
  'had',
  'still',
  'pretty',
  'kind',
  'of',
  'bit',
  'such',
  'are',
  'were',
  'makes',
  'the',
  'that',
  'thats',
]);
const LONGEST_LEAD = 5;
const STRONGER = 0.1;

/** The family of tears, and what makes them no cue. */
const TEARS = 'crying';
const JOY =
  /\b(?:happy tears|tears of (?:joy|happiness)|(?:cr(?:y|ied|ying)|tears) (?:with|from|of) (?:joy|happiness|laughter|laughing)|so (?:beautiful|happy|proud|funny)|laugh(?:ed|ing) so (?:much|hard))\b/iu;

function clauseStart(words: readonly Word[], at: number): number {
  let i = at;
  while (i > 0 && words[i]?.breaks === false) i -= 1;
  return i;
}

function isNegated(words: readonly Word[], { from, to }: PhraseHit<KnownFamily>): boolean {
  const first = Math.max(clauseStart(words, from), from - NEGATION_REACH);
  for (let i = from - 1; i >= first; i -= 1) {
    const form = words[i]?.form ?? '';
    // "Never felt so alone" says how alone, not that they are not.
    if (form === 'never' && words.slice(from, to).some((word) => HOW_MUCH.has(word.form))) return false;
    if (NEGATORS.has(form)) return true;
    if (NEGATION_ENDS.has(form) || form === 'i' || form === 'im' || form === 'ive') return false;
  }
  return false;
}

/** Whether the nearest person before the phrase is someone other than the client. */
function isSomeoneElses(words: readonly Word[], { from, to }: PhraseHit<KnownFamily>): boolean {
  for (let i = from; i < to; i += 1) if (ME.has(words[i]?.form ?? '')) return false;
  const first = Math.max(clauseStart(words, from), from - SUBJECT_REACH);
  for (let i = from - 1; i >= first; i -= 1) {
    const form = words[i]?.form ?? '';
    if (ME.has(form) && form !== 'my') return false;
    if (OTHERS.has(form)) return true;
    // "Mum's terrified" comes as one word.
    if ((KIN.has(form) || KIN.has(form.replace(/s$/, ''))) && words[i - 1]?.form !== 'by') return true;
  }
  return false;
}

/** How far from a cue its sentence is read, in characters: chat often has no stops. */
const SENTENCE_REACH = 160;

/** Where the sentence around a span of a text begins and ends. */
function sentenceSpan(text: string, start: number, end: number): [from: number, to: number] {
  const before = text.slice(Math.max(0, start - SENTENCE_REACH), start);
  const after = text.slice(end, end + SENTENCE_REACH);
  const lead = /[^.!?…\n]*$/u.exec(before)?.[0] ?? '';
  const rest = /^[^.!?…\n]*/u.exec(after)?.[0] ?? '';
  return [start - lead.trimStart().length, end + rest.trimEnd().length];
}

/** The sentence around a span of a text. */
const sentenceAround = (text: string, start: number, end: number): string =>
  text.slice(...sentenceSpan(text, start, end)).trim();

function toCue(
  text: string,
  words: readonly Word[],
  hit: PhraseHit<KnownFamily>,
  reading?: Reading,
): Cue | null {
  let first = hit.from;
  const floor = Math.max(clauseStart(words, hit.from), hit.from - LONGEST_LEAD);
  while (first > floor && LEADS.has(words[first - 1]?.form ?? '')) first -= 1;
  const start = words[first]?.token.start;
  const end = words[hit.to - 1]?.token.end;
  if (start === undefined || end === undefined) return null;
  const strong = words
    .slice(first, hit.to)
    .some(({ form, token }) => STRONG.has(form) || token.caps || token.drawnOut);
  const stress = reading === undefined ? 0 : (reading.intensity - 0.5) * STRONGER;
  const weight = Math.min(1, Math.max(0, hit.entry.weight + (strong ? STRONGER : 0) + stress));
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: hit.entry.kind,
    weight,
    family: hit.entry.id,
    ...(hit.slot === undefined ? {} : { about: hit.slot }),
    sentence: sentenceAround(text, start, end),
  };
}

/** Families for a feeling that a reading sees and no listed phrase names. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['sadness', 'sadness'],
  ['fear', 'anxiety'],
  ['anger', 'anger'],
]);
const SURE = 0.9;
/** A longer sentence is not quoted whole, in characters. */
const LONGEST_SHOWN = 120;

function shownCue(text: string, reading: Reading): Cue | null {
  const family = FAMILY_BY_ID.get(SHOWN.get(reading.label) ?? '');
  const evidence = [...reading.evidence].sort((a, b) => b.weight - a.weight)[0];
  if (!family || !evidence || evidence.weight <= 0 || reading.confidence < SURE || reading.closing)
    return null;
  // No listed phrase says what the feeling is about: the whole sentence is quoted, so that nothing is left out.
  const [from, to] = sentenceSpan(text, evidence.start, evidence.end);
  const [start, end] = to - from <= LONGEST_SHOWN ? [from, to] : [evidence.start, evidence.end];
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: 'feeling',
    weight: family.weight * reading.intensity,
    family: family.id,
    sentence: sentenceAround(text, start, end),
  };
}

/**
 * What a client's message says that wants an answer, in the order of the text: at most MAX_CUES_OF_MESSAGE,
 * one of each family. Feelings that are negated or someone else's are left out. A reading, when given,
 * weighs the cues and adds a feeling that it is sure of but no phrase names.
 */
export function findCues(text: string, reading?: Reading): Cue[] {
  const words = wordsOf(text);
  const forJoy = JOY.test(text);
  const said = findSaid(words);
  const hits = said.filter((hit) => {
    if (hit.entry.kind === 'loss') return true;
    if (forJoy && hit.entry.id === TEARS) return false;
    if (hit.entry.kind === 'feeling') return !isNegated(words, hit) && !isSomeoneElses(words, hit);
    return true;
  });
  // The longest phrase says most; of equal ones the heaviest.
  hits.sort((a, b) => b.to - b.from - (a.to - a.from) || b.entry.weight - a.entry.weight || a.from - b.from);
  const taken = new Uint8Array(words.length);
  const apart = hits.filter(({ from, to }) => {
    if (taken.subarray(from, to).some((t) => t === 1)) return false;
    taken.fill(1, from, to);
    return true;
  });
  // Of one family the first is where it was said.
  apart.sort((a, b) => a.from - b.from);
  const families = new Set<string>();
  const cues: Cue[] = [];
  for (const hit of apart) {
    if (families.has(hit.entry.id)) continue;
    const cue = toCue(text, words, hit, reading);
    if (!cue) continue;
    families.add(hit.entry.id);
    cues.push(cue);
  }
  // A reading does not know whose feeling it is: what the lists found to be denied or someone else's stays out.
  const read = said.length === 0 ? reading : undefined;
  if (read && cues.length === 0) {
    const shown = shownCue(text, read);
    if (shown) cues.push(shown);
  }
  if (cues.length === 0) {
    const told = findTelling(text, read);
    if (told) cues.push(told);
  }
  return cues
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_CUES_OF_MESSAGE)
    .sort((a, b) => a.start - b.start);
}
