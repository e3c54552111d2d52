import type { CodeModel } from '../analysis/codes/code-model';
import type { CodedSpan } from '../analysis/codes/code';
import { addClientCues, addSupporterReply, type CueState, NO_CUES } from '../analysis/cues/track-cues';
import { findSafetyCues } from '../analysis/safety/find-safety-cues';
import { appraise } from './client/appraise';
import type { Cause } from './client/cause';
import { SAFETY_ASKS } from './asks';
import { clamp, type ClientState, distressOf } from './client/client-state';
import { cuesOfMessage } from './client/said-cues';
import { applyEffects, type EffectId } from './client/effects';
import { phaseOf } from './client/phase';
import { Chance, type Seed } from './client/random';
import { chooseResistance } from './client/resist';
import { findOwnDanger } from './danger';
import realHelp from './data/real-help.json';
import type { Scenario } from './scenario';
import type { PracticeSession, PracticeTurn } from './session';
import { LinePicker } from './voice/line-picker';
import { replyTo } from './voice/reply';
import { inTheirHand } from './voice/style';
import type { Reply } from './voice/turn-reply';

/** What telling something important stirs up, until it is received. */
const STIRS = { arousal: 0.06, valence: -0.02 };
const WELCOMES: ReadonlySet<Cause> = new Set(['heard', 'asked', 'plain']);
const NO_CODES: readonly CodedSpan[] = [];

/** What a session is played with; without the model the rules of codes decide alone. */
export interface PlayTools {
  codeModel: CodeModel | null;
}

const textOf = ({ messages }: PracticeTurn): string => messages.join('\n');
const turnsOf = (session: PracticeSession, side: PracticeTurn['side']): PracticeTurn[] =>
  session.turns.filter((turn) => turn.side === side);

/** Whom the supporter may know of before the chat: the form, without the one who writes it. */
const knownBefore = ({ about }: Scenario): string => about.replace(/\b(?:man|woman|boy|girl)\b/giu, '');

/** The cues of the conversation so far. */
function cuesOf(turns: readonly PracticeTurn[]): CueState {
  let cues = NO_CUES;
  for (const turn of turns) {
    const id = String(turn.turn);
    if (turn.side === 'supporter') cues = addSupporterReply(cues, id, textOf(turn), turn.codes ?? NO_CODES);
    else if (!turn.outOfRole)
      turn.messages.forEach((message, i) => {
        cues = addClientCues(cues, `${id}.${String(i)}`, cuesOfMessage(message));
      });
  }
  return cues;
}

function pickerFor(scenario: Scenario, session: PracticeSession, chance: Chance): LinePicker {
  const said = turnsOf(session, 'client').flatMap(({ messages }) => messages);
  return new LinePicker(scenario, chance, session.used, said);
}

/** Begins a session: the client writes first. The same scenario and seed always begin the same way. */
export function startSession(scenario: Scenario, seed: Seed): PracticeSession {
  const chance = new Chance(seed);
  chance.next();
  const { trust, valence, arousal } = scenario.start;
  const state: ClientState = {
    trust,
    valence,
    arousal,
    openness: trust,
    strain: 0,
    phase: 'opening',
    resistance: null,
    disclosed: [],
    felt: { heard: 0.2, rushed: 0.1, judged: 0.1, safe: 0.3 },
    reasons: [],
  };
  const session: PracticeSession = {
    scenario: scenario.id,
    seed: seed >>> 0,
    random: 0,
    turns: [],
    state,
    used: [],
    topic: null,
    pushed: {},
    asked: {},
    insults: 0,
    ending: null,
  };
  const picker = pickerFor(scenario, session, chance);
  const messages = inTheirHand(
    picker.any(scenario.opening) ?? [],
    state,
    scenario.person.manner,
    chance,
    (message) => picker.wasSaid(message),
  );
  return {
    ...session,
    random: chance.position,
    used: picker.usedLines,
    turns: [{ turn: 1, side: 'client', messages, state }],
  };
}

/** Ids of important items that a turn asks about again although the client has turned it away before. */
function pushedAgain(
  scenario: Scenario,
  session: PracticeSession,
  topics: readonly string[],
  trust: number,
): { closed: string[]; again: boolean } {
  const closed = scenario.items.filter(
    ({ id, weight, trust: needed }) =>
      topics.includes(id) && weight !== 'surface' && !session.state.disclosed.includes(id) && trust < needed,
  );
  return {
    closed: closed.map(({ id }) => id),
    again: closed.some(({ id }) => (session.pushed[id] ?? 0) > 0),
  };
}

function withReply(state: ClientState, reply: Reply): ClientState {
  const dares = reply.told !== undefined && reply.told.weight !== 'surface';
  return {
    ...state,
    resistance: reply.resistance,
    disclosed: reply.told ? [...state.disclosed, reply.told.id] : state.disclosed,
    valence: clamp(state.valence + (dares ? STIRS.valence : 0), -1, 1),
    arousal: clamp(state.arousal + (dares ? STIRS.arousal : 0), -1, 1),
  };
}

