import type { Span } from '../analysis/reading';
import { coversLanguage } from '../analysis/language';
import { type CompiledRule } from './compile-rules';
import { detectEarlyAdvice, detectYouShould } from './detect/advice';
import { asksSafety, detectBlame, detectNoSafetyQuestion, dueCues } from './detect/care';
import { detectAssumed, detectPassedOver } from './detect/feelings';
import { detectClosedRun, detectLeading, detectPileUp } from './detect/questions';
import { detectJump, detectParroting, detectSelfStory, detectTooLong } from './detect/shape';
import { detectWords } from './detect/words';
import { FLAG_IDS, type FlagId } from './draft-rule';
import type { Detector, Found } from './found';
import { findGood, type GoodWord } from './good';
import { type DraftInput, type Moment, readMoment } from './moment';
import { type ClientQuote, quoteClient } from './quote';
import { rests } from './rests';
import { situationsOf } from './situations';

/** One remark about a draft. */
export interface DraftFlag {
  id: FlagId;
  /** The flag in words for people. */
  name: string;
  /** The words it is about, in UTF-16 offsets of the draft; at least one, in order, none overlapping. */
  spans: Span[];
  /** Why it may matter, in one sentence. */
  because: string;
  /** The client's words that `because` quotes. */
  quote?: ClientQuote;
  /** What to do instead. */
  direction: string;
  /** Another way to say it may be asked for. */
  canReword: boolean;
}

/** Why nothing was looked at: no words, another language, or a transcript that was pasted in. */
export type Unread = 'empty' | 'language' | 'transcript';

export interface DraftCheck {
  /** At most two, the weightiest first. */
  flags: DraftFlag[];
  /** A brief word on what is good; only where nothing is flagged. */
  good?: GoodWord;
  unread?: Unread;
}

/** Most flags shown at once: more would be a list of faults, not help. */
export const MAX_FLAGS = 2;

const DETECTORS: Readonly<Record<FlagId, Detector>> = {
  'advice-too-early': detectEarlyAdvice,
  'assumed-feeling': detectAssumed,
  blame: detectBlame,
  'closed-question-run': detectClosedRun,
  'cue-passed-over': detectPassedOver,
  'false-reassurance': detectWords,
  judging: detectWords,
  'leading-question': detectLeading,
  minimising: detectWords,
  'no-safety-question': detectNoSafetyQuestion,
  parroting: detectParroting,
  'question-pile-up': detectPileUp,
  'secrecy-promise': detectWords,
  'self-story': detectSelfStory,
  'too-long': detectTooLong,
  'topic-jump': detectJump,
  'you-should': detectYouShould,
};

const WORD = /[\p{L}\p{N}]/u;
/** Lines that begin with a time or a name and a colon, as a copied chat does. */
const COPIED_LINE = /^[ \t]*(?:\[?\d{1,2}[:.]\d{2}\b|[\p{L}\p{N}_ .-]{1,30}:[ \t]|>)/gmu;
const COPIED_LINES = 4;

function whyUnread(draft: string): Unread | null {
  if (!WORD.test(draft)) return 'empty';
  if (coversLanguage(draft) === 'other') return 'language';
  return (draft.match(COPIED_LINE)?.length ?? 0) >= COPIED_LINES ? 'transcript' : null;
}

interface Raised {
  compiled: CompiledRule;
  found: Found;
}

/** What the rules that are on find in this moment, the weightiest first; also what rests. */
function raise(moment: Moment, off?: ReadonlySet<FlagId>): Raised[] {
  const situations = situationsOf(moment);
  const raised: Raised[] = [];
  for (const compiled of moment.input.rules.rules.values()) {
    const { id, on, 'silent-when': silentWhen } = compiled.rule;
    if (!on || off?.has(id) || silentWhen.some((one) => situations.has(one))) continue;
    const found = DETECTORS[id](moment, compiled);
    if (found && found.spans.length > 0) raised.push({ compiled, found });
  }
  return raised.sort((a, b) => a.compiled.rule.priority - b.compiled.rule.priority);
}

const overlaps = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));

