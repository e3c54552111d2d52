import { findSafetyCues } from '../../analysis/safety/find-safety-cues';
import { FEWEST_TURNS } from '../../competences/judge';
import { type ClientState, clamp, distressOf, type Felt } from '../client/client-state';
import type { Scenario } from '../scenario';
import type { PracticeSession, PracticeTurn } from '../session';
import { DEBRIEF_WORDS } from './debrief-words';
import { type Figures, figuresOf } from './figures';

/** A remark beside one supporter turn. */
export interface Remark {
  kind: 'worked' | 'could';
  effect: string;
  text: string;
}

/** One turn as the debrief shows it. */
export interface AnnotatedTurn {
  turn: number;
  side: PracticeTurn['side'];
  messages: readonly string[];
  codes: readonly string[];
  remarks: readonly Remark[];
  /** Name of what the client told for the first time. */
  told?: string;
}

/** The client's words that were taken up or passed by, with the supporter's turn. */
export interface CueNote {
  turn: number;
  words: string;
}

/** A turn after which the client trusted clearly more, or less. */
export interface TurningPoint {
  turn: number;
  /** Change of trust. */
  change: number;
  why: string;
}

/** Advice for one thing, and the turn that it rests on. */
export interface Lesson {
  text: string;
  turn?: number;
  /** The supporter's words. */
  words?: string;
}

/** Feedback after a practice session. Scores are the supporter's own; nothing here is sent anywhere. */
export interface Debrief {
  transcript: readonly AnnotatedTurn[];
  figures: Figures;
  cues: { answered: readonly CueNote[]; missed: readonly CueNote[] };
  told: readonly { id: string; name: string; weight: string; turn: number }[];
  untold: readonly { id: string; name: string; weight: string }[];
  felt: Felt;
  feltWords: readonly string[];
  distress: { before: number; after: number };
  turningPoints: readonly TurningPoint[];
  keep: Lesson;
  tryNext: Lesson;
  /** 0 to 100, to compare one's own sessions with each other. */
  score: number;
}

const TURNED = 0.03;
const MOST_POINTS = 5;
const replyAfter = (turns: readonly PracticeTurn[], i: number): ClientState | undefined =>
  turns[i + 1]?.side === 'client' ? turns[i + 1]?.state : undefined;

function remarksOf(state: ClientState | undefined): Remark[] {
  return (state?.reasons ?? []).flatMap(({ effect }): Remark[] => {
    const worked = DEBRIEF_WORDS.worked[effect];
    if (worked !== undefined) return [{ kind: 'worked', effect, text: worked }];
    const could = DEBRIEF_WORDS.could[effect];
    return could === undefined ? [] : [{ kind: 'could', effect, text: could }];
  });
}

const PASSES = new Set(['cue-missed', 'dropped']);

function cueNotes(turns: readonly PracticeTurn[], key: 'answered' | 'missed'): CueNote[] {
  return turns.flatMap((turn, i) => {
    // A question that leaves room passes nothing by, though it names nothing either.
    const isSo =
      key === 'answered' || (replyAfter(turns, i)?.reasons ?? []).some(({ effect }) => PASSES.has(effect));
    return isSo ? (turn[key] ?? []).map((words) => ({ turn: turn.turn, words })) : [];
  });
}

function turningPoints(turns: readonly PracticeTurn[]): TurningPoint[] {
  const points = turns.flatMap((turn, i): TurningPoint[] => {
    const after = replyAfter(turns, i);
    if (turn.side !== 'supporter' || !after) return [];
    const change = after.trust - turn.state.trust;
    const main = [...after.reasons].sort((a, b) => Math.sign(change) * (b.trust - a.trust))[0];
    return Math.abs(change) < TURNED || !main ? [] : [{ turn: turn.turn, change, why: main.why }];
  });
  return points
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, MOST_POINTS)
    .sort((a, b) => a.turn - b.turn);
}

/** What is the one thing to try however seldom it came, and what is where nothing came twice. */
const HURTS_ONCE = new Set(['abuse', 'judge']);
const WEIGHS_ONCE = new Set(['dropped', 'minimise']);

const MEANT = [
  'reflect-deep',
  'received',
  'safety-asked',
  'cue-taken',
  'reflect-simple',
  'normalise',
  'autonomy',
  'affirm',
  'ask-open',
  'advice-permission',
  'safety-asked-cold',
  'repair',
];

function keepOf(transcript: readonly AnnotatedTurn[], figures: Figures, hasLeft: boolean): Lesson {
  for (const effect of MEANT) {
    for (const { turn, remarks, messages } of transcript) {
      const remark = remarks.find((one) => one.effect === effect && one.kind === 'worked');
      if (remark) return { text: remark.text, turn, words: messages.join(' ') };
    }
  }
  const { looked, stayed, tried } = DEBRIEF_WORDS.keepElse;
  if (hasLeft) return { text: looked };
  return { text: figures.turns >= FEWEST_TURNS ? stayed : tried };
}

interface Seen {
  figures: Figures;
  /** Words pointed at danger, and nobody asked. */
  missedSafety: boolean;
  /** Something that weighs was told. */
  isOpened: boolean;
}

