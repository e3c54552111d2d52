import type { Code, CodedSpan } from '../codes/code';
import { plainChat } from '../codes/plain-chat';
import type { Cue } from './cue';
import { ECHOES, FAMILY_BY_ID, findTakenUp, KIN, PRONOUNS } from './lexicon';
import { wordsOf } from './phrases';
import { contentStems } from './stems';

/** Acts that pass a cue by even when they name it: telling what to do, arguing, or the supporter's own story. */
const PASSES_BY: ReadonlySet<Code> = new Set([
  'advice',
  'persuading',
  'confronting',
  'self-disclosure',
  'information',
]);
/** "Don't be sad", "no need to worry": the feeling is named to be sent away. */
const SENDS_AWAY =
  /\b(dont|do not|no need to|stop|try not to|shouldnt|you should not) (be |feel |get |worry|cry|stress|panic|think|say|being |feeling |worrying|crying)|\bcheer up\b|\bno reason to (be|feel)\b/u;
/** Sympathy that any message could get. */
const SYMPATHY =
  /^(?:\W|aww?|oh|no|dear|hey|hi|hugs?|(?:i am|im) (?:so |very |really |truly |deeply )*sorry|so sorry|sorry|for your loss|(?:to hear|about|for) (?:that|this|all (?:that|this)|it|what happened|what you(?:re| are) going through)|(?:that )?you(?:re| are)|going through (?:that|this)|feel(?:ing)? (?:that|this) way|my condolences|(?:that|it) (?:must be|sounds|is|was) (?:so |really |very )*(?:hard|tough|difficult|rough|awful|terrible|bad)|for you|hear|[,.!])+$/u;

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
  if (PASSES_BY.has(code) || SENDS_AWAY.test(plain) || SYMPATHY.test(plain)) return null;
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
  // Even a plain sentence can give a half-said thing back ("it didn't sound stupid to me").
  if (!said.asksOrReflects && cue.kind !== 'hint') return false;
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