/** A remark on the draft as a whole may stand beside one on some of its words. */
const isWhole = ({ draft }: Moment, [span]: readonly Span[]): boolean =>
  span !== undefined && span.text.length === draft.trim().length;

/**
 * Whether a remark adds nothing beside another. One that rests covers only what it hides on the same words, and never
 * a rule that does not rest itself: to have been told of one fault is no leave for another.
 */
function covers(
  moment: Moment,
  by: Raised & { rests: boolean },
  { compiled: { rule }, found }: Raised,
): boolean {
  const isHidden = by.compiled.rule.hides.includes(rule.id);
  const isSameWords = overlaps(by.found.spans, found.spans);
  if (by.rests) return isHidden && isSameWords && (rule['rests-for'] > 0 || rule.alone);
  return isHidden || (isSameWords && !isWhole(moment, found.spans));
}

/** The weightiest ones that do not rest; what another one covers is left out. */
function choose(moment: Moment, raised: readonly Raised[]): Raised[] {
  const shown: Raised[] = [];
  const over: (Raised & { rests: boolean })[] = [];
  for (const one of raised) {
    const { rule } = one.compiled;
    if (shown.length === MAX_FLAGS || (rule.alone && shown.length > 0)) continue;
    if (over.some((by) => covers(moment, by, one))) continue;
    const isResting = rests(moment, one.compiled, DETECTORS[rule.id]);
    over.push({ ...one, rests: isResting });
    if (!isResting) shown.push(one);
  }
  return shown;
}

function toFlag(moment: Moment, { compiled: { rule }, found }: Raised): DraftFlag {
  const quote = found.quote === undefined ? quoteClient(moment) : found.quote;
  const words = quote ? rule.why.quoting.replace('{quote}', () => quote.text) : rule.why.plain;
  return {
    id: rule.id,
    name: rule.name,
    spans: found.spans,
    because: words.replace('{n}', String(found.n ?? '')),
    ...(quote && { quote }),
    direction: rule.direction,
    canReword: rule.ways.length > 0,
  };
}

/**
 * Checks a supporter's draft against what supervisors flag: at most two flags, each with the words in the draft,
 * one sentence why that quotes the client where it can, and a direction; or, where nothing is wrong, at most one
 * brief word on what is good. Pure, and linear in the length of the draft, of which the first MAX_READ units are
 * read. It never throws for any text.
 */
export function checkDraft(input: DraftInput): DraftCheck {
  const unread = whyUnread(input.draft.slice(0, 20_000));
  if (unread) return { flags: [], unread };
  const moment = readMoment(input);
  const flags = choose(moment, raise(moment, input.off)).map((one) => toFlag(moment, one));
  const good = flags.length === 0 ? findGood(moment) : null;
  return { flags, ...(good && { good }) };
}

/** What one rule alone says of a draft; null where it says nothing. */
export function remarkOf(input: DraftInput, flag: FlagId): DraftFlag | null {
  const off = new Set(FLAG_IDS.filter((id) => id !== flag));
  return checkDraft({ ...input, off }).flags[0] ?? null;
}

/** Whether any rule that is on marks the text, also one that rests, or that cannot read it. */
export function isMarked(input: DraftInput): boolean {
  return whyUnread(input.draft) !== null || raise(readMoment(input)).length > 0;
}

/**
 * Whether a question about safety is due that the text does not ask. A nod too short to be remarked on as a draft is
 * still no other way to say one.
 */
export function leavesSafetyUnasked(input: DraftInput): boolean {
  const rule = input.rules.rules.get('no-safety-question');
  if (rule === undefined) return false;
  const moment = readMoment(input);
  return dueCues(moment, rule).length > 0 && !asksSafety(moment, rule);
}