function tryOf(transcript: readonly AnnotatedTurn[], { figures, missedSafety, isOpened }: Seen): Lesson {
  if (missedSafety) return { text: DEBRIEF_WORDS.tryNext['ask-safety'] };
  const counts = new Map<string, AnnotatedTurn[]>();
  for (const turn of transcript)
    for (const { kind, effect } of turn.remarks)
      if (kind === 'could') counts.set(effect, [...(counts.get(effect) ?? []), turn]);
  const often = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const most =
    often.find(([effect]) => HURTS_ONCE.has(effect)) ??
    often.find(([effect, turns]) => turns.length >= 2 || WEIGHS_ONCE.has(effect));
  if (most) {
    const [effect, turns] = most;
    const first = turns[0];
    const text = DEBRIEF_WORDS.could[effect] ?? '';
    return first ? { text, turn: first.turn, words: first.messages.join(' ') } : { text };
  }
  const { tryNext } = DEBRIEF_WORDS;
  if (figures.turns < FEWEST_TURNS) return { text: tryNext.longer };
  if (figures.reflections < figures.questions) return { text: tryNext.reflections };
  if (figures.questions > 0 && (figures.openShare ?? 0) < 0.5) return { text: tryNext.open };
  if ((figures.complexShare ?? 0) < 0.4) return { text: tryNext.complex };
  return { text: isOpened ? tryNext.slow : tryNext.stay };
}

function scoreOf(figures: Figures, felt: Felt, cues: Debrief['cues'], toldShare: number): number {
  const taken = cues.answered.length + cues.missed.length;
  const perTurn = figures.turns === 0 ? 0 : figures.nonAdherent / figures.turns;
  const listening = figures.turns === 0 ? 0 : Math.min(1, figures.reflections / figures.turns);
  const ratio = Math.min(1, (figures.reflectionsToQuestions ?? (figures.reflections > 0 ? 2 : 0)) / 2);
  const sum =
    0.2 * listening +
    0.1 * ratio +
    0.1 * (figures.openShare ?? 0) +
    0.1 * Math.min(1, (figures.complexShare ?? 0) * 2) +
    0.15 * (taken === 0 ? 0.5 : cues.answered.length / taken) +
    0.25 * ((felt.heard + felt.safe + (1 - felt.rushed) + (1 - felt.judged)) / 4) +
    0.1 * toldShare -
    0.2 * Math.min(1, perTurn);
  return Math.round(100 * clamp(sum, 0, 1));
}

const THIRDS = [0.34, 0.67] as const;
const inWords = (value: number, words: readonly [string, string, string]): string =>
  value < THIRDS[0] ? words[0] : value < THIRDS[1] ? words[1] : words[2];

/** Feedback on a session: always with something to keep. Pure; a session of any length, ended or not. */
export function makeDebrief(scenario: Scenario, session: PracticeSession): Debrief {
  const { turns, state } = session;
  const names = new Map(scenario.items.map((item) => [item.id, item]));
  const transcript = turns.map((turn, i): AnnotatedTurn => {
    const told = names.get(turn.told ?? '')?.name;
    return {
      turn: turn.turn,
      side: turn.side,
      messages: turn.messages,
      codes: [...new Set((turn.codes ?? []).map(({ code }) => code))],
      remarks: turn.side === 'supporter' ? remarksOf(replyAfter(turns, i)) : [],
      ...(told !== undefined && { told }),
    };
  });
  const figures = figuresOf(turns);
  const cues = { answered: cueNotes(turns, 'answered'), missed: cueNotes(turns, 'missed') };
  const told = turns.flatMap(({ told: id, turn }) => {
    const item = names.get(id ?? '');
    return item ? [{ id: item.id, name: item.name, weight: item.weight, turn }] : [];
  });
  const untold = scenario.items
    .filter(({ id }) => !state.disclosed.includes(id))
    .map(({ id, name, weight }) => ({ id, name, weight }));
  const pointsAtDanger = turns.some(
    (turn) =>
      turn.side === 'client' && !turn.outOfRole && findSafetyCues(turn.messages.join('\n')).length > 0,
  );
  const asked = turns.some((turn) =>
    turn.state.reasons.some(({ effect }) => effect.startsWith('safety-asked')),
  );
  const missedSafety = pointsAtDanger && !asked;
  const { felt } = state;
  const words = DEBRIEF_WORDS.felt;
  return {
    transcript,
    figures,
    cues,
    told,
    untold,
    felt,
    feltWords: (['heard', 'rushed', 'judged', 'safe'] as const).map((key) => inWords(felt[key], words[key])),
    distress: { before: distressOf(turns[0]?.state ?? state), after: distressOf(state) },
    turningPoints: turningPoints(turns),
    keep: keepOf(transcript, figures, session.ending === 'left'),
    tryNext: tryOf(transcript, {
      figures,
      missedSafety,
      isOpened: told.some(({ weight }) => weight !== 'surface'),
    }),
    score: scoreOf(figures, felt, cues, told.length / scenario.items.length),
  };
}
