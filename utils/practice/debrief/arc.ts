import { distressOf } from '../client/client-state';
import type { SessionRecord } from '../record';
import type { PracticeTurn } from '../session';
import type { Debrief, TurningPoint } from './make-debrief';

/** One turn of the client on the arc: how they truly felt, and what was read in their words. */
export interface ArcPoint {
  turn: number;
  /** Their first few words. */
  excerpt: string;
  /** -1 unpleasant to 1 pleasant, and -1 calm to 1 agitated. */
  valence: number;
  arousal: number;
  /** 0 to 1. */
  trust: number;
  distress: number;
  /** Middle of the readings of the turn's messages; null where none was clear. */
  read: { valence: number; arousal: number; labels: readonly string[] } | null;
  /** What they told for the first time. */
  told?: string;
  /** The turning point that led here, counted from 1. */
  point?: number;
}

const EXCERPT = 90;

const middle = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The client's arc through a session. What is said out of role is no part of it. */
export function arcOf(
  { scenario, session, read }: Pick<SessionRecord, 'scenario' | 'session' | 'read'>,
  points: readonly TurningPoint[],
): ArcPoint[] {
  const names = new Map(scenario.items.map(({ id, name }) => [id, name]));
  const isTheirs = ({ side, outOfRole }: PracticeTurn): boolean => side === 'client' && !outOfRole;
  return session.turns.filter(isTheirs).map((turn): ArcPoint => {
    const { state } = turn;
    const clear = read.flatMap(({ turn: at, valence, arousal, label }) =>
      at === turn.turn && valence !== null && arousal !== null ? [{ valence, arousal, label }] : [],
    );
    const told = names.get(turn.told ?? '');
    const point = points.findIndex((one) => one.turn === turn.turn - 1);
    const text = turn.messages.join(' ');
    return {
      turn: turn.turn,
      excerpt: text.length > EXCERPT ? `${text.slice(0, text.lastIndexOf(' ', EXCERPT))} …` : text,
      valence: state.valence,
      arousal: state.arousal,
      trust: state.trust,
      distress: distressOf(state),
      read:
        clear.length === 0
          ? null
          : {
              valence: middle(clear.map(({ valence }) => valence)),
              arousal: middle(clear.map(({ arousal }) => arousal)),
              labels: [...new Set(clear.map(({ label }) => label))],
            },
      ...(told !== undefined && { told }),
      ...(point >= 0 && { point: point + 1 }),
    };
  });
}

/** Turning points with the words that made them, in order. */
export interface NamedPoint extends TurningPoint {
  n: number;
  words: string;
}

export function namedPoints({ turningPoints, transcript }: Debrief): NamedPoint[] {
  return turningPoints.map((point, i) => ({
    ...point,
    n: i + 1,
    words: transcript.find(({ turn }) => turn === point.turn)?.messages.join(' ') ?? '',
  }));
}
