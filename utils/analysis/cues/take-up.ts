import type { Code, CodedSpan } from '../codes/code';
import { plainChat } from '../codes/plain-chat';
import type { Cue } from './cue';
import { ECHOES, FAMILY_BY_ID, findTakenUp, KIN, PRONOUNS } from './lexicon';
import { wordsOf } from './phrases';
import { contentStems } from './stems';

/** Acts that pass a cue by even when they name it: telling what to do, arguing, facts, an own story. */
const PASSES_BY: ReadonlySet<Code> = new Set(['advice', 'persuading', 'confronting']);
const OF_ME = /\b(?:i|im|ive|i'd|me|my|we|our)\b/u;
const OF_YOU = /\b(?:you|your|youre|youve)\b/u;

function passesBy(code: Code, plain: string): boolean {
  // A story without "I" or a fact about "you" is rather a reflection that was misread.
  if (code === 'self-disclosure') return OF_ME.test(plain);
  if (code === 'information') return !OF_YOU.test(plain);
  return PASSES_BY.has(code);
}
/** "Don't be sad", "no need to worry": the feeling is named to be sent away. */
const SENDS_AWAY =
  /\b(dont|do not|no need to|stop|try not to|shouldnt|you should not) (be |feel |get |worry|cry|stress|panic|think|say|being |feeling |worrying|crying)|\bcheer up\b|\bno reason to (be|feel)\b/u;
/** Sympathy that any message could get; a sentence of which nothing else is left takes up nothing. */
const SYMPATHY =
  /\b(?:aww?|oh|no|dear|hey|hi|hugs?|wow|gosh|i am|im|so|very|really|truly|deeply|terribly|sorry|(?:for|about) your loss|to hear (?:that|this|it)|(?:about|for) (?:that|this|all (?:that|this)|it|what happened|you)|(?:that |what )?you ?a?re (?:going through|feeling|dealing with)(?: (?:that|this|it))?|feel(?:ing)? (?:that|this) way|my condolences|(?:that|it) (?:must be|must have been|sounds|seems|is|was)|thats|hard|tough|difficult|rough|awful|terrible|bad|horrible|for you|to you|hear)\b/gu;

interface Said {
  families: Set<string>;
  kin: Set<string>;
  words: Set<string>;
  stems: Set<string>;
  plain: string;
  asksOrReflects: boolean;
}

function readPart(text: string, code: Code): Said | null {
  const plain = plainChat(text);
  if (passesBy(code, plain) || SENDS_AWAY.test(plain)) return null;
  if (!/[a-z]/u.test(plain.replace(SYMPATHY, ''))) return null;
  const words = wordsOf(text);
  const said: Said = {
    families: new Set(findTakenUp(words).map((hit) => hit.entry.id)),
    kin: new Set(words.flatMap(({ form }) => KIN.get(form) ?? KIN.get(form.replace(/s$/, '')) ?? [])),
    words: new Set(words.map(({ form }) => form)),
    stems: contentStems(text),
    plain,
    asksOrReflects: code !== 'other' && code !== 'affirmation',
  };
  return said;
}

function takesUp(said: Said, cue: Cue, { recent, near }: Nearness): boolean {
  const family = FAMILY_BY_ID.get(cue.family);
  const named = said.families.has(cue.family);
  if (cue.kind === 'loss') {
    const sameOne = cue.about !== undefined && said.kin.has(cue.about);
    const pronoun =
      near && cue.about !== undefined && [...(PRONOUNS.get(cue.about) ?? [])].some((p) => said.words.has(p));
    // The person lost is named, or the loss is and nothing says that another one is meant.
    if (sameOne || (pronoun && said.asksOrReflects)) return true;
    if (named && (cue.about === undefined || said.kin.size === 0)) return true;
  } else if (named) return true;
  if (recent) {
    if (family?.near?.some((id) => said.families.has(id))) return true;
    if (
      said.asksOrReflects &&
      ECHOES.some(({ pattern, kinds }) => kinds.has(cue.kind) && pattern.test(said.plain))
    )
      return true;
  }
  // Even a plain sentence can give the client's words back ("it didn't sound stupid to me").
  for (const stem of contentStems(cue.text)) {
    if (said.stems.has(stem)) return true;
  }
  return false;
}

/** Where a cue stands, seen from a reply. */
export interface Nearness {
  /** In the client's turn just before. */
  recent: boolean;
  /** In one of the client's last two turns: "he" and "she" still mean the one who was lost. */
  near: boolean;
}

/**
 * Reads once what a supporter's message says back, and returns whether it takes up a cue: by naming the
 * feeling or one of its family, the person or thing lost, or by asking about the client's own words.
 */
export function readTakeUp(
  text: string,
  codes: readonly CodedSpan[],
): (cue: Cue, nearness: Nearness) => boolean {
  const parts = codes.flatMap(({ start, end, code }) => readPart(text.slice(start, end), code) ?? []);
  return (cue, nearness) => parts.some((part) => takesUp(part, cue, nearness));
}
