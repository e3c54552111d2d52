import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import { isPlain, LACKING } from './gist';
import { kindOf } from './frames';
import type { Point } from './point';
import { pointsOf } from './points';
import { sign } from './signs';

/** What the client told shortly before: a loss or grave news, good news, or something else that weighs. */
export type Near = 'loss' | 'joy' | 'hard';

/** How many earlier messages of the client are looked at, and how far back. */
const MOST = 2;
const BACK = 6;
/** From such weight on the turn speaks for itself. */
const SPEAKS = 75;
const LOSS = /^(?:grave|death|dying|baby-loss)$/u;
const JOY = /^(?:good|achieved|kindness)$/u;
/** Of the talk itself, not of their life. */
const OF_THE_TALK = /^(?:rupture|doubts-help|doubts-care|asks-real|asks-hope|hint)$/u;
/** Trouble of such weight still stands when the next message is plain. */
const WEIGHS = 66;
/** Words that show the joy goes on. */
const GLAD = sign('still glad');
const TURNS = sign('turns');

/** In what light a turn stands that says little by itself. Null where it speaks for itself, or nothing was told. */
export function nearOf(
  points: readonly Point[],
  messages: readonly Message[],
  turn: readonly Message[],
  readings: (id: string) => Reading | null,
): Near | null {
  if (points.some((point) => !isPlain(point) && (point.weight >= SPEAKS || kindOf(point.kind).sure === true)))
    return null;
  const told = messages
    .slice(-BACK)
    .filter(({ side, id }) => side === 'client' && !turn.some((message) => message.id === id))
    .slice(-MOST);
  if (told.length === 0) return null;
  const before = pointsOf(told, readings);
  if (before.some(({ kind }) => LOSS.test(kind))) return 'loss';
  const text = turn
    .map((message) => message.text)
    .join(' ')
    .toLowerCase();
  const meant = text.slice(text.lastIndexOf(' but ') + 1).replace(/^but /u, '');
  const glad =
    GLAD.test(meant) && !TURNS.test(meant) && !points.some(({ sentence }) => LACKING.test(sentence));
  if (before.some(({ kind }) => JOY.test(kind))) return glad ? 'joy' : null;
  const weighs = before.some(
    ({ kind, mood, weight }) => mood === 'dark' && weight >= WEIGHS && !OF_THE_TALK.test(kind),
  );
  return weighs && !glad ? 'hard' : null;
}

/** Plain clauses take the mood of what was told before; beside joy a doubtful dark word is a plain one, too. */
export function inLightOf(near: Near | null, points: readonly Point[]): Point[] {
  if (near === null) return [...points];
  return points.map((point): Point => {
    // Who does something plain in it is not whom it is about.
    if (isPlain(point))
      return {
        ...point,
        mood: near === 'joy' ? 'bright' : 'dark',
        open: false,
        topics: point.topics.filter(({ person }) => !person),
      };
    return near === 'joy' && point.mood === 'dark'
      ? { ...point, kind: 'event', mood: 'bright', weight: kindOf('event').weight, open: false }
      : point;
  });
}
