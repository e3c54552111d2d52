import type { Code, CodedSpan } from '../../analysis/codes/code';
import { plainChat } from '../../analysis/codes/plain-chat';
import { findTakenUp } from '../../analysis/cues/lexicon';
import { wordsOf } from '../../analysis/cues/phrases';
import { markedWords } from '../../coaching/marked-words';
import type { Ask } from '../asks';
import type { Appraisal, AppraisalContext } from './appraisal';
import type { EffectId } from './effects';
import { sounds } from './oddities';
import { isOfTheirWords, type TheirWords } from './recode';

/** A turn as far as it is read before its effects are. */
interface ReadTurn extends Omit<Appraisal, 'cause' | 'effects' | 'topics' | 'cues'> {
  /** The turn as it was written. */
  given: string;
  /** The part of it that is read. */
  text: string;
  theirs: TheirWords;
}

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
const REFLECTS: ReadonlySet<Code> = new Set(['simple-reflection', 'complex-reflection']);

const OF_ME = /\b(?:i|ive|im|my|me)\b/gu;
const OF_YOU = /\b(?:you|your|youre|youve)\b/u;

const counts = (codes: readonly CodedSpan[], of: ReadonlySet<Code>): number =>
  codes.filter(({ code }) => of.has(code)).length;
const has = (codes: readonly CodedSpan[], code: Code): boolean => codes.some((span) => span.code === code);

/** The first three words, by which a formula shows. */
const opening = (text: string): string => plainChat(text.slice(0, 200)).split(' ').slice(0, 3).join(' ');

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

/** All that a turn does to the client; it never does nothing. */
export function effectsOf(turn: ReadTurn, context: AppraisalContext): ReadonlySet<EffectId> {
  const { given, text, plain, codes, theirs, asks, questions, isOfNobody, isLeaving, answered, missed } =
    turn;
  const effects = new Set<EffectId>();
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
  return effects;
}