/** How many turns in a row, to the last, the client has closed up. */
function closedInARow(turns: readonly PracticeTurn[]): number {
  let n = 0;
  for (const turn of [...turns].reverse()) {
    if (turn.side === 'supporter') continue;
    if (turn.state.resistance === null) break;
    n += 1;
  }
  return n;
}

/**
 * Plays one supporter turn: adds it and the client's reply. An ended session is given back as it is. Pure: the
 * same session and text give the same reply. It never throws for any text.
 */
export function respond(
  scenario: Scenario,
  session: PracticeSession,
  text: string,
  { codeModel }: PlayTools,
): PracticeSession {
  if (session.ending !== null) return session;
  const turn = (session.turns.at(-1)?.turn ?? 0) + 1;
  const supporter: PracticeTurn = { turn, side: 'supporter', messages: [text], state: session.state };
  if (findOwnDanger(text)) {
    const client: PracticeTurn = {
      turn: turn + 1,
      side: 'client',
      messages: realHelp.messages,
      state: session.state,
      outOfRole: true,
    };
    return { ...session, turns: [...session.turns, supporter, client], ending: 'danger' };
  }

  const clientTurns = turnsOf(session, 'client');
  const last = clientTurns.at(-1);
  const client = last && !last.outOfRole ? textOf(last) : '';
  const daring = scenario.items.find(({ id }) => id === last?.told);
  const dared = daring !== undefined && daring.weight !== 'surface';
  const appraisal = appraise(text, {
    scenario,
    client,
    clientBefore: clientTurns.slice(-3, -1).map(textOf).join('\n'),
    known: [knownBefore(scenario), ...session.turns.map(textOf)].join('\n'),
    cues: cuesOf(session.turns),
    earlier: turnsOf(session, 'supporter').map((one) => ({
      text: textOf(one),
      codes: one.codes ?? NO_CODES,
    })),
    trust: session.state.trust,
    dared,
    hinted: findSafetyCues(client).length > 0,
    codeModel,
  });
  const isAboutMe = appraisal.questions > 0;
  const { closed, again } = pushedAgain(
    scenario,
    session,
    // A plain question about safety is never too much.
    isAboutMe && !appraisal.asks.some((ask) => SAFETY_ASKS.has(ask)) ? appraisal.topics : [],
    session.state.trust,
  );
  const isHonestQuestion = appraisal.asks.includes('ai');
  const effects: EffectId[] = isHonestQuestion
    ? []
    : [...appraisal.effects, ...(again ? (['push'] as const) : [])];
  const moved = applyEffects(session.state, effects, scenario);

  const chance = new Chance(session.random);
  const picker = pickerFor(scenario, session, chance);
  const insults = session.insults + (appraisal.cause === 'abused' ? 1 : 0);
  // Whoever has just come to be heard does not close up at a first kind word.
  const isWelcomed = clientTurns.length === 1 && WELCOMES.has(appraisal.cause);
  const resistance = isWelcomed
    ? null
    : chooseResistance(appraisal.cause, moved, scenario, session.state.resistance, chance);
  const reply = replyTo({
    scenario,
    session: { ...session, insults },
    state: moved,
    appraisal,
    resistance,
    dared,
    picker,
    chance,
  });
  const messages = reply.outOfRole
    ? reply.messages
    : inTheirHand(reply.messages, moved, scenario.person.manner, chance, (message) =>
        picker.wasSaid(message),
      );

  const state = withReply(moved, reply);
  const codedSupporter: PracticeTurn = {
    ...supporter,
    codes: [...appraisal.codes],
    cause: appraisal.cause,
    answered: appraisal.answered.map((cue) => cue.text),
    missed: appraisal.missed.map((cue) => cue.text),
  };
  const answerTurn: PracticeTurn = {
    turn: turn + 1,
    side: 'client',
    messages,
    state,
    ...(reply.told && { told: reply.told.id }),
    ...(reply.outOfRole && { outOfRole: true }),
  };
  const turns = [...session.turns, codedSupporter, answerTurn];
  const phase = phaseOf(state, scenario, {
    turns: clientTurns.length + 1,
    closed: closedInARow(turns),
    closing: reply.closing === true,
  });
  const final = { ...state, phase };
  turns[turns.length - 1] = { ...answerTurn, state: final };
  return {
    ...session,
    random: chance.position,
    turns,
    state: final,
    used: picker.usedLines,
    topic: reply.topic,
    pushed: count(session.pushed, closed),
    asked: count(session.asked, appraisal.asks),
    insults,
    ending: reply.ending ?? null,
  };
}

function count(counts: Readonly<Record<string, number>>, ids: readonly string[]): Record<string, number> {
  const next = { ...counts };
  for (const id of ids) next[id] = (next[id] ?? 0) + 1;
  return next;
}

export { distressOf };
