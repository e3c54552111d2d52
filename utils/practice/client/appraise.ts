import type { Code, CodedSpan } from '../../analysis/codes/code';
import { codeMessage } from '../../analysis/codes/code-message';
import type { CodeModel } from '../../analysis/codes/code-model';
import { plainChat } from '../../analysis/codes/plain-chat';
import type { OpenCue } from '../../analysis/cues/cue';
import { addSupporterReply, type CueState } from '../../analysis/cues/track-cues';
import { findTakenUp } from '../../analysis/cues/lexicon';
import { wordsOf } from '../../analysis/cues/phrases';
import { markedWords } from '../../coaching/marked-words';
import { coversLanguage } from '../../analysis/language';
import { type Ask, asksOf, findAsks } from '../asks';
import type { Scenario } from '../scenario';
import { EFFECTS, type EffectId } from './effects';
import { asksOfNobody } from './nobody';
import { sounds } from './oddities';
import { isOfTheirWords, recode, theirWords, type TheirWords } from './recode';

/** What kind of turn it was for the client: it decides how they close up, and which lines fit. */
export const CAUSES = [
  'heard',
  'asked',
  'advised',
  'quizzed',
  'dismissed',
  'judged',
  'absent',
  'flooded',
  'strange',
  'abused',
  'story',
  'repeated',
  'plain',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A supporter's turn as the client takes it. */
export interface Appraisal {
  plain: string;
  codes: readonly CodedSpan[];
  cause: Cause;
  effects: readonly EffectId[];
  asks: readonly Ask[];
  /** Ids of the items that it asks about. */
  topics: readonly string[];
  /** Its questions in plain chat text. */
  asked: string;
  /** How many things it asks. */
  questions: number;
  /** It asks about a "he" or a "she" whom nobody has named. */
  isOfNobody: boolean;
  /** It takes leave, or says that it is soon time to. */
  isLeaving: boolean;
  /** The last question wants a yes or a no. */
  isYesNo: boolean;
  /** Cues of the client's last turn that it took up, and those that it passed by. */
  answered: readonly OpenCue[];
  missed: readonly OpenCue[];
  cues: CueState;
}

/** What an appraisal may know besides the turn. */
export interface AppraisalContext {
  scenario: Scenario;
  /** The client's last turn in one text. */
  client: string;
  /** The client's turn before that. */
  clientBefore: string;
  /** All that was said of anybody so far: by the client, and in what the supporter knew before. */
  known: string;
  cues: CueState;
  /** Earlier turns of the supporter, oldest first, with their codes. */
  earlier: readonly { text: string; codes: readonly CodedSpan[] }[];
  trust: number;
  /** The client told something important in the last turn. */
  dared: boolean;
  /** The last turn held a hint of danger that asks for a plain question. */
  hinted: boolean;
  codeModel: CodeModel | null;
}

/** Longest part of a turn that is read, in UTF-16 units. */
const MAX_READ = 4_000;
const FLOOD_WORDS = 140;
const HEAVY = 0.5;
/** Trust from which praise is believed. */
const KNOWN = 0.42;
/** Reflections after which advice counts as late rather than early. */
const EXPLORED = 4;
const ADVISES: ReadonlySet<Code> = new Set(['advice', 'persuading']);
/** Asked for, these are facts, in whatever form. */
const FACTS: ReadonlySet<Ask> = new Set([
  'name',
  'age',
  'where',
  'when',
  'how-long',
  'who',
  'family',
  'work',
  'doctor',
  'substances',
  'rate',
]);
const QUESTION: ReadonlySet<Code> = new Set(['open-question', 'closed-question', 'safety-check']);
const REFLECTS: ReadonlySet<Code> = new Set(['simple-reflection', 'complex-reflection']);

const counts = (codes: readonly CodedSpan[], of: ReadonlySet<Code>): number =>
  codes.filter(({ code }) => of.has(code)).length;
const has = (codes: readonly CodedSpan[], code: Code): boolean => codes.some((span) => span.code === code);

/** The first three words, by which a formula shows. */
const opening = (text: string): string => plainChat(text.slice(0, 200)).split(' ').slice(0, 3).join(' ');

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** How many question marks, or else questions by their words. */
function questionsIn(text: string, codes: readonly CodedSpan[]): number {
  return Math.max(text.match(/\?+/gu)?.length ?? 0, counts(codes, QUESTION));
}

type Odd = 'abused' | 'absent' | 'flooded' | 'strange';
const EFFECT_OF_ODD: Readonly<Record<Odd, EffectId>> = {
  abused: 'abuse',
  absent: 'absent',
  flooded: 'flood',
  strange: 'strange',
};

/** The questions of a turn in plain chat text. */
function questionsOf(text: string, codes: readonly CodedSpan[]): string {
  return codes
    .filter(({ code, start, end }) => QUESTION.has(code) || text.slice(start, end).includes('?'))
    .map(({ start, end }) => plainChat(text.slice(start, end)))
    .join(' ');
}

const YES_NO =
  /(?:^|[.!?,] ?)(?:and |so |but |or |ok,? )*(?!(?:can|could|would|will) you (?:\w+ ){0,3}(?:tell|say|share|describe|help me|talk|walk))(?:do|did|does|are|is|was|were|have|has|had|can|could|would|will|am|any|ever|isnt|arent|dont|didnt|doesnt|havent|wasnt)\b[^.!?]*\??[^a-z]*$/u;

function strangeness(text: string, plain: string): Odd | null {
  if (sounds('abuse', plain)) return 'abused';
  if (sounds('injection', plain)) return 'strange';
  if (plain.trim() === '' && text.trim() !== '' && /[^\s.…]/u.test(text)) return 'strange';
  if (!/[a-z]/iu.test(text) || sounds('nod', plain)) return 'absent';
  if (wordCount(text) > FLOOD_WORDS) return 'flooded';
  if (coversLanguage(text.slice(0, MAX_READ)) === 'other') return 'strange';
  return null;
}

/** Only closed questions, turn after turn, feel like a form to fill in. */
function isRun(codes: readonly CodedSpan[], earlier: AppraisalContext['earlier']): boolean {
  const dry = (given: readonly CodedSpan[]): boolean =>
    has(given, 'closed-question') && counts(given, REFLECTS) === 0 && !has(given, 'open-question');
  return dry(codes) && earlier.length > 0 && earlier.slice(-2).every((turn) => dry(turn.codes));
}

const namesFeeling = (clause: string): boolean =>
  findTakenUp(wordsOf(clause)).some(({ entry }) => entry.kind === 'feeling');

function reflectionEffects(text: string, codes: readonly CodedSpan[], theirs: TheirWords): EffectId[] {
  const effects = new Set<EffectId>();
  for (const { code, start, end } of codes) {
    if (!REFLECTS.has(code)) continue;
    const isTheirs = isOfTheirWords(text.slice(start, end), theirs);
    if (code === 'complex-reflection' && isTheirs) effects.add('reflect-deep');
    else if (isTheirs) effects.add('reflect-simple');
    else effects.add(namesFeeling(text.slice(start, end)) ? 'reflect-guess' : 'reflect-empty');
  }
  if (effects.has('reflect-deep')) effects.delete('reflect-simple');
  return [...effects];
}

function adviceEffect(codes: readonly CodedSpan[], { earlier }: AppraisalContext): EffectId | null {
  if (counts(codes, ADVISES) === 0) return null;
  const reflected = earlier.reduce((sum, turn) => sum + counts(turn.codes, REFLECTS), 0);
  if (reflected >= EXPLORED) return 'advice-late';
  return earlier.slice(-4).some((turn) => counts(turn.codes, ADVISES) > 0) ? 'advice-again' : 'advice';
}

/** Which of several things a turn was, for the client: the worst first. */
function causeOf(effects: ReadonlySet<EffectId>, questions: number): Cause {
  const any = (...ids: EffectId[]): boolean => ids.some((id) => effects.has(id));
  if (any('judge', 'confront')) return 'judged';
  if (any('minimise', 'reassure')) return 'dismissed';
  if (any('repeat')) return 'repeated';
  if (any('advice', 'advice-again', 'persuade')) return 'advised';
  if (any('ask-run', 'pile-up')) return 'quizzed';
  if (any('own-story')) return 'story';
  if (
    any(
      'reflect-deep',
      'reflect-simple',
      'cue-taken',
      'normalise',
      'received',
      'repair',
      'reflect-guess',
      'safety-asked',
    )
  )
    return 'heard';
  if (questions > 0) return 'asked';
  return any('advice-late', 'information') ? 'advised' : 'plain';
}

const OF_ME = /\b(?:i|ive|im|my|me)\b/gu;
const OF_YOU = /\b(?:you|your|youre|youve)\b/u;

/** Reads a supporter's turn as the client would. Pure; it never throws for any text. */
export function appraise(given: string, context: AppraisalContext): Appraisal {
  const text = given.slice(0, MAX_READ);
  const plain = plainChat(text);
  const theirs = theirWords(context.client, context.clientBefore);
  const codes = recode(text, codeMessage(text, { client: context.client }, context.codeModel), theirs);
  const cues = addSupporterReply(context.cues, 'reply', text, codes);
  const last = new Set(context.cues.lastTurn);
  const answered = cues.answered.filter((cue) => cue.by === 'reply' && last.has(cue.id));
  // "I am sorry for your loss" takes up little, but it does not pass the loss by.
  const condoles = sounds('condolence', plain);
  const missed = cues.open.filter(
    (cue) => last.has(cue.id) && cue.weight >= HEAVY && !(condoles && cue.kind === 'loss'),
  );
  const questions = questionsIn(text, codes);
  const isYesNo = questions > 0 && YES_NO.test(plain);
  const asked = questionsOf(text, codes);
  const isOfNobody = asked !== '' && asksOfNobody(asked, text, context.known);
  const isLeaving = findAsks(plain).includes('goodbye') && (questions === 0 || sounds('fine-by-you', asked));
  const base = { plain, isLeaving, codes, answered, missed, cues, asked, questions, isOfNobody, isYesNo };
  const topics = context.scenario.items
    .filter(({ topic }) => new RegExp(`\\b(?:${topic})\\b`, 'u').test(asked))
    .map(({ id }) => id);

  const odd = strangeness(given, plain);
  if (odd !== null) {
    // Whether they are a machine may be asked in any words.
    const asks = odd === 'abused' ? [] : asksOf(plain, asked);
    return { ...base, cause: odd, effects: [EFFECT_OF_ODD[odd]], asks, topics };
  }

  const effects = new Set<EffectId>();
  const asks = asksOf(plain, asked);
  const hurtful = markedWords(text, context.client);
  const minimises = hurtful.has('minimising');
  if (hurtful.has('judging') || sounds('blame', plain)) effects.add('judge');
  if (minimises) effects.add('minimise');
  if (hurtful.has('false-reassurance')) effects.add('reassure');
  if (has(codes, 'confronting') && !minimises && !effects.has('judge')) effects.add('confront');
  if (context.earlier.some((turn) => turn.text.trim() === given.trim())) effects.add('repeat');
  for (const id of effects.has('repeat') ? [] : reflectionEffects(text, codes, theirs)) effects.add(id);
  const reflects = effects.has('reflect-deep') || effects.has('reflect-simple');
  if (
    reflects &&
    context.earlier.slice(-3).filter((turn) => opening(turn.text) === opening(text)).length >= 2
  )
    effects.add('formula');
  if (sounds('repair', plain)) effects.add('repair');
  const asksSafety =
    asks.some((ask) => ask === 'suicide' || ask === 'self-harm' || ask === 'safe') ||
    (questions > 0 && sounds('hurt-now', plain));
  if (asksSafety) effects.add(context.hinted ? 'safety-asked' : 'safety-asked-cold');
  if (has(codes, 'closed-question') && !asksSafety) effects.add('ask-closed');
  if (!asksSafety && isRun(codes, context.earlier)) effects.add('ask-run');
  if (questions >= 3) effects.add('pile-up');
  const leavesRoom =
    has(codes, 'open-question') &&
    !isOfNobody &&
    !asks.some((ask) => FACTS.has(ask)) &&
    !effects.has('pile-up') &&
    !effects.has('ask-run');
  if (leavesRoom) effects.add('ask-open');
  if (sounds('praise', plain)) effects.add(context.trust >= KNOWN ? 'affirm' : 'affirm-early');
  if (has(codes, 'normalising') && !minimises) effects.add('normalise');
  if (has(codes, 'emphasising-autonomy')) effects.add('autonomy');
  if (has(codes, 'information')) effects.add('information');
  if (has(codes, 'advice-with-permission')) effects.add('advice-permission');
  const advises = adviceEffect(codes, context);
  if (advises && !effects.has('repair')) effects.add(advises);
  if (has(codes, 'persuading') && !reflects) effects.add('persuade');
  if (has(codes, 'self-disclosure')) {
    const long = (plain.match(OF_ME)?.length ?? 0) >= 3 && !OF_YOU.test(plain);
    effects.add(long ? 'own-story' : 'own-word');
  }
  if (answered.length > 0) effects.add('cue-taken');
  else if (
    missed.length > 0 &&
    !reflects &&
    !leavesRoom &&
    !isLeaving &&
    !effects.has('repair') &&
    !effects.has('autonomy')
  )
    effects.add('cue-missed');
  const receives =
    reflects || answered.length > 0 || effects.has('normalise') || asksSafety || effects.has('affirm');
  if (context.dared) effects.add(receives ? 'received' : 'dropped');
  if (effects.size === 0) effects.add('warm');
  const cause = causeOf(effects, questions);
  // What is made small or judged has not been taken up, whatever words are in it.
  if (cause === 'dismissed' || cause === 'judged') {
    const left = [...effects].filter((effect) => EFFECTS[effect].trust <= 0);
    return { ...base, answered: [], cause, effects: left, asks, topics };
  }
  return { ...base, cause, effects: [...effects], asks, topics };
}
