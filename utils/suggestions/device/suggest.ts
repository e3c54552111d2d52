import type { OpenCue } from '../../analysis/cues/cue';
import { findCues } from '../../analysis/cues/find-cues';
import type { Reading } from '../../analysis/reading';
import type { ThemeShares } from '../../analysis/themes/theme';
import type { Message } from '../../conversation/message';
import { clientAskedForAdvice, type Stage } from '../../conversation/stage';
import { groupTurns, lastTurnOf, supporterBefore } from '../../conversation/turns';
import type { Hint } from '../hint';
import { learnVoice } from '../style/voice';
import { askedBefore } from './asked';
import { chooseHints } from './choose';
import { isForeign } from './language';
import { settleGist } from './gist';
import { toldOf } from './told';
import { heartsOf, withHearts, withMatters } from './hearts';
import { mattersToAnswer, NO_MATTERS, TURNS_KNOWN } from './matters';
import { type HintModels, NO_HINT_MODELS } from './hint-models';
import { gladTearsIn, inLightOf, nearOf } from './near';
import { namedOnly } from './named';
import { pointsOf } from './points';
import { asksAboutSafety, restsOnTheQuestion, withoutWhatIsAsked } from './safety-asked';
import type { Witnesses } from './sense';
import type { Situation } from './situation';

export interface SuggestInput {
  messages: readonly Message[];
  readings: (id: string) => Reading | null;
  /** Where the conversation stands; without it, the beginning: no advice. */
  stage?: Stage;
  /** What the client said earlier and nobody took up. */
  openCues?: readonly OpenCue[];
  /** What the bank knows decides alone when left out. */
  models?: HintModels;
  /** How often the person asked again for this message. */
  round: number;
  /** Texts of hints shown before in this conversation, newest last. */
  recent?: readonly string[];
  style?: 'sentences' | 'ideas';
  /** A safety cue is open: the safety card takes the place of hints. */
  safety?: boolean;
  /** One was found somewhere in the conversation, acknowledged or not: no lines that were made for plain talk. */
  safetyRaised?: boolean;
}

export interface Suggestions {
  hints: Hint[];
  reason?: Reason;
}

/** Why there are no hints. */
type Reason = 'listen' | 'safety' | 'safety-asked' | 'no-client-message' | 'language';

/** Rounds of "again" that are told apart; after them the first ones come back. */
const ROUNDS = 6;
const LOOK_BACK = 40;
/** Of a long unanswered turn only its newest messages are answered. */
const MOST_MESSAGES = 12;

/** The client's turns before the last one, the newest last, each as one text. */
const toldEarlier = (messages: readonly Message[], turn: readonly Message[]): string[] =>
  groupTurns(messages.filter((message) => !turn.includes(message)))
    .filter(({ side }) => side === 'client')
    .slice(-TURNS_KNOWN)
    .map((one) => one.messages.map(({ text }) => text).join(' '));

/** All that hints for the client's last turn rest on; without one, or where there are to be none, why. */
function situationOf(input: SuggestInput): Situation | Reason {
  const turn = (lastTurnOf(input.messages, 'client')?.messages ?? []).slice(-MOST_MESSAGES);
  const last = turn.at(-1);
  if (last === undefined) return 'no-client-message';
  if (input.safety === true) return 'safety';
  if (isForeign(turn) || input.readings(last.id)?.reason === 'language') return 'language';
  const before = supporterBefore(input.messages, turn)?.text ?? null;
  const text = turn.map((message) => message.text).join(' ');
  const safetyAsked = before !== null && asksAboutSafety(before);
  if (safetyAsked && restsOnTheQuestion(text)) return 'safety-asked';
  const witnesses = new Map(
    turn.map(({ id, text }): [string, Witnesses] => {
      const reading = input.readings(id);
      return [id, { reading, cues: findCues(text, reading ?? undefined) }];
    }),
  );
  const earlier = input.messages.slice(-LOOK_BACK);
  const settled = settleGist(
    gladTearsIn(pointsOf(turn, input.readings), earlier, turn, input.readings),
    (id) => witnesses.get(id) ?? { reading: null, cues: [] },
  );
  const { themes, fit } = input.models ?? NO_HINT_MODELS;
  const told = toldOf(text, before, themes);
  // Of a turn of one message the themes are known already.
  const themesIn = (id: string): ThemeShares | null =>
    turn.length === 1 ? told.themes : themes && themes(turn.find((one) => one.id === id)?.text ?? '');
  const withTheirHearts = withHearts(settled, (id) => {
    const shares = themesIn(id);
    return shares ? heartsOf(shares, { judged: fit !== null }) : [];
  });
  const isPlainTalk = !safetyAsked && input.safetyRaised !== true;
  const toldBefore = toldEarlier(earlier, turn);
  const matters = fit && isPlainTalk ? mattersToAnswer(text, toldBefore, before) : NO_MATTERS;
  const near = nearOf(withTheirHearts, earlier, turn, input.readings);
  const withWhatItIs =
    namedOnly(turn, before, settled, toldBefore, near) ??
    withMatters(withTheirHearts, matters, turn[0]?.id ?? last.id);
  return {
    points: inLightOf(near, safetyAsked ? withoutWhatIsAsked(withWhatItIs) : withWhatItIs),
    matters,
    near,
    messages: input.messages,
    turn,
    openCues: (input.openCues ?? []).filter((cue) => !turn.some((message) => message.id === cue.id)),
    asked: askedBefore(earlier),
    stage: input.stage ?? 'exploration',
    adviceAllowed:
      input.stage === 'action' || turn.some((message) => clientAskedForAdvice(message.text) !== null),
    said: earlier.filter((message) => message.side === 'supporter').map((message) => message.text),
    seed: `${last.id}${last.text}`,
    style: input.style ?? 'sentences',
    voice: learnVoice(input.messages),
    readings: input.readings,
    fit: fit && fit(told),
  };
}

/**
 * Hints for the client's last turn, on the device: one each of explore, empathise and support, built from
 * what they said. Fewer, or none, when nothing fits. Pure and repeatable: the same input, the same hints.
 */
export function suggestOnDevice(input: SuggestInput): Suggestions {
  const situation = situationOf(input);
  if (typeof situation === 'string') return { hints: [], reason: situation };
  const shown = [...(input.recent ?? [])];
  let hints: Hint[] = [];
  for (let round = 0; round <= input.round % ROUNDS; round++) {
    hints = chooseHints(situation, shown, round);
    shown.push(...hints.map((hint) => hint.text));
  }
  return hints.length > 0 ? { hints } : { hints, reason: 'listen' };
}
