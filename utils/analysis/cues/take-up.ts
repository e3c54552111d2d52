import type { Code, CodedSpan } from '../codes/code';
import { plainChat } from '../codes/plain-chat';
import type { Cue } from './cue';
import { ECHOES, FAMILY_BY_ID, findTakenUp, KIN, PRONOUNS } from './lexicon';
import { wordsOf } from './phrases';
import { contentStems } from './stems';

/** Acts that pass a cue by even when they name it: telling what to do, arguing, facts, an own story. */
const PASSES_BY: ReadonlySet<Code> = new Set(['advice', 'persuading', 'confronting']);
const REFLECTS: ReadonlySet<Code> = new Set(['simple-reflection', 'complex-reflection', 'normalising']);
const ASKS: ReadonlySet<Code> = new Set(['open-question', 'closed-question', 'safety-check']);
const OF_ME = /\b(?:i|im|ive|i'd|me|my|we|our)\b/u;
const OF_YOU = /\b(?:you|your|youre|youve|yourself)\b/u;
/** What a plain statement has; "night after night of sums" has none and gives a picture back. */
const STATES =
  /\b(?:is|are|was|were|isnt|arent|can|could|will|would|has|have|had|do|does|did|should|may|might|theres|its|thats|get|gets)\b/u;

function passesBy(code: Code, plain: string): boolean {
  // A story without "I" or a fact about "you" is rather a reflection that was misread.
  if (code === 'self-disclosure') return OF_ME.test(plain);
  if (code === 'information') return !OF_YOU.test(plain) && STATES.test(plain);
  return PASSES_BY.has(code);
}
/** "Don't be sad", "no need to worry": the feeling is named to be sent away. */
const SENDS_AWAY =
  /\b(dont|do not|no need to|stop|try not to|shouldnt|you should not) (be |feel |get |worry|cry|stress|panic|think|say|being |feeling |worrying|crying)|\bcheer up\b|\bno reason to (be|feel)\b/u;
/** Sympathy that any message could get; a sentence of which nothing else is left takes up nothing. */
const SYMPATHY =
  /\b(?:aww?|oh|no|dear|hey|hi|hugs?|wow|gosh|i am|im|so|very|really|truly|deeply|terribly|sorry|(?:for|about) your loss|to hear (?:that|this|it)|(?:about|for) (?:that|this|all (?:that|this)|it|what happened|you)|(?:that |what )?you ?a?re (?:going through|feeling|dealing with)(?: (?:that|this|it))?|feel(?:ing)? (?:that|this) way|my condolences|(?:that|it) (?:must be|must have been|sounds|seems|is|was)|thats|hard|tough|difficult|rough|awful|terrible|bad|horrible|for you|to you|hear)\b/gu;
/** A greeting, whose "hear" and "see" are about nothing that was told. */
const GREETS = /\b(?:good|nice|lovely|great|glad) to (?:hear from|meet|see|talk to) you\b/giu;

interface Said {
  /** Families that it names, and those that it names only with words that are said about anything else too. */
  families: Set<string>;
  loosely: Set<string>;
  kin: Set<string>;
  words: Set<string>;
  stems: Set<string>;
  plain: string;
  /** It says something back to the client. */
  saysBack: boolean;
  /** It gives the client's meaning back, in words that may be all its own. */
  reflectsYou: boolean;
  asksOrReflects: boolean;
}

function readPart(text: string, code: Code): Said | null {
  const plain = plainChat(text);
  if (passesBy(code, plain) || SENDS_AWAY.test(plain)) return null;
  if (!/[a-z]/u.test(plain.replace(SYMPATHY, ''))) return null;
  const words = wordsOf(text.replace(GREETS, ' '));
  const hits = findTakenUp(words);
  const addressed = OF_YOU.test(plain);
  return {
    families: new Set(hits.flatMap(({ entry }) => (entry.loose ? [] : entry.id))),
    loosely: new Set(hits.flatMap(({ entry }) => (entry.loose ? entry.id : []))),
    kin: new Set(words.flatMap(({ form }) => KIN.get(form) ?? KIN.get(form.replace(/s$/, '')) ?? [])),
    words: new Set(words.map(({ form }) => form)),
    stems: contentStems(text),
    plain,
    saysBack: !ASKS.has(code) && (!STATES.test(plain) || (REFLECTS.has(code) && addressed)),
    reflectsYou: code === 'complex-reflection' && addressed,
    asksOrReflects: code !== 'other' && code !== 'affirmation',
  };
}

const sharesStem = (said: Said, text: string) => [...contentStems(text)].some((stem) => said.stems.has(stem));

function takesUp(said: Said, cue: Cue, { recent, near }: Nearness): boolean {
  const family = FAMILY_BY_ID.get(cue.family);
  const onlyNamed = family?.['only-named'] === true;
  const meant = (id: string) => said.families.has(id) || (said.saysBack && said.loosely.has(id));
  if (cue.kind === 'loss') {
    const sameOne = cue.about !== undefined && said.kin.has(cue.about);
    const pronoun =
      near && cue.about !== undefined && [...(PRONOUNS.get(cue.about) ?? [])].some((p) => said.words.has(p));
    // The person lost is named, or the loss is and nothing says that another one is meant.
    if (sameOne || (pronoun && said.asksOrReflects)) return true;
    if (meant(cue.family) && (cue.about === undefined || said.kin.size === 0)) return true;
  } else if (meant(cue.family)) return true;
  if (recent) {
    if (family?.near?.some(meant)) return true;
    if (
      said.asksOrReflects &&
      ECHOES.some(({ pattern, kinds }) => kinds.has(cue.kind) && pattern.test(said.plain))
    )
      return true;
    // Who says back what stood beside a feeling has not said back the feeling.
    if (said.saysBack && !onlyNamed && cue.kind !== 'feeling' && sharesStem(said, cue.sentence ?? ''))
      return true;
  }
  // Even a plain sentence can give the client's words back ("it didn't sound stupid to me").
  return sharesStem(said, cue.text);
}

/** What stands beside a cue in its sentence. */
const besideOf = ({ text, sentence = '' }: Cue): string => sentence.replace(text, ' ');

/** Where a cue stands, seen from a reply. */
export interface Nearness {
  /** In the client's turn just before. */
  recent: boolean;
  /** In one of the client's last two turns: "he" and "she" still mean the one who was lost. */
  near: boolean;
}

/** What a supporter's message says back. */
export interface TakeUp {
  /** Whether it takes up a cue by its content. */
  names(cue: Cue, nearness: Nearness): boolean;
  /**
   * Whether it gives the meaning of a cue back in words that are all its own. Words of the cue's sentence that are
   * not the cue's show that it is about something else.
   */
  reflects(cue: Cue): boolean;
}

/**
 * Reads once what a supporter's message says back, and whether it takes up a cue: by naming the feeling or one
 * of its family, the person or thing lost, or by asking about the client's own words.
 */
export function readTakeUp(text: string, codes: readonly CodedSpan[]): TakeUp {
  const parts = codes.flatMap(({ start, end, code }) => readPart(text.slice(start, end), code) ?? []);
  return {
    names: (cue, nearness) => parts.some((part) => takesUp(part, cue, nearness)),
    reflects: (cue) => parts.some((part) => part.reflectsYou && !sharesStem(part, besideOf(cue))),
  };
}
